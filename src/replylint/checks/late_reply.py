"""Replies that come late and do not speak of the wait."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar

from replylint.checks import Check
from replylint.language.patterns import lazy
from replylint.language.reading import Reading
from replylint.language.text import Text
from replylint.model import Confidence, Match, Related

_WAIT = lazy(
    r"\b(?:wait(?:ed|ing|s)?|delay(?:s|ed)?|late(?:r|ness)?|slow(?:ness)?|patien(?:t|ce)|sooner"
    r"|earlier|quicker|faster|so long|too long|took (?:us |me )?(?:\w+ )?(?:long|time|while)"
    r"|taken (?:us |me )?(?:so |too )?long|belated(?:ly)?|overdue|kept you|bearing with|bear with"
    r"|backlog|busy|getting back to you)\b",
    re.I,
)
_CHASE = lazy(
    r"^\W*(?:hello|hi|hey|anyone|anybody|still there|any (?:news|update|luck|progress)|\?+"
    r"|did you (?:get|see|receive)|have you (?:had|seen)|just (?:following|chasing)|following up"
    r"|chasing|bump|ping|are you there)\b[^.]{0,60}\?*\s*$|\bstill (?:waiting|no (?:reply|answer"
    r"|response|news))\b|\bno (?:reply|answer|response)\b|\bchas(?:e|ing)\b",
    re.I,
)
_NOTHING_OPEN = lazy(
    r"^\W*(?:(?:ok(?:ay)?|great|perfect|cool|brilliant|super|lovely|no worries|got it|understood"
    r"|will do|many|thanks?|thank you|thx|cheers|ta|bye|you too|so much|very much|again|a lot"
    r"|for (?:your|the) (?:help|reply|quick reply)|have a (?:nice|good|great) (?:day|one|weekend"
    r"|evening))[\s,.!\U0001F300-\U0001FAFF]*)+$",
    re.I,
)

_CONTENT = lazy(
    r"^\W*(?:(?:ok(?:ay)?|great|perfect|cool|oh)\W+){0,2}(?:thanks|thank you|thx|cheers)\b[^?]{0,60}$"
    r"|\b(?:all|now|got it|it['’]s) (?:sorted|fixed|resolved|solved|working)\b"
    r"|\b(?:resolved|solved|fixed) (?:it|this|the|my|itself)\b|\bworks? (?:now|again)\b"
    r"|\b(?:thanks|thank you|thx) (?:though|anyway)\b",
    re.I,
)
"""A customer who is served: where nothing is asked, requested or complained of besides, nobody waits."""


@dataclass(frozen=True)
class LateReply(Check):
    """Finds replies later than their channel allows; the fields are minutes since the customer first wrote."""

    email: int = 24 * 60
    social: int = 2 * 60
    sms: int = 2 * 60
    chat: int = 5
    slots: ClassVar[frozenset[str]] = frozenset({"elapsed", "chased"})

    def matches(self, reading: Reading) -> Iterator[Match]:
        turn = [t for t in reading.current_turn if not _NOTHING_OPEN.match(t.scan)]
        if not turn or _WAIT.search(reading.draft.scan) or _served(reading, turn):
            return
        chased = len(turn) > 1 and bool(_CHASE.search(turn[-1].scan.strip()))
        elapsed = _elapsed(turn, reading.message.sent_at)
        allowed = timedelta(minutes=getattr(self, reading.conversation.channel))
        late = elapsed is not None and elapsed > (allowed / 4 if chased else allowed)
        if not late and not (chased and elapsed is None):
            return
        related = (Related(turn[0].turn, turn[0].opening, "the customer wrote this"),)
        slots = {"elapsed": _spoken(elapsed), "chased": " and chased" if chased else ""}
        yield Match(reading.draft.opening, slots, Confidence.HIGH if elapsed else Confidence.MEDIUM, related=related)


def _served(reading: Reading, turn: Sequence[Text]) -> bool:
    """Whether the customer's last word is thanks, or that all is well."""
    glad = _CONTENT.search(turn[-1].scan) is not None and "?" not in turn[-1].scan
    return glad and not (reading.questions or reading.requests or reading.failures)


def _elapsed(turn: list[Text], sent_at: datetime | None) -> timedelta | None:
    """Return the time since the customer's first message that bears one; None where it cannot be told."""
    received = next((t.message.sent_at for t in turn if t.message.sent_at), None)
    if received is None or sent_at is None or (received.tzinfo is None) != (sent_at.tzinfo is None):
        return None
    return sent_at - received


def _spoken(elapsed: timedelta | None) -> str:
    if elapsed is None:
        return "some time"
    minutes = int(elapsed.total_seconds() // 60)
    for size, unit in ((24 * 60, "day"), (60, "hour"), (1, "minute")):
        if minutes >= size:
            count = minutes // size
            return f"{count} {unit}{'s' if count > 1 else ''}"
    return "a minute"
