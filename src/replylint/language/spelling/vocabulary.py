"""Words that are right in this conversation though no dictionary has them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from replylint.language.patterns import lazy
from replylint.language.spelling.lexicon import KNOWN, Flag, lexicon
from replylint.language.spelling.words import Word, normalised, words
from replylint.language.text import Text
from replylint.model import Conversation, Message, Settings

_SHORTEST_SHOUT = 6
"""Letters from which a word in capitals is no acronym."""
_LETTERS = lazy(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


@dataclass(frozen=True)
class Vocabulary:
    """``own`` words are right whatever they look like; ``heard`` ones, which the thread uses, are no likely slips."""

    own: frozenset[str]
    names: frozenset[str]
    earlier: tuple[Text, ...]

    @cached_property
    def heard(self) -> frozenset[str]:
        return frozenset(word.normal for text in self.earlier for sentence in words(text) for word in sentence)

    @cached_property
    def thread_names(self) -> frozenset[str]:
        """The words the thread writes with a capital in the middle of a sentence."""
        return frozenset(
            word.normal for text in self.earlier for sentence in words(text) for word in sentence if word.named
        )

    def strange(self, word: Word) -> bool:
        """Whether a word needs a further look, which nearly none does."""
        flags = lexicon().flags(word.normal)
        if flags & KNOWN or (flags & Flag.PROPER and word.shape != "lower"):
            return False
        if len(word.normal) < 3 or word.shape == "mixed" or not word.normal.isascii() or word.normal in self.own:
            return False
        if word.shape == "upper" and len(word.normal) < _SHORTEST_SHOUT:
            return False
        return "'" not in word.normal or not lexicon().flags(normalised(word.text)) & KNOWN


def vocabulary(
    conversation: Conversation,
    settings: Settings,
    draft: Message,
    sentences: Iterable[Sequence[Word]],
    earlier: Iterable[Text],
) -> Vocabulary:
    """Gather the words of the settings and of the thread, and the names of the people in it."""
    own = [*settings.words, *brands(conversation, settings), *_listed(conversation.meta.get("words"))]
    people = [m.author for m in (*conversation.messages, draft) if m.author]
    greeted = {
        word.normal
        for sentence in sentences
        for word in sentence
        if word.sentence.zone != "author" and word.shape == "capital" and not word.initial
    }
    return Vocabulary(frozenset(_words(own)), frozenset(_words(people)) | greeted, tuple(earlier))


def brands(conversation: Conversation, settings: Settings) -> tuple[str, ...]:
    """Return the names that the settings and the file's front matter give, each once."""
    return tuple(dict.fromkeys((*settings.brands, *_listed(conversation.meta.get("brands")))))


def _listed(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(",") if part.strip())
    return tuple(str(v) for v in value) if isinstance(value, (list, tuple)) else ()


def _words(phrases: Iterable[str]) -> Iterable[str]:
    for phrase in phrases:
        for match in _LETTERS.finditer(phrase):
            yield normalised(match.group())
