"""Effort promised in place of an outcome: "we'll do our best"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from replylint.checks import Check
from replylint.language import promises
from replylint.language.reading import Reading
from replylint.language.text import Sentence
from replylint.model import Match, Span

_DONE = re.compile(r"\b(?:(?:i|we)(?:['’]ve| have)|(?:i|we) (?:just )?\w+ed)\b", re.IGNORECASE)


@dataclass(frozen=True)
class EmptyEffort(Check):
    """One of ``phrases`` (regular expressions) with no concrete action of ours in the same or a neighbouring sentence."""

    phrases: tuple[str, ...]

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{'|'.join(self.phrases)})\b", re.IGNORECASE)

    def nominate(self, reading: Reading) -> Iterable[Sentence]:
        found = [s.index for s in reading.draft.author if self._pattern.search(s.scan)]
        near = {i for index in found for i in (index - 1, index, index + 1)}
        return (s for s in promises.nominate(reading.draft) if s.index in near)

    def matches(self, reading: Reading) -> Iterator[Match]:
        for sentence in reading.draft.author:
            match = self._pattern.search(sentence.scan)
            if match and not self._concrete(reading, sentence):
                yield Match(sentence.absolute(Span(*match.span())))

    def _concrete(self, reading: Reading, sentence: Sentence) -> bool:
        near = reading.draft.sentences[max(0, sentence.index - 1) : sentence.index + 2]
        if any(_DONE.search(s.scan) for s in near):
            return True
        return any(
            abs(p.sentence - sentence.index) <= 1
            and p.owner in ("first person", "our side")
            and p.lemma.split()[0] not in ("do", "try", "work", "see", "be", "have", "hope", "continue", "strive")
            and not p.conditional
            for p in reading.promises
        )
