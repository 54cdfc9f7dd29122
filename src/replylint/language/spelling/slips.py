"""Misspelt words: sure ones, which a list of well-known misspellings has, and likely ones, near to what was meant."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from replylint.language.patterns import lazy
from replylint.language.spelling.candidates import Candidate, built_candidates, candidates
from replylint.language.spelling.foreign import foreign
from replylint.language.spelling.lexicon import KNOWN, Flag, lexicon
from replylint.language.spelling.morphology import built, run_together
from replylint.language.spelling.vocabulary import Vocabulary
from replylint.language.spelling.words import Word

_ELONGATED = lazy(r"(\w)\1\1")
_DRAWN_OUT = lazy(r"([aeiouy])\1\1|([hmnrswz])\2\2+$|(\w)\3\3\3|^(\w)\4\4")
"""Letters repeated for the sound of it, not by a key that stuck: "sooo", "yesss"."""
_ENDINGS = ("ing", "ly", "ed", "s")
_NEAR = 30
"""Words before and after a slip that are looked at."""
_OFTEN = 3
"""Times a message uses a word from which it is a term rather than a slip."""
_SENTENCE = 4
"""Words from which a line is a sentence."""
_COMMON = 4.8
"""Zipf value of a word so common that a capitalised misspelling of it is no name."""
_VERY_COMMON = 6.5
"""The same for short words, which are near to many names."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A misspelt word, at every place it stands, and what was meant, the likeliest first."""

    places: tuple[Word, ...]
    meant: tuple[str, ...]
    sure: bool


def slips(sentences: Iterable[Sequence[Word]], vocabulary: Vocabulary) -> tuple[Slip, ...]:
    """Return each distinct misspelling of a message once."""
    places: dict[str, list[Word]] = {}
    meant: dict[str, tuple[tuple[str, ...], bool]] = {}
    counts: dict[str, int] = {}
    for sentence in sentences:
        strange = [(i, word) for i, word in enumerate(sentence) if vocabulary.strange(word)]
        for _, word in strange:
            counts[word.normal] = counts.get(word.normal, 0) + 1
        if not strange or foreign([w.normal for w in sentence], sum(_unheard_of(word) for _, word in strange)):
            continue
        for i, word in strange:
            near = sentence[max(0, i - _NEAR) : i + _NEAR + 1]
            found = _sure(word, near, vocabulary) or _likely(word, near, vocabulary)
            if found:
                meant.setdefault(word.normal, (tuple(map(_with_capital, found[0])), found[1]))
                places.setdefault(word.normal, []).append(word)
    return tuple(
        Slip(tuple(places[normal]), rights, sure)
        for normal, (rights, sure) in meant.items()
        if sure or counts[normal] < _OFTEN
    )


def _with_capital(right: str) -> str:
    """Write a name with its capital."""
    flags = lexicon().flags(right)
    return right[0].upper() + right[1:] if flags & Flag.PROPER and not flags & KNOWN else right


def _unheard_of(word: Word) -> bool:
    """Whether a word is neither known, nor a well-known misspelling, nor a name."""
    return word.shape == "lower" and not lexicon().corrections(word.normal)


def _sure(word: Word, sentence: Sequence[Word], vocabulary: Vocabulary) -> tuple[tuple[str, ...], bool] | None:
    look = lexicon()
    rights = look.corrections(word.normal)
    if not rights or _in_foreign_phrase(word, sentence) or (_DRAWN_OUT.search(word.normal) and len(word.normal) < 7):
        return None
    if word.shape == "upper" and not any(w.shape == "upper" and len(w.text) > 3 for w in sentence if w is not word):
        return None  # a code or a name in a sentence that does not shout
    if word.shape == "capital":
        if word.normal in vocabulary.names or word.normal in vocabulary.thread_names:
            return None
        if look.flags(word.normal) & Flag.NAME and (word.named or word.sentence.zone != "author"):
            return None
        if word.named and not any(_fits_well(word, sentence, right) for right in rights):
            return None
    near = {c.word: c for c in candidates(word.normal)}
    listed = [near.get(r) or Candidate(r, 1.5, look.frequency(r.lower()), 0) for r in rights]
    others = [c for c in near.values() if c.word not in rights and len(rights) > 1 and c.cost < 1]
    return tuple(c.word for c in _ranked(word, sentence, [*listed, *others])[:4]), True


def _fits_well(word: Word, sentence: Sequence[Word], right: str) -> bool:
    """Whether a capitalised word can hardly be a name: what it was meant to be is very common and belongs here."""
    look = lexicon()
    if _with_capital(right) != right:
        return True
    common = _COMMON if len(word.normal) > 4 else _VERY_COMMON
    return look.frequency(right) >= common and _context(word, sentence, right) >= 0.5


def _begins_sentence(word: Word, sentence: Sequence[Word]) -> bool:
    """Whether a capital is that of a sentence, not that of a name under a message."""
    return word.shape == "capital" and word.initial and word.sentence.zone == "author" and len(sentence) >= _SENTENCE


def _likely(word: Word, sentence: Sequence[Word], vocabulary: Vocabulary) -> tuple[tuple[str, ...], bool] | None:
    normal = word.normal
    if word.shape != "lower" and not (_begins_sentence(word, sentence) and not lexicon().flags(normal) & Flag.NAME):
        return None
    if word.sentence.zone == "greeting" or len(normal) < 4 or not normal.isalpha() or _DRAWN_OUT.search(normal):
        return None
    if normal in vocabulary.heard or normal in vocabulary.names or lexicon().flags(normal) & Flag.PROPER:
        return None
    if apart := run_together(normal):
        return (" ".join(apart),), False
    near = _plausible(normal)
    if not near or _in_foreign_phrase(word, sentence):
        return None
    ranked = _ranked(word, sentence, near)
    score = strength(normal, ranked[0]) + _context(word, sentence, ranked[0].word)
    if word.part or word.shape == "capital":
        score -= 1
    return (tuple(c.word for c in ranked[:3]), False) if score >= 0 else None


@lru_cache(maxsize=4096)
def _plausible(normal: str) -> tuple[Candidate, ...]:
    return () if built(normal) else candidates(normal) or built_candidates(normal)


def _in_foreign_phrase(word: Word, sentence: Sequence[Word]) -> bool:
    """Whether a neighbour is written with letters English has not: "raison d'être"."""
    i = bisect.bisect_left(sentence, word.span, key=lambda w: w.span)
    return not all(w.text.isascii() or w.normal.isascii() for w in sentence[max(0, i - 1) : i + 2])


def _ranked(word: Word, sentence: Sequence[Word], near: Sequence[Candidate]) -> list[Candidate]:
    """Put what fits the sentence and keeps the word's ending first."""

    def rank(candidate: Candidate) -> float:
        ending = next((e for e in _ENDINGS if word.normal.endswith(e)), None)
        kept = 0.4 if ending and candidate.word.endswith(ending) else 0.0
        return candidate.likelihood + kept + _context(word, sentence, candidate.word)

    return sorted(near, key=rank, reverse=True)


def _context(word: Word, sentence: Sequence[Word], candidate: str) -> float:
    """Return how well a word fits between its neighbours, 0 to 1."""
    look = lexicon()
    i = bisect.bisect_left(sentence, word.span, key=lambda w: w.span)
    before = sentence[i - 1].normal if i else "<s>"
    after = sentence[i + 1].normal if i + 1 < len(sentence) else ""
    fit = max(look.pair_frequency(before, candidate), look.pair_frequency(candidate, after) if after else 0.0)
    return min(1.0, max(0.0, fit - 0.5) / 2)


def strength(unknown: str, meant: Candidate) -> float:
    """Return how likely an unknown word is a slip rather than a term we do not know; 0 is the threshold.

    Long words have few neighbours by chance, so that one of them being near says more. A word the web uses much is a
    term, or the one we know is far more frequent still.
    """
    if _ELONGATED.search(unknown) and meant.cost < 0.5:
        return 1.0
    seen = lexicon().frequency(unknown)
    length = min(len(unknown), 10) if len(unknown) > 4 else 2.5
    return meant.likelihood + 0.55 * length - 0.9 * max(0.0, seen - 1.6) - 6.2
