"""Spellings that only American or only British English has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from replylint.language.spelling.lexicon import Flag, lexicon
from replylint.language.spelling.words import Word

Dialect = Literal["American", "British"]

_PAIRS: tuple[tuple[str, str], ...] = (
    ("or", "our"), ("er", "re"), ("ter", "tre"), ("iz", "is"), ("yz", "ys"), ("l", "ll"), ("ll", "l"), ("og", "ogue"), ("ense", "ence"),
    ("e", "ae"), ("e", "oe"), ("o", "ou"), ("k", "c"), ("g", "ge"), ("ow", "ough"), ("um", "ium"), ("lry", "llery"), ("pa", "py"),
    ("f", "ph"), ("m", "mme"), ("eu", "oeu"), ("ense", "ence"), ("ck", "que"), ("t", "tt"), ("p", "pp"), ("neuver", "noeuvre"),
)  # fmt: skip
"""American and British letters for the same sound, wherever in a word they are."""
_OXFORD = r"i[sz](?:e[drs]?|ing|ation(?:s|al)?|able|ers)$"
"""Endings that Oxford spelling writes with z though it is British."""


@dataclass(frozen=True, slots=True)
class DialectWord:
    """A word of one dialect, and what the other one writes."""

    word: Word
    dialect: Dialect
    other: str

    @property
    def oxford(self) -> bool:
        return self.dialect == "American" and bool(re.search(_OXFORD, self.word.normal))


def dialect_word(word: Word) -> DialectWord | None:
    """Return a word as one of a dialect; None for one that all have, and for names."""
    if word.named or word.shape in ("upper", "mixed") or word.text.lower() != word.normal:
        return None
    flags = lexicon().flags(word.normal)
    if not flags & Flag.WORD or bool(flags & Flag.US) == bool(flags & Flag.GB):
        return None
    american = bool(flags & Flag.US)
    other = next(_counterparts(word.normal, american), None)
    return DialectWord(word, "American" if american else "British", other) if other else None


def _counterparts(word: str, american: bool) -> Iterator[str]:
    """Yield what the other dialect has in place of a word: known there, and there only."""
    wanted, unwanted = (Flag.GB, Flag.US) if american else (Flag.US, Flag.GB)
    for us, gb in _PAIRS:
        here, there = (us, gb) if american else (gb, us)
        place = word.rfind(here)
        while place >= 0:
            other = word[:place] + there + word[place + len(here) :]
            flags = lexicon().flags(other)
            if flags & Flag.WORD and flags & wanted and not flags & unwanted:
                yield other
            place = word.rfind(here, 0, place + len(here) - 1) if place else -1
