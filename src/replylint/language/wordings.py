"""What can be said in several ways, in the language of ``phrases``."""

from __future__ import annotations

import functools
import re
from functools import cached_property

from replylint.language.phrases import Phrase, grammar, plain, words
from replylint.model import Span

_NO_WORD = re.compile(r"[\W_]+")


class Wordings:
    """The ways in which one thing is said, as phrases; read when they are first looked for."""

    def __init__(self, *sources: str, **groups: str) -> None:
        self._sources = sources
        self._groups = tuple(groups.items())

    @cached_property
    def _phrases(self) -> tuple[Phrase, ...]:
        return tuple(map(grammar(self._groups).phrase, self._sources))

    def occur(self, text: str) -> bool:
        """Whether a text holds one of them."""
        text, there = _read(text)
        return any(phrase.possible(there) and phrase.occurs(text) for phrase in self._phrases)

    def without(self, text: str) -> str:
        """Return a text without those it begins with, one behind another; empty where it is made of nothing else."""
        read, there = _read(text)
        possible = [phrase for phrase in self._phrases if phrase.possible(there)]
        at = end = 0
        while end >= at:
            gap = _NO_WORD.match(read, end)
            at = gap.end() if gap else end
            end = max((phrase.end(read, at) for phrase in possible), default=-1)
        return text[at:]

    def spans(self, text: str) -> list[Span]:
        """Return what they mark in a text, in order; of those that overlap the first, and the longest of these."""
        text, there = _read(text)
        found = (span for phrase in self._phrases if phrase.possible(there) for span in phrase.spans(text))
        apart: list[Span] = []
        for span in sorted(found, key=lambda s: (s.start, -s.end)):
            if not apart or span.start >= apart[-1].end:
                apart.append(span)
        return apart


@functools.lru_cache(maxsize=16)
def _read(text: str) -> tuple[str, frozenset[str]]:
    """Return a text as phrases read it, and its words; kept, because many are looked for in one sentence."""
    read = plain(text)
    return read, words(read)
