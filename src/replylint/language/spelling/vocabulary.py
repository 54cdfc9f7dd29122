"""Words that are right in this conversation though no dictionary has them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from replylint.language.spelling.words import normalised, words
from replylint.language.text import Text
from replylint.model import Conversation, Settings

_LETTERS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


@dataclass(frozen=True)
class Vocabulary:
    """``own`` words are right whatever they look like; ``heard`` ones, which the thread uses, are no likely slips."""

    own: frozenset[str]
    heard: frozenset[str]
    names: frozenset[str]


def vocabulary(conversation: Conversation, settings: Settings, draft: Text, earlier: Iterable[Text]) -> Vocabulary:
    """Gather the words of the settings and of the thread, and the names of the people in it."""
    own = [*settings.words, *brands(conversation, settings), *_listed(conversation.meta.get("words"))]
    people = [m.author for m in (*conversation.messages, draft.message) if m.author]
    heard = {word.normal for text in earlier for word in words(text)}
    greeted = {
        word.normal
        for word in words(draft)
        if word.sentence.zone != "author" and word.shape == "capital" and not word.initial
    }
    return Vocabulary(frozenset(_words(own)), frozenset(heard), frozenset(_words(people)) | greeted)


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
