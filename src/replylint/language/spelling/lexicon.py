"""The word data that comes with replylint: dictionaries, terms, names, how frequent words are, known misspellings.

The files in ``data/`` are memory-mapped tries: opening them costs well under a millisecond, and only the pages that
are looked at are read. ``benchmarks/build_dictionary.py`` makes them.
"""

from __future__ import annotations

from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import marisa_trie

LEXICON_FORMAT = "<HB"
"""A word's flags and its frequency."""
PAIRS_FORMAT = "<B"
"""The frequency of two words after each other."""
SCALE = 25
"""Steps of a stored frequency for a factor of ten."""
DATA = Path(__file__).with_name("data")


class Flag:
    """Where a word is from, as bits. Without any it was only seen on the web, which is also full of misspellings."""

    WORD = 1
    PROPER = 2
    """A dictionary has it with a capital only."""
    TERM = 4
    NAME = 8
    US = 16
    GB = 32
    CA = 64
    AU = 128
    RUDE = 256
    """A word that is never suggested."""


KNOWN = Flag.WORD | Flag.TERM
"""What makes a word right as it stands, in lower case."""


class Lexicon:
    """Looks words up, in lower case, with a straight apostrophe."""

    @cached_property
    def _words(self) -> marisa_trie.RecordTrie:
        import marisa_trie

        return marisa_trie.RecordTrie(LEXICON_FORMAT).mmap(str(DATA / "words.marisa"))

    @cached_property
    def _pairs(self) -> marisa_trie.RecordTrie:
        import marisa_trie

        return marisa_trie.RecordTrie(PAIRS_FORMAT).mmap(str(DATA / "pairs.marisa"))

    @cached_property
    def _misspellings(self) -> marisa_trie.BytesTrie:
        import marisa_trie

        return marisa_trie.BytesTrie().mmap(str(DATA / "misspellings.marisa"))

    def look(self, word: str) -> tuple[int, float]:
        """Return a word's flags and frequency at once."""
        found = self._words.get(word)
        return (int(found[0][0]), found[0][1] / SCALE) if found else (0, 0.0)

    def flags(self, word: str) -> int:
        """Return what is known of a word, 0 where nothing is."""
        found = self._words.get(word)
        return int(found[0][0]) if found else 0

    def frequency(self, word: str) -> float:
        """Return the logarithm of a word's occurrences in a billion words of the web (its Zipf value), 0 if rare."""
        found = self._words.get(word)
        return found[0][1] / SCALE if found else 0.0

    def pair_frequency(self, first: str, second: str) -> float:
        """Return the Zipf value of two words after each other, 0 where they are not often seen so."""
        found = self._pairs.get(f"{first} {second}")
        return found[0][0] / SCALE if found else 0.0

    @cached_property
    def _confusables(self) -> marisa_trie.BytesTrie:
        import marisa_trie

        return marisa_trie.BytesTrie().mmap(str(DATA / "confusables.marisa"))

    def confusables(self, word: str) -> tuple[tuple[str, float], ...]:
        """Return the commoner words that a known one may be a slip for, and what the slip costs."""
        found = self._confusables.get(word)
        pairs = (entry.split(" ") for entry in found[0].decode().split("\n")) if found else ()
        return tuple((other, int(cost) / 10) for other, cost in pairs)

    @cached_property
    def common_words(self) -> tuple[str, ...]:
        """The commoner words that are long enough to be known with two slips in them."""
        return tuple((DATA / "common.txt").read_text("ascii").split())

    def corrections(self, word: str) -> tuple[str, ...]:
        """Return what a well-known misspelling stands for, the likeliest first; nothing for any other word."""
        found = self._misspellings.get(word)
        return tuple(found[0].decode().split("\n")) if found else ()


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Return the word data; the files are opened once."""
    return Lexicon()
