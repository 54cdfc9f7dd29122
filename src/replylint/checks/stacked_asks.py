"""Several asks of the customer in running text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from replylint.checks import Check
from replylint.language.asks import stacks
from replylint.language.reading import Reading
from replylint.model import Match


@dataclass(frozen=True)
class StackedAsks(Check):
    """Reports a paragraph that asks for ``least`` things or more."""

    least: int = 3
    slots: ClassVar[frozenset[str]] = frozenset({"n"})

    def matches(self, reading: Reading) -> Iterator[Match]:
        """Yield the stretch from the first ask to the last."""
        for stack in stacks(reading.draft, self.least):
            yield Match(stack.span, slots={"n": str(stack.count)})
