"""TOML -> values with places.

The standard library decides what is TOML and what its values are; it keeps no positions, so a scan over the text that
it has accepted finds the strings.
"""

from __future__ import annotations

import re
import tomllib
from functools import partial

from replylint.model import Position, ReplylintError, SourceFile
from replylint.readers.decoding import mistake
from replylint.readers.libraries.tree import Array, Document, Leaf, Object, Value
from replylint.readers.mapped import Builder, MappedText, with_line_feeds
from replylint.readers.writers import Toml

_SKIPPED = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*+")
_KEY = re.compile(r"""\s*+(?:"(?P<basic>(?:[^"\\]|\\.)*+)"|'(?P<literal>[^']*+)'|(?P<bare>[\w-]+))[ \t]*+""")
_STRING = re.compile(
    r'''"""(?P<blocks>(?:[^"\\]|\\.|"(?!""))*+(?:"{0,2}(?="""))?)"""|\'\'\'(?P<block>(?:[^']|'(?!''))*+(?:'{0,2}(?='''
    r"""'''))?)'''|"(?P<basic>(?:[^"\\]|\\.)*+)"|'(?P<literal>[^']*+)'""",
    re.DOTALL,
)
_OTHER = re.compile(r"[^\s,\]}#]+(?: \d[^\s,\]}#]*)?")
_ESCAPE = re.compile(r"\\(?:[ \t]*\r?\n[ \t\r\n]*|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)")
_SHORT = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "e": "\x1b"}


def read(file: SourceFile) -> Document:
    """Read a TOML file; raises ReplylintError with the place of a mistake."""
    try:
        tomllib.loads(file.text.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        message, _, where = str(error).partition(" (at ")
        place = re.match(r"line (\d+), column (\d+)", where)
        position = Position(int(place[1]), int(place[2])) if place else file.position(len(file.text))
        raise ReplylintError(f"broken TOML: {message[:1].lower()}{message[1:]}", file.path, position) from None
    except RecursionError:
        raise mistake(file, 0, "broken TOML: nested too deeply") from None
    return Document(file, (_Scan(file).run(),))


class _Scan:
    """One pass over the tables and values of a text that is known to be TOML."""

    def __init__(self, file: SourceFile) -> None:
        self.file = file
        self.text = file.text
        self.at = 0
        self.tables: dict[tuple[int, str], Array | Object] = {}

    def run(self) -> Object:
        root = table = Object(0)
        while self._skip() < len(self.text):
            if self.text.startswith("[", self.at):
                repeated = self.text.startswith("[[", self.at)
                start = self.at
                self.at += 1 + repeated
                *above, name = self._keys("]")
                self.at += 1 + repeated
                table = self._table(self._inside(root, above), name, start, repeated)
            else:
                self._pair(table)
        return root

    def _skip(self) -> int:
        match = _SKIPPED.match(self.text, self.at)
        self.at = match.end() if match else self.at
        return self.at

    def _keys(self, end: str) -> list[str]:
        keys: list[str] = []
        while match := _KEY.match(self.text, self.at):
            basic = match["basic"]
            keys.append(_plain(self.file, *match.span("basic")) if basic else match["literal"] or match["bare"] or "")
            self.at = match.end()
            if not self.text.startswith(".", self.at):
                break
            self.at += 1
        self.at = self.text.index(end, self.at)
        return keys

    def _pair(self, table: Object) -> None:
        start = self.at
        *above, name = self._keys("=")
        self.at += 1
        self._inside(table, above, start).pairs.append((name, self._value()))

    def _inside(self, table: Object, keys: list[str], start: int = 0) -> Object:
        for key in keys:
            table = self._table(table, key, start, False)
        return table

    def _table(self, parent: Object, key: str, start: int, repeated: bool) -> Object:
        """Return the table of a key, made where it is new; a new item where it is ``repeated``."""
        known = self.tables.get((id(parent), key))
        if known is None:
            known = self.tables[id(parent), key] = Array(start) if repeated else Object(start)
            parent.pairs.append((key, known))
        if isinstance(known, Object):
            return known
        if repeated:
            known.items.append(Object(start))
        last = known.items[-1]
        assert isinstance(last, Object)
        return last

    def _value(self) -> Value:
        start = self._skip()
        if self.text.startswith("[", start):
            return self._array(start)
        if self.text.startswith("{", start):
            return self._inline(start)
        if match := _STRING.match(self.text, start):
            self.at = match.end()
            kind = str(match.lastgroup)
            mapped = partial(_mapped, self.file, *match.span(kind), kind)
            return Leaf(start, self.at, mapped().text, mapped)
        other = _OTHER.match(self.text, start)
        self.at = other.end() if other else start + 1
        written = self.text[start : self.at]
        return Leaf(start, self.at, written, partial(MappedText.of, self.file, start, self.at), is_text=False)

    def _array(self, start: int) -> Array:
        array = Array(start)
        self.at += 1
        while not self.text.startswith("]", self._skip()):
            array.items.append(self._value())
            if self.text.startswith(",", self._skip()):
                self.at += 1
        self.at += 1
        return array

    def _inline(self, start: int) -> Object:
        table = Object(start)
        self.at += 1
        while not self.text.startswith("}", self._skip()):
            self._pair(table)
            if self.text.startswith(",", self._skip()):
                self.at += 1
        self.at += 1
        return table


def _plain(file: SourceFile, start: int, end: int) -> str:
    return _mapped(file, start, end, "basic").text


def _mapped(file: SourceFile, start: int, end: int, kind: str) -> MappedText:
    """Return the text of a string: one in three quotes loses the line feed it starts with."""
    text = file.text
    if kind in ("blocks", "block"):
        start += 2 if text.startswith("\r\n", start) else 1 if text.startswith("\n", start) else 0
    builder = Builder(file, Toml(kind))
    if kind in ("basic", "blocks"):
        for escape in _ESCAPE.finditer(text, start, end):
            builder.add(text[start : escape.start()], start, escape.start())
            builder.add(_unescaped(escape.group()), *escape.span())
            start = escape.end()
    builder.add(text[start:end], start, end)
    return with_line_feeds(builder.build())


def _unescaped(escape: str) -> str:
    if escape[1] in " \t\r\n":
        return ""
    return chr(int(escape[2:], 16)) if len(escape) > 2 else _SHORT.get(escape[1], escape[1])
