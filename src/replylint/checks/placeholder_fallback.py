"""A placeholder whose value may be missing, with nothing said for that case."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from replylint.checks import Check
from replylint.checks.unknown_placeholder import _names
from replylint.language import placeholders
from replylint.language.placeholders import Placeholder
from replylint.language.reading import Reading
from replylint.model import Edit, Fix, Match, Span

_OPENS = re.compile(r"\{%-?\s*(?:if|unless|case)\b|\{\{#|<%-?\s*(?:if|unless)\b")
_CLOSES = re.compile(r"\{%-?\s*end(?:if|unless|case)\b|\{\{/|<%-?\s*end\b")
_HAS_NO_DEFAULT = frozenset(
    ("mustache", "otrs", "zammad", "osticket", "discourse", "vscode", "labelactions", "printf", "none")
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
            yield _match(reading, placeholder, kind)


def _may_have_one(placeholder: Placeholder) -> bool:
    return placeholder.text.startswith(("{{", "{%")) and placeholder.kind == "value" and not placeholder.has_fallback


def _match(reading: Reading, placeholder: Placeholder, kind: str) -> Match:
    raw, span = reading.draft.raw, placeholder.span
    before = raw[max(raw.rfind("\n", 0, span.start) + 1, span.start - 20) : span.start]
    after = raw[span.end : span.end + 10].split("\n")[0]
    text = placeholder.text
    fallback = "there" if kind == "name" else "…"
    if text.startswith("{%"):
        filled = f"{text[:-2].rstrip()},fallback={fallback}%}}"
    else:
        filled = f'{text[:-2].rstrip()} | default: "{fallback}" }}}}'
    fixes = (Fix(f"write {filled}", (Edit(Span(span.start, span.end), filled),)),) if kind == "name" else ()
    return Match(span, {"rendered": " ".join((before + after).split(" ")), "fallback": filled}, fixes=fixes)
