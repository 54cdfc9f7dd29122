"""YAML scalars -> their text with the place of each character: quotes, escapes, folded lines, block indentation.

The parser says where a scalar stands and how it reads; how it came to read so is followed here again, line by line.
Where the two ever differ the whole scalar maps as one, which is less exact but never wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from replylint.model import SourceFile
from replylint.readers.mapped import Builder, MappedText
from replylint.readers.writers import YamlBlock, YamlPlain, YamlQuoted

_BREAK = re.compile(r"\r\n|[\r\n\x85\u2028\u2029]")
_HEADER = re.compile(r"[|>][-+0-9]{0,2}[^\r\n]*")
_PROPERTIES = re.compile(r"(?:[&!]\S*+\s++)++")
"""An anchor and a tag: the parser says that a scalar starts with them."""
_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)")
_SHORT = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
    "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip


class _Line(NamedTuple):
    """A line of a file: where it starts and ends, and where the next one does."""

    start: int
    end: int
    next: int


def mapped(file: SourceFile, start: int, end: int, style: str | None, value: str) -> MappedText:
    """Return the text of a scalar that stands at ``start`` to ``end`` in its file and reads ``value``."""
    properties = _PROPERTIES.match(file.text, start, end)
    start = properties.end() if properties else start
    if style in ("|", ">"):
        text = _block(file, start, end, value, folded=style == ">")
    else:
        quotes = 1 if style in ("'", '"') else 0
        text = _flow(file, start + quotes, end - quotes, style)
    if text is not None and text.text == value:
        return text
    builder = Builder(file)
    builder.add(value, start, end)
    return builder.build()


def _lines(text: str, start: int, end: int) -> Iterator[_Line]:
    for line_break in _BREAK.finditer(text, start, end):
        yield _Line(start, *line_break.span())
        start = line_break.end()
    if start < end:
        yield _Line(start, end, end)


def _flow(file: SourceFile, start: int, end: int, style: str | None) -> MappedText:
    """Read a plain or quoted scalar: white space around a line break goes, one break reads as a space."""
    write = YamlQuoted(style) if style in ("'", '"') else YamlPlain()
    builder, source = Builder(file, write), file.text
    lines = list(_lines(source, start, end))
    if not lines or lines[-1].next > lines[-1].end:
        lines.append(_Line(end, end, end))
    breaks, gap, joined = 0, start, False
    for number, line in enumerate(lines):
        is_last = number == len(lines) - 1
        first = _skipped(source, line.start, line.end) if number else line.start
        if number:
            if first == line.end and not is_last:
                breaks += 1
                continue
            builder.add("\n" * (breaks - 1) or ("" if joined else " "), gap, first)
        joined = style == '"' and not is_last and _ends_in_escape(source, first, line.end)
        last = line.end if is_last else line.end - 1 if joined else _stripped(source, first, line.end)
        _characters(builder, source, first, last, style)
        breaks, gap = 1, last
    return builder.build()


def _skipped(text: str, start: int, end: int) -> int:
    while start < end and text[start] in " \t":
        start += 1
    return start


def _stripped(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in " \t":
        end -= 1
    return end


def _ends_in_escape(text: str, start: int, end: int) -> bool:
    """Whether a line of a double-quoted scalar ends in a backslash that is not itself escaped."""
    bare = end
    while bare > start and text[bare - 1] == "\\":
        bare -= 1
    return (end - bare) % 2 == 1


def _characters(builder: Builder, source: str, start: int, end: int, style: str | None) -> None:
    """Append the characters of one line, its escapes and doubled quotes as what they stand for."""
    if style == "'":
        while (quote := source.find("''", start, end)) >= 0:
            builder.add(source[start:quote], start, quote)
            builder.add("'", quote, quote + 2)
            start = quote + 2
    elif style == '"':
        for escape in _ESCAPE.finditer(source, start, end):
            builder.add(source[start : escape.start()], start, escape.start())
            builder.add(_unescaped(escape.group()), *escape.span())
            start = escape.end()
    builder.add(source[start:end], start, end)


def _unescaped(escape: str) -> str:
    return chr(int(escape[2:], 16)) if len(escape) > 2 else _SHORT.get(escape[1], escape[1])


def _block(file: SourceFile, start: int, end: int, value: str, folded: bool) -> MappedText | None:
    """Read a literal or folded scalar; None where its indentation cannot be told."""
    source = file.text
    header = _HEADER.match(source, start)
    lines = list(_lines(source, header.end() if header else start, max(end, start)))[1:]
    first = next((line for line in lines if source[line.start : line.end].strip(" ")), None)
    if first is None:
        return None
    own = value.lstrip("\n")
    indent = _spaces(source, first.start, first.end) - (len(own) - len(own.lstrip(" ")))
    builder = Builder(file, YamlBlock(indent, folded))
    for number, line in enumerate(lines):
        content = min(line.start + indent, line.end)
        builder.add(source[content : line.end], content, line.end)
        following = lines[number + 1] if number + 1 < len(lines) else None
        if folded and following and _folds(source, line, lines, number, indent):
            blank = _is_blank(source, following, indent)
            builder.add("" if blank else " ", line.end, line.next)
        elif line.next > line.end:
            builder.add("\n", line.end, line.next)
    built = builder.build()
    return built.slice(0, len(value)) if len(built.text) > len(value) else built


def _spaces(text: str, start: int, end: int) -> int:
    return len(text[start:end]) - len(text[start:end].lstrip(" "))


def _is_blank(text: str, line: _Line, indent: int) -> bool:
    return line.end - line.start <= indent and not text[line.start : line.end].strip(" ")


def _folds(text: str, line: _Line, lines: list[_Line], number: int, indent: int) -> bool:
    """Whether the break after a line of a folded scalar is no line feed: both lines around it are ordinary text."""
    if _is_blank(text, line, indent) or text[line.start + indent] in " \t":
        return False
    after = number + 1
    while after < len(lines) and _is_blank(text, lines[after], indent):
        after += 1
    return after < len(lines) and text[lines[after].start + indent] not in " \t"
