"""What the templates of a run say of each other: gathered from all of them before the first is judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from replylint.checks import LibraryCheck
from replylint.language.reading import Reading
from replylint.model import Conversation, Rule
from replylint.precedence import Hit

Compared = Mapping[int, Sequence[Hit]]
"""What the comparison found in each conversation, by its ``id()``."""


def until_first(conversations: Iterable[Conversation]) -> tuple[Iterator[Conversation], list[Conversation]]:
    """Split conversations before the first template of a library: those before it need not wait for the others.

    The second part is filled when the first has been taken.
    """
    rest: list[Conversation] = []

    def before() -> Iterator[Conversation]:
        remaining = iter(conversations)
        for conversation in remaining:
            if conversation.mode == "library":
                rest.extend(chain((conversation,), remaining))
                return
            yield conversation

    return before(), rest


@dataclass
class _Rule:
    """What one rule's check noted. Each template keeps the rule as its own settings have it."""

    check: LibraryCheck
    rules: dict[int, Rule] = field(default_factory=dict)
    noted: list[tuple[Conversation, Any]] = field(default_factory=list)


class Library:
    """The templates of a run, as far as they are compared."""

    def __init__(self) -> None:
        self._rules: dict[str, _Rule] = {}

    def add(self, reading: Reading, rule: Rule, check: LibraryCheck) -> None:
        """Note what a rule compares of a template."""
        note = check.note(reading)
        if note is not None:
            known = self._rules.setdefault(rule.code, _Rule(check))
            known.rules[id(reading.conversation)] = rule
            known.noted.append((reading.conversation, note))

    def compared(self) -> Compared:
        """Return what is found now that every template was added."""
        hits: dict[int, list[Hit]] = {}
        for known in self._rules.values():
            for conversation, match in known.check.compare(known.noted):
                hits.setdefault(id(conversation), []).append((known.rules[id(conversation)], match))
        return hits
