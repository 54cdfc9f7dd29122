"""Weighs whether a question is left open: a logistic regression over features a person can read.

For each sentence of the reply it reckons the chance that this sentence answers the question; a question is open where
none of them does (noisy-or). The weights are in ``answer_judge.json``; ``benchmarks/train_answer_judge.py`` makes and
calibrates them from labelled replies, for mail in which as many questions are left open as in yours.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from replylint.language import weights
from replylint.language.answer_marks import COMPILED
from replylint.language.answers import AnswerJudge, Treatment
from replylint.language.evidence import Evidence
from replylint.language.patterns import lazy
from replylint.language.question_clauses import Question
from replylint.language.question_forms import Answer
from replylint.language.replying import ReplySentence
from replylint.model import Confidence, Span

if TYPE_CHECKING:
    from replylint.language.answer_features import Pairing
    from replylint.language.reading import Reading

PASSED_OVER = "no sentence that seems to answer it"
IN_OTHER_WORDS = "likely in other words"
LONGEST = 60
"""Sentences of a reply that are weighed; in a longer one anything may be answered."""
LIKELY = 1.4
"""Log-odds from which a sentence may be named as the answer: four in five."""
WEIGHTS = Path(__file__).with_name("answer_judge.json")
_ENOUGH = 4
"""Words of a sentence that can answer in other words."""
_WE = lazy(r"\b(?:we|our|ours|us)\b", re.I)
_GREETS_BY_NAME = lazy(r"\s*(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))[ ,]+(?-i:[A-Z])\w", re.I)
_TO_A_REVIEW = lazy(
    r"\b(?:thank(?:s| you)|appreciate) (?:\w+ ){0,6}?(?:reviews?|feedback|experiences?|comments|(?:recent )?stay)\b",
    re.I,
)
"""A reply to a review, whose questions are asked of the reader."""
_BUSINESS_LINES = frozenset({"sms", "chat"})
"""Channels where nobody answers but a business."""
_HIDING: Mapping[Answer, tuple[str, ...]] = {
    "cause": ("reason", "guess"), "steps": ("order",),
    **dict.fromkeys(("time", "duration", "money", "number"), ("figure",)),
}  # fmt: skip
"""Marks of a sentence that may be the answer of this kind, in words no other sign shows."""


class LearnedJudge:
    """Lets another judge speak first, and weighs the questions that it leaves undecided."""

    def __init__(self, first: AnswerJudge) -> None:
        self._first = first
        self._weighed: Pairing | None = None
        self._taken: frozenset[Span] = frozenset()

    def judge(self, question: Question, reading: Reading) -> Treatment:
        verdict = self._first.judge(question, reading)
        if decided(verdict) or (verdict.state == "answered" and weights.load(WEIGHTS)["thresholds"]["medium"] is None):
            return verdict
        return self._weigh(verdict, reading)

    def _weigh(self, verdict: Treatment, reading: Reading) -> Treatment:
        from replylint.language.answer_features import Pairing

        if self._weighed is None or self._weighed.reading is not reading:
            self._weighed = Pairing(reading)
            firsts = (self._first.judge(question, reading) for question in reading.questions)
            self._taken = frozenset(v.span for v in firsts if v.span and v.confidence > Confidence.LOW)
        if len(self._weighed.said) > LONGEST:
            return verdict
        model = weights.load(WEIGHTS)
        sentences, whole = self._weighed.features(verdict.question)
        chances = [weights.log_odds(model["sentence"], features) for features in sentences]
        ranked = sorted(zip(chances, self._weighed.said, strict=True), key=lambda pair: -pair[0])
        likely = (said for chance, said in ranked if chance >= LIKELY and said.span not in self._taken)
        likeliest = next(likely, None)
        thresholds, score = model["thresholds"], log_odds(model, sentences, whole)
        loud = thresholds["medium"] is not None and score >= thresholds["medium"]
        if loud and not may_warn(verdict.question, reading):
            thresholds = {**thresholds, "medium": None}
        return conclusion(verdict, score, thresholds, likeliest)


def decided(verdict: Treatment) -> bool:
    """Whether a verdict stands as it is."""
    return verdict.state not in ("answered", "omitted") or verdict.confidence > Confidence.LOW


def may_warn(question: Question, reading: Reading) -> bool:
    """Whether the judge may be loud about a question: it was asked outright, of a business, and nothing hides an answer.

    What is learned from the replies of businesses does not hold among volunteers, who answer in the words of their
    trade. A link, a counter-question, a refusal or a pointer may stand for the answer; a reason or a guess for a cause,
    and a figure without its unit for a sum.
    """
    if (
        question.confidence < Confidence.HIGH
        or not _speaks_for_business(reading)
        or _TO_A_REVIEW.search(reading.draft.scan)
    ):
        return False
    evidence = Evidence(question, reading.reply, reading.questions, reading.re_asked)
    if evidence.open_ended:
        return False
    marks = [COMPILED[mark] for mark in _HIDING.get(question.answer, ())]
    return not any(mark.search(said.scan) for said in evidence.said for mark in marks)


def _speaks_for_business(reading: Reading) -> bool:
    """Whether a reply is written for a business: in its name, to a customer it knows, or on its own line."""
    draft, channel = reading.draft.scan, reading.conversation.channel
    if channel in _BUSINESS_LINES or _WE.search(draft):
        return True
    return channel == "email" and _GREETS_BY_NAME.match(draft) is not None


def conclusion(
    verdict: Treatment, score: float, thresholds: Mapping[str, float | None], likeliest: ReplySentence | None
) -> Treatment:
    """Return the verdict that the log-odds of an open question ask for; the first judge's where they say little.

    An answer that the first judge found is overruled only by what is sure enough for a warning, and ``likeliest``, the
    sentence with the best chance that answers no other question surely, is taken for an answer only where it says
    anything. No score passes a threshold that is missing.
    """
    medium, low, answered = (thresholds[name] for name in ("medium", "low", "answered"))
    if medium is not None and score >= medium:
        return replace(verdict, state="omitted", confidence=Confidence.MEDIUM, span=None, evidence=PASSED_OVER)
    if verdict.state == "answered":
        return verdict
    if low is not None and score >= low:
        return replace(verdict, evidence=PASSED_OVER)
    if answered is not None and score < answered and likeliest and len(likeliest.scan.split()) >= _ENOUGH:
        return replace(verdict, state="answered", span=likeliest.span, evidence=IN_OTHER_WORDS)
    return verdict


def log_odds(model: Mapping[str, Any], sentences: Sequence[Mapping[str, float]], whole: Mapping[str, float]) -> float:
    """Return the log-odds that no sentence answers the question."""
    silent = sum(_silent(weights.log_odds(model["sentence"], features)) for features in sentences)
    silent = min(silent, -1e-6)
    return silent - math.log(-math.expm1(silent)) + weights.log_odds(model["question"], whole)


def _silent(answers: float) -> float:
    """Return the logarithm of the chance that a sentence with these log-odds does not answer."""
    return -(max(answers, 0.0) + math.log1p(math.exp(-abs(answers))))
