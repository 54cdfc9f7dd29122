"""Words no dictionary lists but every reader knows: built from known words by prefixes, endings and composition."""

from __future__ import annotations

import re
from collections.abc import Iterator

from replylint.language.spelling.lexicon import KNOWN, lexicon

_PREFIXES = (
    "anti auto bio co counter cross cyber de dis down e eco electro extra fore giga hyper inter kilo macro mega meta micro "
    "mid mini mis multi nano non off out over photo poly post pre pro pseudo re self semi step sub super tele trans ultra un "
    "under uni up well"
).split()
_SHORTEST_BASE = 4
_SHORTEST_PART = 3
_COMMON = 4.3
"""Zipf value from which both halves of a compound are common enough, though not often seen beside each other."""
_PARTICLES = frozenset("in on up by at to off".split())
_DOUBLED = re.compile(r"(?:^|[^aeiou])(?:qu)?[aeiou]([bcdfgklmnprtvz])\1$")
"""A consonant doubled before an ending: after one short vowel only."""
_ENDING = re.compile(
    r"(?:able|ally|ers?|ing|ish|less|like|ness|wise|ify|ified|ifying|i[sz]e[drs]?|i[sz]ing|i[sz]ations?|ed|ly|s|y)$"
)


def built(word: str) -> bool:
    """Whether an unlisted word is made regularly of known ones: "reinstallable", "offlined", "addressbook"."""
    return _derived(word) or composed(word) is not None


def _derived(word: str) -> bool:
    look = lexicon()
    for base in _bases(word):
        if len(base) >= _SHORTEST_BASE and look.flags(base) & KNOWN:
            return True
    for prefix in _PREFIXES:
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) >= _SHORTEST_BASE:
            if look.flags(rest) & KNOWN and look.frequency(rest) >= 2.5:
                return True
            if any(len(b) >= _SHORTEST_BASE and look.flags(b) & KNOWN for b in _bases(rest)):
                return True
    return False


def _bases(word: str) -> Iterator[str]:
    """Yield what may stand before a regular ending, as English spelling joins them."""
    ending = _ENDING.search(word)
    if not ending:
        return
    base, tail = word[: ending.start()], ending.group()
    if len(base) < 3:
        return
    if tail == "s":
        if not base.endswith(("s", "x", "z", "ch", "sh")):
            yield base
    elif tail == "ly":
        yield base
    elif tail == "y":
        if base[-1] not in "aeiouy":
            yield base
    elif tail[0] in "aeiy":
        if not base.endswith("e") or base.endswith(("ee", "ye", "oe")) or tail == "able":
            yield base
        if base[-1] not in "aeiou":
            yield base + "e"
        if _DOUBLED.search(base):
            yield base[:-1]
        if tail in ("er", "ers", "ed") and base.endswith("i"):
            yield base[:-1] + "y"
    else:
        yield base


def composed(word: str) -> tuple[str, str] | None:
    """Return the two words a longer one is written together of: words that are often seen beside each other."""
    look = lexicon()
    best, found = 0.0, None
    for cut in range(_SHORTEST_PART, len(word) - 1):
        first, second = word[:cut], word[cut:]
        if len(second) < _SHORTEST_PART and second not in _PARTICLES:
            continue
        if not (look.flags(first) & KNOWN and look.flags(second) & KNOWN):
            continue
        common = min(look.frequency(first), look.frequency(second))
        fit = max(look.pair_frequency(first, second), common - _COMMON)
        if fit > best:
            best, found = fit, (first, second)
    return found
