"""Runs of words of a text, and which texts of many share most of them.

Exact, not hashed: two sets of shingles whose Jaccard index is at least t share one of their rarest ``n - ⌈t·n⌉ + 1``
shingles (prefix filtering: Chaudhuri, Ganti & Kaushik 2006, "A primitive operator for similarity joins"), so that only
texts that share a rare one need be compared.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence

from replylint.language.patterns import lazy
from replylint.language.text import BLANK, Text

Shingle = tuple[str, ...]

_WORD = lazy(rf"[\w'’]+|{BLANK}+")
_MOST_COMPARED = 64
"""Texts that one is compared with at most, so that thousands of half-alike ones take no quadratic time."""


def words_of(text: Text) -> list[str]:
    """Return the words of a message in lower case; an address or a placeholder is one word, as it is written."""
    scan, raw = text.scan.lower(), text.raw
    return [raw[m.start() : m.end()] if m[0][0] == BLANK else m[0] for m in _WORD.finditer(scan)]


def shingles(words: Sequence[str], length: int) -> frozenset[Shingle]:
    """Return the runs of so many words; all of them as one where there are fewer."""
    return frozenset(tuple(words[i : i + length]) for i in range(max(1, len(words) - length + 1)))


def alike(texts: Sequence[frozenset[Shingle]], least: float) -> Iterator[tuple[int, int, float]]:
    """Yield the number of each text that is like an earlier one, of the most like of those, and their Jaccard index.

    A text that is like an earlier one is compared with no later one: of five that are the same four are told.
    """
    frequency = Counter(shingle for own in texts for shingle in own)
    by_shingle: dict[Shingle, list[int]] = {}
    for number, own in enumerate(texts):
        rarest = sorted(own, key=lambda shingle: (frequency[shingle], shingle))
        prefix = rarest[: len(rarest) - math.ceil(least * len(rarest)) + 1]
        prefix = [shingle for shingle in prefix if frequency[shingle] > 1]
        candidates = dict.fromkeys(other for shingle in prefix for other in by_shingle.get(shingle, ()))
        found = [(_jaccard(own, texts[other]), other) for other in list(candidates)[:_MOST_COMPARED]]
        best = max(found, key=lambda pair: pair[0], default=(0.0, number))
        if best[0] >= least:
            yield number, best[1], best[0]
        else:
            for shingle in prefix:
                leaders = by_shingle.setdefault(shingle, [])
                if len(leaders) < _MOST_COMPARED:
                    leaders.append(number)


def _jaccard(one: frozenset[Shingle], other: frozenset[Shingle]) -> float:
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared)
