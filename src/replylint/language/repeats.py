"""The same question asked again because our reply passed it over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from replylint.language.answer_judge import IN_OTHER_WORDS
from replylint.language.answers import State, Treatment
from replylint.language.patterns import lazy
from replylint.language.question_clauses import Question
from replylint.language.questions import same
from replylint.model import Confidence

if TYPE_CHECKING:
    from replylint.language.reading import Reading

_PASSED_OVER: frozenset[State] = frozenset({"omitted", "deflected", "bare"})
_MARKED = lazy(
    r"\b(?:again|(?:second|third|2nd|3rd|fourth|4th|last) (?:time|email|message|mail|request|attempt)|as i (?:asked"
    r"|said)|i (?:already )?asked|i['’]?ll ask again|asking again|still (?:waiting|not|no|haven['’]?t)|(?:did"
    r"|have)(?:n['’]?t| not) (?:answer(?:ed)?|repl(?:y|ied)|responded?)|not answered|no answer|my question (?:was|is"
    r"|remains)|once more|repeat)\b|\?\?",
    re.I,
)
_ACKNOWLEDGED = lazy(
    r"\b(?:sorry|apolog\w+|ask (?:twice|again)|again|your (?:first|earlier|previous|last|original) (?:message"
    r"|question|email)|(?:should|ought to) have (?:answered|told|said|replied)|overlooked|missed (?:it|that|your)"
    r"|thanks? for (?:asking again|your patience|chasing|following up))\b",
    re.I,
)


_LAST_REPLIES = 8
"""Replies of ours that are looked back at."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """A question of the current turn that was asked before in vain. ``times`` counts the askings."""

    question: Question
    earlier: Question
    times: int
    treatment: Treatment
    confidence: Confidence


def find(reading: Reading) -> Iterator[Repeat]:
    """Yield repeated questions that the draft leaves open again, or answers as if nothing had been."""
    agents = [text.turn for text in reading.earlier if text.message.role == "agent"][-_LAST_REPLIES:]
    if not agents or not reading.answers:
        return
    passed = [
        treatment
        for turn in agents
        for treatment in reading.at(turn).answers
        if _passed_over(treatment)
    ]  # fmt: skip
    draft = reading.draft.scan
    turn_text = " ".join(text.scan for text in reading.current_turn)
    for treatment in reading.answers:
        twins = [p for p in passed if _repeats(p.question, treatment.question)]
        if not twins:
            continue
        marked = _MARKED.search(turn_text) is not None
        sure = any(p.confidence > Confidence.LOW for p in twins)
        if _passed_over(treatment):
            again = treatment.confidence > Confidence.LOW
            confidence = (
                Confidence.HIGH
                if sure and again
                else Confidence.MEDIUM
                if (sure or again) or marked
                else Confidence.LOW
            )
        elif _ACKNOWLEDGED.search(draft) or not sure or treatment.state != "answered":
            continue
        else:
            confidence = Confidence.LOW
        yield Repeat(treatment.question, twins[0].question, len(twins) + 1, treatment, confidence)


def _passed_over(treatment: Treatment) -> bool:
    """Whether a question was left open; a guess that it was answered says nothing against a customer who asks again."""
    return treatment.state in _PASSED_OVER or treatment.evidence == IN_OTHER_WORDS


def _repeats(earlier: Question, later: Question) -> bool:
    if same(earlier, later):
        return True
    shared = len(earlier.topic & later.topic)
    if earlier.form == "plea" or later.form == "plea":
        return False
    if earlier.answer == later.answer and earlier.answer not in ("yes-no", "open", "thing", "steps", "choice"):
        return shared > 0 or len(later.topic) <= 1
    return shared >= 2 and shared >= 0.6 * min(len(earlier.topic), len(later.topic))
