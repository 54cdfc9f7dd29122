"""Promises that nobody owns: a passive, "someone", "the team", with no word that we stay the contact."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from replylint.checks import Check
from replylint.language import promises
from replylint.language.patterns import lazy
from replylint.language.promises import Promise
from replylint.language.reading import Reading
from replylint.language.text import Sentence
from replylint.model import Confidence, Match

FOLLOW_UP = 2
"""Sentences in which a promise of our own still makes us the contact for what somebody else will do."""

_REFERRAL = lazy(
    r"(?:^|[,;:] *|\b(?:please|can|could|should|must|may|might|to|you|just|and|or) )(?:contact|call|ring|phone|ask"
    r"|e-?mail|message"
    r"|dm|visit|reach|speak|talk|write|get in touch|submit|post|file|go to|check with)\b|\b(?:if|once|when) you\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class UnownedPromise(Check):
    """A commitment to one of ``actions`` by somebody unnamed, or to one of ``passive_actions`` by nobody at all."""

    actions: tuple[str, ...]
    passive_actions: tuple[str, ...]

    def nominate(self, reading: Reading) -> Iterable[Sentence]:
        return promises.nominate(reading.draft)

    def matches(self, reading: Reading) -> Iterator[Match]:
        ours = {p.sentence for p in reading.promises if p.owner == "first person" and not p.negated}
        told: set[int] = set()
        for promise in reading.promises:
            if promise.sentence in told or not self._unowned(reading, promise):
                continue
            if ours & set(range(promise.sentence, promise.sentence + FOLLOW_UP + 1)):
                continue
            told.add(promise.sentence)
            system = promise.owner == "nobody" and promise.lemma in ("ship", "send", "deliver", "process", "dispatch")
            yield Match(promise.span, confidence=Confidence.LOW if system else Confidence.HIGH)

    def _unowned(self, reading: Reading, promise: Promise) -> bool:
        if promise.negated or promise.conditional:
            return False
        if promise.owner == "nobody":
            return promise.lemma in self.passive_actions
        if promise.owner != "someone" or promise.lemma not in self.actions:
            return False
        here = reading.draft.sentences[max(0, promise.sentence - 1) : promise.sentence + 1]
        return not any(_REFERRAL.search(s.scan) for s in here)
