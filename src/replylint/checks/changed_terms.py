"""Terms that were promised and are now worse, with no word about the change."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from replylint.checks import Check
from replylint.language.reading import Reading
from replylint.language.terms import changed_terms
from replylint.model import Confidence, Match, Related


class ChangedTerms(Check):
    """Finds the first promised term that the draft takes back."""

    slots: ClassVar[frozenset[str]] = frozenset({"old", "new"})

    def matches(self, reading: Reading) -> Iterator[Match]:
        for change in changed_terms(reading):
            related = (Related(change.old.turn, change.old.span, "we promised this"),)
            slots = {"old": change.old.text, "new": change.new.text}
            yield Match(change.new.span, slots, Confidence.MEDIUM, related=related)
            return
