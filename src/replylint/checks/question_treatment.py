"""Questions of the customer that the draft leaves in a bad state."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from replylint.checks import Check
from replylint.language.answers import NOTHING_FOUND, State, Treatment
from replylint.language.completions import completions
from replylint.language.reading import Reading
from replylint.model import Confidence, Edit, Fix, Match, Related

_ADDRESSED: frozenset[State] = frozenset({"answered", "held", "clarified", "bare", "deflected", "re-asked"})


@dataclass(frozen=True)
class QuestionTreatment(Check):
    """Reports live questions in ``state``.

    ``kind`` narrows it to questions that offer a choice, or to the others; ``others`` to turns where another question is
    addressed, or where none is.
    """

    state: Literal["bare", "deflected", "omitted"]
    kind: Literal["any", "choice", "no choice"] = "any"
    others: Literal["any", "addressed", "unaddressed"] = "any"
    slots: ClassVar[frozenset[str]] = frozenset({"question", "answer", "n", "n_answered"})

    def matches(self, reading: Reading) -> Iterator[Match]:
        """Yield a match for each such question."""
        addressed = [t for t in reading.answers if t.state in _ADDRESSED]
        for treatment in reading.answers:
            if treatment.state != self.state or not self._fits(treatment, bool(addressed)):
                continue
            if treatment.evidence == NOTHING_FOUND and len(reading.answers) == 1:
                continue  # of a lone question for which only nothing was found, nine in ten are answered in other words
            question = treatment.question
            span = treatment.span if treatment.span and self.state != "omitted" else reading.draft.opening
            yield Match(
                span,
                slots={
                    "question": _short(question.text),
                    "answer": _short(span.of(reading.draft.raw)),
                    "n": str(len(reading.answers)),
                    "n_answered": str(len(addressed)),
                },
                confidence=min(treatment.confidence, Confidence.HIGH if self.state == "bare" else question.confidence),
                fixes=tuple(
                    Fix(f'Say "{text}"', (Edit(span, text),)) for text in completions(reading, treatment)
                ) if self.state == "bare" else (),
                related=(Related(question.turn, question.span, "the customer's question"),),
            )  # fmt: skip

    def _fits(self, treatment: Treatment, addressed: bool) -> bool:
        has_choice = treatment.question.choice is not None
        if self.kind != "any" and has_choice != (self.kind == "choice"):
            return False
        return self.others == "any" or addressed == (self.others == "addressed")


def _short(text: str, longest: int = 90) -> str:
    text = " ".join(text.split())
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
