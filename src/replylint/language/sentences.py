"""Where sentences end, in the text of a support reply: lists, wrapped lines, chat without capitals, abbreviations.

Our own, because a parser's sentences depend on the text around them and cost a parse of the whole message.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from replylint.language.patterns import lazy

_END = lazy(r"(?<![.!?…])[.!?…]++[\"'”’)\]]*+(?=\s)|\n[ \t]*\n|\n|[ \t](?=[-*•]\s)")
_BULLET = lazy(r"[ \t]*(?:[-*•–]|\d{1,2}[.)]|\(?[a-z][.)])\s")
_WRAPPED = range(50, 101)
"""Characters; a line of this length that does not end in punctuation goes on in the next one."""

_ABBREVIATION = lazy(
    r"(?:^|[\s(])(mr|mrs|ms|dr|prof|st|mt|sr|jr|etc|vs|no|nos|approx|incl|excl|ext|tel|fig|inc|ltd|co|dept|est|ref|temp"
    r"|max|min|e\.g|i\.e|eg|ie|cf|u\.s|u\.k|a\.k\.a|[ap]\.m|[a-z]|\d{1,2})\.$",
    re.IGNORECASE,
)
_MAY_END = frozenset({"a.m", "p.m", "etc", "co", "ltd", "inc", "ext", "max", "min", "temp", "est"})
"""Abbreviations that also stand at the end of a sentence: they end it where a capital follows."""
_AFTER_MERIDIEM = lazy(
    r"(?:(?:mon|tue|wednes|thurs|fri|satur|sun)(?:day)?s?|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec"
    r"|[ecmp][sd]?t|gmt|utc|bst|i?st)\b|(?:january|february|march|april|august|september|october|november|december)",
    re.IGNORECASE,
)


def split(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Yield (start, end, starts a paragraph) of each stretch of ``text[start:end]`` between sentence ends."""
    paragraph = True
    for match in _END.finditer(text, start, end):
        mark = match.group()
        if mark[0] == "\n":
            blank_line = mark.count("\n") > 1
            if blank_line or _line_ends(text, start, match.start(), match.end()):
                yield start, match.start(), paragraph
                start, paragraph = match.end(), blank_line
        elif mark in " \t" or _sentence_ends(text, start, match):
            yield start, match.end(), paragraph
            start, paragraph = match.end(), False
    if start < end:
        yield start, end, paragraph


def _line_ends(text: str, start: int, line_end: int, next_line: int) -> bool:
    """Whether a sentence ends with its line: not where a long line was wrapped in the middle of it."""
    line = text[max(text.rfind("\n", 0, line_end) + 1, start) : line_end].rstrip()
    following = text[next_line : next_line + 12]
    if not line or line[-1] in ".!?:;…" or _BULLET.match(following) or not following.strip():
        return True
    return len(line) not in _WRAPPED and not following.lstrip()[:1].islower()


def _sentence_ends(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether the mark at ``match`` ends the sentence that began at ``start``."""
    mark = match.group()
    following = text[match.end() : match.end() + 12].lstrip()
    if following[:1].islower() and (mark[-1] not in ".!?" or mark.startswith(("...", "…"))):
        return False  # "Really?" she asked; wait... what
    if not mark.startswith("."):
        return True
    abbreviation = _ABBREVIATION.search(text, max(0, start - 1, match.start() - 12), match.start() + 1)
    if abbreviation is None:
        return True
    word = abbreviation.group(1).lower()
    if word == "i":
        return True  # So am I.
    if word.isdigit():
        return match.start() - start > len(word) + 1  # not the number of a list item
    if word.endswith(".m") and _AFTER_MERIDIEM.match(following):
        return False
    return word in _MAY_END and following[:1].isupper()
