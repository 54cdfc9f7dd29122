"""XML -> values with places: ``@name`` for attributes, ``#text`` for the text of an element, its children by name.

Read by expat with everything refused that defusedxml refuses: entities, and a document type that declares any. So no
file can grow in memory or reach out of itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from xml.parsers import expat

from replylint.model import ReplylintError, SourceFile
from replylint.readers.decoding import mistake
from replylint.readers.libraries.tree import MAX_DEPTH, Array, Document, Leaf, Object, unplaced
from replylint.readers.mapped import Builder, MappedText
from replylint.readers.writers import Xml

_Piece = tuple[str, int, int]
_REFERENCE = re.compile(r"&[^;\s]{1,32};")


def read(file: SourceFile) -> Document:
    """Read an XML file; raises ReplylintError with the place of a mistake."""
    reader = _Reader(file)
    root = Object(0)
    reader.run(root)
    return Document(file, (root,))


class _Reader:
    """Builds values of expat's events. ``pieces`` are the texts in each open element and where they stand."""

    def __init__(self, file: SourceFile) -> None:
        self.file = file
        self.offset = _offsets(file.text)
        self.open: list[Object] = []
        self.pieces: list[list[_Piece]] = []
        self.in_cdata = False
        self.parser = expat.ParserCreate("utf-8")
        self.parser.buffer_text = False
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartCdataSectionHandler = partial(self._cdata, True)
        self.parser.EndCdataSectionHandler = partial(self._cdata, False)
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.EntityDeclHandler = self._entity

    def run(self, root: Object) -> None:
        self.open.append(root)
        self.pieces.append([])
        try:
            self.parser.Parse(self.file.text.encode(), True)
        except expat.ExpatError as error:
            at = self.offset(self.parser.ErrorByteIndex)
            raise mistake(self.file, at, f"broken XML: {expat.ErrorString(error.code)}") from None

    @property
    def _here(self) -> int:
        return self.offset(self.parser.CurrentByteIndex)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        at = self._here
        element = Object(at)
        for key, value in attributes.items():
            element.pairs.append((f"@{key}", unplaced(self.file, value, at)))
        parent = self.open[-1]
        siblings = parent.get(name)
        if not isinstance(siblings, Array):
            siblings = Array(at)
            parent.pairs.append((name, siblings))
        siblings.items.append(element)
        self.open.append(element)
        self.pieces.append([])
        if len(self.open) > MAX_DEPTH:
            raise self._mistake(at, f"XML nested more than {MAX_DEPTH} levels deep")

    def _end(self, name: str) -> None:
        pieces, element = self.pieces.pop(), self.open.pop()
        text = "".join(piece[0] for piece in pieces)
        if text.strip():
            leaf = Leaf(pieces[0][1], pieces[-1][2], text, partial(_joined, self.file, pieces))
            element.pairs.append(("#text", leaf))

    def _text(self, data: str) -> None:
        start = self._here
        end, source = start + len(data), self.file.text
        if data == "\n" and source.startswith("\r\n", start):
            end = start + 2
        elif not self.in_cdata and source.startswith("&", start):
            reference = _REFERENCE.match(source, start)
            end = reference.end() if reference else end
        self.pieces[-1].append((data, start, end))

    def _cdata(self, inside: bool) -> None:
        self.in_cdata = inside

    def _doctype(self, name: str, system: str | None, public: str | None, has_internal_subset: bool) -> None:
        if has_internal_subset:
            raise self._mistake(self._here, "XML with declarations of its own (DTD) is not read")

    def _entity(self, *declared: object) -> None:
        raise self._mistake(self._here, "XML with entities of its own is not read")

    def _mistake(self, at: int, message: str) -> ReplylintError:
        return mistake(self.file, at, message)


def _offsets(text: str) -> Callable[[int], int]:
    """Return the function from an index of UTF-8 bytes, asked for in growing order, to one of characters."""
    if text.isascii():
        return lambda byte: byte
    data = text.encode()
    known = [0, 0]

    def offset(byte: int) -> int:
        if byte < known[0]:
            known[:] = 0, 0
        known[1] += len(data[known[0] : byte].decode("utf-8", "ignore"))
        known[0] = byte
        return known[1]

    return offset


def _joined(file: SourceFile, pieces: list[_Piece]) -> MappedText:
    builder = Builder(file, Xml(pieces[0][1]))
    for piece in pieces:
        builder.add(*piece)
    return builder.build()
