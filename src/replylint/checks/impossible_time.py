"""Dates and times that no calendar and no clock has."""

from __future__ import annotations

from collections.abc import Iterator

from replylint.checks import Check
from replylint.language.reading import Reading
from replylint.model import Match


class ImpossibleTime(Check):
    """Finds 31 June, 29 February in a common year, 2026-13-04, 25:30 and 7:75 pm."""

    def matches(self, reading: Reading) -> Iterator[Match]:
        for expression in reading.dates:
            if not expression.exists:
                yield Match(expression.span)
        for found in reading.times:
            for time in found.times:
                if not time.exists:
                    yield Match(time.span)
