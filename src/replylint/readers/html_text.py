"""HTML mail -> the text a reader sees, each character mapped to its place in the markup.

A tokenizer of our own: the standard library's needs minutes for a 100 kB mail of unclosed tags and fails an assertion
on some that Outlook writes; html5lib and lxml do not say where a character was.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from dataclasses import dataclass

from replylint.model import Mask, Span
from replylint.readers.mapped import Builder, MappedText
from replylint.readers.writers import Html

_PARAGRAPHS = frozenset(("p", "blockquote", "ul", "ol", "table", "pre", "h1", "h2", "h3", "h4", "h5", "h6"))
_LINES = frozenset(
    ("div", "tr", "li", "hr", "section", "article", "header", "footer", "dt", "dd", "center", "body", "html")
)
_HIDDEN = frozenset(("head", "template", "svg", "select", "object"))
_RAW = frozenset(("script", "style", "title", "textarea", "noscript"))
_CODE = frozenset(("pre", "code", "tt", "kbd", "samp"))
_VOID = frozenset(("br", "hr", "img", "input", "meta", "link", "col", "wbr", "area", "base", "source"))
_QUOTED_CLASS = re.compile(r"\byahoo_quoted\b")
_DISPLAY_NONE = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f\v\xa0\u200b\ufeff]+")
_LINE_FEEDS = re.compile(r"\r\n|\r|\n")
_TOKEN = re.compile(
    r"""
    (?P<text>(?:[^<&]++|<(?![A-Za-z!?/])|&(?![A-Za-z\#]))++)
  | (?P<reference>&(?:\#[xX][0-9a-fA-F]{1,8}|\#[0-9]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});?)
  | <(?P<close>/?)(?P<tag>[A-Za-z][^\s/>]*+)(?P<attributes>(?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+')|=)*+)>
  | (?P<markup><(?:!--|[!?/]|[A-Za-z]))
  | (?P<literal>[<&])
    """,
    re.VERBOSE,
)
_ATTRIBUTE = re.compile(r"""\b(class|style)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""", re.IGNORECASE)


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
    renderer.run()
    return Rendered(renderer.out.build(), tuple(renderer.depths), tuple(renderer.masks))


class _Renderer:
    def __init__(self, markup: MappedText) -> None:
        self.markup = markup
        self.out = Builder(markup.file, Html(markup.write) if markup.write else None)
        self.out.inherits = False
        self.open: dict[str, list[tuple[bool, bool, bool]]] = {}
        self.quoted = self.hidden = self.code = 0
        self.breaks = 2
        self.space: tuple[int, int] | None = None
        self.depths: list[tuple[int, int]] = []
        self.masks: list[Mask] = []
        self.code_start = 0

    def run(self) -> None:
        text, at = self.markup.text, 0
        while token := _TOKEN.match(text, at):
            start, at = token.span()
            if token["text"]:
                self._data(token["text"], start)
            elif token["reference"]:
                self._reference(token["reference"], start, at)
            elif token["literal"]:
                self._data(token["literal"], start)
            elif token["markup"]:
                at = self._behind(token["markup"], at)
            elif token["close"]:
                self._end(token["tag"].lower(), start, at)
            else:
                tag = token["tag"].lower()
                self._start(tag, token["attributes"], start, at)
                if tag in _RAW:
                    end = re.compile(f"</{tag}", re.IGNORECASE).search(text, at)
                    at = end.start() if end else len(text)

    def _behind(self, markup: str, at: int) -> int:
        """Return where a comment, a declaration or a tag that never ends is over."""
        text = self.markup.text
        if markup[1] not in "!?/":
            return len(text)
        end = text.find("-->" if markup == "<!--" else ">", at)
        return len(text) if end < 0 else end + (3 if markup == "<!--" else 1)

    def _start(self, tag: str, attributes: str, start: int, end: int) -> None:
        if tag == "br":
            self._newline(start, end)
            return
        if tag in _PARAGRAPHS or tag in _LINES:
            self._break(2 if tag in _PARAGRAPHS else 1, start, end)
        elif tag in ("td", "th") and self.breaks == 0:
            self.space = (start, end)
        if tag in _VOID:
            return
        given = {m[1].lower(): m[2].strip("\"'") for m in _ATTRIBUTE.finditer(attributes)} if attributes else {}
        quoted = tag == "blockquote" or bool(_QUOTED_CLASS.search(given.get("class", "")))
        hidden = tag in _HIDDEN or bool(_DISPLAY_NONE.search(given.get("style", "")))
        code = tag in _CODE
        self.open.setdefault(tag, []).append((quoted, hidden, code))
        self._enter(quoted, hidden, code, 1)
        if tag == "li" and not self.hidden:
            self._text("- ", start, end)

    def _end(self, tag: str, start: int, end: int) -> None:
        if self.open.get(tag):
            self._enter(*self.open[tag].pop(), -1)
        if tag in _PARAGRAPHS or tag in _LINES:
            self._break(2 if tag in _PARAGRAPHS else 1, start, end)

    def _enter(self, quoted: bool, hidden: bool, code: bool, step: int) -> None:
        self.quoted += quoted * step
        self.hidden += hidden * step
        if code:
            if self.code == 0:
                self.code_start = self.out.length
            self.code += step
            if self.code == 0 and self.out.length > self.code_start:
                self.masks.append(Mask(Span(self.code_start, self.out.length), "code"))

    def _data(self, data: str, at: int) -> None:
        if self.hidden:
            return
        if self.open.get("pre"):
            self._preformatted(data, at)
            return
        done = 0
        for gap in _SPACE.finditer(data):
            self._text(data[done : gap.start()], at + done, at + gap.start())
            self.space = self.space or (at + gap.start(), at + gap.end())
            done = gap.end()
        self._text(data[done:], at + done, at + len(data))

    def _preformatted(self, data: str, at: int) -> None:
        done = 0
        for feed in _LINE_FEEDS.finditer(data):
            self._text(data[done : feed.start()], at + done, at + feed.start())
            self._newline(at + feed.start(), at + feed.end())
            done = feed.end()
        self._text(data[done:], at + done, at + len(data))

    def _reference(self, reference: str, start: int, end: int) -> None:
        if self.hidden:
            return
        text = html.unescape(reference)
        if _SPACE.fullmatch(text):
            self.space = self.space or (start, end)
        else:
            self._text(text, start, end)

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
