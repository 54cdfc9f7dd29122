"""JSON whose values know where they stand.

The standard library decides what is JSON and says what is wrong with it, in C. It keeps no positions, so one pass of a
tokenizer with its own stack (no recursion, whatever the nesting) says where each value of the text is. That is less to
depend on than tree-sitter, which also accepts what is not JSON and names no mistakes.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any

from replylint.model import Source, SourceFile
from replylint.readers.decoding import mistake
from replylint.readers.mapped import Builder, MappedText, Runs
from replylint.readers.writers import Json

MAX_DEPTH = 100
MAX_DIGITS = 1000

_TOKEN = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[{}\[\],:]|[^\s,:{}\[\]"]++')
_ESCAPE = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.")
_SHORT = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}


@dataclass(slots=True)
class Place:
    """Where a value stands in its file, and where the values inside it do; ``keys`` are where its keys start."""

    start: int
    end: int = -1
    children: dict[Any, Place] = field(default_factory=dict)
    keys: dict[str, int] = field(default_factory=dict)

    def at(self, path: list[str | int]) -> Place:
        """Return the place of the value at a path, or of the last one on the way that there is."""
        place = self
        for step in path:
            if step not in place.children:
                break
            place = place.children[step]
        return place


def parse(file: SourceFile, start: int = 0, end: int | None = None) -> tuple[Any, Place]:
    """Return the JSON value in a stretch of a file, and its place."""
    end = len(file.text) if end is None else end
    text = file.text[start:end]
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise mistake(file, start + error.pos, f"broken JSON: {error.msg[:1].lower()}{error.msg[1:]}") from None
    except (RecursionError, ValueError):  # nested too deeply, or a number with too many digits: the scan says where
        _Scan(file, start, end).run()
        raise mistake(file, start, "broken JSON") from None
    return value, _Scan(file, start, end).run()


def source(file: SourceFile, place: Place) -> Source:
    """Return where the text of a string comes from."""
    return Source(file, Runs(lambda: string(file, place).source.runs), Json())


def string(file: SourceFile, place: Place) -> MappedText:
    """Return the text of a string, with each escape mapped to where it is written."""
    raw = MappedText.of(file, place.start + 1, place.end - 1, Json())
    if "\\" not in raw.text:
        return raw
    builder, done = Builder(file, Json()), place.start + 1
    for escape in _ESCAPE.finditer(file.text, place.start + 1, place.end - 1):
        builder.add(file.text[done : escape.start()], done, escape.start())
        builder.add(_unescaped(escape.group()), *escape.span())
        done = escape.end()
    builder.add(file.text[done : place.end - 1], done, place.end - 1)
    return builder.build()


def _unescaped(escape: str) -> str:
    if len(escape) == 2:
        return _SHORT.get(escape[1], escape[1])
    code = int(escape[2:6], 16)
    return chr(0x10000 + ((code & 0x3FF) << 10) + (int(escape[8:], 16) & 0x3FF)) if len(escape) == 12 else chr(code)


class _Scan:
    """One pass over the tokens of a stretch of JSON."""

    def __init__(self, file: SourceFile, start: int, end: int) -> None:
        self.file = file
        self.bounds = start, end
        self.open: list[tuple[Place, bool]] = []
        self.key: str | None = None
        self.root = Place(start, end)

    def run(self) -> Place:
        for token in _TOKEN.finditer(self.file.text, *self.bounds):
            text, at = token.group(), token.start()
            first = text[0]
            if first in "{[":
                self._add(place := Place(at))
                self.open.append((place, first == "{"))
                if len(self.open) > MAX_DEPTH:
                    raise mistake(self.file, at, f"JSON nested more than {MAX_DEPTH} levels deep")
            elif first in "}]":
                if self.open:
                    self.open.pop()[0].end = token.end()
            elif first == '"':
                self._string(text, at, token.end())
            elif first not in ",:":
                self._add(Place(at, token.end()))
                self._check_literal(text, at)
        return self.root

    def _add(self, place: Place) -> None:
        if not self.open:
            self.root = place
            return
        parent, is_object = self.open[-1]
        parent.children[self.key if is_object else len(parent.children)] = place
        self.key = None

    def _string(self, text: str, at: int, end: int) -> None:
        if "\\u" in text and (lone := self._lone_surrogate(text)) is not None:
            raise mistake(self.file, at + lone, f"half of a surrogate pair: {text[lone : lone + 6]} is no character")
        if not self.open or not self.open[-1][1] or self.key is not None:
            self._add(Place(at, end))
            return
        self.key = json.loads(text) if "\\" in text else text[1:-1]
        keys = self.open[-1][0].keys
        if self.key in keys:
            raise mistake(self.file, at, f'key "{self.key}" given twice')
        keys[self.key or ""] = at

    def _lone_surrogate(self, text: str) -> int | None:
        for escape in _ESCAPE.finditer(text):
            if len(escape.group()) == 6 and 0xD800 <= int(escape.group()[2:], 16) <= 0xDFFF:
                return escape.start()
        return None

    def _check_literal(self, text: str, at: int) -> None:
        if text in ("NaN", "Infinity", "-Infinity"):
            raise mistake(self.file, at, f"broken JSON: {text} is no JSON number")
        if text[0] in "-0123456789" and (len(text) > MAX_DIGITS or float(text) in (float("inf"), float("-inf"))):
            raise mistake(self.file, at, "a number too large to read")
