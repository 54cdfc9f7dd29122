"""A placeholder that the settings, or the help desk's documentation, do not list."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from typing import ClassVar

from replylint.checks import Check
from replylint.language import placeholder_names, placeholders
from replylint.language.patterns import lazy
from replylint.language.reading import Reading
from replylint.model import Confidence, Edit, Fix, Match, Span

_LOCAL = lazy(r"\{%-?\s*(?:assign|capture|set|for|with|tablerow|increment|macro)\s+([A-Za-z_]\w*)")
_BUILT_IN = frozenset(
    ("forloop", "loop", "tablerowloop", "true", "false", "nil", "null", "none", "empty", "blank", "now", "this")
)
_TESTED = lazy(r"\{%-?\s*(?:if|unless|elsif|elif|case)\s+(?:not\s+)?([A-Za-z_][\w.]*)")


class UnknownPlaceholder(Check):
    """Finds placeholders missing from the template's ``schema``, and slips in those that its help desk documents."""

    slots: ClassVar[frozenset[str]] = frozenset({"name", "closest"})
    cases: ClassVar[frozenset[str]] = frozenset({"close", "unknown"})

    def matches(self, reading: Reading) -> Iterator[Match]:
        meta = reading.conversation.meta
        schema = _names(meta.get("schema"))
        known = frozenset(schema) or placeholder_names.KNOWN.get(str(meta.get("placeholders")), frozenset())
        if not known:
            return
        raw = reading.draft.raw
        local = {match[1] for match in _LOCAL.finditer(raw)} | _BUILT_IN
        for name, span in _used(reading):
            root = re.split(r"[.\[]", name, maxsplit=1)[0]
            if name in known or root in local:
                continue
            closest = _closest(name, known)
            if closest and (schema or placeholder_names.is_slip(name, closest)):
                fix = Fix(f'write "{closest}"', (Edit(span, closest),))
                yield Match(span, {"name": name, "closest": closest}, case="close", fixes=(fix,))
            elif schema:
                yield Match(span, {"name": name, "closest": ""}, Confidence.HIGH, "unknown")


def _names(schema: object) -> tuple[str, ...]:
    if isinstance(schema, str):
        return tuple(name.strip() for name in schema.split(","))
    return tuple(str(name) for name in schema) if isinstance(schema, Iterable) else ()


def _used(reading: Reading) -> Iterator[tuple[str, Span]]:
    """Yield the names that the values and conditions of a template use, and where they stand."""
    for placeholder in reading.draft.once(placeholders.in_text):
        if placeholder.kind == "value" and placeholder.name and len(placeholder.text) > 2:
            name = placeholder.name
        elif placeholder.kind == "tag" and (tested := _TESTED.match(placeholder.text)):
            name = tested[1]
        else:
            continue
        start = placeholder.span.start + placeholder.text.find(name)
        yield name, Span(start, start + len(name))


def _closest(name: str, known: frozenset[str]) -> str:
    """Return the known name that is meant: the same letters in other capitals or signs, or a slip away."""
    plain = _plain(name)
    for candidate in sorted(known):
        if _plain(candidate) == plain:
            return candidate
    near = difflib.get_close_matches(name, sorted(known), 1, 0.85)
    return near[0] if near else ""


def _plain(name: str) -> str:
    return re.sub(r"[\W_]", "", name).lower()
