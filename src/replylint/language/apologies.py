"""Apologies: every apology formula in our messages, in its class, with what it is for.

The classes follow the catalogue's IFID classifier (illocutionary force indicating devices: Blum-Kulka & Olshtain 1984,
"Requests and apologies"). They are decided on the text alone, in ``apology_kinds``, so that a template costs no parse.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, zip_longest

from replylint.language.apology_kinds import ApologyKind, Formula, Way, kind_of
from replylint.language.patterns import lazy
from replylint.language.text import Sentence, Text
from replylint.language.wordings import Wordings
from replylint.model import Span, Turn

ACTS: frozenset[ApologyKind] = frozenset({"sympathy", "non-apology", "conditional", "apology", "responsibility"})
"""The kinds that do something about a failure, however weakly."""


@dataclass(frozen=True, slots=True)
class Apology:
    """One apology formula.

    ``span`` runs from its subject to the end of its clause, ``object`` is what follows the formula in that clause
    (``for the delay``), ``formula`` the words that make it one (``sorry``). ``event`` marks sympathy with an event in
    the world (``sorry you haven't received it``).
    """

    turn: Turn
    sentence: int
    span: Span
    formula: Span
    object: Span
    kind: ApologyKind
    intensified: bool = False
    event: bool = False


_RESPONSIBILITY = Wordings(
    # It was us.
    "(that's|that is|that was|this is|this was) <wholly>? on (us|me)",
    "(the)? (blame is|blame's) (mine|ours)",
    "<wholly>? (our|my) (own)? (mistake|fault|bad|error|doing|oversight|slip|failing|blunder)",
    # We did it wrong.
    "<we_have> <how>? (got|had|did|read|put|made|called) * ... wrong",
    "<we_have> <how>? (was|were|am|are) wrong",
    "<we_have> <how>? (messed|screwed|mucked|slipped|cocked|stuffed|fouled|goofed|tripped) up",
    "<we_have> <how>? (dropped the ball|fell short|fallen short)",
    "<we_have> <how>? made (a|an|the|some) (*)? (mistake|mistakes|error|errors|mess|slip|slips)",
    "<we_have> <how>? (forgot|misread|misunderstood|overlooked|mishandled|misled|misinformed|mixed up|failed|broke)",
    # We did it to you.
    "<we_have> <how>? let (you|your *) ... down",
    "<we_have> <how>? (kept you|left you) (waiting|dangling|hanging|stranded)",
    # We ought to have done otherwise.
    "<we_have> <how>? <should_have>",
    "(that|this|it|which) (should not have|should never have|shouldn't have) (happened|been)",
    # We own it.
    "<we_have> <how>? owe you (a|an)? (*)? (apology|explanation)",
    "<we_have> <how>? (take|accept) (full|the)? (responsibility|blame)",
    "(there's|there is)? no excuse",
    "(hold|hang) (my|our) (hand|hands) up",
    we_have="we|i|we've|i've|we have|i have",
    how="~ly|also|just|then",
    wholly="all|entirely|completely|totally",
    should_have="should have|should've|should never have|should not have|shouldn't have",
)
_OOPS = Wordings("(whoops|whooops|oops|oopsie|oop|argh|mea culpa)")
_IFID = Wordings(
    "(sorry|sorrry|sry|soz)",
    "(apology|apologies|apologise|apologised|apologises|apologising|apologize|apologized|apologizes|apologizing)",
    "(appologise|appologised|appologises|appologize|appologized|appologizes)",
    "(regret|regrets|regretted|regretful|regretfully)",
    "[[(forgive|pardon)]] (us|me|our|my|the)",
    "excuse (us|our|my|the)",
)
_WAYS: tuple[tuple[Way, Wordings], ...] = (("responsibility", _RESPONSIBILITY), ("oops", _OOPS), ("ifid", _IFID))

_AND_APOLOGISE = lazy(r"[\s,]*(?:and|\+|&)[\s,]*(?:we |i )?(?:\w+ )?apolog", re.IGNORECASE)
"""Behind a formula: "sorry and apologise" is one apology."""
_INTENSIFIER = Wordings(
    "(deeply|deepest|sincere|sincerely|sincerest|terrible|terribly|truly|profound|profoundly|extremely|awfully|genuinely)",
    "(heartfelt|humble|humbly|incredibly|dreadfully|unreserved|unreservedly|thousand)",
    "(so so|from the bottom)",
)

_STRENGTH = (
    "truly|really|very|so|most|deeply|terribly|sincere(?:ly|st)?|awfully|extremely|genuinely|massive|huge|big|heartfelt"
)
_SUBJECT = lazy(
    rf"""(?: \b(?:(?:i|we)(?:['’]?m|['’]?re|['’]d|\ am|\ are|\ was|\ were|\ can\ only|\ do|\ would|\ must|\ want(?:ed)?|\ have)?
                |please|our|my|and|again|a|an|the)\s+
             (?:(?:like|to|wish|offer|extend|accept|send|you|once|again|do|can|only|also|both|all|must|just|be|feel|our|my
                  |the|a|an|would|am|are|{_STRENGTH}|incredibly|humbl[ey]|profound(?:ly)?|full(?:y)?|certainly
                  |personally|honestly|first|firstly)\s+){{0,8}}
         | (?:(?:{_STRENGTH}|again|many|our|my|oh|no)[\s,]+){{1,4}}
        )$""",
    re.IGNORECASE | re.VERBOSE,
)
"""Before a formula: who apologises ("I would really like to"), or how much. A regex, for any of its words may repeat."""
_LEFT_OUT = lazy(r"^(?:and|again|once)[\s,]+", re.IGNORECASE)

_CLAUSE_END = lazy(
    r"""[.!?;:…\n] | \s[-–—]+\s | — | \s\( | [\U0001F300-\U0001FAFF]
      | ,?\s(?:but|however|although|though|yet)\b
      | ,\s(?:and|so|as|because|which|we|i|i['’]ll|we['’]ll|i['’]ve|we['’]ve|please|this|it|let|could|can|that['’]?s|you
             |your|there|the|our|if\ you|when|they|he|she|he['’]s)\b
      | \s(?:and|so)\s(?:we|i|i['’]?(?:ll|m|ve)|we['’]?(?:ll|re|ve)|will|would|have|hope|thank|can|want|understand
             |appreciate|enjoy|please|wish|look)\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""A regex, for punctuation ends a clause as often as words do."""

_AROUND = 400
"""Characters; how far around a formula its clause is looked for."""
_MOST = 20
"""Apologies read in one sentence: who repeats "sorry" a thousand times has been understood by then."""


def find_apologies(texts: Iterable[Text]) -> Iterator[Apology]:
    """Yield the apology formulas of our messages, in order."""
    for text in texts:
        yield from text.once(_in_text)


def _in_text(text: Text) -> tuple[Apology, ...]:
    return tuple(apology for sentence in text.sentences for apology in islice(in_sentence(sentence), _MOST))


def in_sentence(sentence: Sentence) -> Iterator[Apology]:
    """Yield the apology formulas of one sentence."""
    scan, done = sentence.scan, 0
    formulas = _formulas(scan)
    for (way, span), following in zip_longest(formulas, formulas[1:]):
        if span.start < done:
            continue
        before, after = scan[max(0, span.start - _AROUND) : span.start], scan[span.end : span.end + _AROUND]
        if way == "ifid" and _AND_APOLOGISE.match(after):
            continue
        clause = _clause(after[: following.span.start - span.end] if following and following.way == "ifid" else after)
        kind, event = kind_of(way, span.of(scan).lower(), before, after, clause)
        start, stop = span.start - _subject_length(before), span.end + len(clause)
        yield Apology(
            sentence.turn,
            sentence.index,
            sentence.absolute(Span(start, stop)),
            sentence.absolute(span),
            sentence.absolute(Span(span.end, stop)),
            kind,
            _INTENSIFIER.occur(scan[max(0, start - 20) : stop]),
            event,
        )
        done = span.end if kind in ("not-ours", "phatic", "sympathy") else stop


def _formulas(scan: str) -> list[Formula]:
    """Return the formulas of a sentence in order, none within another."""
    found = [Formula(way, span) for way, wordings in _WAYS for span in wordings.spans(scan)]
    apart: list[Formula] = []
    for formula in sorted(found, key=lambda f: f.span.start):
        if not apart or formula.span.start >= apart[-1].span.end:
            apart.append(formula)
    return apart


def _clause(after: str) -> str:
    """Return what follows a formula in its clause."""
    end = _CLAUSE_END.search(after)
    clause = after[: end.start() if end else len(after)].rstrip(" ,")
    first, comma, _ = clause.partition(",")
    return first if comma and len(first.split()) >= 2 else clause


def _subject_length(before: str) -> int:
    subject = _SUBJECT.search(before[-80:])
    return len(_LEFT_OUT.sub("", subject.group().lstrip())) if subject else 0
