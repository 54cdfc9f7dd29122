"""Capitals and full stops that are missing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from replylint.checks import Check
from replylint.language.patterns import lazy
from replylint.language.reading import Reading
from replylint.language.spelling.lexicon import Flag, lexicon
from replylint.language.spelling.vocabulary import brands
from replylint.language.text import BLANK, Sentence
from replylint.model import Edit, Fix, Match, Span

_I = lazy(r"(?<![\w'’./&(-])i(?=['’](?:m|ll|ve|d)\b|[ \t,](?!\.|/))")
_DAY_OR_MONTH = lazy(
    r"(?<![\w@#/.-])(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|april|june|july|september"
    r"|october|november|december)(?![\w/@-]|\.\w)"
)
_FIRST = lazy(r"[\"'“‘(]*([a-z][a-z'’]*)(?![\w@/.-])")
_NAME = r"(?i)\b(?:hi|hello|hey|dear)[ \t]+([a-z]{3,})(?=[ \t]*[,!.\n]|$)"
_NO_NAMES = frozenset(
    "there all team everyone sir madam again folks guys friend friends both ladies customer dear you".split()
)
_NO_BEGINNING = frozenset("re com org net fwd aka eg ie etc".split())
_BULLET = lazy(r"[ \t]*(?:[-*•–+>]|\(?(?:\d{1,2}|[a-zA-Z])[.)])")
_CLOSED = ".!?…:;,\"”')]}>*_-–—/\\|=+%" + BLANK
_FEWEST_WORDS = 6
"""Words from which a last line is a sentence rather than a heading, a link's text or an item."""


class Capitals(Check):
    """Finds lower-case sentence beginnings, "i", days, months and greeted names, and paragraphs without a full stop."""

    slots: ClassVar[frozenset[str]] = frozenset({"reason", "fixed"})

    def matches(self, reading: Reading) -> Iterator[Match]:
        before: Sentence | None = None
        sentences = reading.draft.sentences
        if _is_label(reading):
            return
        for i, sentence in enumerate(sentences):
            starts = list(_beginning(reading, before, sentence))
            yield from starts
            for pattern, reason in ((_I, '"I" is a capital'), (_DAY_OR_MONTH, "days and months have a capital")):
                for match in pattern.finditer(sentence.scan):
                    span = sentence.absolute(Span(*match.span()))
                    if not any(span.overlaps(start.span) for start in starts):
                        yield _capital(reading, span, reason)
            last = i + 1 == len(sentences) or sentences[i + 1].paragraph != sentence.paragraph
            if last and sentence.zone == "author" and reading.conversation.channel == "email":
                yield from _end(reading, sentence)
            before = sentence


def _is_label(reading: Reading) -> bool:
    """Whether a template is one fragment, such as a subject, a heading or the text of a link."""
    one = len(reading.draft.sentences) < 2 and not reading.draft.scan.rstrip().endswith((".", "!", "?", "…"))
    return one and reading.conversation.mode in ("template", "library")


def _beginning(reading: Reading, before: Sentence | None, sentence: Sentence) -> Iterator[Match]:
    if sentence.zone == "greeting":
        for match in re.finditer(_NAME, sentence.scan):
            flags = lexicon().flags(match.group(1))
            if flags & Flag.NAME and match.group(1).lower() not in _NO_NAMES and match.group(1).islower():
                yield _capital(reading, sentence.absolute(Span(*match.span(1))), "a name has a capital")
    first = _FIRST.match(sentence.scan)
    if (
        not first
        or first.group(1) in _NO_BEGINNING
        or not lexicon().flags(first.group(1).replace("’", "'")) & Flag.WORD
    ):
        return
    if first.group(1) in {name.split()[0] for name in brands(reading.conversation, reading.settings)}:
        return
    raw = reading.draft.raw
    if before is None:
        begins = sentence.scan[0] not in "([" and not raw[: sentence.span.start].strip()
    else:
        between = raw[before.span.end : sentence.span.start]
        full_stop = before.scan.rstrip("\"'”’)")[-1:] in tuple("!?.") and before.zone != "greeting"
        ended = full_stop and not before.scan.endswith("..") and not before.scan.rstrip(".)")[-1:].isdigit()
        begins = ended and not between.strip()
    if begins:
        yield _capital(reading, sentence.absolute(Span(*first.span(1))), "a sentence begins with a capital")


def _capital(reading: Reading, span: Span, reason: str) -> Match:
    word = span.of(reading.draft.raw)
    fixed = word[0].upper() + word[1:]
    return Match(
        span, {"reason": reason, "fixed": fixed}, fixes=(Fix(f'write "{fixed}"', (Edit(span, fixed),), safe=True),)
    )


def _end(reading: Reading, sentence: Sentence) -> Iterator[Match]:
    text = sentence.scan.rstrip()
    if not text or text[-1] in _CLOSED or not text[-1].isalpha() or _BULLET.match(text) or BLANK in text[-12:]:
        return
    lines = text.splitlines()
    if len(text.split()) < _FEWEST_WORDS or _BULLET.match(lines[-1]) or not text[0].isupper():
        return
    line_start = reading.draft.raw.rfind("\n", 0, sentence.span.start) + 1
    if _BULLET.match(reading.draft.raw[line_start : sentence.span.start + 2]):
        return
    begin = max(text.rfind(" "), text.rfind("\n")) + 1
    if text[begin].isupper():
        return  # a name or a title, as of who signs
    span = sentence.absolute(Span(begin, len(text)))
    fixed = span.of(reading.draft.raw) + "."
    fix = Fix("add a full stop", (Edit(Span(span.end, span.end), "."),), safe=True)
    yield Match(span, {"reason": "a paragraph ends with a full stop", "fixed": fixed}, fixes=(fix,))
