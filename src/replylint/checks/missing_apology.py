"""A failure of ours that the customer reports, and what the reply does instead of apologising."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from replylint.checks import Check
from replylint.language.apologies import ACTS, Apology
from replylint.language.failures import Failure
from replylint.language.reading import Reading
from replylint.model import Confidence, Match, Related


@dataclass(frozen=True)
class MissingApology(Check):
    """Finds replies to a complaint whose strongest act is ``instead``: nothing at all, or sympathy only.

    With ``event_clause_ok``, sympathy for an event ("sorry you haven't received it") is accepted where a sentence
    follows: it is taken to be the fix.
    """

    instead: Literal["nothing", "sympathy"] = "nothing"
    event_clause_ok: bool = True
    slots: ClassVar[frozenset[str]] = frozenset({"failure"})

    def matches(self, reading: Reading) -> Iterator[Match]:
        acts = [a for a in reading.apologies if a.turn == reading.turn and a.kind in ACTS]
        if self.instead == "nothing" and not acts:
            if failure := _worst(reading):
                yield Match(reading.draft.opening, _slots(reading, failure), failure.confidence, related=_told(failure))
        elif self.instead == "sympathy" and acts and all(a.kind == "sympathy" for a in acts):
            if (failure := _worst(reading)) and not self._accepted(reading, acts[0]):
                confidence = min(failure.confidence, Confidence.MEDIUM)
                yield Match(acts[0].span, _slots(reading, failure), confidence, related=_told(failure))

    def _accepted(self, reading: Reading, sympathy: Apology) -> bool:
        return self.event_clause_ok and sympathy.event and sympathy.sentence < reading.draft.sentences[-1].index


def _worst(reading: Reading) -> Failure | None:
    """Return the failure to apologise for: the most telling that was not apologised for yet."""
    open_failures = [f for f in reading.failures if not f.covered]
    return max(open_failures, key=lambda f: f.score, default=None)


def _slots(reading: Reading, failure: Failure) -> dict[str, str]:
    told = " ".join(failure.span.of(reading.text(failure.turn).raw).split())
    return {"failure": told if len(told) <= 70 else told[:69].rsplit(" ", 1)[0] + "…"}


def _told(failure: Failure) -> tuple[Related, ...]:
    return (Related(failure.turn, failure.span, "the customer reports it here"),)
