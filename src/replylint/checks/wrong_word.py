"""Real words in the place of others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from replylint.checks.usage import Usage
from replylint.language.reading import Reading
from replylint.language.spelling.context import misplaced
from replylint.language.spelling.words import in_case_of
from replylint.model import Confidence, Edit, Fix, Match


@dataclass(frozen=True)
class WrongWord(Usage):
    """Finds the rule's patterns, and words that never stand beside their neighbours where a similar one often does."""

    def matches(self, reading: Reading) -> Iterator[Match]:
        found = list(super().matches(reading))
        yield from found
        for word, meant in misplaced(reading.words, reading.vocabulary):
            if not any(match.span.overlaps(word.span) for match in found):
                right = in_case_of(word, meant)
                fix = Fix(f'write "{right}"', (Edit(word.span, right),))
                yield Match(word.span, {"fixed": right}, confidence=Confidence.MEDIUM, fixes=(fix,))
