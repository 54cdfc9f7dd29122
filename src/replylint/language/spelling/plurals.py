"""Plain plurals written with an apostrophe: "three photo's", "comfortable sofa's", "the 1990's"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from replylint.language.patterns import lazy
from replylint.language.syntax import Parse
from replylint.language.text import Sentence
from replylint.model import Span

_NOMINEE = lazy(r"(?<![\w'’-])(?:(\d{1,3}0)|([A-Za-z]+))['’](s)(?![\w'’-])(?=(\s*)(\S{0,20}))")
_NEAR = 40
"""Characters before a noun that are looked at."""
_MANY = frozenset(
    "many several these those all some few two three four five six seven eight nine ten twenty any more other most various both "
    "multiple different numerous extra additional couple dozen hundreds lots".split()
)
_NO_NOUNS = frozenset(
    "it that there here what who where when how why let he she one other another else body everyone someone anyone nobody noone "
    "everybody somebody anybody today tomorrow yesterday this which everything something nothing anything week month year tonight "
    "ma o y d".split()
)
_AFTER = frozenset(
    "in on at within with from for to and or are were have that which will can by of as when if you we they i under over but before "
    "after during through until because without inside outside into onto per".split()
)
_PLURAL_VERBS = frozenset(("are", "were", "have"))


def plural_apostrophes(sentence: Sentence, parse: Callable[[Sentence], Parse]) -> Iterator[tuple[Span, str]]:
    """Yield where a plural has an apostrophe, and the plural without it."""
    for match in _NOMINEE.finditer(sentence.scan):
        noun = match.group(1) or match.group(2)
        if match.group(1) or (noun.lower() not in _NO_NOUNS and _is_plural(sentence, match, noun, parse)):
            yield Span(match.start(), match.end(3)), noun + "s"


def _is_plural(sentence: Sentence, match: re.Match[str], noun: str, parse: Callable[[Sentence], Parse]) -> bool:
    following = match.group(5).lower().rstrip(".,;:!?)")
    if following and following not in _AFTER:
        return False
    if len(noun) < 2 or (noun[0].isupper() and not (noun.isupper() and len(noun) <= 5)):
        return False
    if following in _PLURAL_VERBS:
        return True
    near = sentence.scan[max(0, match.start() - _NEAR) : match.start()]
    if not near.strip() or near == near.rstrip():
        return False
    word = near.split()[-1].lower()
    if word in _MANY or (word.isdigit() and word != "1"):
        return True
    if word.endswith(("s'", "s’")):
        return not following  # a possessive of a possessive: "your friends' phone's"
    return _has_no_determiner(parse(sentence), match.start())


def _has_no_determiner(parse: Parse, offset: int) -> bool:
    """Whether a noun and its adjectives follow a verb or a preposition at once, as only a plural can."""
    noun = parse.at(offset)
    if noun is None or noun.tag not in ("NN", "NNS"):
        return False
    i = noun.i - 1
    while i >= 0 and parse[i].tag in ("JJ", "JJR", "JJS", "NN"):
        i -= 1
    if i < 0:
        return False
    many = parse[i].lower in _MANY or (parse[i].tag == "CD" and parse[i].lower not in ("1", "one"))
    return many or (parse[i].tag in ("VB", "VBP", "VBD", "VBG") and parse[i].pos == "VERB")
