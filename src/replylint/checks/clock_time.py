"""Clock times that can be read twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from replylint.checks import Check
from replylint.language.reading import Reading
from replylint.model import Match


@dataclass(frozen=True)
class ClockTime(Check):
    """Placeholder until language/times.py stands."""

    slots: ClassVar[frozenset[str]] = frozenset({"time", "am", "pm"})

    def matches(self, reading: Reading) -> Iterator[Match]:
        yield from ()
