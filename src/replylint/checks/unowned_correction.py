"""Replies that contradict what we told the customer before, and do not say so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from replylint.checks import Check
from replylint.language.corrections import corrections
from replylint.language.reading import Reading
from replylint.model import Confidence, Match, Related


class UnownedCorrection(Check):
    """Finds a value of ours that a later one of ours replaces without a word about it."""

    slots: ClassVar[frozenset[str]] = frozenset({"old", "new"})

    def matches(self, reading: Reading) -> Iterator[Match]:
        for correction in corrections(reading):
            related = (Related(correction.old.turn, correction.old.span, "we said this"),)
            slots = {"old": correction.old.text, "new": correction.new.text}
            yield Match(correction.new.span, slots, Confidence.HIGH, related=related)
            return
