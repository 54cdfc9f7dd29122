"""HTML mail -> the text a reader sees, each character mapped to its place in the markup."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from dataclasses import dataclass
from html.parser import HTMLParser

from replylint.model import Mask, Span
from replylint.readers.mapped import Builder, MappedText

_PARAGRAPHS = frozenset(("p", "blockquote", "ul", "ol", "table", "pre", "h1", "h2", "h3", "h4", "h5", "h6"))
_LINES = frozenset(
    ("div", "tr", "li", "hr", "section", "article", "header", "footer", "dt", "dd", "center", "body", "html")
)
_HIDDEN = frozenset(("script", "style", "head", "title", "template", "svg", "select", "object"))
_VOID = frozenset(("br", "hr", "img", "input", "meta", "link", "col", "wbr", "area", "base", "source"))
_QUOTED_CLASS = re.compile(r"\byahoo_quoted\b")
_DISPLAY_NONE = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_REFERENCE = re.compile(r"&#?\w+;?")
_SPACE = re.compile(r"[ \t\r\n\f\v\xa0\u200b\ufeff]+")
_LINE_FEEDS = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True)
class Rendered:
    """The text of an HTML body. ``depths`` are (offset, how deeply quoted) from there on; ``masks`` are its code."""

    text: MappedText
    depths: tuple[tuple[int, int], ...]
    masks: tuple[Mask, ...]

    def depth(self, offset: int) -> int:
        index = bisect_right(self.depths, (offset, 1 << 30)) - 1
        return self.depths[index][1] if index >= 0 else 0


def render(markup: MappedText) -> Rendered:
    renderer = _Renderer(markup)
    renderer.feed(markup.text)
    renderer.close()
    return renderer.rendered()


class _Renderer(HTMLParser):
    def __init__(self, markup: MappedText) -> None:
        super().__init__(convert_charrefs=False)
        self.markup = markup
        self.out = Builder(markup.file)
        self.line_starts = [0, *(m.end() for m in re.finditer("\n", markup.text))]
        self.open: dict[str, list[tuple[int, bool, bool]]] = {}
        self.quoted = self.hidden = self.code = 0
        self.breaks = 2
        self.space: tuple[int, int] | None = None
        self.depths: list[tuple[int, int]] = []
        self.masks: list[Mask] = []
        self.code_start = 0

    def rendered(self) -> Rendered:
        return Rendered(self.out.build(), tuple(self.depths), tuple(self.masks))

    def _at(self) -> int:
        line, column = self.getpos()
        return self.line_starts[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        start = self._at()
        end = start + len(self.get_starttag_text() or "")
        if tag == "br":
            self._newline(start, end)
            return
        if tag in _PARAGRAPHS or tag in _LINES:
            self._break(2 if tag in _PARAGRAPHS else 1, start, end)
        elif tag in ("td", "th") and self.breaks == 0:
            self.space = (start, end)
        if tag in _VOID:
            return
        given = {name: value or "" for name, value in attrs}
        quoted = int(tag == "blockquote" or bool(_QUOTED_CLASS.search(given.get("class", ""))))
        hidden = tag in _HIDDEN or bool(_DISPLAY_NONE.search(given.get("style", "")))
        code = tag in ("pre", "code", "tt", "kbd", "samp")
        self.open.setdefault(tag, []).append((quoted, hidden, code))
        self._enter(quoted, hidden, code, 1)
        if tag == "li" and not self.hidden:
            self._text("- ", start, end)

    def handle_endtag(self, tag: str) -> None:
        start = self._at()
        end = self.markup.text.find(">", start) + 1 or len(self.markup.text)
        if self.open.get(tag):
            quoted, hidden, code = self.open[tag].pop()
            self._enter(quoted, hidden, code, -1)
        if tag in _PARAGRAPHS or tag in _LINES:
            self._break(2 if tag in _PARAGRAPHS else 1, start, end)

    def _enter(self, quoted: int, hidden: bool, code: bool, step: int) -> None:
        if quoted:
            self.quoted += step
        self.hidden += hidden * step
        if code:
            if self.code == 0:
                self.code_start = self.out.length
            self.code += step
            if self.code == 0 and self.out.length > self.code_start:
                self.masks.append(Mask(Span(self.code_start, self.out.length), "code"))

    def handle_data(self, data: str) -> None:
        if self.hidden:
            return
        at = self._at()
        if self.open.get("pre"):
            for i, line in enumerate(_LINE_FEEDS.split(data)):
                if i:
                    self._newline(at, at)
                self._text(line, at, at + len(line))
                at += len(line)
                at += len(match.group()) if (match := _LINE_FEEDS.match(self.markup.text, at)) else 0
            return
        done = 0
        for gap in _SPACE.finditer(data):
            self._text(data[done : gap.start()], at + done, at + gap.start())
            if self.space is None:
                self.space = (at + gap.start(), at + gap.end())
            done = gap.end()
        self._text(data[done:], at + done, at + len(data))

    def handle_entityref(self, name: str) -> None:
        self._reference()

    def handle_charref(self, name: str) -> None:
        self._reference()

    def _reference(self) -> None:
        at = self._at()
        found = _REFERENCE.match(self.markup.text, at)
        if found is None or self.hidden:
            return
        text = html.unescape(found.group())
        if _SPACE.fullmatch(text):
            self.space = self.space or found.span()
        else:
            self._text(text, *found.span())

    def _text(self, text: str, start: int, end: int) -> None:
        if not text:
            return
        if self.space and self.breaks == 0:
            self.out.put(" ", self.markup, *self.space)
        self.space = None
        self.breaks = 0
        if not self.depths or self.depths[-1][1] != self.quoted:
            self.depths.append((self.out.length, self.quoted))
        if end - start == len(text):
            self.out.copy(self.markup, start, end)
        else:
            self.out.put(text, self.markup, start, end)

    def _break(self, lines: int, start: int, end: int) -> None:
        """End the line, and leave a blank one where ``lines`` is 2."""
        if not self.hidden:
            while self.breaks < lines:
                self._newline(start, end)

    def _newline(self, start: int, end: int) -> None:
        if self.hidden:
            return
        self.space = None
        self.breaks += 1
        if self.out.length:
            self.out.put("\n", self.markup, start, end)
