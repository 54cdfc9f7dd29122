"""What a writer may have meant: the known words a few slips of the finger or the ear away, with what the slips cost.

A cost of 1 is about a factor of ten in likelihood, so that it can be weighed against word frequencies (logarithms to
the base of ten).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from replylint.language.spelling.lexicon import Flag, lexicon

_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_VOWELS = "aeiouy"
_ALIKE = frozenset(
    frozenset(pair) for pair in ("ck", "cs", "sz", "fv", "mn", "iy", "dt", "gj", "bp", "vw", "qk", "xs", "uw", "jy")
)
_CHEAP = 0.85
"""Only slips up to this cost are tried two at a time."""
_LONG = 8
"""Letters from which a word may have two slips."""


def _neighbours() -> dict[str, str]:
    """Return the keys beside each key; rows are shifted by half a key."""
    found: dict[str, str] = {}
    for y, row in enumerate(_KEYS):
        for x, key in enumerate(row):
            near = [row[i] for i in (x - 1, x + 1) if 0 <= i < len(row)]
            for other, shift in ((y - 1, (0, 1)), (y + 1, (-1, 0))):
                if 0 <= other < len(_KEYS):
                    near += [_KEYS[other][x + s] for s in shift if 0 <= x + s < len(_KEYS[other])]
            found[key] = "".join(near)
    return found


_NEAR = _neighbours()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A known word and what it costs to have written the unknown one instead."""

    word: str
    cost: float
    frequency: float
    flags: int

    @property
    def likelihood(self) -> float:
        return self.frequency - self.cost


@lru_cache(maxsize=4096)
def candidates(word: str, slips: int = 2) -> tuple[Candidate, ...]:
    """Return the known words one slip away (two in a long word), in lower case, the likeliest first."""
    costs = dict(_edits(word))
    if slips > 1 and len(word) >= _LONG:
        for step, cost in list(costs.items()):
            if cost <= _CHEAP:
                for further, more in _edits(step, _CHEAP):
                    if further not in costs or costs[further] > cost + more + 0.3:
                        costs[further] = cost + more + 0.3
    look = lexicon()
    found = []
    for near, cost in costs.items():
        flags = look.flags(near)
        if flags & (Flag.WORD | Flag.PROPER | Flag.TERM) and not flags & Flag.RUDE and near != word:
            found.append(Candidate(near, cost, look.frequency(near), flags))
    return tuple(sorted(found, key=lambda c: (-c.likelihood, c.word))[:8])


def _edits(word: str, limit: float = 9.0) -> Iterator[tuple[str, float]]:
    """Yield strings one slip away that cost at most ``limit``, cheapest kinds last so that they win in a dict."""
    kinds = (_other_letter, _missing_letter, _extra_letter, _swapped_letters)
    for kind in kinds:
        for near, cost, place in kind(word):
            cost += 0.6 if place == 0 and kind is not _swapped_letters else 0.0
            if cost <= limit:
                yield near, cost


def _other_letter(word: str) -> Iterator[tuple[str, float, int]]:
    for i, old in enumerate(word):
        for new in _LETTERS:
            if new != old:
                yield word[:i] + new + word[i + 1 :], _substitution(old, new), i


def _substitution(old: str, new: str) -> float:
    if new in _NEAR.get(old, ""):
        return 0.8
    if old in _VOWELS and new in _VOWELS:
        return 0.8
    return 1.0 if frozenset((old, new)) in _ALIKE else 1.5


def _missing_letter(word: str) -> Iterator[tuple[str, float, int]]:
    for i in range(len(word) + 1):
        for new in _LETTERS:
            doubled = new in (word[i - 1 : i], word[i : i + 1])
            cost = 0.4 if doubled else 0.8 if new in _VOWELS else 0.9
            yield word[:i] + new + word[i:], cost, i


def _extra_letter(word: str) -> Iterator[tuple[str, float, int]]:
    for i, extra in enumerate(word):
        before, after = word[i - 1 : i] if i else "", word[i + 1 : i + 2]
        near = any(c and extra in _NEAR.get(c, "") for c in (before, after))
        cost = 0.4 if extra in (before, after) else 0.7 if near else 0.8 if extra in _VOWELS else 1.0
        yield word[:i] + word[i + 1 :], cost, i


def _swapped_letters(word: str) -> Iterator[tuple[str, float, int]]:
    for i in range(len(word) - 1):
        if word[i] != word[i + 1]:
            yield word[:i] + word[i + 1] + word[i] + word[i + 2 :], 0.5, i
