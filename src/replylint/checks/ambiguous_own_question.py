"""Questions of ours that a "yes" would not answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from replylint.checks import Check
from replylint.language.patterns import lazy
from replylint.language.reading import Reading
from replylint.model import Confidence, Edit, Fix, Match

if TYPE_CHECKING:
    from replylint.language.question_clauses import Question

_LABELLED = lazy(r"\(?\b(?:A|a|1)\)|\boption [A1]\b|\bwhich\b", re.I)
_WOULD_YOU = lazy(r"^\W*would you (?P<verb>like|prefer) (?P<options>.+?)\s*\?$", re.I | re.S)
_ELLIPTIC = lazy(
    r"^\W*(?:do|did|have|can|could)n?['’]?t (?!you\b|u\b|we\b|i\b|it\b|they\b|he\b|she\b|the\b|your\b|our\b|my\b"
    r"|this\b|that\b|these\b"
    r"|those\b|there\b|any|some|every|no one\b)(?-i:[a-z])",
    re.I,
)
"""A question without its subject ("Don't want these mails? Unsubscribe.") is a condition, and expects no answer."""
_POLITE = lazy(r"^\W*(?:won['’]t|wouldn['’]t|couldn['’]t|can['’]t|why (?:not|don['’]t))\b", re.I)


class AmbiguousOwnQuestion(Check):
    """Reports choices put as yes/no questions, negative questions, and two questions in one."""

    slots: ClassVar[frozenset[str]] = frozenset({"question"})

    def matches(self, reading: Reading) -> Iterator[Match]:
        """Yield each such question of the draft."""
        questions = [q for q in reading.own_questions if q.text.endswith("?") or self._joined(reading, q)]
        seen: set[int] = set()
        for question in questions:
            if question.sentence in seen or not self._ambiguous(question, questions):
                continue
            seen.add(question.sentence)
            yield Match(
                question.span,
                slots={"question": " ".join(question.text.split())[:90]},
                confidence=Confidence.MEDIUM,
                fixes=tuple(_rewritten(question)),
            )

    @staticmethod
    def _joined(reading: Reading, question: Question) -> bool:
        return reading.draft.sentences[question.sentence].text.rstrip().endswith("?")

    @staticmethod
    def _ambiguous(question: Question, questions: list[Question]) -> bool:
        if question.form not in ("polar", "tag", "declarative") or _LABELLED.search(question.text):
            return False
        if question.choice:
            return question.choice.sure
        if question.negative:
            return not _POLITE.match(question.text) and not _ELLIPTIC.match(question.text)
        others = [q for q in questions if q.sentence == question.sentence and q is not question]
        return any(q.form == "polar" for q in others)


def _rewritten(question: Question) -> Iterator[Fix]:
    """Yield "Which would you like: A or B?" for "Would you like A or B?"."""
    if question.choice and (match := _WOULD_YOU.match(question.text)):
        text = f"Which would you {match['verb'].lower()}: {match['options']}?"
        yield Fix(f'Ask "{text}"', (Edit(question.span, text),))
