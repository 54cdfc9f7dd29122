"""Promises of ours that are overdue: not mentioned in the reply, or only made once more."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from replylint.checks import Check
from replylint.language import promises
from replylint.language.apologies import ACTS
from replylint.language.overdue import Overdue
from replylint.language.patterns import lazy
from replylint.language.promises import Promise
from replylint.language.reading import Reading
from replylint.language.text import Sentence
from replylint.model import Confidence, Match, Related, Span

_OWNED = lazy(
    r"\b(?:i|we) (?:said|promised|told|missed|had said|did say|should have)\b|\b(?:as|was|were) promised\b", re.I
)
_REASON = lazy(r"\b(?:because|since|due to|owing to|caused by|if (?:it|they|he|she|that)\b|otherwise|instead)\b", re.I)


@dataclass(frozen=True)
class OverduePromise(Check):
    """``problem`` "unmentioned": the reply neither keeps nor owns it; "repeated": it promises the same again, no firmer."""

    problem: Literal["unmentioned", "repeated"]
    slots: ClassVar[frozenset[str]] = frozenset({"promise", "promised_on", "due"})

    def nominate(self, reading: Reading) -> Iterable[Sentence]:
        ours = [text for text in reading.earlier if text.message.role == "agent" and text.message.sent_at]
        return (s for text in ours for s in promises.nominate(text))

    def matches(self, reading: Reading) -> Iterator[Match]:
        for promise in reading.overdue:
            repeated = _repetition(reading, promise)
            found = (
                repeated
                if self.problem == "repeated"
                else None
                if repeated or _owned(reading)
                else reading.draft.opening
            )
            if found is not None:
                yield _match(reading, promise, found, sure=self.problem == "unmentioned")
                return


def _match(reading: Reading, promise: Overdue, span: Span, *, sure: bool) -> Match:
    said = promise.span.of(reading.text(promise.turn).raw)
    firm = promise.lemma and not promise.time.vague
    return Match(
        span,
        {"promise": said, "promised_on": _day(promise.promised_on), "due": _day(promise.due)},
        Confidence.HIGH if firm and sure else Confidence.MEDIUM,
        related=(Related(promise.turn, promise.span, f"we promised this, due {_day(promise.due)}"),),
    )


def _day(day: object) -> str:
    return f"{day:%A} {day:%d}".replace(" 0", " ") + f" {day:%B}"


def _owned(reading: Reading) -> bool:
    apologised = any(a.turn == reading.turn and a.kind in ACTS for a in reading.apologies)
    return apologised or any(_OWNED.search(s.scan) for s in reading.draft.sentences)


def _repetition(reading: Reading, promise: Overdue) -> Span | None:
    """Where the draft promises the same again with no firm date, no reason and no way out."""
    if any(e.absolute for e in reading.dates) or any(_REASON.search(s.scan) for s in reading.draft.sentences):
        return None
    for again in reading.promises:
        if _same(again, promise) and again.bound != "date" and not again.negated:
            return again.span
    old = promise.time
    for time in reading.dates:
        if time.kind != old.kind or time.past:
            continue
        longer = time.kind == "stretch" and time.unit == old.unit and time.count >= old.count
        if longer or (time.kind in ("day", "period") and (time.word, time.which) == (old.word, old.which)):
            sentence = reading.draft.sentence_at(time.span.start)
            return time.span if sentence is None else _trimmed(sentence)
    return None


def _same(again: Promise, promise: Overdue) -> bool:
    return (
        bool(promise.lemma) and again.lemma == promise.lemma and again.owner in ("first person", "our side", "customer")
    )


def _trimmed(sentence: Sentence) -> Span:
    return Span(sentence.span.start, sentence.span.start + len(sentence.text.rstrip(".!? ")))
