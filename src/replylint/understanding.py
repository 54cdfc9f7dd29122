"""What was understood of a reply and its thread, as facts that a person can check."""

from __future__ import annotations

from collections.abc import Iterator

from replylint.language.clock_times import TimeExpression
from replylint.language.promises import Promise
from replylint.language.reading import Reading
from replylint.locations import locate
from replylint.model import Confidence, Fact, FactKind, RelatedLocation, Span, Turn

_OWNERS = {
    "first person": "we will",
    "our side": "our team will",
    "named": "somebody named will",
    "someone": "somebody unnamed will",
    "nobody": "nobody is named",
    "thing": "it will happen",
    "customer": "the customer will have it",
}
_BOUNDS = {"date": "with a time", "vague": "with a vague time", "event": "bound to an event", "none": "with no time"}


def facts(reading: Reading) -> Iterator[Fact]:
    """Yield everything understood: questions, failures, apologies, promises, times, each kind in order of place."""
    yield from questions(reading)
    yield from _failures(reading)
    yield from _apologies(reading)
    yield from _promises(reading)
    yield from _times(reading)


def questions(reading: Reading) -> Iterator[Fact]:
    """Yield the customer's questions, each with its state and the sentence of the draft that gives it."""
    for treatment in reading.answers:
        question = treatment.question
        found = [(reading.turn, treatment.span, treatment.evidence)] if treatment.span is not None else []
        yield _fact(reading, "question", question.turn, question.span, treatment.state, treatment.confidence, *found)


def _failures(reading: Reading) -> Iterator[Fact]:
    for failure in reading.failures:
        verdict = failure.frame + (", already apologised for" if failure.covered else "")
        evidence = [(failure.turn, span, "marker") for span in failure.evidence]
        words = (failure.turn, failure.words, "what went wrong")
        yield _fact(reading, "failure", failure.turn, failure.span, verdict, failure.confidence, words, *evidence)


def _apologies(reading: Reading) -> Iterator[Fact]:
    for apology in reading.apologies:
        about = [(apology.turn, apology.object, "for what")] if len(apology.object) else []
        yield _fact(reading, "apology", apology.turn, apology.span, apology.kind, None, *about)


def _promises(reading: Reading) -> Iterator[Fact]:
    for promise in reading.promises:
        yield _fact(reading, "promise", promise.turn, promise.span, _promised(promise), None)
    for late in reading.overdue:
        verdict = f"was due on {late.due.isoformat()}"
        yield _fact(
            reading, "overdue promise", late.turn, late.span, verdict, None, (late.turn, late.time.span, "when")
        )


def _promised(promise: Promise) -> str:
    marks = [_OWNERS[promise.owner], _BOUNDS[promise.bound]]
    marks += ["negated"] if promise.negated else []
    marks += ["if the customer does something first"] if promise.conditional else []
    return ", ".join(marks)


def _times(reading: Reading) -> Iterator[Fact]:
    for time in reading.times:
        evidence = [(reading.turn, e.span, e.kind) for e in time.evidence]
        yield _fact(reading, "time", reading.turn, time.span, _read(time), None, *evidence)
    for day in reading.dates:
        yield _fact(
            reading, "date", reading.turn, day.span, "a date" if day.absolute else "counted from the day it is sent"
        )


def _read(time: TimeExpression) -> str:
    if not time.ambiguous:
        return "clear"
    return "could be am or pm, a report" if time.record else "could be am or pm"


def _fact(
    reading: Reading,
    kind: FactKind,
    turn: Turn,
    span: Span,
    verdict: str,
    confidence: Confidence | None = None,
    *evidence: tuple[Turn, Span, str],
) -> Fact:
    message = reading.text(turn).message
    return Fact(
        kind,
        locate(message.source, message.text, turn, span),
        span.of(message.text),
        verdict,
        confidence,
        tuple(_place(reading, *found) for found in evidence),
    )


def _place(reading: Reading, turn: Turn, span: Span, label: str) -> RelatedLocation:
    message = reading.text(turn).message
    return RelatedLocation(locate(message.source, message.text, turn, span), label, span.of(message.text))
