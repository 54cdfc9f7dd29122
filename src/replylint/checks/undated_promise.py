"""Promises of a deferred action that say no time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from replylint.checks import Check
from replylint.language import promises
from replylint.language.reading import Reading
from replylint.language.text import Sentence
from replylint.model import Confidence, Match


@dataclass(frozen=True)
class UndatedPromise(Check):
    """A first-person commitment to one of ``actions`` (verb lemmas with their particle) with no time and no event.

    A time in the next sentence counts ("I'll call the depot. You'll hear from me by 5 pm").
    """

    actions: tuple[str, ...]

    def nominate(self, reading: Reading) -> Iterable[Sentence]:
        return promises.nominate(reading.draft)

    def matches(self, reading: Reading) -> Iterator[Match]:
        sentences = reading.draft.sentences
        in_chat = reading.conversation.channel == "chat"
        told: set[int] = set()
        for promise in reading.promises:
            if promise.owner not in ("first person", "our side") or promise.lemma not in self.actions:
                continue
            if promise.bound != "none" or promise.negated or promise.conditional or promise.sentence in told:
                continue
            following = sentences[promise.sentence + 1 : promise.sentence + 2]
            if any(promises.bound(s.text) in ("date", "vague") for s in following):
                continue
            told.add(promise.sentence)
            yield Match(promise.span, confidence=Confidence.LOW if in_chat else Confidence.HIGH)
