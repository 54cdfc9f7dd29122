"""A library's values -> conversations in mode ``template``, one a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from replylint.model import Conversation, Mask, Message, Mode, Source, SourceFile, Span, UnwritableError
from replylint.readers import html_text
from replylint.readers.context import Context
from replylint.readers.libraries.ignores import KEY as IGNORES_KEY
from replylint.readers.libraries.ignores import ignores_of, inside
from replylint.readers.libraries.paths import Path
from replylint.readers.libraries.tree import Document, Found, Leaf, Object
from replylint.readers.mapped import Builder, MappedText, Runs

_TAG = re.compile(
    r"</?(?:p|br|div|span|a|b|i|u|s|em|strong|small|ul|ol|li|table|tbody|thead|tr|td|th|h[1-6]|img|hr|blockquote|font"
    r"|center|pre|code|body|html|attribute)\b[^<>]*>",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"&(?:nbsp|amp|lt|gt|quot|apos|rsquo|lsquo|ldquo|rdquo|ndash|mdash|hellip|#\d{2,6}|#x[\da-f]{2,6});", re.I
)
_BLANK_LINE = re.compile(r"\n[ \t]*\n[ \t]*[^<\s]")
_LOOKS_LIKE_A_TAG = re.compile(
    r"""<attribute\b[^<>]*?\bkey=["'](?P<key>[\w.:-]+)["'](?P<rest>[^<>]*)/?>(?:\s*</attribute>)?|<(?P<otrs>OTRS_[^<>]{1,100})>"""
)
_DEFAULT = re.compile(r"""\b(?:default|fallback)=["']([^"']*)["']""")


@dataclass(frozen=True)
class Wanted:
    """Which values hold text, and what is known of them."""

    text: tuple[Path, ...]
    title: tuple[Path, ...] = ()
    html: bool | None = None
    mode: Mode | None = None
    meta: Mapping[str, Any] = field(default_factory=dict)


def conversations(document: Document, wanted: Wanted, context: Context) -> Iterator[Conversation]:
    """Yield the texts of a library in the order of the file."""
    names: dict[str, int] = {}
    said = {"mode": mode_of(context, wanted.mode)}
    texts = _texts(document, wanted.text)
    ignores = ignores_of(document, texts)
    for found in texts:
        leaf = found.value
        assert isinstance(leaf, Leaf)
        message, is_html = _message(leaf, document, wanted.html)
        if not any(c.isalpha() for c in message.text):
            continue
        meta = dict(wanted.meta) | ({"html": True} if is_html else {})
        off = (*ignores.get(id(leaf), ()), *(inside(leaf, document.file) if is_html else ()))
        yield context.conversation(_name(found, wanted.title, names), (), message, meta, said, off)


def mode_of(context: Context, mode: Mode | None) -> Mode:
    """Return the mode of a library's texts: what a flag or its own setting says, else template or library by the others."""
    others = context.per_path.get("mode") or context.settings.mode
    return context.overrides.mode or mode or ("library" if others == "library" else "template")


def _texts(document: Document, paths: Sequence[Path]) -> list[Found]:
    """Return the texts that paths lead to, each once, ordered by place."""
    texts: dict[int, Found] = {}
    for root in document.roots:
        for path in paths:
            for found in path.find(root):
                is_text = isinstance(found.value, Leaf) and found.value.is_text and found.value.text.strip()
                if is_text and found.key != IGNORES_KEY:
                    texts.setdefault(id(found.value), found)
    return sorted(texts.values(), key=lambda found: found.value.start)


def _name(found: Found, titles: Sequence[Path], names: dict[str, int]) -> str:
    """Name a text by its title, else by the way to it, and so that no two have the same name."""
    title = _title(found, titles)
    name = title or found.path()
    if name in names and title:
        name = f"{title} ({found.key})"
    names[name] = names.get(name, 0) + 1
    return name if names[name] == 1 else f"{name} #{names[name]}"


def _title(found: Found, titles: Sequence[Path]) -> str:
    for above in found.above():
        if not isinstance(above.value, Object):
            continue
        for path in titles:
            for title in path.find(above.value):
                if isinstance(title.value, Leaf) and (text := " ".join(title.value.text.split())):
                    return text
    return ""


def _message(leaf: Leaf, document: Document, html: bool | None) -> tuple[Message, bool]:
    """Return a text as a message, and whether it was HTML."""
    text = leaf.text
    if html is not False and _is_html(text, sure=html is True):
        rendered = html_text.render(_with_visible_placeholders(leaf.mapped()))
        shown = rendered.text.text.rstrip()
        masks = tuple(Mask(m.span, m.kind, m.word) for m in rendered.masks if m.span.end <= len(shown))
        return Message("agent", shown, masks=masks, source=rendered.text.source), True
    source = Source(document.file, Runs(lambda: leaf.mapped().source.runs), partial(_write, leaf))
    return Message("agent", text.rstrip(), source=source), False


def _write(leaf: Leaf, text: str, file: SourceFile, place: Span) -> str:
    """Write as the leaf is written; asked for only where there is something to mend."""
    write = leaf.mapped().write
    if write is None:
        raise UnwritableError("the place of its characters in the file is not known")
    return write(text, file, place)


def _is_html(text: str, sure: bool) -> bool:
    """Whether a text is HTML: it has tags, and unless that is ``sure`` no blank lines, which only plain text needs."""
    if "<" in text and _TAG.search(text):
        return sure or not _BLANK_LINE.search(text)
    return "&" in text and _REFERENCE.search(text) is not None and (sure or "\n" not in text)


def _with_visible_placeholders(markup: MappedText) -> MappedText:
    """Return HTML in which placeholders that look like tags are text."""
    builder, done = Builder(markup.file), 0
    for tag in _LOOKS_LIKE_A_TAG.finditer(markup.text):
        builder.copy(markup, done, tag.start())
        builder.put(_shown(tag), markup, *tag.span())
        done = tag.end()
    if not done:
        return markup
    builder.copy(markup, done, len(markup.text))
    return builder.build()


def _shown(tag: re.Match[str]) -> str:
    if tag["otrs"]:
        return f"&lt;{tag['otrs']}&gt;"
    default = _DEFAULT.search(tag["rest"])
    fallback = f'|fallback:"{default[1]}"' if default else ""
    return f"{{{{{tag['key']}{fallback}}}}}"
