"""Weighs what a thread shows of a failure: two logistic regressions over features a person can read.

The first reads one sentence of the customer's (does it tell of a failure of ours?), the second the thread: its most
telling sentences, and how we ourselves took it. The weights are in ``failure_judge.json``;
``benchmarks/train_failure_judge.py`` makes them from labelled threads.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from replylint.language import failure_lexicon as lexicon
from replylint.language.breaches import AGAINST, BREACHES
from replylint.language.patterns import lazy
from replylint.language.syntax import LONGEST_SENTENCE
from replylint.language.text import Sentence, Text
from replylint.language.weights import load, log_odds
from replylint.model import Confidence

if TYPE_CHECKING:
    from replylint.language.failures import Report
    from replylint.language.reading import Reading

TELLING, MURMURING = 0.0, -0.9
"""Log-odds from which a sentence tells of a failure, or may. Where none tells there is only a hint, else nothing."""
WEIGHTS = Path(__file__).with_name("failure_judge.json")

_NEGATION = lazy(
    r"n't\b|\b(?:not|no|never|nothing|none|without|cannot|cant|dont|doesnt|didnt|wont|isnt|wasnt|havent|hasnt|nobody)\b"
)
_MARKERS = {
    "affect": lexicon.compiled(lexicon.AFFECT),
    "expectation": lexicon.compiled(lexicon.EXPECTED),
    "word given": lexicon.compiled(lexicon.WORD_GIVEN),
    "repeated": lexicon.compiled(lexicon.REPEATED),
    "duration": lexicon.compiled(lexicon.DURATION),
    "consequence": lexicon.compiled(lexicon.CONSEQUENCE),
    "accuses us": lexicon.compiled(lexicon.ACCUSED),
    "thing fails to": lexicon.compiled(lexicon.THING_FAILS),
    "done to us": lexicon.compiled(lexicon.TO_US),
    "entitled": lexicon.compiled(lexicon.ENTITLED),
    "why": lexicon.compiled(lexicon.WHY),
    "redress": lexicon.compiled(lexicon.REDRESS),
    "tried": lexicon.compiled(lexicon.TRIED),
    "contrast": lexicon.compiled(lexicon.CONTRAST),
    "nobody": lexicon.compiled(lexicon.NOBODY),
    "sarcasm": lexicon.compiled(lexicon.SARCASM),
    "opinion": lexicon.compiled(lexicon.OPINION),
    "modal": lexicon.compiled(lexicon.MODAL),
    "own slip": lexicon.compiled(lexicon.OWN_SLIP),
    "outside cause": lexicon.compiled(lexicon.OUTSIDE),
    "other agent": lexicon.compiled(lexicon.OTHER_AGENT),
    "wish": lexicon.compiled(lexicon.WISH),
    "price": lexicon.compiled(lexicon.PRICE),
    "how-to": lexicon.compiled(lexicon.HOW_TO),
    "addresses us": lexicon.compiled(lexicon.YOURS),
    "praise": lexicon.compiled(lexicon.PRAISE),
    "supposition": lexicon.compiled(lexicon.HYPOTHETICAL),
    "plan": lexicon.compiled(lexicon.PLAN),
    "past": lexicon.compiled(lexicon.PAST),
    "I": lazy(r"\b(?:i|we|i'm|im|i've|ive|i'll|i'd|we're|we've|we'll)\b"),
    **BREACHES,
    **AGAINST,
}  # fmt: skip
_SUBSTANCE = (
    "accuses us", "affect", "contrast", "done to us", "entitled", "expectation", "negation", "nobody", "opinion", "sarcasm",
    "thing fails to", "tried", "why", "word given", *BREACHES,
)  # fmt: skip
LONGEST_POST = 300
"""Characters; what is longer is a letter or a story, even where everybody reads it."""
KINDS = ("post", "review", "letter")
_ASKED_OF_US = lazy(
    r"\?|\b(?:please|pls|could you|can you|would you|kindly|let me know|i'd like|i would like)\b"
    r"|^\W*(?:dear|hi|hello|hey|good (?:morning|day|afternoon|evening))\b"
)
_NOT_RESOLVED = lazy(
    r"n't\b|\b(?:not|never|still|until|till|but|nothing|neither|none|again|should|want|when|get"
    r"|need)\b"
)
_INVERTED = lazy(
    r"\W*(?:(?:and|so|also|but|hi|hello|hey|ok|or|then)\W+){0,3}(?:do|does|did|is|are|can|could|will"
    r"|would|should|have|has)\s"
    r"(?:i|you|u|it|the|this|that|they|we|your|my|our|there|he|she|anyone|anybody)\b"
)
_TROUBLE = lazy(
    r"\b(?:affect(?:s|ed|ing)|happen(?:s|ed|ing)|keeps?|stops|stopped|stuck|gone|missing|disappear\w*|vanish\w*|weird|odd"
    r"|broken|bug\w*|crash\w*|quits?|freez\w*|lag\w*|glitch\w*|slow\w*|fail\w*|intermittent\w*|irritating|annoying"
    r"|issues?|problems?|(?<!no )errors?|still|it'?s back|back again|any\s?more|no longer|only|for some reason"
    r"|unable|cannot|can'?t|could ?n'?t|(?:does|do|did|is|was|has|have|wo|are)n'?t|dose?nt|not able"
    r"|not (?:yet )?available|not (?:work|load|play|show|connect|open|sync|let)\w*|no service"
    r"|says|tells? me|what'?s happening|nope)\b"
)
"""What a customer whom we help with a fault may say of it in passing."""
_RESOLVED = lexicon.compiled(lexicon.RESOLVED)
_THREAD_MARKERS: Mapping[str, re.Pattern[str]] = {
    "no complaint": lexicon.compiled(lexicon.NO_COMPLAINT),
    "resolved": _RESOLVED,
    "own slip": lexicon.compiled(lexicon.OWN_SLIP),
    "outside cause": lexicon.compiled(lexicon.OUTSIDE),
    "wish": lexicon.compiled(lexicon.WISH),
}
_PRAISE, _AFFECT = lexicon.compiled(lexicon.PRAISE), lexicon.compiled(lexicon.AFFECT)
_SHOUTED = lexicon.compiled(lexicon.SHOUTED)
_CAME_BEFORE = lazy(r"\b(?:stay(?:ed|ing)|visit(?:ed|ing)|been (?:here|there|coming)|dined)\b")
"""Who comes again ("my third time here") tells of custom, not of a fault."""
_ANGRY_TAG = lazy(r"#\w*(?:fail|worst|suck|fix|shame|not?work|never|scam|rip|terrible|bad|awful)")
_OUR_MARKERS: Mapping[str, re.Pattern[str]] = {
    "we troubleshoot": lexicon.compiled(lexicon.WE_TROUBLESHOOT),
    "we mend": lexicon.compiled(lexicon.WE_MEND),
    "we explain": lexicon.compiled(lexicon.WE_EXPLAIN),
    "we ask for details": lexicon.compiled(lexicon.WE_ASK_FOR_DETAILS),
    "we are concerned": lexicon.compiled(lexicon.WE_ARE_CONCERNED),
    "we are pleased": lexicon.compiled(lexicon.WE_ARE_PLEASED),
    "we note a wish": lexicon.compiled(lexicon.WE_NOTE_A_WISH),
}
_WE_HELP = ("we troubleshoot", "we ask for details", "we are concerned")
_AT_ANY_TIME = ("we troubleshoot", "we are concerned", "we note a wish")
"""What counts in our earlier messages too."""


def plain(text: str) -> str:
    """Return a text lower-cased and with straight apostrophes, as long as it was."""
    low = text.lower()
    return (low if len(low) == len(text) else text).replace("’", "'").replace("‘", "'")


def sentence_features(sentence: Sentence, report: Report | None) -> dict[str, float]:
    """Return what the judge looks at in one sentence of the customer's, each 0 or 1."""
    scan = plain(sentence.scan)[:LONGEST_SENTENCE]
    question = scan.rstrip().endswith("?") or bool(_INVERTED.match(scan))
    live = report is not None and report.standing == "live"
    marks = {name for name, pattern in _MARKERS.items() if pattern.search(scan)}
    if not live and _CAME_BEFORE.search(scan):
        marks -= {"repeated", "time after time"}
    negated = bool(_NEGATION.search(scan))
    complaint = marks & {"affect", "expectation", "word given", "repeated", "duration", "consequence"}
    values: dict[str, bool] = {name: name in marks for name in _MARKERS}
    values |= {
        "question": question,
        "negation": negated,
        "negated statement": negated and not question,
        "shouting": bool(_SHOUTED.search(sentence.scan)),
        "resolved": bool(_RESOLVED.search(scan)) and not _NOT_RESOLVED.search(scan),
        "short": len(scan.split()) < 4,
        "failure, marked": live and bool(complaint),
        "expectation negated": negated and bool(marks & {"expectation", "word given"}),
        "how-to question": question and "how-to" in marks and not complaint,
        "accusing, no praise": "accuses us" in marks and "praise" not in marks,
        "praise, no failure": "praise" in marks and not live and not negated,
    }
    for standing in ("denied", "supposed", "self", "outside", "asked"):
        values[f"failure {standing}"] = report is not None and report.standing == standing
    for frame, inherent, _ in lexicon.FRAMES:
        values[f"{'inherent ' if inherent else ''}{frame}"] = False
    if report is not None and live:
        values[f"{'inherent ' if report.inherent else ''}{report.frame}"] = True
    return {name: float(value) for name, value in values.items()}


def thread_features(
    reading: Reading, customer: Sequence[Text], scores: Sequence[tuple[Sentence, float]]
) -> dict[str, float]:
    """Return what the judge looks at in a thread; ``scores`` are the log-odds of the customer's sentences."""
    current = {text.turn for text in reading.current_turn}
    told = [text.once(_said) for text in customer]
    ours = [text.once(_done) for text in reading.earlier if text.message.role == "agent"]
    draft = reading.draft.once(_done)
    ranked = sorted((score for _, score in scores), reverse=True) or [-3.0]
    kind = kind_of(reading, customer)
    values: dict[str, float] = {
        "worst sentence": ranked[0],
        "second sentence": max(ranked[1], -3.0) if len(ranked) > 1 else -3.0,
        "worst in this turn": max((s for sentence, s in scores if sentence.turn in current), default=-3.0),
        "long": (length := math.log1p(sum(said["words"] for said in told))),
        "long review": length * (kind == "review"),
        "praise": min(sum(said["praise"] for said in told), 5),
        "affect": min(sum(said["affect"] for said in told), 4),
        **{name: any(said[name] for said in told) for name in _THREAD_MARKERS},
        "angry hashtag": any(said["angry hashtag"] for said in told),
        **{name: draft[name] or (name in _AT_ANY_TIME and any(done[name] for done in ours)) for name in _OUR_MARKERS},
        "letter": kind == "letter",
        "review": kind == "review",
        "tells twice": len(ranked) > 1 and ranked[1] >= TELLING,
        "asks first": kind != "post" and bool(scores) and "?" in "".join(s.scan[-2:] for s, _ in scores[:2]),
        "told in an earlier turn": any(score >= TELLING and s.turn not in current for s, score in scores),
    }
    return {name: float(value) for name, value in values.items()}


def _said(text: Text) -> Mapping[str, int]:
    """Count what the judge looks at in a message of the customer's."""
    scan = plain(text.scan)
    return {
        "words": len(scan.split()),
        "praise": len(_PRAISE.findall(scan)),
        "affect": len(_AFFECT.findall(scan)),
        "angry hashtag": bool(_ANGRY_TAG.search(plain(text.raw))),
        **{name: bool(pattern.search(scan)) for name, pattern in _THREAD_MARKERS.items()},
    }


def _done(text: Text) -> Mapping[str, bool]:
    """Return what the judge looks at in a message of ours."""
    scan = plain(text.scan)
    return {name: bool(pattern.search(scan)) for name, pattern in _OUR_MARKERS.items()}


def kind_of(reading: Reading, customer: Sequence[Text]) -> str:
    """Say what kind of message it is: a ``post`` to a brand, a ``review`` that asks us nothing, or else a ``letter``."""
    if reading.conversation.channel == "social" and (not customer or len(customer[0].scan) <= LONGEST_POST):
        return "post"
    if (
        len(customer) == 1
        and len(customer) == len(reading.earlier)
        and not _ASKED_OF_US.search(plain(customer[0].scan))
    ):
        return "review"
    return "letter"


def sentence_score(sentence: Sentence, report: Report | None) -> float:
    """Return the log-odds that a sentence tells of a failure of ours.

    Times, repetition and the past tense alone tell of none, so that praise with a date in it is none; nor does what is
    mended by now.
    """
    values = sentence_features(sentence, report)
    score = log_odds(load(WEIGHTS)["sentence"], values)
    if not any(values[name] for name in _SUBSTANCE) and (report is None or report.standing != "live"):
        return min(score, MURMURING - 0.01)
    if values["resolved"]:
        return min(score, MURMURING - 0.01)
    return score


def judge(reading: Reading, customer: Sequence[Text], scores: Sequence[tuple[Sentence, float]]) -> Confidence | None:
    """Return how sure we are that the thread holds a failure of ours; None where it hardly does."""
    model = load(WEIGHTS)
    thresholds = model["thresholds"][kind_of(reading, customer)]
    features = thread_features(reading, customer, scores)
    value = log_odds(model["thread"], features)
    if all(score < MURMURING for _, score in scores):
        helped = any(features[name] for name in _WE_HELP)
        troubled = helped and any(_TROUBLE.search(plain(s.scan)) for s, _ in scores)
        return Confidence.LOW if troubled and value >= thresholds["low"] else None
    if all(score < TELLING for _, score in scores):
        value = min(value, thresholds["medium"] - 0.001)
    for confidence in (Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW):
        if value >= thresholds[str(confidence)]:
            return confidence
    return None
