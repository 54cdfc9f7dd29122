"""Apostrophes that are missing, and those that do not belong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from replylint.checks.usage import Usage
from replylint.language.reading import Reading
from replylint.model import Confidence, Edit, Fix, Match


@dataclass(frozen=True)
class Apostrophe(Usage):
    """Finds the rule's patterns, and plain plurals written with an apostrophe."""

    def matches(self, reading: Reading) -> Iterator[Match]:
        yield from super().matches(reading)
        if "'s" not in reading.draft.scan and "’s" not in reading.draft.scan:
            return
        from replylint.language.spelling.plurals import plural_apostrophes  # most drafts have none to look at

        quiet = reading.conversation.channel in self.quiet
        for sentence in reading.draft.sentences:
            for span, plural in plural_apostrophes(sentence, reading.parse):
                span = sentence.absolute(span)
                fix = Fix(f'write "{plural}"', (Edit(span, plural),))
                confidence = Confidence.LOW if quiet else Confidence.MEDIUM
                yield Match(span, {"fixed": plural}, confidence=confidence, fixes=(fix,))
