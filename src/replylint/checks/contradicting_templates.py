"""Templates that state different numbers for one fact."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from typing import ClassVar

from replylint.checks import LibraryCheck
from replylint.language.patterns import lazy
from replylint.language.reading import Reading
from replylint.language.stated_facts import StatedFact, stated_facts
from replylint.model import Confidence, Conversation, Match, Related

_SAID_OF_ALL = ("audience", "brand", "intent", "product", "purpose", "region")
"""Keys of a template's front matter that are a reason for other numbers."""
_LIMITS = lazy(
    r"\b(?:uk|us|usa|eu|europe(?:an)?|canada|canadian|australia\w*|ireland|germany|france|spain|italy|international"
    r"|domestic|overseas"
    r"|pro|plus|premium|basic|starter|free|enterprise|business|team|standard|express|economy|priority|vip|b2b"
    r"|wholesale|trade"
    r"|annual|monthly|yearly|weekly|christmas|holidays?|summer|winter|easter|sale|black friday|old|legacy|new|v\d+)\b"
)
"""Words in a template's name or path that are one: regions, plans, seasons."""
_Fact = tuple[StatedFact, Hashable]


class ContradictingTemplates(LibraryCheck):
    """Finds numbers that contradict those of more templates, or of an earlier one."""

    slots: ClassVar[frozenset[str]] = frozenset({"slot", "old", "other"})
    cases: ClassVar[frozenset[str]] = frozenset({"library"})

    def note(self, reading: Reading) -> tuple[_Fact, ...] | None:
        limits = _limits(reading.conversation)
        by_key: dict[Hashable, list[StatedFact]] = {}
        for fact in stated_facts(reading.draft, reading.times):
            by_key.setdefault((limits, fact.key), []).append(fact)
        kept = [
            (facts[0], key) for key, facts in by_key.items() if len({(f.low, f.high) for f in facts}) == 1
        ]  # what one template says twice in two ways has a reason that it names
        return tuple(kept) or None

    def compare(self, noted: Sequence[tuple[Conversation, tuple[_Fact, ...]]]) -> Iterator[tuple[Conversation, Match]]:
        by_key: dict[Hashable, list[tuple[Conversation, StatedFact]]] = {}
        for conversation, facts in noted:
            for fact, key in facts:
                by_key.setdefault(key, []).append((conversation, fact))
        for stated in by_key.values():
            yield from _contradictions(stated)


def _contradictions(stated: Sequence[tuple[Conversation, StatedFact]]) -> Iterator[tuple[Conversation, Match]]:
    (usual, _), *_ = Counter((fact.low, fact.high) for _, fact in stated).most_common(1)
    kept, right = next((c, fact) for c, fact in stated if (fact.low, fact.high) == usual)
    for conversation, fact in stated:
        if fact.contradicts(right):
            old = right.span.of(kept.message("draft").text if kept.draft else kept.message(kept.turns[-1]).text)
            slots = {"slot": fact.name, "old": old, "other": kept.id}
            related = Related(kept.turns[-1], right.span, "stated here", kept)
            yield conversation, Match(fact.span, slots, Confidence.MEDIUM, case="library", related=(related,))


def _limits(conversation: Conversation) -> Hashable:
    """Return what a template is said to hold for, outside its text."""
    named = frozenset(_LIMITS.findall(re.sub(r"[\W_]+", " ", f"{conversation.path} {conversation.id}".lower())))
    said = tuple(str(conversation.meta.get(key, "")) for key in _SAID_OF_ALL)
    return conversation.locale, named, said
