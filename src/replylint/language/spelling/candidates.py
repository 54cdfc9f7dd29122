"""What a writer may have meant: the known words a few slips of the finger or the ear away, with what the slips cost.

A cost of 1 is about a factor of ten in likelihood, so that it can be weighed against word frequencies (logarithms to
the base of ten).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from replylint.language.spelling.lexicon import Flag, lexicon
from replylint.language.spelling.morphology import derived

_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_VOWELS = "aeiouy"
_ALIKE = frozenset(
    frozenset(pair) for pair in ("ck", "cs", "sz", "fv", "mn", "iy", "dt", "gj", "bp", "vw", "qk", "xs", "uw", "jy")
)
_FARTHEST = 2.0
"""What two slips may cost together."""
_ANOTHER = 0.3
"""What it costs besides to have slipped twice in a word."""
_CHEAP, _COMMON, _UNLISTED = 0.9, 4.0, 1.5
"""Of words that are not listed: what a slip may cost, how frequent the base is, and how much less the word itself."""
_GOOD_ENOUGH = 2.5
"""Likelihood of a word one slip away from which words two slips away are not looked for."""
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
    found = {near: _candidate(near, cost) for near, cost in dict(_edits(word)).items() if near != word}
    near = [candidate for candidate in found.values() if candidate]
    if (
        slips > 1
        and len(word) >= _LONG
        and word.isalpha()
        and max((c.likelihood for c in near), default=0.0) < _GOOD_ENOUGH
    ):
        for far in _look_alikes(word):
            cost = _distance(word, far) + _ANOTHER
            if far not in found and cost <= _FARTHEST and (candidate := _candidate(far, cost)):
                near.append(candidate)
    return tuple(sorted(near, key=lambda c: (-c.likelihood, c.word))[:8])


@lru_cache(maxsize=4096)
def built_candidates(word: str) -> tuple[Candidate, ...]:
    """Return words no dictionary has that are regularly made of common ones, one cheap slip away: "linkfying"."""
    if len(word) < _LONG:
        return ()
    found = []
    for near, cost in dict(_edits(word)).items():
        frequency = derived(near) if cost <= _CHEAP else 0.0
        if frequency >= _COMMON:
            found.append(Candidate(near, cost, frequency - _UNLISTED, Flag.WORD))
    return tuple(sorted(found, key=lambda c: (-c.likelihood, c.word))[:8])


def _candidate(word: str, cost: float) -> Candidate | None:
    flags, frequency = lexicon().look(word)
    if not flags & (Flag.WORD | Flag.PROPER | Flag.TERM) or flags & Flag.RUDE:
        return None
    return Candidate(word, cost, frequency, flags)


@lru_cache(maxsize=1)
def _by_letters() -> dict[int, list[tuple[int, str]]]:
    """Return the common words by length, each with the set of its letters as bits."""
    found: dict[int, list[tuple[int, str]]] = {}
    for word in lexicon().common_words:
        found.setdefault(len(word), []).append((_letters(word), word))
    return found


def _letters(word: str) -> int:
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) - 97)
    return bits


def _look_alikes(word: str) -> Iterator[str]:
    """Yield the common words that two slips could make this one of: of nearly the same length and letters."""
    letters = _letters(word)
    for length in range(len(word) - 2, len(word) + 3):
        for others, other in _by_letters().get(length, ()):
            if (letters ^ others).bit_count() <= 4 and (word[0] == other[0] or word[1] == other[1]):
                yield other


def _distance(wrong: str, right: str) -> float:
    """Return the least that slips which make ``wrong`` of ``right`` cost (Damerau's edits)."""
    before: list[float] = []
    row = [0.9 * j for j in range(len(right) + 1)]
    for i, typed in enumerate(wrong, 1):
        earlier, before, row = before, row, [0.9 * i]
        for j, meant in enumerate(right, 1):
            best = before[j - 1] + (0.0 if typed == meant else _substitution(meant, typed))
            extra = 0.4 if i > 1 and typed == wrong[i - 2] else 0.9
            missing = 0.4 if j > 1 and meant == right[j - 2] else 0.8 if meant in _VOWELS else 0.9
            best = min(best, before[j] + extra, row[j - 1] + missing)
            if i > 1 and j > 1 and typed == right[j - 2] and wrong[i - 2] == meant:
                best = min(best, earlier[j - 2] + 0.5)
            row.append(best)
        if min(row) > _FARTHEST:
            return _FARTHEST + 1
    return row[-1]


def _edits(word: str) -> Iterator[tuple[str, float]]:
    """Yield strings one slip away, the cheapest kinds last so that they win in a dict."""
    kinds = (_other_letter, _missing_letter, _extra_letter, _swapped_letters)
    for kind in kinds:
        for near, cost, place in kind(word):
            yield near, cost + (0.9 if place == 0 and kind is not _swapped_letters else 0.0)


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


def one_slip(wrong: str, right: str) -> bool:
    """Whether one slip (a letter too many, missing, changed, or two swapped) makes ``wrong`` of ``right``."""
    if abs(len(wrong) - len(right)) > 1 or wrong == right:
        return False
    i = next((i for i, (a, b) in enumerate(zip(wrong, right, strict=False)) if a != b), min(len(wrong), len(right)))
    if len(wrong) == len(right):
        swapped = wrong[i + 1 : i + 2] + wrong[i : i + 1] == right[i : i + 2]
        return wrong[i + 1 :] == right[i + 1 :] or (swapped and wrong[i + 2 :] == right[i + 2 :])
    return wrong[i:] == right[i + 1 :] if len(wrong) < len(right) else wrong[i + 1 :] == right[i:]
