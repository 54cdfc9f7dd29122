"""Replies that apologise again and again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from replylint.checks import Check
from replylint.language.apologies import Apology
from replylint.language.patterns import lazy
from replylint.language.reading import Reading
from replylint.model import Match

_STRONG = lazy(
    r"\b(?:deep(?:ly|est)|sincere(?:ly|st)|terribl[ey]|so so|thousand|truly|profound(?:ly)?|heartfelt"
    r"|dreadfully|unreserved(?:ly)?)\b",
    re.I,
)


@dataclass(frozen=True)
class OverApology(Check):
    """Finds ``most`` apologies or more, two strong ones, or apologies in over 40 % of four sentences or more."""

    most: int = 3
    share: float = 0.4
    long_reply: int = 120
    slots: ClassVar[frozenset[str]] = frozenset({"n"})

    def matches(self, reading: Reading) -> Iterator[Match]:
        apologies = [a for a in reading.apologies if a.turn == reading.turn and a.kind in ("apology", "conditional")]
        distinct = _distinct(reading, apologies)
        if len(distinct) < 2:
            return
        strong = sum(a.intensified and bool(_STRONG.search(a.span.of(reading.draft.scan))) for a in distinct)
        sentences = len(reading.draft.author)
        words = len(reading.draft.raw.split())
        crowded = sentences >= 4 and len({a.sentence for a in distinct}) / sentences > self.share
        if len(distinct) >= self.most or (strong >= 2 and words <= self.long_reply) or crowded:
            yield Match(distinct[1].span, {"n": str(len(distinct))})


def _distinct(reading: Reading, apologies: Sequence[Apology]) -> list[Apology]:
    """Return the apologies but those for a second, different failure: they are owed."""
    kept: list[Apology] = []
    objects: list[str] = []
    for apology in apologies:
        named = " ".join(apology.object.of(reading.draft.scan).lower().split())
        specific = len(named.split()) >= 3 and not re.search(
            r"\b(?:inconvenience|this|that|experience|trouble)\b", named
        )
        if kept and specific and named not in objects and not _shares_word(named, objects):
            objects.append(named)
            continue
        kept.append(apology)
        objects.append(named)
    return kept


def _shares_word(named: str, objects: Sequence[str]) -> bool:
    words = {w for w in named.split() if len(w) > 4}
    return any(words & set(other.split()) for other in objects)
