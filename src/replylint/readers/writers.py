"""How a text is written in each format: the way back from what the readers undo.

A writer is told the place it writes to and raises UnwritableError where the format has no room for a text there. What
it returns is read again before a file is replaced, so a writer knows its format's escapes, not its whole grammar. They
are values, so that two texts can be seen to be written in the same way.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from replylint.model import SourceFile, Span, UnwritableError, Writer

_LINE_END = re.compile(r"\r\n|\r|\n")
_OPENING = re.compile(r"[\[{]")
_ENDS_PLAIN = re.compile(r":(?:\s|\Z)|\s#")
"""What ends a plain scalar of YAML."""
_BEFORE_PLAIN = re.compile(r"(?:^|[-:?,\[{]|\s[&!]\S*)\s*$")
_NEVER_FIRST = tuple("-?:,[]{}#&*!|>'\"%@`")
_LONGEST_LINE = 76
"""Of quoted-printable, without its line end (RFC 2045, 6.7)."""
_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\xa0": "&nbsp;"})


def line_end(file: SourceFile) -> str:
    """Return the line end that a file uses."""
    found = _LINE_END.search(file.text)
    return found.group() if found else "\n"


@dataclass(frozen=True)
class Verbatim:
    """Text as it is."""

    def __call__(self, text: str, file: SourceFile, place: Span) -> str:
        return text.replace("\n", line_end(file))


@dataclass(frozen=True)
class Json:
    """Inside the quotes of a JSON string; in a file without one character beyond ASCII they stay escaped."""

    def __call__(self, text: str, file: SourceFile, place: Span) -> str:
        return json.dumps(text, ensure_ascii=file.text.isascii())[1:-1]


@dataclass(frozen=True)
class Csv:
    """In a cell of CSV, ``quoted`` or bare."""

    delimiter: str
    quoted: bool

    def __call__(self, text: str, file: SourceFile, place: Span) -> str:
        if self.quoted:
            return text.replace('"', '""')
        if any(char in text for char in f'{self.delimiter}"\r\n'):
            raise UnwritableError("the CSV cell has no quotes around it")
        return text


@dataclass(frozen=True)
class Xml:
    """Between the tags of an XML element, also in CDATA; ``start`` is where its text begins."""

    start: int

    def __call__(self, text: str, file: SourceFile, place: Span) -> str:
        first = max(0, self.start - len("<![CDATA["))
        opened, closed = (file.text.rfind(mark, first, place.start) for mark in ("<![CDATA[", "]]>"))
        if opened <= closed:
            import html  # only who writes HTML needs its table of entities

            return html.escape(text, quote=False)
        if "]" in text or ">" in text:
            raise UnwritableError("it could end the CDATA section")
        return text


@dataclass(frozen=True)
class Html:
    """In the text of HTML that is itself written in some ``outer`` way."""

    outer: Writer

    def __call__(self, text: str, file: SourceFile, place: Span) -> str:
        if "\n" in text:
            raise UnwritableError("a line break in HTML is markup")
        return self.outer(text.translate(_HTML), file, place)


@dataclass(frozen=True)
class YamlPlain:
    """In a YAML scalar without quotes."""

    def __call__(self, text: str, file: SourceFile, place: Span) -> str:
        before, after = file.text[max(0, place.start - 1) : place.start], file.text[place.end : place.end + 1]
        line = file.text[file.text.rfind("\n", 0, place.start) + 1 : place.start]
        in_flow = any(char in text for char in ",[]{}") and _OPENING.search(line)
        means_more = text.startswith(_NEVER_FIRST) and _BEFORE_PLAIN.search(line)
        if "\n" in text or in_flow or means_more or _ENDS_PLAIN.search(before + text + after):
            raise UnwritableError("the YAML text has no quotes around it")
        return text


@dataclass(frozen=True)
class YamlQuoted:
    """In a YAML scalar in single or double quotes."""

    quote: str

    def __call__(self, text: str, file: SourceFile, place: Span) -> str:
        if self.quote == '"':
            return json.dumps(text, ensure_ascii=False)[1:-1]
        if "\n" in text:
            raise UnwritableError("a line break cannot be written in single quotes")
        return text.replace("'", "''")


@dataclass(frozen=True)
class YamlBlock:
    """In a literal or ``folded`` YAML scalar, whose lines are indented by so many spaces."""

    indent: int
    folded: bool

    def __call__(self, text: str, file: SourceFile, place: Span) -> str:
        if "\n" in text and self.folded:
            raise UnwritableError("a line break in a folded YAML text is a space")
        return text.replace("\n", line_end(file) + " " * self.indent)


@dataclass(frozen=True)
class Toml:
    """In a TOML string: ``basic``, ``blocks`` (three quotes), ``literal`` or ``block`` (three apostrophes)."""

    kind: str

    def __call__(self, text: str, file: SourceFile, place: Span) -> str:
        if self.kind in ("literal", "block"):
            if "'" in text or ("\n" in text and self.kind == "literal"):
                raise UnwritableError("a TOML string in apostrophes has no escapes")
            return text.replace("\n", line_end(file))
        escaped = json.dumps(text, ensure_ascii=False)[1:-1]
        return escaped.replace("\\n", line_end(file)) if self.kind == "blocks" else escaped


@dataclass(frozen=True)
class Po:
    """Inside the quotes of a gettext PO string."""

    def __call__(self, text: str, file: SourceFile, place: Span) -> str:
        return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")


@dataclass(frozen=True)
class QuotedPrintable:
    """In a mail part sent as quoted-printable, in a charset; a line that would become too long is broken softly."""

    charset: str

    def __call__(self, text: str, file: SourceFile, place: Span) -> str:
        try:
            lines = [_quoted(line.encode(self.charset)) for line in text.split("\n")]
        except UnicodeEncodeError as error:
            raise UnwritableError(f"its charset {self.charset} has no {error.object[error.start]!r}") from None
        end = line_end(file)
        written = end.join(lines)
        start = max(file.text.rfind("\n", 0, place.start), file.text.rfind("\r", 0, place.start)) + 1
        rest = _LINE_END.search(file.text, place.end)
        length = place.start - start + len(written) + (rest.start() if rest else len(file.text)) - place.end
        return f"={end}{written}" if length > _LONGEST_LINE and place.start > start else written


def _quoted(line: bytes) -> str:
    return "".join(chr(byte) if 32 <= byte < 127 and byte != 61 else f"={byte:02X}" for byte in line)
