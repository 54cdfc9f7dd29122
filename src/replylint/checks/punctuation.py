"""Marks and spaces that are out of place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from replylint.checks import Check
from replylint.language.reading import Reading
from replylint.language.text import BLANK
from replylint.model import Edit, Fix, Match, Span

_RULES: tuple[tuple[str, re.Pattern[str], str], ...] = (
    (
        "a space before a mark",
        re.compile(r"(?<=[^\W_])[ \t]+([,;!?]|[.:](?![\w.:)(/\\-]))(?!['\"]?[\w(])(?![)(DPpd/|\\-])"),
        r"\1",
    ),
    ("a space before a comma", re.compile(r"(?<=[^\W\d_]{2})[ \t]+,(?=[^\W_]{2})"), ", "),
    (
        "no space after a mark",
        re.compile(r"(?<=[a-z]{2})([,;!?]|\.(?=[A-Z][a-z'’]*[ ,])|:(?=[A-Z][a-z]+ ))(?=[A-Za-z]{2}|[IA] )"),
        r"\1 ",
    ),
    ("two spaces", re.compile(r"(?<=[\w,;])[ ]{2}(?=\w)"), " "),
    ("a mark twice", re.compile(r"(?<=\w)(,,+|;;+|(?<!\.)\.\.(?!\.))(?=\s|$)"), ""),
    ("two marks", re.compile(r"(?<=\w)[ ]?([?!])[ ]?\.(?=\s|$)"), r"\1"),
    ("a mark alone", re.compile(r"(?<=[\w)])[ ]+\.\.(?=\s|$)"), "."),
)
_PAIRS = {")": "(", "]": "["}
_SMILEY = re.compile(r"[:;=8xX]['’^o-]?[)(\]\[]+|[)(]+['’^o-]?[:;=]|<\(")
_LIST_END = re.compile(r"(?<![\w(])(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})\)")


@dataclass(frozen=True)
class Punctuation(Check):
    """Finds spaces before and missing after marks, doubled spaces and marks, and brackets without their other half."""

    slots: ClassVar[frozenset[str]] = frozenset({"reason", "fixed"})

    def matches(self, reading: Reading) -> Iterator[Match]:
        if reading.conversation.locale.startswith("fr"):
            return
        done: list[Span] = []
        for sentence in reading.draft.sentences:
            for reason, pattern, right in _RULES:
                for match in pattern.finditer(sentence.scan):
                    span = sentence.absolute(Span(*match.span()))
                    if any(span.overlaps(other) for other in done) or not _is_prose(reading, span):
                        continue
                    done.append(span)
                    yield _match(reading, span, reason, match.expand(right) if right else match.group()[0])
        yield from self._brackets(reading)

    def _brackets(self, reading: Reading) -> Iterator[Match]:
        """Yield brackets that nothing opens or closes in their paragraph."""
        scan = reading.draft.scan
        smileys = [Span(*m.span()) for m in _SMILEY.finditer(scan)]
        list_ends = {m.end() - 1 for m in _LIST_END.finditer(scan)}
        for paragraph in re.finditer(r"(?:[^\n]|\n(?!\s*\n))+", scan):
            if BLANK in paragraph.group():
                continue  # the other half may be in what we do not read
            opened: list[tuple[str, int]] = []
            for i, mark in enumerate(paragraph.group(), paragraph.start()):
                if mark not in "()[]" or any(s.start <= i < s.end for s in smileys):
                    continue
                if mark in "([":
                    opened.append((mark, i))
                elif opened and opened[-1][0] == _PAIRS[mark]:
                    opened.pop()
                elif i not in list_ends:
                    yield _lone(reading, i)
            yield from (_lone(reading, i) for _, i in opened)


def _is_prose(reading: Reading, span: Span) -> bool:
    """Whether a place is in running text: no tab, no column of a table, no dots that lead the eye."""
    raw = reading.draft.raw
    around = raw[max(0, span.start - 3) : span.end + 3]
    return "\t" not in around and "   " not in around and "...." not in around


def _match(reading: Reading, span: Span, reason: str, right: str) -> Match:
    raw = reading.draft.raw
    start = span.start
    while start > 0 and not raw[start - 1].isspace():
        start -= 1
    end = span.end
    while end < len(raw) and not raw[end].isspace() and end - span.end < 20:
        end += 1
    fixed = " ".join((raw[start : span.start] + right + raw[span.end : end]).split())
    fix = Fix(f'write "{fixed}"', (Edit(span, right),), safe=True)
    return Match(span, {"reason": reason, "fixed": fixed}, fixes=(fix,))


def _lone(reading: Reading, place: int) -> Match:
    raw = reading.draft.raw
    other = {"(": ")", "[": "]", **_PAIRS}[raw[place]]
    return Match(
        Span(place, place + 1),
        {"reason": f'"{raw[place]}" without "{other}"', "fixed": f"add {other}, or delete {raw[place]}"},
    )
