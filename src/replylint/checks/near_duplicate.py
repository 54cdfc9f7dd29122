"""Templates that say the same in nearly the same words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from replylint.checks import LibraryCheck
from replylint.language.patterns import lazy
from replylint.language.reading import Reading
from replylint.language.shingles import Shingle, alike, shingles, words_of
from replylint.model import Conversation, Match, Related, Span

_PLURAL = lazy(r"[.\[(](?:zero|one|two|few|many|other|plural|singular|\d)[\])]?$")
"""The end of a template's name that marks one of several forms of it: CLDR's plural categories, msgstr[1]."""


@dataclass(frozen=True)
class _Noted:
    span: Span
    shingles: frozenset[Shingle]


@dataclass(frozen=True)
class NearDuplicate(LibraryCheck):
    """Finds templates whose pairs of neighbouring words are mostly those of an earlier one.

    ``least`` is the share of pairs that both have among those that either has (the Jaccard index); templates with fewer
    words than ``words`` are not compared.
    """

    slots: ClassVar[frozenset[str]] = frozenset({"other", "percent"})
    cases: ClassVar[frozenset[str]] = frozenset({"same", "near"})

    least: float = 0.75
    words: int = 12

    def note(self, reading: Reading) -> _Noted | None:
        words = words_of(reading.draft)
        if len(words) < self.words or not reading.draft.sentences:
            return None
        return _Noted(reading.draft.opening, shingles(words, 2))

    def compare(self, noted: Sequence[tuple[Conversation, _Noted]]) -> Iterator[tuple[Conversation, Match]]:
        for number, other, share in alike([note.shingles for _, note in noted], self.least):
            (conversation, note), (kept, kept_note) = noted[number], noted[other]
            if _forms_of_one(conversation.id, kept.id):
                continue
            yield (
                conversation,
                Match(
                    note.span,
                    {"other": kept.id, "percent": str(int(100 * share))},
                    case="same" if share == 1 else "near",
                    related=(Related("draft", kept_note.span, "the other one", kept),),
                ),
            )


def _forms_of_one(name: str, other: str) -> bool:
    """Whether two names are those of the singular and the plural of one text."""
    stem, count = _PLURAL.subn("", name)
    return bool(count) and name != other and stem == _PLURAL.sub("", other)
