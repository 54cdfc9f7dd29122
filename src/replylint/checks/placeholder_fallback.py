"""A placeholder whose value may be missing, with nothing said for that case."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from replylint.checks import Check
from replylint.checks.unknown_placeholder import _names
from replylint.language import placeholders
from replylint.language.patterns import lazy
from replylint.language.placeholders import Placeholder
from replylint.language.reading import Reading
from replylint.model import Edit, Fix, Match, Span

_OPENS = lazy(r"\{%-?\s*(?:if|unless|case)\b|\{\{#|<%-?\s*(?:if|unless)\b")
_CLOSES = lazy(r"\{%-?\s*end(?:if|unless|case)\b|\{\{/|<%-?\s*end\b")
_GREETING = lazy(r"\b(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|welcome)\s+$", re.IGNORECASE)
_HAS_NO_DEFAULT = frozenset(
    ("uvdesk", "mustache", "otrs", "zammad", "osticket", "discourse", "vscode", "labelactions", "printf", "none")
)
"""Families whose documentation knows no fallback, or whose values are always there."""


@dataclass(frozen=True)
class PlaceholderFallback(Check):
    """Finds values of some ``types`` that may be empty: without fallback, not in an if, not declared as required."""

    slots: ClassVar[frozenset[str]] = frozenset({"rendered", "fallback"})
    types: tuple[str, ...] = ("name", "company", "date")

    def matches(self, reading: Reading) -> Iterator[Match]:
        meta = reading.conversation.meta
        if meta.get("placeholders") in _HAS_NO_DEFAULT:
            return
        required = frozenset(_names(meta.get("required")))
        declared = meta.get("types") or {}
        depth = 0
        for placeholder in reading.draft.once(placeholders.in_text):
            if placeholder.kind == "tag":
                depth += bool(_OPENS.match(placeholder.text)) - bool(_CLOSES.match(placeholder.text))
                continue
            kind = declared.get(placeholder.name) or placeholder.type
            if depth > 0 or kind not in self.types or placeholder.name in required or not _may_have_one(placeholder):
                continue
            if any(_line(reading.draft.raw, placeholder.span)):  # alone in a line it is the sender's, who has a name
                yield _match(reading, placeholder, kind)


def _may_have_one(placeholder: Placeholder) -> bool:
    return placeholder.text.startswith(("{{", "{%")) and placeholder.kind == "value" and not placeholder.has_fallback


def _match(reading: Reading, placeholder: Placeholder, kind: str) -> Match:
    line = _line(reading.draft.raw, placeholder.span)
    text, span = placeholder.text, placeholder.span
    greets = kind == "name" and _GREETING.search(line[0]) is not None
    fallback = "there" if greets else "…"
    if text.startswith("{%"):
        filled = f"{text[:-2].rstrip()},fallback={fallback}%}}"
    else:
        filled = f'{text[:-2].rstrip()} | default: "{fallback}" }}}}'
    fixes = (Fix(f"write {filled}", (Edit(span, filled),)),) if greets else ()
    return Match(span, {"rendered": line[0][-20:] + line[1][:10], "fallback": filled}, fixes=fixes)


def _line(raw: str, span: Span) -> tuple[str, str]:
    """Return what stands before and after a placeholder in its line."""
    start, end = raw.rfind("\n", 0, span.start) + 1, raw.find("\n", span.end)
    return raw[start : span.start].lstrip(), raw[span.end : end if end >= 0 else len(raw)].rstrip()
