"""Checks for tests of the machinery, which must not change when a real rule does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from replylint.checks import Check
from replylint.language.reading import Reading
from replylint.model import Confidence, Match, Related, Span


@dataclass(frozen=True)
class Words(Check):
    """Finds words in the draft."""

    words: tuple[str, ...]
    sure: bool = True
    most: int = 100
    how: Literal["first", "all"] = "all"

    slots = frozenset({"word", "upper"})

    def matches(self, reading: Reading) -> Iterator[Match]:
        for found in list(self._find(reading.draft.scan))[: 1 if self.how == "first" else self.most]:
            yield Match(
                Span(*found.span()),
                {"word": found.group(), "upper": found.group().upper()},
                Confidence.HIGH if self.sure else Confidence.LOW,
                related=tuple(
                    Related(text.turn, Span(*same.span()), "the customer's word")
                    for text in reading.current_turn
                    for same in self._find(text.scan)
                ),
            )

    def _find(self, text: str) -> Iterator[re.Match[str]]:
        return re.finditer("|".join(map(re.escape, self.words)), text)
