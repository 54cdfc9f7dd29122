"""Names that have one right spelling, and how people get it wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from replylint.language.patterns import lazy
from replylint.language.spelling.candidates import one_slip
from replylint.language.spelling.lexicon import KNOWN, lexicon
from replylint.model import Span

_WORD = lazy(r"[^\W_]+(?:[+&.][^\W_]+)*")
_GAP = lazy(r"[ \t]{0,2}-?[ \t]{0,2}")
_LONG_ENOUGH = 6
"""Letters from which a name one slip away is that name."""


def misspelt_brands(scan: str, names: Sequence[str]) -> Iterator[tuple[Span, str]]:
    """Yield where a name is written wrongly in a text, and the name, from left to right."""
    by_letters = {_folded(name): name for name in names if _folded(name)}
    words = list(_WORD.finditer(scan)) if by_letters else []
    longest = max((len(_WORD.findall(name)) for name in names), default=0) + 2
    done = 0
    for i, first in enumerate(words):
        if first.start() < done:
            continue
        for last in reversed(_together(scan, words[i : i + longest])):
            text = scan[first.start() : last.end()]
            name = by_letters.get(_folded(text)) or _near(_folded(text), by_letters)
            if name is None:
                continue
            done = last.end()
            if _misspelt(text, name):
                yield Span(first.start(), last.end()), name
            break


def _misspelt(text: str, name: str) -> bool:
    """Whether a text with a name's letters is not written like it: a word that is a name too may be in lower case."""
    if text in (name, name.upper()):
        return False
    is_word = " " not in name and bool(lexicon().flags(_folded(name)) & KNOWN)
    return not (is_word and text.islower())


def _near(folded: str, by_letters: Mapping[str, str]) -> str | None:
    """Return the long name that a text, which is no word itself, is one slip away from."""
    if len(folded) < _LONG_ENOUGH - 1 or lexicon().flags(folded) & KNOWN:
        return None
    near = (
        name
        for letters, name in by_letters.items()
        if len(letters) >= _LONG_ENOUGH and abs(len(letters) - len(folded)) <= 1 and letters + "s" != folded
        if one_slip(folded, letters)
    )
    return next(near, None)


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
