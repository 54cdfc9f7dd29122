"""Words no dictionary lists but every reader knows: built from known words by prefixes, endings and composition."""

from __future__ import annotations

from collections.abc import Iterator

from replylint.language.patterns import lazy
from replylint.language.spelling.lexicon import KNOWN, Flag, lexicon

_PREFIXES = (
    "anti auto bio co counter cross cyber de dis down e eco electro extra fore giga hyper inter kilo macro mega meta micro "
    "mid mini mis multi nano non off out over photo poly post pre pro pseudo re self semi step sub super tele trans ultra un "
    "under uni up well"
).split()
_RUN_TOGETHER = "a as at at by each even every for from have in is no of on or should that the to will with thank would your".split()
"""Words so short and frequent that the space after them gets lost; a compound never begins with one of them."""
_FIXED_PHRASE = 3.1
"""Zipf value of a pair from which two words are a fixed phrase."""
_SEEN_PAIR = 2.0
_SHORTEST_BASE = 4
_SHORTEST_PART = 3
_COMMON = 4.3
"""Zipf value from which both halves of a compound are common enough, though not often seen beside each other."""
_PARTICLES = frozenset("in on up by at to off".split())
_DOUBLED = lazy(r"(?:^|[^aeiou])(?:qu)?[aeiou]([bcdfgklmnprtvz])\1$")
"""A consonant doubled before an ending: after one short vowel only."""
_ENDING = lazy(
    r"(?:able|ally|ers?|ing|ish|less|like|ness|wise|ify|ified|ifying|i[sz]e[drs]?|i[sz]ing|i[sz]ations?|ed|ly|s|y)$"
)


def built(word: str) -> bool:
    """Whether an unlisted word is made regularly of known ones: "reinstallable", "offlined", "addressbook"."""
    return _derived(word) or composed(word) is not None


def _derived(word: str) -> bool:
    look = lexicon()
    for base in bases(word):
        if len(base) >= _SHORTEST_BASE and look.flags(base) & KNOWN:
            return True
    for prefix in _PREFIXES:
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) >= _SHORTEST_BASE:
            if look.flags(rest) & KNOWN and look.frequency(rest) >= 2.5:
                return True
            if any(len(b) >= _SHORTEST_BASE and look.flags(b) & KNOWN for b in bases(rest)):
                return True
    return False


def bases(word: str) -> Iterator[str]:
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


def derived(word: str) -> float:
    """Return how frequent the word is that an unlisted one is regularly made of with an ending; 0 for none."""
    look = lexicon()
    known = (look.look(base) for base in bases(word) if len(base) >= _SHORTEST_BASE)
    return max((frequency for flags, frequency in known if flags & Flag.WORD), default=0.0)


def run_together(word: str) -> tuple[str, str] | None:
    """Return the two words that were written without the space between them: "incase", "ofthe", "shiftkey".

    Of two nouns only where the web, which has every accepted compound, does not have this one.
    """
    look = lexicon()
    if not look.frequency(word) and not look.frequency(word.removesuffix("s")):
        pair = composed(word)
        if pair and look.pair_frequency(*pair) >= _SEEN_PAIR:
            return pair
    for first in _RUN_TOGETHER:
        second = word.removeprefix(first)
        if second == word or len(second) < 2 or not look.flags(second) & Flag.WORD:
            continue
        if look.pair_frequency(first, second) >= (_FIXED_PHRASE if len(first) > 1 else _FIXED_PHRASE + 1):
            return first, second
    return None


def base_form(verb: str) -> str | None:
    """Return the base of a regular form in -s, -ed or -ing; None where it is none ("need", "always")."""
    look = lexicon()
    if look.flags(verb + "ing") & Flag.WORD:
        return None
    forms = [verb[:-1]] if verb.endswith(("s", "ed")) else []
    if verb.endswith(("es", "ed")):
        forms += [verb[:-2], verb[:-3] + "y" if verb[-3:] in ("ies", "ied") else ""]
    if verb.endswith(("ed", "ing")):
        stem = verb.removesuffix("ed").removesuffix("ing")
        forms += [stem, stem + "e", stem[:-1] if _DOUBLED.search(stem) else ""]
    known = [form for form in forms if form and form != verb and ing_form(form) is not None]
    return max(known, key=look.frequency, default=None)


def ing_form(verb: str) -> str | None:
    """Return a verb's form in -ing that dictionaries have; None for what is no verb."""
    look = lexicon()
    forms = (
        verb.removesuffix("ie") + "ying" if verb.endswith("ie") else "",
        verb.removesuffix("e") + "ing",
        verb + "ing",
        verb + verb[-1:] + "ing",
    )
    return next((form for form in forms if form and look.flags(form) & Flag.WORD), None)
