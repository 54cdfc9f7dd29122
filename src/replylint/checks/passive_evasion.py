"""Failures of ours told as if nobody had done them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from replylint.checks import Check
from replylint.language.patterns import lazy
from replylint.language.reading import Reading
from replylint.model import Confidence, Match, Span

_NOUN = (
    r"(?:errors?|mistakes?|oversights?|issues?|mix-?ups?|miscommunications?|misunderstandings?|delays?"
    r"|glitch(?:es)?|hiccups?|confusion|slip-?ups?|problems?|mess-?up)"
)
_DONE = (
    r"(?:missed|overlooked|forgotten|lost|mislaid|misplaced|duplicated|double[- ]charged|overcharged"
    r"|charged twice|misdirected|mishandled|delayed|misread|mixed up|entered (?:twice|wrongly"
    r"|incorrectly)|sent (?:to the wrong|twice|incorrectly)|misspelt|misspelled|deleted|dropped"
    r"|ignored|damaged|omitted|neglected|cancelled (?:by|in) (?:mistake|error)|billed twice"
    r"|not (?:passed on|processed|sent|forwarded|picked up|entered|recorded|answered|booked|actioned))"
)
_EVASION = lazy(
    rf"\b(?:some |certain |several )?{_NOUN}\s(?:was|were|has been|have been"
    rf"|had been)\s(?:unfortunately\s)?(?:made|caused)\b(?!\s(?:by|because))"
    r"|\bthere\s(?:was|has been|seems? to (?:be|have been)|appears? to (?:be|have been)|must have been"
    r"|may have been)\s(?:clearly\s|unfortunately\s)?(?:an?|some)\s(?:\w+\s){0,2}?"
    r"(?:errors?|mistakes?|oversights?|mix-?ups?|miscommunications?|misunderstandings?|slip-?ups?"
    r"|mess-?up|hiccups?|glitch|(?:issue|problem|delay)\s(?:with|in)\s(?:your|the|processing|sending"
    r"|delivering))(?!\w)"
    rf"|\b(?:an?|the|some)\s(?:\w+\s)?(?:error|issue|problem|mistake|mix-?up|misunderstanding"
    rf"|glitch)\s(?:has\s)?(?:occurred|arose|arisen|happened|crept in)\b"
    rf"|\bsomething\s(?:has\s|must have\s|seems to have\s)?(?:went|gone)\s(?:\w+\s)?wrong\b"
    rf"|\b(?:your|the|this)\s(?:[\w-]+\s){{1,3}}?(?:was|were|has been|have been|had been|got"
    rf"|must have been|may have been)\s(?:\w+ly\s|unfortunately\s|somehow\s"
    rf"|being\s)?{_DONE}\b(?!\s(?:by|because))",
    re.I,
)
_OWNS = lazy(
    r"\b(?:we|i)(?:['’]ve| have)? (?:\w+ly |just |then |also )?(?:made|got|sent|missed|forgot|lost"
    r"|charged|failed|broke|overlooked|should|mixed|messed|misread|deleted|didn['’]?t|did not"
    r"|were wrong|was wrong|put|entered|booked|packed|gave|told)\b|\b(?:our|my) (?:\w+ )?(?:mistake"
    r"|fault|error|oversight|update|team|colleague|side|end)\b|\bbecause of our\b|\bon us\b",
    re.I,
)
_ASKED = lazy(r"\?\s*$")
_YOUR_MACHINE = lazy(
    r"\b(?:your|you) (?:computer|device|browser|phone|profile|system|installation|side|end)\b|\bif\b", re.I
)


class PassiveEvasion(Check):
    """Finds agentless passives and nouns that stand for our failure, where nothing in the reply owns it."""

    cases: ClassVar[frozenset[str]] = frozenset({"", "complaint"})

    def matches(self, reading: Reading) -> Iterator[Match]:
        if _OWNS.search(reading.draft.scan):
            return
        for sentence in reading.draft.author:
            found = _EVASION.search(sentence.scan)
            if not found or _ASKED.search(sentence.scan) or _YOUR_MACHINE.search(sentence.scan):
                continue
            span = sentence.absolute(Span(*found.span()))
            if any(
                a.turn == reading.turn and a.kind != "not-ours" and a.span.overlaps(span) for a in reading.apologies
            ):
                continue  # what an apology is for is named there, not evaded
            case = "complaint" if reading.complained else ""
            yield Match(span, confidence=Confidence.MEDIUM, case=case)
