"""Apologies that nothing follows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from replylint.checks import Check
from replylint.language.patterns import lazy
from replylint.language.reading import Reading
from replylint.model import Confidence, Match

_OWN_DELAY = lazy(r"\b(?:wait\w*|delay in|late reply|slow|patience|response|repl(?:y|ying)|getting back)\b", re.I)
_FOR_A_FAILURE = ("apology", "conditional", "non-apology", "responsibility")
_REFUSES = lazy(r"[^.!?]{0,30}\bbut\b[^.!?]*\b(?:not|non|cannot|unable|no|[a-z]+n['’]?t)\b", re.I)
_ONLY_APOLOGY_WANTED = lazy(r"\b(?:just|only) (?:want|wanted|need|expect|like) (?:an|you to) apolog", re.I)


class ApologyWithoutRemedy(Check):
    """Finds apologies for a failure in a reply that mends, offers, asks and announces nothing."""

    def matches(self, reading: Reading) -> Iterator[Match]:
        apologies = [a for a in reading.apologies if a.turn == reading.turn and (a.kind in _FOR_A_FAILURE or a.event)]
        if not apologies or reading.remedies or _answers(reading):
            return
        if reading.current_turn and not reading.failures:
            return  # a courtesy: nothing is to be mended
        first = apologies[0]
        if _REFUSES.match(reading.draft.scan[first.span.end :]):
            return  # not for a failure: it softens a no
        if _OWN_DELAY.search(first.object.of(reading.draft.scan)) or _remedied_before(reading):
            return
        if any(_ONLY_APOLOGY_WANTED.search(text.scan) for text in reading.current_turn):
            return
        if reading.draft.masked(reading.draft.opening, "placeholder") and "action" in reading.draft.raw.lower():
            return
        yield Match(first.span, confidence=Confidence.MEDIUM)


def _answers(reading: Reading) -> bool:
    """Whether the reply says so much besides, or points to so concrete a place, that it is not a bare apology."""
    return any(mask.kind in ("url", "email") for mask in reading.draft.masks) or len(reading.draft.author) > 8


def _remedied_before(reading: Reading) -> bool:
    return any(reading.at(text.turn).remedies for text in reading.earlier if text.message.role == "agent")
