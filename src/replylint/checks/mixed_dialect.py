"""American and British spelling in one message, or in one library."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from replylint.checks import LibraryCheck
from replylint.language.reading import Reading
from replylint.language.spelling.dialects import Dialect, DialectWord, dialect_word
from replylint.language.spelling.words import in_case_of
from replylint.model import Conversation, Edit, Fix, Match, Related, Span

_BRITISH = ("en-GB", "en-AU", "en-NZ", "en-IE", "en-ZA", "en-IN")


@dataclass(frozen=True, slots=True)
class _Noted:
    """The first word of a dialect in a template, as it is written there and in the other dialect."""

    span: Span
    text: str
    other: str


class MixedDialect(LibraryCheck):
    """Finds the words of the dialect that is not kept; in mode library the first one of a template.

    Kept is the front matter's ``dialect``, or else the locale's if it is British, or else that of most words, of a
    library in all its templates.
    """

    slots: ClassVar[frozenset[str]] = frozenset({"gb", "us", "dialect"})
    cases: ClassVar[frozenset[str]] = frozenset({"usual", "library"})

    def matches(self, reading: Reading) -> Iterator[Match]:
        if reading.conversation.mode == "library":
            return
        locale = _locale(reading.conversation)
        found = _found(reading)
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
                case="usual",
                fixes=(Fix(f'write "{right}"', (Edit(each.word.span, right),), safe=True),),
                related=(Related(reading.turn, example.word.span, f"{kept} spelling"),) if example else (),
            )

    def note(self, reading: Reading) -> dict[Dialect, _Noted] | None:
        noted: dict[Dialect, _Noted] = {}
        for each in _found(reading):
            if each.dialect not in noted:
                noted[each.dialect] = _Noted(each.word.span, each.word.text, in_case_of(each.word, each.other))
        return noted or None

    def compare(
        self, noted: Sequence[tuple[Conversation, dict[Dialect, _Noted]]]
    ) -> Iterator[tuple[Conversation, Match]]:
        groups: dict[tuple[str, bool], list[tuple[Conversation, dict[Dialect, _Noted]]]] = {}
        for conversation, note in noted:
            groups.setdefault((_locale(conversation), "dialect" in conversation.meta), []).append((conversation, note))
        for (locale, asked), group in groups.items():
            words: Counter[Dialect] = Counter()
            for _, note in group:
                words.update(dict.fromkeys(note, 1))
            kept = _kept_of(words, next(iter(group[0][1])), locale, asked)
            example = next(((c, note[kept]) for c, note in group if kept in note), None)
            if example or asked:
                yield from _library_matches(group, kept, example)


def _library_matches(
    group: Sequence[tuple[Conversation, dict[Dialect, _Noted]]],
    kept: Dialect,
    example: tuple[Conversation, _Noted] | None,
) -> Iterator[tuple[Conversation, Match]]:
    """Yield the first word of the other dialect in each template."""
    same_word = {note[kept].text.lower(): (c, note[kept]) for c, note in reversed(group) if kept in note}
    for conversation, note in group:
        for dialect, each in note.items():
            if dialect == kept:
                continue
            shown = same_word.get(each.other.lower(), example)
            pair = (each.text, shown[1].text if shown else each.other)
            gb, us = pair if dialect == "British" else pair[::-1]
            related = (Related("draft", shown[1].span, f"{kept} spelling", shown[0]),) if shown else ()
            slots = {"gb": gb, "us": us, "dialect": f"{kept} spelling"}
            yield conversation, Match(each.span, slots, case="library", related=related)


def _locale(conversation: Conversation) -> str:
    return str(conversation.meta.get("dialect") or conversation.locale)


def _found(reading: Reading) -> list[DialectWord]:
    found = [d for sentence in reading.words for word in sentence if (d := dialect_word(word))]
    return [d for d in found if not d.oxford] if _locale(reading.conversation) == "en-GB-oxendict" else found


def _kept(found: list[DialectWord], locale: str, asked: bool) -> Dialect:
    return _kept_of(Counter(d.dialect for d in found), found[0].dialect if found else "American", locale, asked)


def _kept_of(words: Counter[Dialect], first: Dialect, locale: str, asked: bool) -> Dialect:
    """Return the dialect that is asked for, or that is used more; the first one where both are used as much."""
    if asked:
        return "American" if locale.startswith("en-US") else "British"
    if locale.startswith(_BRITISH):
        return "British"
    if words["British"] == words["American"]:
        return first
    return "British" if words["British"] > words["American"] else "American"
