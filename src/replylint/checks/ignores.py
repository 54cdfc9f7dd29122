"""Comments and front matter that switch rules off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from replylint.checks import Check
from replylint.language.reading import Reading
from replylint.model import Match


@dataclass(frozen=True)
class Ignores(Check):
    """Has no match of its own: whether an ignore was needed is known only after all rules ran (``suppressions``)."""

    slots: ClassVar[frozenset[str]] = frozenset({"selector", "advice"})
    cases: ClassVar[frozenset[str]] = frozenset({"unused", "unknown"})

    kind: Literal["bare", "unused"] = "bare"

    def matches(self, reading: Reading) -> Iterator[Match]:
        yield from ()
