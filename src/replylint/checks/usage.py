"""Wrong words that their neighbours give away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import ClassVar

from replylint.checks import Check
from replylint.language.reading import Reading
from replylint.language.spelling import usage
from replylint.language.spelling.words import recased
from replylint.language.text import Sentence
from replylint.model import Channel, Confidence, Edit, Fix, Match


@dataclass(frozen=True)
class Usage(Check):
    """Finds the patterns of ``language/spelling/usage.py``.

    ``sure`` patterns have safe fixes; the fixes of ``likely`` ones are suggestions. ``sets`` name words that several
    patterns use. On ``quiet`` channels every finding is a hint.
    """

    slots: ClassVar[frozenset[str]] = frozenset({"fixed"})
    sure: tuple[str, ...] = ()
    likely: tuple[str, ...] = ()
    sets: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    quiet: tuple[Channel, ...] = ()

    def __post_init__(self) -> None:
        for pattern in (*self.sure, *self.likely):
            usage.check(pattern, self.sets)

    @cached_property
    def _patterns(self) -> usage.Patterns:
        return usage.Patterns((*self.sure, *self.likely), self.sets)

    @cached_property
    def _sure(self) -> frozenset[str]:
        return frozenset(self.sure)

    def nominate(self, reading: Reading) -> Iterable[Sentence]:
        return [
            sentence for sentence in reading.draft.sentences if self._patterns.needs_syntax(reading.draft, sentence)
        ]

    def matches(self, reading: Reading) -> Iterator[Match]:
        for sentence in reading.draft.sentences:
            done = -1
            for found in self._patterns.find(reading.draft, sentence, reading.parse):
                if found.shown.start >= done:
                    done = found.shown.end
                    yield self._match(reading, sentence, found)

    def _match(self, reading: Reading, sentence: Sentence, found: usage.Found) -> Match:
        raw, shown, wrong = reading.draft.raw, sentence.absolute(found.shown), sentence.absolute(found.wrong)
        sure = found.pattern.source in self._sure
        before, after = raw[shown.start : wrong.start], raw[wrong.end : shown.end]
        rights = [
            "".join(shown.of(raw).split()) if right == usage.JOINED
            else (before + recased(wrong.of(raw), right) + after).replace("  ", " ").strip()
            for right in found.rights
        ]  # fmt: skip
        confidence = Confidence.HIGH if sure else Confidence.MEDIUM
        return Match(
            shown,
            {"fixed": rights[0] if rights else ""},
            confidence=Confidence.LOW if reading.conversation.channel in self.quiet else confidence,
            fixes=tuple(Fix(f'write "{r}"', (Edit(shown, r),), safe=sure and len(rights) == 1) for r in rights),
        )
