"""Placeholders: the stretches of a template that a program or a person fills in, in every syntax help desks use.

A parser reads a plain word in the place of each, chosen by its name, so that the sentence and the times around it stay
readable. Tags that steer (``{% if %}``) read as nothing and ``{% else %}`` as the end of a paragraph: what stands in
each branch is read as text of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from replylint.language.patterns import lazy
from replylint.model import Mask, Span

if TYPE_CHECKING:
    from replylint.language.text import Text

Kind = Literal["value", "tag", "comment", "slot"]
"""A value that a program fills in, a tag that steers, a comment that is not sent, a slot for the writer to fill in."""

FAMILIES = (
    "liquid", "zendesk", "gorgias", "intercom", "freshdesk", "chatwoot", "jinja", "mustache", "erb", "helpscout", "freescout",
    "uvdesk", "zammad", "osticket", "discourse", "otrs", "vscode", "labelactions", "single", "printf", "none",
)  # fmt: skip
"""What the settings may call the placeholders of a library; ``single`` are ``{name}``."""
DOUBLE_BRACED = frozenset(("liquid", "zendesk", "gorgias", "intercom", "freshdesk", "chatwoot", "jinja", "mustache"))

PATTERN = r"""
        \{\{\{[^{}\n]{1,200}\}\}\} | \{\{!--[^\n]{0,300}?--\}\} | \{\{[^{}\n]{0,200}\}\}
      | \{%[^%\n]{0,300}%\} | \{\#[^\#\n]{0,300}\#\} | <%[^%\n]{0,300}%>
      | [%\#$@]\{[^{}\n]{1,100}\} | \{![\w.]{1,80}\} | \{[A-Za-z_][\w.-]{0,60}\} | \{[a-z]{2,30}=[^{}\n]{1,80}\}
      | <OTRS_[^<>\n]{1,100}> | \*\|[\w:|]{1,60}\|\* | <<[A-Za-z][\w ]{0,40}>>
          | %[A-Za-z]{1,30}(?:_[A-Za-z]{1,30}){1,4}%
      | \[\[[^\[\]\n]{1,80}\]\] | (?<![\w\]])\[(?=[A-Za-z])[A-Za-z][\w ./'-]{1,40}\](?![(\[:])
      | <(?=[a-z])[a-z]+(?:[ _-][a-z]+){0,4}> | \binsert(?:[ ][A-Za-z]{1,20}){1,4}[ ]here\b
      | %(?:\([a-z_]{1,40}\))?[sd]\b | \b[A-Z]{2,}(?:_[A-Z0-9]+)+\b
"""
"""Verbose and for any capitals; a name all in capitals and an INSERT … HERE are asked for in ``is_placeholder``."""

_ANY = lazy(PATTERN, re.VERBOSE | re.IGNORECASE)
_SCREAMING = lazy(r"[A-Z]{2,}(?:_[A-Z0-9]+)+|INSERT(?: [A-Z]+)+ HERE")
_TAG = lazy(r"\{\{[#/^>&]|\{\{\s*else\b|\{%|<%(?!=)")
_COMMENT = lazy(r"\{\{!|\{#|<%#")
_HELP_SCOUT = lazy(r"\{%\s*[A-Za-z]\w*\.[\w.]+\s*(?:,[^%]*)?%\}")
"""Help Scout, FreeScout and UVdesk write values as others write tags: ``{%customer.firstName,fallback=there%}``."""
_BRANCH = lazy(r"(?:\{%-?|<%-?|\{\{)\s*(?:else|elsif|elif|elseif|when)\b")
_COMMENT_BLOCK = lazy(r"\{%-?\s*comment\s*-?%\}")
_END_OF_COMMENT = lazy(r"\{%-?\s*endcomment\s*-?%\}")
_NAME = lazy(r"""[A-Za-z_$][\w$]*(?:(?:\.|-(?=[a-z])|\[["']?)[\w$]+["']?\]?|\s+(?=[A-Z]\w))*""")
_FALLBACK = lazy(
    r"""\bfallback\s*[:=]\s*\S|\bdefault\s*(?::\s*|\()\s*["'\w]|\|\|\s*["']|\?\?|=[^{}|]+\|\s*\w|\bor\s+["']"""
)
_BARE_DEFAULT = lazy(r"""\{\{[^{}|]+\|\s*["']""")
_WORDS = lazy(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")

_TYPES: tuple[tuple[str, frozenset[str]], ...] = (
    ("date", frozenset("date day deadline due expires expiry expiration birthday on at until since".split())),
    ("time", frozenset("time hour slot clock eta".split())),
    ("money", frozenset("price amount total fee cost refund balance sum discount".split())),
    ("count", frozenset("count days hours minutes weeks months quantity qty limit attempts".split())),
    ("url", frozenset("url link href website site page domain fqdn".split())),
    ("email", frozenset("email mail e-mail".split())),
    ("number", frozenset("number id phone code ref reference sku tracking nr no order version".split())),
    ("company", frozenset("company brand organization organisation account app shop store business team".split())),
    ("name", frozenset("name user username author customer agent reporter recipient contact requester assignee owner "
                       "firstname lastname fullname realname client guest member fname lname".split())),
)  # fmt: skip
_PLACEHOLDER_WORDS: Mapping[str, str] = MappingProxyType(
    {"date": "Tuesday", "time": "noon", "money": "£5", "count": "12", "url": "it", "email": "A1", "number": "A1",
     "company": "Acme", "name": "Alex"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A placeholder in a text. ``name`` is what is filled in, as it is written; ``type`` what that name promises."""

    span: Span
    text: str
    kind: Kind
    name: str

    @property
    def type(self) -> str:
        return type_of(self.name)

    @property
    def has_fallback(self) -> bool:
        """Whether it says what is shown where the value is empty."""
        return bool(_FALLBACK.search(self.text) or _BARE_DEFAULT.match(self.text))

    @property
    def word(self) -> str:
        """The plain word a parser reads in its place; empty: nothing."""
        if self.kind in ("tag", "comment"):
            return "\n\n" if _BRANCH.match(self.text) and len(self.text) > 1 else ""
        if self.text[0] == "%" and self.text[-1] in "sd":
            return "12" if self.text[-1] == "d" else "it"
        return _PLACEHOLDER_WORDS.get(self.type, "that")


def find(text: str) -> Iterator[Placeholder]:
    """Yield the placeholders of a text, in order."""
    for match in _ANY.finditer(text):
        if is_placeholder(match.group()):
            yield read(match.group(), match.start())


def in_text(text: Text) -> tuple[Placeholder, ...]:
    """Return the placeholders of a message, also those in its links; not those in code and quoted mail."""
    found: list[Placeholder] = []
    for mask in text.masks:
        written = mask.span.of(text.raw)
        if mask.kind == "placeholder":
            found.append(read(written, mask.span.start))
        elif mask.kind in ("url", "email", "mention"):
            found += (replace(p, span=p.span.shifted(mask.span.start)) for p in find(written))
    return tuple(found)


def is_placeholder(text: str) -> bool:
    """Whether what ``PATTERN`` found is one: words are only where they are all in capitals."""
    return not text[0].isalpha() or _SCREAMING.fullmatch(text) is not None


def read(text: str, start: int = 0) -> Placeholder:
    """Return the placeholder that a text is."""
    kind: Kind = "value"
    if _HELP_SCOUT.fullmatch(text):
        pass
    elif _COMMENT.match(text):
        kind = "comment"
    elif _TAG.match(text):
        kind = "tag"
    elif (text[0] in "[<" and not text.startswith(("<%", "<OTRS_", "<<", "[["))) or text[0].isalpha():
        kind = "slot"
    name = _NAME.search(text.lstrip("%#$@").lstrip("("))
    return Placeholder(Span(start, start + len(text)), text, kind, name.group().strip() if name else "")


def mask(text: str, start: int) -> Mask:
    """Return the mask over a placeholder."""
    return Mask(Span(start, start + len(text)), "placeholder", read(text).word)


def comments(text: str) -> Iterator[Mask]:
    """Yield the ``{% comment %}`` blocks of a template: what is in them is not sent."""
    end = 0
    while (start := _COMMENT_BLOCK.search(text, end)) and (close := _END_OF_COMMENT.search(text, start.end())):
        end = close.end()
        yield Mask(Span(start.start(), end), "code")


def type_of(name: str) -> str:
    """Return what a placeholder's name promises: "name", "date", "money"…; empty where it promises nothing."""
    words = [word.lower() for word in _WORDS.findall(name)]
    for word in reversed(words):
        for kind, known in _TYPES:
            if word in known and (word not in ("on", "at", "no") or len(words) > 1):
                return kind
    return ""
