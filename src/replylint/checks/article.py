"""A or an, by the sound that follows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from replylint.checks import Check
from replylint.language.patterns import lazy
from replylint.language.reading import Reading
from replylint.language.spelling.lexicon import Flag, lexicon
from replylint.model import Edit, Fix, Match, Span

_ARTICLE = lazy(r"(?<![\w'’&/.-])(an?)[ \t]+([A-Za-z]+|\d[\d,.]*)(?:[-'’][\w'’-]+)?", re.IGNORECASE)
_NO_ARTICLE = (
    r"(?:plan|option|vitamin|group|class|grade|type|section|part|point|hepatitis|side|the|step|gate|zone"
    r"|team|level|from)\s+$"
)
_VOWEL_LETTERS = frozenset("AEFHILMNORSX")
_SILENT_H = r"(?:hour|honest|honou?r|heir)"
_EITHER = r"(?:historic|historical|historian|hotel|herb|habitual|hereditary|hysterical)"
_LIKE_YOU = (
    r"(?:u(?:ni(?!n|m)|s(?:e|u|age|ab)|k\b|t(?:ili|en|opi)|biqui|rin|r[oa](?!n)|ran|ter[iu])|eu|ewe|ewer"
    r"|one(?:s|ness)?(?![a-z])|once|ouija)"
)
_PRONOUNCEABLE = r"[A-Z]+[AEIOUY]+[B-DF-HJ-NP-TV-Z]"
"""Capitals that may be said as a word: NASA, SIM, LAN, SQL's "sequel" not."""
_SAID_BOTH_WAYS = frozenset(("SQL", "URN", "SME"))


class Article(Check):
    """Compares the article with the sound of the next word; what can be said both ways is left alone."""

    slots: ClassVar[frozenset[str]] = frozenset({"fixed"})

    def matches(self, reading: Reading) -> Iterator[Match]:
        for sentence in reading.draft.sentences:
            for match in _ARTICLE.finditer(sentence.scan):
                article, word = match.group(1), match.group(2)
                vowel = sounds_like_vowel(word)
                if vowel is None or vowel == (len(article) == 2) or _is_letter(sentence.scan, match):
                    continue
                right = ("an" if vowel else "a") if article.islower() else ("An" if vowel else "A")
                span = sentence.absolute(Span(*match.span()))
                fixed = right + span.of(reading.draft.raw)[len(article) :]
                yield Match(span, {"fixed": fixed}, fixes=(Fix(f'write "{fixed}"', (Edit(span, fixed),), safe=True),))


def sounds_like_vowel(word: str) -> bool | None:
    """Whether a word or number begins with the sound of a vowel; None where people differ."""
    if word[0].isdigit():
        digits = word.split(".")[0].replace(",", "")
        return digits[0] == "8" or (digits[:2] in ("11", "18") and len(digits) % 3 == 2)
    if (word[0] in "Hh" and re.match(_EITHER, word, re.I)) or word.upper() in _SAID_BOTH_WAYS:
        return None
    if len(word) == 1:
        return word.upper() in _VOWEL_LETTERS if word.isupper() else None
    lower = word.lower()
    if word.isupper():
        said = word[0] not in "AEIOU" and re.match(_PRONOUNCEABLE, word)
        return None if said or len(word) > 5 else word[0] in _VOWEL_LETTERS
    if not (word.istitle() or lexicon().flags(word) & Flag.WORD):
        return None
    if lower[0] == "h" and re.match(_SILENT_H, lower):
        return True
    return lower[0] in "aeiou" and not (lower[0] in "ueo" and re.match(_LIKE_YOU, lower))


def _is_letter(scan: str, match: re.Match[str]) -> bool:
    """Whether the "A" is the letter, as in plan A, or a whole sentence is in capitals."""
    if match.group(1) == "A" and match.start() > 0:
        return True
    return bool(
        match.group(1) == "AN" or re.search(_NO_ARTICLE, scan[max(0, match.start() - 16) : match.start()], re.I)
    )
