"""A placeholder that a program will not read as one, and so sends as it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from replylint.checks import Check
from replylint.language import placeholders
from replylint.language.patterns import lazy
from replylint.language.placeholders import DOUBLE_BRACED
from replylint.language.reading import Reading
from replylint.language.text import Text
from replylint.model import Confidence, Edit, Fix, Match, Span

_EXPRESSION = r"\s*[A-Za-z_$][\w.\[\]$-]*(?:\s*\|[^{}\n|]{1,60}){0,4}\s*"
_HALF_CLOSED = lazy(rf"(?<!\{{)\{{\{{({_EXPRESSION})\}}(?!\}})")
_HALF_OPENED = lazy(rf"(?<!\{{)\{{({_EXPRESSION})\}}\}}(?!\}})")
_UNCLOSED = lazy(
    r"(?<!\{)\{\{(\s*[A-Za-z_$][\w.$-]*)(?![\w.$}|\[(-])(?=[ \t]*[,.!?\n]|[ \t]*\Z|[ \t]+[a-z])(?![^{}\n]*\})"
)
_HALF_TAG = lazy(r"\{%([^%{}\n]{1,80})(?<!%)\}(?!\})|(?<!\{)\{(?!%)([^%{}\n]{1,80})%\}")
_DOUBLE = lazy(r"\{\{-?([^{}\n]{0,200}?)-?\}\}")
_TYPOGRAPHIC = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "\xa0": " ", "\u200b": "", "\ufeff": ""})
_SPACED_NAME = lazy(r"\s*[A-Za-z_]\w*(?:\s[A-Za-z_]\w*){1,3}\s*")
_KEYWORDS = lazy(r"\b(?:if|else|and|or|not|in|is|unless|each|with|end|include|render|partial|t|log|lookup)\b")
_NO_ARGUMENT = lazy(r"(?:\|\s*|\|\s*(?:default|fallback)\s*:\s*)$")
_SINGLE = lazy(r"(?<![{$#@%\w\\])\{([A-Za-z_]\w*(?:[._]\w+)*)\}(?!\})")
_BLOCK = lazy(
    r"\{%-?\s*(?P<tag>end\w*|if|unless|for|case|capture|comment|raw|block|with|macro|call|filter|tablerow)\b[^%\n]*%\}"
    r"|\{\{(?P<sign>[#/^])\s*(?P<section>[\w.-]+)[^{}\n]*\}\}"
)


class MalformedPlaceholder(Check):
    """Finds placeholders with a delimiter missing, typographic quotes, a space in a name, and blocks left open."""

    slots: ClassVar[frozenset[str]] = frozenset({"fixed"})
    cases: ClassVar[frozenset[str]] = frozenset({"", "block"})

    def matches(self, reading: Reading) -> Iterator[Match]:
        draft, meta = reading.draft, reading.conversation.meta
        if "{" not in draft.raw and "}" not in draft.raw:
            return
        text = _without_code(draft)
        broken = list(_broken(text))
        yield from broken
        if reading.conversation.mode not in ("template", "library"):
            return
        if meta.get("placeholders") != "mustache":
            yield from _double_braced(text)
        family = str(meta.get("placeholders", ""))
        if meta.get("delimiters") != "single" and (family in DOUBLE_BRACED or "{{" in text):
            for match in _SINGLE.finditer(text):
                if placeholders.type_of(match[1]) or re.search(r"[._]", match[1]):
                    yield _match(match, f"{{{{{match[1]}}}}}", Confidence.MEDIUM, safe=False)
        if not broken:  # a broken tag is no counterpart of the whole one
            yield from _open_blocks(text)


def _broken(text: str) -> Iterator[Match]:
    """Yield placeholders of which one delimiter is missing."""
    for pattern, safe in ((_HALF_CLOSED, True), (_HALF_OPENED, True), (_UNCLOSED, False)):
        for match in pattern.finditer(text):
            yield _match(match, f"{{{{{match[1]}}}}}", safe=safe)
    for match in _HALF_TAG.finditer(text):
        inside = match[1] or match[2]
        if re.match(r"\s*(?:if|endif|else|elsif|elif|unless|endunless|for|endfor|\w+\.\w+)\b", inside):
            yield _match(match, f"{{%{inside}%}}", safe=True)


def _double_braced(text: str) -> Iterator[Match]:
    for match in _DOUBLE.finditer(text):
        inside = match[1]
        straight = inside.translate(_TYPOGRAPHIC)
        if straight != inside:
            yield _match(match, f"{{{{{straight}}}}}", safe=True)
        elif _SPACED_NAME.fullmatch(inside) and not _KEYWORDS.search(inside):
            yield _match(match, f"{{{{{'_'.join(inside.split())}}}}}", safe=False)
        elif _NO_ARGUMENT.search(inside.rstrip()):
            yield _match(match, f'{{{{{_NO_ARGUMENT.sub("", inside.rstrip()).rstrip()} | default: "…"}}}}', safe=None)
        elif not inside.strip():
            yield _match(match, "{{name}}", safe=None)


def _open_blocks(text: str) -> Iterator[Match]:
    """Yield blocks that are never closed and ends of blocks that were never opened."""
    stack: list[tuple[str, re.Match[str]]] = []
    for match in _BLOCK.finditer(text):
        tag = match["tag"] or match["section"]
        closes = tag.startswith("end") if match["tag"] else match["sign"] == "/"
        if not closes:
            stack.append((tag, match))
            continue
        wanted = tag.removeprefix("end") if match["tag"] else tag
        if stack and (stack[-1][0] == wanted or not wanted):
            stack.pop()
        else:
            yield Match(Span(*match.span()), {"fixed": ""}, case="block")
            return
    for tag, match in stack:
        end = f"{{% end{tag} %}}" if match["tag"] else f"{{{{/{tag}}}}}"
        yield Match(Span(*match.span()), {"fixed": end}, case="block")


def _match(match: re.Match[str], fixed: str, confidence: Confidence = Confidence.HIGH, *, safe: bool | None) -> Match:
    """Return the match; ``safe`` is None where only the writer knows what to put."""
    span = Span(*match.span())
    fixes = () if safe is None else (Fix(f"write {fixed}", (Edit(span, fixed),), safe=safe),)
    return Match(span, {"fixed": fixed}, confidence, fixes=fixes)


def _without_code(draft: Text) -> str:
    """Return the text with code, quoted mail and comments blanked; placeholders stay."""
    pieces, done = [], 0
    for mask in draft.masks:
        if mask.kind in ("code", "quote", "forward", "disclaimer"):
            pieces += [draft.raw[done : mask.span.start], " " * len(mask.span)]
            done = mask.span.end
    return "".join([*pieces, draft.raw[done:]])
