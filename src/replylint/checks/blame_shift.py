"""Sentences that hand the customer's problem to somebody else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from replylint.checks import Check
from replylint.language.patterns import lazy
from replylint.language.reading import Reading
from replylint.language.text import Sentence
from replylint.model import Confidence, Match, Span

_DENIAL = lazy(
    r"\b(?:(?:is|was|are|were|isn['’]?t|wasn['’]?t)\s)?(?:not\s)?(?<!['’]s )(?:really\s)?(?:our"
    r"|my)\s(?:fault|responsibility|problem|doing)\b"
    r"|\bnothing to do with (?:us|me)\b|\bout(?:side)? of (?:our|my) (?:hands|control)\b"
    r"|\bbeyond our control\b|\b(?:we|i) (?:have|had) no (?:control|influence|say)(?: over| in)?\b"
    r"|\bcan(?:not|['’]?t) be held (?:responsible|liable)\b"
    r"|\b(?:are|am|is)(?: not|n['’]?t) (?:responsible|liable|to blame)\b",
    re.I,
    needs="fault|responsib|problem|doing|nothing to do|hands|control|influence|say|liable|to blame",
)
_NEGATED = lazy(r"\b(?:not|n['’]?t|nothing|no|never|isn|wasn|out|beyond|cannot)\b|n['’]?t\b", re.I)
_THIRD = (
    r"(?:the|our|their|its|that|this|a)\s(?:(?:outside|external|delivery|billing|local|previous|other"
    r"|third[- ]party)\s)?(?:suppliers?|couriers?|carriers?|labs?|laborator(?:y|ies)|warehouse"
    r"|systems?|computers?|software|it (?:team|department)|colleagues?|(?:previous |other )?agents?"
    r"|manufacturers?|factory|depot|drivers?"
    r"|contractors?|vendors?|sellers?|partners?|post office|accounts? (?:team|department)|finance"
    r"|sales team|shipping company|agency|chef|kitchen|front desk|receptionist|printer|maker)"
)
_FAILS = (
    r"(?:is|was|are|were|has|have|had|did|does|do|ha[sd])?\s?(?:\w+ly\s)?(?:forgot|failed|lost|missed"
    r"|late|delayed|didn['’]?t|doesn['’]?t|don['’]?t|won['’]?t|can['’]?t|cannot|did not|does not"
    r"|do not|made (?:a|an|the) (?:mistake|error)|responsible|to blame|at fault|short[- ]staffed"
    r"|let us down|mixed up|messed up|sent (?:the|a|us) (?:the )?wrong|mislaid|broke|overlooked"
    r"|damaged|caused|slow|behind)"
)
_BLAMES = lazy(
    rf"\b{_THIRD}\s(?:{_FAILS})\b|\b(?:it|that|this)(?:['’]s|\s(?:is|was))\s(?:{_THIRD}"
    rf"|the \w+)['’]s?\s(?:fault|mistake|error|problem|responsibility)\b|\b(?:fault|mistake|error|delay"
    rf"|problem|issue)\s(?:is|was|lies)\s(?:\w+\s)?(?:with|by|of|from|at)\s{_THIRD}\b"
    rf"|\b(?:due to|because of|caused by)\s(?:an? |the )?(?:\w+\s)?(?:error|mistake|delay|fault|problem"
    rf"|failure)\s(?:by|at|of|with|from)\s{_THIRD}\b",
    re.I,
    needs="supplier|courier|carrier|lab|warehouse|system|computer|software|team|department|colleague|agent|manufactur"
    "|factory|depot|driver|contractor|vendor|seller|partner|office|finance|company|agency|chef|kitchen|desk"
    "|receptionist|printer|maker|fault|mistake|error|problem|responsib",
)
_WE_ACT = lazy(
    r"\b(?:i|we)(?:['’](?:ve|m|re|ll)|\s(?:have|am|are|will|can))\s(?!no\b|not\b|afraid|sorry|unable"
    r"|unfortunately)(?:\w+ly\s|now\s|also\s|just\s|already\s)?(?:\w+ed|\w+ing|sent|made|put|got|found"
    r"|spoken|rung|call|ask|send|refund|replace|check|let you|get|chase|write|ring|email|confirm|sort"
    r"|make|find|arrange|book|offer|pay|fix|take|look|follow|speak)\b"
    r"|\b(?:i|we)\s(?:asked|sent|refunded|replaced|called|rang|booked|ordered|fixed|chose|made"
    r"|arranged|put|paid|are (?:sending|replacing|asking))\b|\bso it['’]?s ours to fix\b"
    r"|\byour (?:refund|replacement|new)\b",
    re.I,
)
_REPORTED = lazy(
    r"\b(?:shows?|reports?|says?|confirmed|confirms|tells? us|states?|your (?:bank|provider|isp|email provider))\b",
    re.I,
)


class BlameShift(Check):
    """Finds denials of responsibility, and suppliers or colleagues named as the culprit without our doing anything."""

    cases: ClassVar[frozenset[str]] = frozenset({"", "complaint"})

    def matches(self, reading: Reading) -> Iterator[Match]:
        sentences = reading.draft.author
        for sentence, following in zip(sentences, [*sentences[1:], None], strict=False):
            if not (span := _blame(sentence)):
                continue
            if _WE_ACT.search(sentence.scan) or (following and _WE_ACT.search(following.scan)):
                continue
            confidence = Confidence.LOW if reading.conversation.meta.get("marketplace") else Confidence.MEDIUM
            case = "complaint" if reading.complained else ""
            yield Match(sentence.absolute(span), confidence=confidence, case=case)


def _blame(sentence: Sentence) -> Span | None:
    scan = sentence.scan
    if scan.rstrip().endswith("?"):
        return None
    for denial in _DENIAL.finditer(scan):
        if _NEGATED.search(scan[max(0, denial.start() - 15) : denial.end()]) and not re.search(
            r"\bif\b", scan[: denial.start()], re.I
        ):
            return Span(0, len(scan.rstrip(" .!")))
    if (
        (blame := _BLAMES.search(scan))
        and not _REPORTED.search(scan[: blame.end()])
        and not re.search(r"\bif\b", scan[: blame.start()], re.I)
    ):
        return Span(blame.start(), len(scan.rstrip(" .!")))
    return None
