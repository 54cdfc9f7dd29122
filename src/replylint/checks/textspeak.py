"""Shorthand and drawn-out words of chats and text messages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from replylint.checks.usage import Usage
from replylint.language.patterns import lazy
from replylint.language.reading import Reading
from replylint.language.spelling.lexicon import KNOWN, lexicon
from replylint.language.spelling.words import recased
from replylint.model import Edit, Fix, Match, Span

_DRAWN_OUT = lazy(r"(?<![\w'’@#./-])[A-Za-z]*?([A-Za-z])\1{2,}[A-Za-z]*(?![\w'’@/]|\.\w)")
_SINGABLE = "aeiouyhm"
_RUN = lazy(r"(\w)\1{2,}")


@dataclass(frozen=True)
class Textspeak(Usage):
    """Finds the rule's shorthand, and drawn-out words; the case is ``complaint`` in a mail that answers one."""

    cases: ClassVar[frozenset[str]] = frozenset({"usual", "complaint"})

    def matches(self, reading: Reading) -> Iterator[Match]:
        found = [*super().matches(reading), *self._drawn_out(reading)]
        complaint = (
            bool(found) and reading.conversation.channel == "email" and bool(reading.current_turn and reading.failures)
        )
        yield from (replace(match, case="complaint" if complaint else "usual") for match in found)

    def _drawn_out(self, reading: Reading) -> Iterator[Match]:
        for sentence in reading.draft.sentences:
            for match in _DRAWN_OUT.finditer(sentence.scan):
                word = match.group()
                run = _RUN.search(word.lower())
                if run and run.group(1) not in _SINGABLE and run.end() < len(word):
                    continue  # a key that stuck: a misspelling
                if right := collapsed(word.lower()):
                    span = sentence.absolute(Span(*match.span()))
                    right = recased(word, right)
                    yield Match(
                        span, {"fixed": right}, fixes=(Fix(f'write "{right}"', (Edit(span, right),), safe=True),)
                    )


def collapsed(word: str) -> str | None:
    """Return the known word that a drawn-out one is: with each run of letters once or twice; None for "www", "xxx"."""
    for once_or_twice in (r"\1", r"\1\1"):
        short = _RUN.sub(once_or_twice, word)
        if len(short) > 1 and lexicon().flags(short) & KNOWN and lexicon().frequency(short) >= 3:
            return short
    return None
