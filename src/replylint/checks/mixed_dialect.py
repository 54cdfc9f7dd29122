"""American and British spelling in one message."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from replylint.checks import Check
from replylint.language.reading import Reading
from replylint.language.spelling.dialects import Dialect, DialectWord, dialect_word
from replylint.language.spelling.words import in_case_of
from replylint.model import Edit, Fix, Match, Related


@dataclass(frozen=True)
class MixedDialect(Check):
    """Finds the words of the dialect that is not kept.

    Kept is the front matter's ``dialect``, or else the locale's if it is British, or else that of most words.
    """

    slots: ClassVar[frozenset[str]] = frozenset({"gb", "us", "dialect"})
    cases: ClassVar[frozenset[str]] = frozenset({"usual", "library"})

    def matches(self, reading: Reading) -> Iterator[Match]:
        locale = str(reading.conversation.meta.get("dialect") or reading.conversation.locale)
        found = [d for sentence in reading.words for word in sentence if (d := dialect_word(word))]
        if locale == "en-GB-oxendict":
            found = [d for d in found if not d.oxford]
        kept = _kept(found, locale, asked="dialect" in reading.conversation.meta)
        others = [d for d in found if d.dialect != kept]
        example = next((d for d in found if d.dialect == kept), None)
        if not others or (example is None and "dialect" not in reading.conversation.meta):
            return
        for each in others:
            right = in_case_of(each.word, each.other)
            pair = (each.word.text, example.word.text if example else right)
            gb, us = pair if each.dialect == "British" else pair[::-1]
            yield Match(
                each.word.span,
                {"gb": gb, "us": us, "dialect": f"{kept} spelling"},
                case="library" if reading.conversation.mode == "library" else "usual",
                fixes=(Fix(f'write "{right}"', (Edit(each.word.span, right),), safe=True),),
                related=(Related(reading.turn, example.word.span, f"{kept} spelling"),) if example else (),
            )


def _kept(found: list[DialectWord], locale: str, asked: bool) -> Dialect:
    british = sum(d.dialect == "British" for d in found)
    if asked:
        return "American" if locale.startswith("en-US") else "British"
    if locale.startswith(("en-GB", "en-AU", "en-NZ", "en-IE", "en-ZA", "en-IN")):
        return "British"
    if 2 * british == len(found) and found:
        return found[0].dialect
    return "British" if 2 * british > len(found) else "American"
