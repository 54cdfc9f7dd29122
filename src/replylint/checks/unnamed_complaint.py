"""Replies that never say back what the customer complained of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from replylint.checks import Check
from replylint.language import failure_lexicon as lexicon
from replylint.language.failure_judge import plain
from replylint.language.failure_words import FAILURE_WORD
from replylint.language.failures import Failure
from replylint.language.patterns import lazy
from replylint.language.reading import Reading
from replylint.model import Confidence, Match, Related

_WORD = lazy(r"[a-z][a-z'-]{3,}|\d[\d.,:]*")
_LONG = 60
"""Words."""
_EMPTY = frozenset(
    "this that these those with have from your yours been were will would could should there their they them what when where which while about"
    " after again also because before being both does doing done down each even ever every going here hers into just know like made make many"
    " more most much must need never only other over said same some still such than then thing things through time today very want well went"
    " please thank thanks sorry hello dear team issue issues problem problems matter inconvenience trouble feedback experience situation service"
    " customer support help apologies apology apologise apologize happen happened really it's you're we're didn't don't can't won't".split()
)
_EVALUATES = lazy(
    r"\b(?:should(?:n['’]?t| not| never) have (?:happened|been)|not (?:good enough|acceptable|okay|ok"
    r"|the (?:service|experience|standard))|unacceptable|(?:that|this)['’]?s (?:on us|awful|terrible"
    r"|not right|not ok(?:ay)?|dreadful|horrible))\b",
    re.I,
)
_ASKS_WHAT = lazy(
    r"\bwhat(?: exactly)? (?:happened|went wrong|is happening|['’]?s (?:going on|happening|wrong))"
    r"|\b(?:more|further) (?:about|detail)|\bdetails\b|\btell (?:us|me) (?:more|what)|\bi can (?:see"
    r"|hear) (?:that|why|how)|\b(?:what|which|when|where|how|did|does|is|are|have)\b[^.!?]{2,120}\?",
    re.I,
)


class UnnamedComplaint(Check):
    """Finds replies to a complaint, or to anger without facts, that neither name its problem nor ask what happened."""

    slots: ClassVar[frozenset[str]] = frozenset({"failure"})

    def matches(self, reading: Reading) -> Iterator[Match]:
        if reading.message.text.strip() == "" or any(t.message.role == "agent" for t in reading.earlier):
            return  # once restated, a follow-up need not restate it
        open_failures = [f for f in reading.failures if not f.covered]
        if failure := max(open_failures, key=lambda f: f.score, default=None):
            if not _named(reading, open_failures):
                told = _short(failure.span.of(reading.text(failure.turn).raw))
                related = (Related(failure.turn, failure.span, "the customer describes it here"),)
                # a report of a fault wants a cure; that it was understood shows in the cure
                technical = failure.frame == "defective" and not re.search(lexicon.AFFECT, plain(told))
                confidence = (
                    Confidence.MEDIUM if failure.confidence == Confidence.HIGH and not technical else Confidence.LOW
                )
                yield Match(reading.draft.opening, {"failure": told}, confidence, related=related)
        elif (angry := _anger(reading)) and not (
            _EVALUATES.search(reading.draft.scan) or _ASKS_WHAT.search(reading.draft.scan)
        ):
            yield Match(reading.draft.opening, {"failure": _short(angry)}, Confidence.MEDIUM)


def _named(reading: Reading, failures: list[Failure]) -> bool:
    """Whether the draft shares a word of the failure, speaks in its frame, or judges what happened."""
    draft = plain(reading.draft.scan)
    if len(draft.split()) > _LONG or re.search(lexicon.WE_TROUBLESHOOT, draft):
        return True  # a reply that goes into the matter at length, or looks for its cause, has understood it
    if _EVALUATES.search(draft) or FAILURE_WORD.search(draft):
        return True
    told = " ".join(plain(reading.text(f.turn).scan[f.span.start : f.span.end]) for f in failures)
    if _stems(told) & _stems(draft):
        return True
    frames = {f.frame for f in failures}
    return any(frame in frames and re.search(pattern, draft) for frame, _, pattern in lexicon.FRAMES)


def _stems(text: str) -> set[str]:
    return {word[:5] for word in _WORD.findall(text) if word not in _EMPTY}


def _anger(reading: Reading) -> str | None:
    """Return the customer's words where they are angry and say nothing of what happened."""
    for text in reading.current_turn:
        scan = plain(text.scan)
        if _FURY.search(scan) and len(scan.split()) <= 30 and not re.search(lexicon.WISH, scan):
            return text.raw
    return None


_FURY = lazy(
    r"\b(?:a (?:total |complete |absolute )?joke|shambles|disgrace(?:ful)?|furious|disgusted|livid"
    r"|fuming|pathetic|useless|worst (?:\w+ )?(?:service|company|experience|airline|shop|bank|hotel)"
    r"|fed up|appalling|unacceptable|you (?:lot |guys |people )?(?:suck|are (?:useless|clowns|idiots"
    r"|terrible|the worst)))\b"
)


def _short(text: str) -> str:
    told = " ".join(text.split())
    return told if len(told) <= 60 else told[:59].rsplit(" ", 1)[0] + "…"
