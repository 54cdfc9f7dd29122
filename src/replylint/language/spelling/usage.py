"""Patterns of words that tell a wrong word by its neighbours.

A pattern is read from left to right, one item a token::

    should|could|would <of=have> !course      "should of" is "should have", but "should, of course"
    ^ <your=you're> welcome .|to              ^ the sentence begins, . it or a part of it ends
    one of our <*\\team|staff:NN=*s> will       * is any word, but after \\ not these, after : of this tag (or tag/dep)
    <loose=lose> $det ?*ing                   a set of words that the rule names; ? may be missing; an ending

The one item in angle brackets is what is wrong, and what it should be: ``_`` for a space, ``/`` between choices, ``*``
for the word itself, ``@base`` and ``@ing`` for its base form and its form in -ing, ``+`` to write all that is shown as
one word. An item without ``=`` has no fix. ``[ ]`` around it and neighbours make the finding show those too. ``!`` looks at a token without taking it. After `` ~ `` come words that must not stand
in the sentence before the match.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from replylint.language.patterns import lazy
from replylint.language.syntax import Parse
from replylint.language.text import BLANK, Sentence, Text
from replylint.model import Span

_TOKEN = lazy(rf"[^\W_]+(?:['’][^\W_]+)*|{BLANK}+|[^\w\s]|_+")
_FAR = 40
"""Tokens before a match in which a forbidden word still counts."""
_ACRONYM = 5
"""Letters up to which a word in capitals is an acronym."""
JOINED = "+"
"""The right side of a pattern that writes what it shows as one word."""
_PUNCTUATION = frozenset('.,;:!?)(–—…"”')


class Token(NamedTuple):
    """A word or a mark, in lower case with a straight apostrophe, and where it stands in the sentence."""

    lower: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        return self.lower[0].isalnum()


def tokens(text: Text) -> tuple[tuple[Token, ...], ...]:
    """Return the words and marks of each sentence; a mask is one mark, and acronyms (IT, US, ASAP) keep their capitals."""
    return tuple(
        tuple(Token(_folded(m.group()), m.start(), m.end()) for m in _TOKEN.finditer(sentence.scan))
        for sentence in text.sentences
    )


def _folded(token: str) -> str:
    return token if 1 < len(token) <= _ACRONYM and token.isupper() else token.lower().replace("’", "'")


Tagger = Callable[[Token], tuple[str, ...]]
"""Gives a token's tag, alone and with its dependency: ``("NN", "NN/nsubj")``."""


@dataclass(frozen=True, slots=True)
class Item:
    """One place of a pattern."""

    words: frozenset[str]
    affixes: tuple[str, ...]
    tags: frozenset[str]
    excluded: frozenset[str]
    kind: str
    """``""`` a token, ``!`` one that must not be there, ``?`` one that may be."""
    wrong: bool = False

    def fits(self, token: Token, tag: Tagger | None) -> bool:
        word = token.lower
        if word in self.excluded or (not token.is_word and word not in self.words):
            return False
        if self.words or self.affixes:
            listed = word in self.words or any(
                word.endswith(a[1:]) if a[0] == "*" else word.startswith(a[:-1]) for a in self.affixes
            )
            if not listed:
                return False
        return not self.tags or tag is None or not self.tags.isdisjoint(tag(token))


@dataclass(frozen=True)
class Pattern:
    """A pattern, read. Raises ValueError where it is none."""

    source: str
    items: tuple[Item, ...]
    rights: tuple[str, ...]
    forbidden: frozenset[str]
    shown: tuple[int, int]
    """How many items before and after the wrong one the finding shows."""

    @cached_property
    def center(self) -> int:
        return next(i for i, item in enumerate(self.items) if item.wrong)

    @cached_property
    def needed(self) -> tuple[frozenset[str], ...]:
        """Sets of words of which a sentence must have one each."""
        sure = [item for item in self.items if not item.kind and not item.affixes and item.words.isdisjoint("^.")]
        return tuple(item.words for item in sure if item.words)

    @cached_property
    def needs_syntax(self) -> bool:
        return any(item.tags for item in self.items)

    def match(self, sentence: Sequence[Token], i: int, tag: Tagger | None) -> tuple[int, int] | None:
        """Return the first and last token to show if the wrong word is at place ``i`` of a sentence.

        Without a tagger every word has the right tag.
        """
        if not self.items[self.center].fits(sentence[i], tag):
            return None
        if self.forbidden and any(t.lower in self.forbidden for t in sentence[max(0, i - _FAR) : i]):
            return None
        after = _taken(self.items[self.center + 1 :], sentence, i + 1, 1, tag)
        before = after and _taken(self.items[: self.center][::-1], sentence, i - 1, -1, tag)
        if after is None or before is None:
            return None
        return i - sum(before[: self.shown[0] + 1]), i + sum(after[: self.shown[1] + 1])


def _taken(
    items: Sequence[Item], sentence: Sequence[Token], i: int, step: int, tag: Tagger | None
) -> tuple[int, ...] | None:
    """Return how many tokens each item takes from place ``i`` on, to the right or to the left, after a zero.

    None where they do not fit.
    """
    if not items:
        return (0,)
    item, token = items[0], sentence[i] if 0 <= i < len(sentence) else None
    if token is None:
        fits = not item.words.isdisjoint("^.")
    elif token.lower in _PUNCTUATION:
        fits = "." in item.words or token.lower in item.words
    else:
        fits = item.fits(token, tag)
    if item.kind == "?" and not fits:
        takes = 0
    elif item.kind == "!":
        if fits:
            return None
        takes = 0
    elif fits:
        takes = int(token is not None)
    else:
        return None
    rest = _taken(items[1:], sentence, i + takes * step, step, tag)
    return None if rest is None else (0, takes, *rest[1:])


def filled(right: str, wrong: str) -> str | None:
    """Return what a pattern's right side is for a word; None where the word has no such form."""
    if not right.startswith("@"):
        return right.replace("*", wrong)
    from replylint.language.spelling.morphology import base_form, ing_form  # few messages need it

    return base_form(wrong) if right == "@base" else ing_form(wrong)


def read(source: str, sets: Mapping[str, str] | None = None) -> Pattern:
    """Read a pattern; ``sets`` are the words that ``$name`` stands for. Raises ValueError where it is none."""
    text, _, guard = source.partition(" ~ ")
    rights: tuple[str, ...] = ()
    items: list[Item] = []
    shown: list[int] = []
    for piece in re.findall(r"<[^>]*>[^\s\]]*|[\[\]]|[^\s\]]+", text):
        if piece in "[]":
            shown.append(len(items))
            continue
        wrong = piece.startswith("<")
        if wrong:
            inner, _, tags = piece[1:].partition(">")
            piece, fixable, right = inner.partition("=")
            rights = tuple(r.replace("_", " ") for r in right.split("/")) if fixable else ()
            piece += tags
        items.append(_item(piece, sets or {}, wrong))
    if sum(item.wrong for item in items) != 1:
        raise ValueError(f"a pattern has one wrong word in <>: {source!r}")
    center = next(i for i, item in enumerate(items) if item.wrong)
    first, last = shown if len(shown) == 2 else (center, center + 1)
    forbidden = _words(guard.replace(" ", "|"), sets or {})[0] if guard else frozenset()
    return Pattern(source, tuple(items), rights, forbidden, (center - first, last - 1 - center))


def _item(piece: str, sets: Mapping[str, str], wrong: bool) -> Item:
    kind = piece[0] if piece[0] in "!?" and len(piece) > 1 else ""
    words, _, tags = piece[len(kind) :].partition(":")
    words, _, excluded = words.partition("\\")
    found, affixes = _words(words, sets) if words != "*" else (frozenset[str](), ())
    unlike = _words(excluded, sets)[0]
    return Item(found, affixes, frozenset(tags.split("|")) if tags else frozenset(), unlike, kind, wrong)


def _words(text: str, sets: Mapping[str, str]) -> tuple[frozenset[str], tuple[str, ...]]:
    words: list[str] = []
    for word in text.split("|"):
        if word.startswith("$"):
            if word[1:] not in sets:
                raise ValueError(f"there is no set {word}")
            words += sets[word[1:]].split()
        elif word:
            words.append(word)
    affixes = tuple(w for w in words if len(w) > 1 and (w[0] == "*" or w[-1] == "*"))
    return frozenset(w for w in words if w not in affixes), affixes


@dataclass(frozen=True, slots=True)
class Found:
    """A pattern that fits; ``shown`` and ``wrong`` are spans of the sentence, ``rights`` what the wrong word should be."""

    pattern: Pattern
    shown: Span
    wrong: Span
    rights: tuple[str, ...]


def _wrong_words(source: str) -> str:
    """Return the part of a pattern that says which words are wrong."""
    return re.split(r"[=>:\\]", source.partition("<")[2], maxsplit=1)[0]


def _triggers(source: str, sets: Mapping[str, str]) -> Iterator[str]:
    """Yield the words that are wrong; what is known by its tag or ending only has none."""
    for word in _wrong_words(source).split("|"):
        if word.startswith("$"):
            yield from sets[word[1:]].split()
        elif "*" not in word:
            yield word


def check(source: str, sets: Mapping[str, str]) -> None:
    """Raise ValueError for what is plainly no pattern, without the time it takes to read it."""
    if source.count("<") != 1 or source.count(">") != 1:
        raise ValueError(f"a pattern has one wrong word in <>: {source!r}")
    for name in re.findall(r"\$(\w+)", source) if "$" in source else ():
        if name not in sets:
            raise ValueError(f"there is no set ${name}: {source!r}")


class Patterns:
    """Many patterns, each read and tried only where its wrong word stands."""

    def __init__(self, sources: Sequence[str], sets: Mapping[str, str]) -> None:
        self._sets = sets
        self._read: dict[str, Pattern] = {}
        self._by_word: dict[str, list[str]] = {}
        self._anywhere: list[str] = []
        for source in sources:
            for word in _triggers(source, sets):
                self._by_word.setdefault(word, []).append(source)
            if "*" in _wrong_words(source):
                self._anywhere.append(source)

    def _pattern(self, source: str) -> Pattern:
        if source not in self._read:
            self._read[source] = read(source, self._sets)
        return self._read[source]

    def find(self, text: Text, sentence: Sentence, parse: Callable[[Sentence], Parse]) -> Iterator[Found]:
        """Yield where a pattern's wrong word stands in a sentence of a text, of several patterns the first."""
        read = text.once(tokens)[sentence.index]

        def tag(token: Token) -> tuple[str, ...]:
            found = parse(sentence).within(Span(token.start, token.end))
            return (found[0].tag, f"{found[0].tag}/{found[0].dep}") if found else ()

        for i, pattern in self._nominees(read):
            if pattern.needs_syntax and not pattern.match(read, i, tag):
                continue
            borders = pattern.match(read, i, None)
            rights = tuple(r for r in (filled(right, read[i].lower) for right in pattern.rights) if r is not None)
            if borders and len(rights) == len(pattern.rights):
                shown = Span(read[borders[0]].start, read[borders[1]].end)
                yield Found(pattern, shown, Span(read[i].start, read[i].end), rights)

    def needs_syntax(self, text: Text, sentence: Sentence) -> bool:
        """Whether a pattern may fit a sentence of a text and only its syntax can tell."""
        return any(pattern.needs_syntax for _, pattern in self._nominees(text.once(tokens)[sentence.index]))

    def _nominees(self, read: Sequence[Token]) -> Iterator[tuple[int, Pattern]]:
        """Yield the places where a pattern fits by its words."""
        there = {token.lower for token in read}

        def possible(sources: Sequence[str]) -> list[Pattern]:
            return [p for p in map(self._pattern, sources) if not any(map(there.isdisjoint, p.needed))]

        anywhere = possible(self._anywhere)
        at_word = {word: possible(self._by_word[word]) for word in self._by_word.keys() & there}
        for i, token in enumerate(read) if anywhere or any(at_word.values()) else ():
            patterns = (*at_word.get(token.lower, ()), *anywhere)
            yield from ((i, pattern) for pattern in patterns if pattern.match(read, i, None))
