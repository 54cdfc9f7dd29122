"""A question the customer had to ask again, still open or answered as if for the first time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from replylint.checks import Check
from replylint.language.reading import Reading
from replylint.language.repeats import find
from replylint.model import Match, Related


class RepeatedQuestion(Check):
    """Reports each question that was asked before and passed over."""

    slots: ClassVar[frozenset[str]] = frozenset({"question", "n"})

    def matches(self, reading: Reading) -> Iterator[Match]:
        """Yield a match at the reply's opening, with both askings."""
        for repeat in find(reading):
            yield Match(
                reading.draft.opening,
                slots={"question": " ".join(repeat.question.text.split())[:90], "n": str(repeat.times)},
                confidence=repeat.confidence,
                related=(
                    Related(repeat.question.turn, repeat.question.span, "asked again here"),
                    Related(repeat.earlier.turn, repeat.earlier.span, "asked first here"),
                ),
            )
