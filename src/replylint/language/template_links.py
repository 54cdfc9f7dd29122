"""References from one template to another: relative links, includes, macros that are named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal
from urllib.parse import unquote

from replylint.language.patterns import lazy
from replylint.language.text import Text
from replylint.model import Span

LinkKind = Literal["file", "scheme", "macro", "include", "name"]
"""A relative link to a file, ``template:name``, ``/macro name``, an include tag, the template "name"."""

_LINK = lazy(
    r"""
    (?<!!)\[[^\[\]\n]{1,200}\]\((?!(?:template|macro|snippet|canned):)[ ]?(?:<(?P<angled>[^<>\n]{1,300})>
        |(?P<file>[^()\s<>]{1,300}))(?:[ ]"[^"\n]{0,100}")?\)
  | \b(?:template|macro|snippet|canned):(?://)?(?P<scheme>[\w-]{2,80})
  | (?<![\w/.])/(?:macro|template|canned|snippet)[ ](?:"(?P<macro>[^"\n]{1,80})"|(?P<word>[\w-]{2,80}))
  | \{%-?\s{0,5}(?:include|render)\s{1,5}["'](?P<include>[^"'\n]{1,100})["']
      |\{\{>\s{0,5}(?P<partial>[\w./-]{1,100})\s{0,5}\}\}
  | \b(?:macro|template|saved\ reply|canned\ (?:response|reply)|snippet)\ ["“](?P<name>[^"”\n]{2,80})["”]
    """,
    re.VERBOSE | re.IGNORECASE,
)
_KINDS: tuple[tuple[str, LinkKind], ...] = (
    ("angled", "file"), ("file", "file"), ("scheme", "scheme"), ("macro", "macro"), ("word", "macro"),
    ("include", "include"), ("partial", "include"), ("name", "name"),
)  # fmt: skip
_ELSEWHERE = lazy(r"[a-z][a-z0-9+.-]*:|//|/|#|\?|.*[{}%$]", re.IGNORECASE)
_SEPARATORS = lazy(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class TemplateLink:
    """A reference to another template, by a path relative to the file it is in or by a name."""

    kind: LinkKind
    target: str
    span: Span


def template_links(text: Text) -> Iterator[TemplateLink]:
    """Yield the references in a message to templates; not those in code and quoted mail."""
    for match in _LINK.finditer(text.raw):
        group, kind = next((group, kind) for group, kind in _KINDS if match[group] is not None)
        span, target = Span(*match.span(group)), match[group].strip()
        if text.masked(span, "code", "quote", "forward"):
            continue
        if kind == "file":
            target = unquote(target).partition("#")[0]
            if _ELSEWHERE.match(target) or not PurePosixPath(target).suffix:
                continue
        yield TemplateLink(kind, target, span)


def slug(name: str) -> str:
    """Return a name without capitals and signs."""
    return _SEPARATORS.sub("-", name.casefold()).strip("-")
