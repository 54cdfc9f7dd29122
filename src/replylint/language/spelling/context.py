"""Known words that stand where only a word one slip away makes sense: "need top use", "the sever is down"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from replylint.language.spelling.lexicon import Flag, lexicon
from replylint.language.spelling.vocabulary import Vocabulary
from replylint.language.spelling.words import Word

_SURE_ENOUGH = 7.5
"""How much better the other word must fit, in powers of ten: how often it stands beside these neighbours (each pair counts
twice, for it and against the word that never does), less the slip's cost and what frequent words do by chance."""
_FOUR_WORDS = 18
_DEAREST, _DEAREST_VERB = 1.2, 1.5
_COMMON = 5.8
"""Zipf value from which words stand beside so many others that an unseen pair says nothing."""
_CONNECTIVES = frozenset("nor then than them thus hence else".split())
"""Words that stand before and after nearly anything."""
_VERBAL = frozenset("can could will would should may might must cannot please can't couldn't won't wouldn't".split())
_OBJECT = frozenset("the your my our a an this that it them these those any all".split())


def misplaced(sentences: Iterable[Sequence[Word]], vocabulary: Vocabulary) -> Iterator[tuple[Word, str]]:
    """Yield the words that hardly ever stand beside their neighbours, each with the one that often does."""
    for sentence in sentences:
        for i, word in enumerate(sentence):
            if (
                _may_be_judged(word, vocabulary)
                and (meant := _meant(sentence, i))
                and not _of_the_thread(word, vocabulary)
            ):
                yield word, meant


def _may_be_judged(word: Word, vocabulary: Vocabulary) -> bool:
    if word.shape != "lower" or word.part or len(word.normal) < 3 or not word.text.isalpha():
        return False
    flags, frequency = lexicon().look(word.normal)
    return (
        bool(flags & Flag.WORD)
        and frequency < _COMMON
        and word.normal not in _CONNECTIVES
        and word.normal not in vocabulary.own
    )


def _of_the_thread(word: Word, vocabulary: Vocabulary) -> bool:
    """Whether the thread speaks of it: who keeps horses writes "bran"."""
    forms = {
        word.normal,
        word.normal + "s",
        word.normal.removesuffix("s"),
        word.normal.removesuffix("ed"),
        word.normal + "ed",
    }
    return not forms.isdisjoint(vocabulary.heard)


def _meant(sentence: Sequence[Word], i: int) -> str | None:
    """Return what stands in place of word ``i`` in a sentence that makes sense, if that is another word."""
    look, word = lexicon(), sentence[i]
    before = sentence[i - 1] if i else None
    after = sentence[i + 1] if i + 1 < len(sentence) else None
    if before is None or after is None or not (_adjacent(before, word) and _adjacent(word, after)):
        return None
    first, last = before.normal, after.normal
    if look.pair_frequency(first, word.normal) or look.pair_frequency(word.normal, last):
        return None
    confusables = look.confusables(word.normal)
    if not confusables:
        return None
    from replylint.language.spelling.morphology import ing_form  # few messages need it

    no_verb = first in _VERBAL and last in _OBJECT and ing_form(word.normal) is None
    for other, cost in confusables:
        fits = look.pair_frequency(first, other), look.pair_frequency(other, last)
        if not all(fits) or cost > (_DEAREST_VERB if no_verb else _DEAREST):
            continue
        by_chance = sum(look.frequency(w) for w in (first, word.normal, other, last)) - _FOUR_WORDS
        if 2 * (sum(fits) - cost) - by_chance >= _SURE_ENOUGH or (no_verb and ing_form(other) is not None):
            return other
    return None


def _adjacent(first: Word, second: Word) -> bool:
    """Whether nothing but a space stands between two words."""
    return second.span.start - first.span.end == 1
