"""Apologies that the next clause takes back."""

from __future__ import annotations

import re
from collections.abc import Iterator

from replylint.checks import Check
from replylint.language.apologies import Apology
from replylint.language.patterns import lazy
from replylint.language.reading import Reading
from replylint.language.text import Sentence
from replylint.model import Confidence, Edit, Fix, Match, Span

_TURN = lazy(
    r"(?P<join>\s*(?:[,;:–—-]\s*|\s)(?P<word>but|however|although|though|yet)\b,?\s*)(?P<clause>[^.!?\n]+)", re.I
)
_NEXT = lazy(r"\s*(?P<word>but|however)\b,?\s*(?P<clause>[^.!?\n]+)", re.I)
_TAKES_BACK = lazy(
    r"\byou (?:should|need(?:ed)? to|must|didn['’]?t|did not|were|agreed|failed|never|could have|ought"
    r"|have to|had)\b|\bour (?:policy|terms|records|rules)\b|\b(?:policy|terms|t&cs|rules)\b"
    r"|\bnothing (?:we|i) can\b|\b(?:is|was|are|were)(?: not|n['’]?t) (?:our|my|us|something)\b"
    r"|\bnot (?:our|my) (?:fault|problem|responsibility)\b|\b(?:are|is|was|were) responsible\b"
    r"|\b(?:busy|short[- ]staffed|understaffed|busier|high (?:volume|demand))\b|\b(?:can(?:not|['’]?t)"
    r"|could(?: not|n['’]?t)|unable|won['’]?t|(?:do|does|did)(?: not|n['’]?t))\b"
    r"|\bthese things happen\b|\bhappens\b|\bas (?:stated|mentioned|explained|per)\b"
    r"|\bout of our (?:hands|control)\b|\b(?:due to|because of)\b|\b(?:it|that|this) (?:is|was"
    r"|['’]s) (?:your|the (?:courier|driver|supplier|carrier|bank|manufacturer))",
    re.I,
)
_MENDS = lazy(
    r"\b(?:glad|happy|good news|fixed|sent|sending|refund(?:ed)?|replac\w+|will|['’]ll|going to"
    r"|can (?:offer|help|confirm|send|do|refund|replace|book)|on its way|working (?:on|now)|resolved"
    r"|sorted|back|hope(?:fully)?|(?:have|['’]ve) (?:now |just |already )?(?:sent|fixed|refunded"
    r"|replaced|booked|asked|resolved|corrected|put|made|added|changed))\b",
    re.I,
)
_ASKS = lazy(r"^(?:could|can|would|may|do|did|what|which|where|when|who|how|is|are)\b", re.I)
_ABOUT_US = lazy(r"^(?:we|i|our|my)\b", re.I)


class SorryBut(Check):
    """Finds but, however or although after an apology, where the clause denies, justifies, blames or refuses."""

    def matches(self, reading: Reading) -> Iterator[Match]:
        for apology in reading.apologies:
            if apology.turn != reading.turn or apology.kind not in (
                "apology",
                "conditional",
                "responsibility",
                "phatic",
            ):
                continue
            sentence = reading.draft.sentences[apology.sentence]
            if match := _turn(reading, apology, sentence):
                yield match


def _turn(reading: Reading, apology: Apology, sentence: Sentence) -> Match | None:
    rest = sentence.scan[apology.span.end - sentence.span.start :]
    if found := _TURN.match(rest):
        start = apology.span.end
        confidence = _verdict(apology, found["clause"], rest)
        if confidence is None:
            return None
        end = start + found.end("clause")
        fixes = () if apology.kind == "phatic" else _fixes(reading, found, start)
        return Match(Span(apology.span.start, end), confidence=confidence, fixes=fixes)
    following = reading.draft.sentences[apology.sentence + 1 : apology.sentence + 2]
    if apology.kind == "phatic" or rest.strip(" .!,") or not following:
        return None
    if (found := _NEXT.match(following[0].scan)) and _verdict(apology, found["clause"], following[0].scan):
        return Match(
            Span(apology.span.start, following[0].span.start + found.end("clause")), confidence=Confidence.MEDIUM
        )
    return None


def _verdict(apology: Apology, clause: str, rest: str) -> Confidence | None:
    """Say how surely a clause takes the apology back; None where it mends, or asks."""
    if _ASKS.match(clause) or rest.rstrip().endswith("?"):
        return None
    takes_back, mends = _TAKES_BACK.search(clause), _MENDS.search(clause)
    if not takes_back or (mends and mends.start() < takes_back.start()):
        return None
    if apology.kind == "phatic" and not re.match(r"you\b|our (?:policy|terms)", clause, re.I):
        return Confidence.LOW
    return Confidence.MEDIUM


def _fixes(reading: Reading, found: re.Match[str], start: int) -> tuple[Fix, ...]:
    clause = found["clause"]
    join = Span(start + found.start("join"), start + found.end("join"))
    edit = Edit(Span(join.start, join.end + 1), ". " + clause[:1].upper())
    return (Fix("End the sentence after the apology.", (edit,), safe=bool(_ABOUT_US.match(clause))),)
