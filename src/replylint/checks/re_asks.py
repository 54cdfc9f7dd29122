"""The draft asks for something the customer has already given."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from replylint.checks import Check
from replylint.language.reading import Reading
from replylint.model import Match, Related


class ReAsks(Check):
    """Reports each datum that is asked for again."""

    slots: ClassVar[frozenset[str]] = frozenset({"item", "value"})

    def matches(self, reading: Reading) -> Iterator[Match]:
        """Yield the words that ask for it, with the place where the customer gave it."""
        for asked in reading.re_asked:
            questions = [t.question for t in reading.answers if t.asked_again == asked]
            yield Match(
                asked.span,
                slots={"item": asked.item, "value": " ".join(asked.value.split())[:60]},
                confidence=asked.confidence,
                related=(
                    Related(asked.turn, asked.given, "given here"),
                    *(Related(q.turn, q.span, "the customer's question") for q in questions),
                ),
            )
