"""Marks and spaces that are out of place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from replylint.checks import Check
from replylint.language.reading import Reading
from replylint.language.text import BLANK, Sentence
from replylint.model import Edit, Fix, Match, Span

_RULES: tuple[tuple[str, str, str, str], ...] = (
    (
        "a space before a mark",
        " ",
        r"(?<=[^\W_])[ \t]+([,;!?]|[.:](?![\w.:)(/\\-]))(?!['\"]?[\w(])(?![)(DPpd/|\\-])",
        r"\1",
    ),
    ("a space before a comma", " ,", r"(?<=[^\W\d_]{2})[ \t]+,(?=[^\W_]{2})", ", "),
    (
        "no space after a mark",
        "",
        r"(?<=[a-z]{2})([,;!?]|\.(?=[A-Z][a-z'’]*[ ,])|:(?=[A-Z][a-z]+ ))(?=[A-Za-z]{2}|[IA] )",
        r"\1 ",
    ),
    ("two spaces", "  ", r"(?<=[\w,;])[ ]{2}(?=\w)", " "),
    ("a mark twice", ",,", r"(?<=\w),,+(?=\s|$)", ","),
    ("a mark twice", ";;", r"(?<=\w);;+(?=\s|$)", ";"),
    ("a mark twice", "..", r"(?<=\w)\.\.(?!\.)(?=\s|$)", "."),
    ("two marks", ".", r"(?<=\w)[ ]?([?!])[ ]?\.(?=\s|$)", r"\1"),
    ("a mark alone", " ..", r"(?<=[\w)])[ ]+\.\.(?=\s|$)", "."),
)
"""What is wrong, what a text with it has in it, the pattern, and what is right."""
_SHOWN = 20
"""Characters of the words before and after that the message shows."""
_PAIRS = {")": "(", "]": "["}
_SMILEY = r"[:;=8xX]['’^o-]?[)(\]\[]+|[)(]+['’^o-]?[:;=]|<\("
_LIST_END = r"(?<![\w(])(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})\)"


class Punctuation(Check):
    """Finds spaces before and missing after marks, doubled spaces and marks, and brackets without their other half."""

    slots: ClassVar[frozenset[str]] = frozenset({"reason", "fixed"})

    def matches(self, reading: Reading) -> Iterator[Match]:
        if reading.conversation.locale.startswith("fr"):
            return
        for sentence in reading.draft.sentences:
            yield from self._marks(reading, sentence)
        if not {"(", ")", "[", "]"}.isdisjoint(reading.draft.scan):
            yield from self._brackets(reading)

    def _marks(self, reading: Reading, sentence: Sentence) -> Iterator[Match]:
        found = [
            (match.start(), match.end(), reason, match.expand(right))
            for reason, sign, pattern, right in _RULES
            if sign in sentence.scan
            for match in re.finditer(pattern, sentence.scan)
        ]
        done = 0
        for start, end, reason, right in sorted(found):
            span = sentence.absolute(Span(start, end))
            if start >= done and _is_prose(reading, span):
                done = end
                yield _match(reading, span, reason, right)

    def _brackets(self, reading: Reading) -> Iterator[Match]:
        """Yield brackets that nothing opens or closes in their paragraph."""
        scan = reading.draft.scan
        smileys = {i for m in re.finditer(_SMILEY, scan) for i in range(*m.span())}
        list_ends = {m.end() - 1 for m in re.finditer(_LIST_END, scan)}
        for paragraph in re.finditer(r"(?:[^\n]|\n(?!\s*\n))+", scan):
            if BLANK in paragraph.group():
                continue  # the other half may be in what we do not read
            opened: list[tuple[str, int]] = []
            for i, mark in enumerate(paragraph.group(), paragraph.start()):
                if mark not in "()[]" or i in smileys:
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
    start, end = span.start, span.end
    while start > 0 and not raw[start - 1].isspace() and span.start - start < _SHOWN:
        start -= 1
    while end < len(raw) and not raw[end].isspace() and end - span.end < _SHOWN:
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
