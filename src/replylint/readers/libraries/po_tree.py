"""Gettext PO -> a list of entries with ``msgctxt``, ``msgid``, ``msgstr`` and ``msgstr[n]``, and places."""

from __future__ import annotations

import re
from functools import partial

from replylint.model import SourceFile
from replylint.readers.decoding import mistake
from replylint.readers.libraries.tree import Array, Document, Leaf, Object
from replylint.readers.mapped import Builder, MappedText
from replylint.readers.writers import Po

_LINE = re.compile(r'(?P<key>msg(?:ctxt|id_plural|id|str(?:\[\d\])?))?[ \t]*"(?P<text>(?:[^"\\]|\\.)*)"[ \t]*')
_ESCAPE = re.compile(r"\\(?:[0-7]{1,3}|x[0-9a-fA-F]{2}|.)")
_SHORT = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}


def read(file: SourceFile) -> Document:
    """Read a PO file; raises ReplylintError at a line that is none of one."""
    entries = Array(0)
    pieces: dict[str, list[tuple[int, int]]] = {}
    key, start = "", 0
    for raw in [*file.text.split("\n"), ""]:
        line = raw.rstrip("\r")
        at, start = start, start + len(raw) + 1
        match = _LINE.fullmatch(line.lstrip())
        if match is None:
            if line.strip() and not line.lstrip().startswith("#"):
                raise mistake(file, at, "broken PO: expected msgid, msgstr, a text in quotes or a comment")
            if pieces:
                entries.items.append(_entry(file, pieces))
                pieces = {}
            continue
        if match["key"]:
            key = match["key"]
            if key in pieces:
                entries.items.append(_entry(file, pieces))
                pieces = {}
        elif key not in pieces:
            raise mistake(file, at, "broken PO: a text without msgid or msgstr before it")
        begin = at + len(line) - len(line.lstrip())
        pieces.setdefault(key, []).append((begin + match.start("text"), begin + match.end("text")))
    return Document(file, (entries,))


def _entry(file: SourceFile, pieces: dict[str, list[tuple[int, int]]]) -> Object:
    entry = Object(next(iter(pieces.values()))[0][0])
    for key, places in pieces.items():
        mapped = partial(_mapped, file, places)
        entry.pairs.append((key, Leaf(places[0][0], places[-1][1], mapped().text, mapped)))
    return entry


def _mapped(file: SourceFile, places: list[tuple[int, int]]) -> MappedText:
    builder = Builder(file, Po())
    for start, end in places:
        for escape in _ESCAPE.finditer(file.text, start, end):
            builder.add(file.text[start : escape.start()], start, escape.start())
            builder.add(_unescaped(escape.group()[1:]), *escape.span())
            start = escape.end()
        builder.add(file.text[start:end], start, end)
    return builder.build()


def _unescaped(escape: str) -> str:
    if escape[0] == "x" and len(escape) == 3:
        return chr(int(escape[1:], 16))
    return chr(int(escape, 8)) if escape[0] in "01234567" else _SHORT.get(escape, escape)
