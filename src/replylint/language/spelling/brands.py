"""Names that have one right spelling, and how people get it wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from replylint.language.spelling.candidates import one_slip
from replylint.language.spelling.lexicon import KNOWN, lexicon
from replylint.model import Span

_WORD = re.compile(r"[^\W_]+(?:[+&.][^\W_]+)*")
_GAP = re.compile(r"[ \t]{0,2}-?[ \t]{0,2}")
_LONG_ENOUGH = 6
"""Letters from which a name one slip away is that name."""


@dataclass(frozen=True)
class Brand:
    """A name as it is written, such as "ClearView Plus"."""

    name: str

    @cached_property
    def folded(self) -> str:
        return _folded(self.name)

    @cached_property
    def is_word(self) -> bool:
        """Whether the name without its capitals is a word of its own: "Discover", "Apple"."""
        return " " not in self.name and bool(lexicon().flags(self.folded) & KNOWN)

    def misspelt(self, text: str) -> bool:
        """Whether a text is meant to be this name but is not written so."""
        if text == self.name or text == self.name.upper():
            return False
        folded = _folded(text)
        if folded == self.folded:
            return not (self.is_word and text.islower())
        if len(self.folded) < _LONG_ENOUGH or lexicon().flags(folded) & KNOWN or folded == self.folded + "s":
            return False
        return one_slip(folded, self.folded)


def misspelt_brands(scan: str, names: Sequence[str]) -> Iterator[tuple[Span, str]]:
    """Yield where a name is written wrongly in a text, and the name, from left to right."""
    brands = [Brand(name) for name in names if _folded(name)]
    if not brands:
        return
    words = list(_WORD.finditer(scan))
    longest = max(len(_WORD.findall(brand.name)) for brand in brands) + 2
    done = 0
    for i, first in enumerate(words):
        if first.start() < done:
            continue
        for last in reversed(_together(scan, words[i : i + longest])):
            text = scan[first.start() : last.end()]
            if any(text == brand.name for brand in brands):
                done = last.end()
                break
            if brand := next((b for b in brands if b.misspelt(text)), None):
                yield Span(first.start(), last.end()), brand.name
                done = last.end()
                break


def _together(scan: str, words: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """Return the words up to the first that is not joined to the one before by a space or a hyphen."""
    together = [words[0]]
    for word in words[1:]:
        if not _GAP.fullmatch(scan, together[-1].end(), word.start()):
            break
        together.append(word)
    return together


def _folded(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())
