"""A failure of ours that the customer reports, and what the reply does instead of apologising."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from replylint.checks import Check
from replylint.language.apologies import ACTS, Apology
from replylint.language.failures import Failure
from replylint.language.patterns import lazy
from replylint.language.reading import Reading
from replylint.model import Match, Related

_FINDS_OUT = lazy(
    r"\b(?:i|we)(?:['’]?m|['’]?re|['’]?ll|['’]?ve| am| are| will| have)\s(?:\w+\s)?(?:ask\w*|check\w*"
    r"|trac\w+|investigat\w+|look(?:ing)? into|find(?:ing)? out|speak\w*|spoken)\b",
    re.IGNORECASE,
)


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
        sympathy = bool(acts) and all(a.kind == "sympathy" for a in acts)
        wanted = not acts if self.instead == "nothing" else sympathy and not self._accepted(reading, acts[0])
        if wanted and (failure := _worst(reading)):
            span = reading.draft.opening if self.instead == "nothing" else acts[0].span
            yield Match(span, _slots(reading, failure), failure.confidence, related=_told(failure))

    def _accepted(self, reading: Reading, sympathy: Apology) -> bool:
        if _FINDS_OUT.search(reading.draft.scan):
            return True  # the cause is not known yet, and we say so
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
