"""Apologies that come after the explanation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from replylint.checks import Check
from replylint.language.patterns import lazy
from replylint.language.reading import Reading
from replylint.model import Edit, Fix, Match, Span

_THANKS = lazy(r"^\W*(?:thank|thanks|many thanks|i (?:appreciate|hope)|we (?:appreciate|hope))\b", re.I)
_CLOSING = lazy(r"\b(?:once more|once again|again)\b", re.I)
_SAFETY = lazy(r"\b(?:stop using|unplug|switch (?:it )?off|do not (?:use|eat|drink|touch)|danger|emergency)\b", re.I)


@dataclass(frozen=True)
class LateApology(Check):
    """Finds the first apology after sentence ``after``, or in the last third, of a reply of ``least`` sentences."""

    least: int = 5
    after: int = 3
    slots: ClassVar[frozenset[str]] = frozenset({"n"})

    def matches(self, reading: Reading) -> Iterator[Match]:
        sentences = [s for s in reading.draft.author if not _THANKS.match(s.scan)]
        owned = [
            a
            for a in reading.apologies
            if a.turn == reading.turn and a.kind in ("apology", "responsibility", "sympathy")
        ]
        if len(sentences) < self.least or not owned or not (owned[0].kind == "apology" or owned[0].event):
            return
        first = owned[0]
        before = [s for s in sentences if s.index < first.sentence]
        late = len(before) >= self.after and (len(before) > self.after or len(before) * 3 >= len(sentences) * 2)
        if (
            not late
            or _CLOSING.search(first.span.of(reading.draft.scan))
            or any(_SAFETY.search(s.scan) for s in before)
        ):
            return
        own = reading.draft.sentences[first.sentence]
        yield Match(first.span, {"n": str(len(before))}, fixes=(_move(reading, own.span, before[0].span.start),))


def _move(reading: Reading, sentence: Span, to: int) -> Fix:
    """Move a sentence to the front."""
    raw = reading.draft.raw
    start = sentence.start
    while start > 0 and raw[start - 1] in " \t":
        start -= 1
    moved = sentence.of(raw) + " "
    return Fix("Move the apology to the top.", (Edit(Span(to, to), moved), Edit(Span(start, sentence.end), "")))
