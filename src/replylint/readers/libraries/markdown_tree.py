"""Markdown -> a list of sections with ``title``, ``body`` and ``fences`` (``info`` and ``text``), and places.

markdown-it says on which lines headings and fenced blocks are; the text of each line is then what ends the line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from typing import Any

from markdown_it import MarkdownIt

from replylint.model import SourceFile
from replylint.readers.libraries.tree import Array, Document, Leaf, Object, unplaced
from replylint.readers.mapped import Builder, MappedText, with_line_feeds
from replylint.readers.writers import Verbatim

_LINE_END = re.compile(r"\r\n|\r|\n")
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n.*?^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)


def read(file: SourceFile) -> Document:
    """Read the sections of a Markdown file; any text is one, so this never fails."""
    matter = _FRONT_MATTER.match(file.text)
    start = matter.end() if matter else 0
    lines = [start, *(found.end() for found in _LINE_END.finditer(file.text, start)), len(file.text)]
    sections = Array(start)
    section = _section(file, sections, "", start)
    body_start = start
    tokens = MarkdownIt("commonmark").parse(file.text[start:])
    for number, token in enumerate(tokens):
        if token.map is None:
            continue
        if token.type == "heading_open" and token.level == 0:
            _close(file, section, body_start, lines[token.map[0]])
            section = _section(file, sections, tokens[number + 1].content, lines[token.map[0]])
            body_start = lines[token.map[1]]
        elif token.type == "fence":
            _fence(file, section, token, lines)
    _close(file, section, body_start, len(file.text))
    return Document(file, (sections,))


def _section(file: SourceFile, sections: Array, title: str, at: int) -> Object:
    section = Object(at, [("title", unplaced(file, title, at)), ("fences", Array(at))])
    sections.items.append(section)
    return section


def _close(file: SourceFile, section: Object, start: int, end: int) -> None:
    def mapped() -> MappedText:
        return with_line_feeds(MappedText.of(file, start, end, Verbatim()))

    section.pairs.append(("body", Leaf(start, end, mapped().text, mapped)))


def _fence(file: SourceFile, section: Object, token: Any, lines: Sequence[int]) -> None:
    first = token.map[0] + 1
    start = lines[min(first, len(lines) - 1)]
    mapped = partial(_mapped, file, token.content, lines[first:])
    fence = Object(start, [("info", unplaced(file, token.info.strip(), start))])
    end = lines[min(first + token.content.count("\n"), len(lines) - 1)]
    fence.pairs.append(("text", Leaf(start, end, token.content, mapped)))
    fences = section.get("fences")
    assert isinstance(fences, Array)
    fences.items.append(fence)


def _mapped(file: SourceFile, content: str, lines: Sequence[int]) -> MappedText:
    """Return a fenced text: each line of it ends the line of the file that it stands on."""
    builder = Builder(file, Verbatim())
    for line, start, following in zip(content.split("\n"), lines, lines[1:], strict=False):
        end = start + len(file.text[start:following].rstrip("\r\n"))
        begin = end - len(line)
        if file.text[begin:end] == line:
            builder.add(line, begin, end)
        else:  # a tab that was read as spaces
            builder.add(line, start, end)
        builder.add("\n", end, following)
    built = builder.build()
    return built.slice(0, len(content))
