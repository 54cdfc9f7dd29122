"""Requests for action that the draft does not speak of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from replylint.checks import Check
from replylint.language.reading import Reading
from replylint.model import Match, Related


class IgnoredRequest(Check):
    """Reports each request that is neither done, promised, refused nor clarified."""

    slots: ClassVar[frozenset[str]] = frozenset({"request"})

    def matches(self, reading: Reading) -> Iterator[Match]:
        """Yield a match at the reply's opening for each ignored request."""
        for request in reading.requests:
            if request.outcome == "ignored":
                yield Match(
                    reading.draft.opening,
                    slots={"request": " ".join(request.text.split())[:90]},
                    confidence=request.confidence,
                    related=(Related(request.turn, request.span, "the customer's request"),),
                )
