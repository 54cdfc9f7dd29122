"""The same word twice in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from replylint.checks import Check
from replylint.language.patterns import lazy
from replylint.language.reading import Reading
from replylint.language.text import Sentence
from replylint.model import Edit, Fix, Match, Span

_DOUBLED = lazy(r"(?<![\w'’\ufffc./@#-])([^\W\d_]+(?:['’][^\W\d_]+)?)(\s+)(\1)(?![\w'’\ufffc/@-]|\.\w)", re.IGNORECASE)
_NEVER_TWICE = frozenset(
    "a an the this these those my your his our their its i you he she it we they me him us them to of in on at for with from by "
    "into as and or but if is are was be been will would can could should must may has have do does not".split()
)
"""Words whose second copy never means anything, so that deleting it is safe."""
_NEAR = 120
"""Characters before a doubled word that may explain it."""
_PARTICLES = frozenset(("in", "on", "up", "out", "off", "over", "through"))
_PHRASAL_VERB = (
    r"\b(?:log|sign|check|com|go|went|gone|carr(?:y|i)|mov|get|got|hop|turn|stay|keep|kept|set|pick|back|giv|gave"
    r"|fill|drop|plug|put|hang|"
    r"tak|took|click|build|built|fall|fell|stand|sit|sat|start|head|stop)(?:e|es|s|ed|ing|ging|ging|ping|ting|ning"
    r"|ies|en)?"
    r"(?:[ \t]+(?:it|them|that|this|you|back|straight|right))?[ \t]+$"
)
"""A verb that may take the first copy as its particle: "log in in the app", "carry on on Monday"."""


@dataclass(frozen=True)
class DoubledWord(Check):
    """Finds a word that stands twice; ``allowed`` are the words that people do write twice."""

    slots: ClassVar[frozenset[str]] = frozenset({"word"})
    allowed: tuple[str, ...] = ()

    def matches(self, reading: Reading) -> Iterator[Match]:
        for sentence in reading.draft.sentences:
            for match in _DOUBLED.finditer(sentence.scan):
                word = match.group(1)
                if (
                    word.lower() in self.allowed
                    or _name(match)
                    or _table(sentence.absolute(Span(*match.span(2))).of(reading.draft.raw))
                    or _means_something(reading, sentence, match)
                ):
                    continue
                safe = word.lower() in _NEVER_TWICE
                span = sentence.absolute(Span(*match.span()))
                fix = Fix(f'delete one "{word}"', (Edit(span, word),), safe=safe)
                yield Match(span, {"word": word}, fixes=(fix,))


def _name(match: re.Match[str]) -> bool:
    """Whether both copies have a capital in the middle of a sentence: Duran Duran; or the second alone: the The Times."""
    first, second = match.group(1), match.group(3)
    if second[0].isupper() and not second.isupper():
        return first[0].islower() or (match.start() > 0 and first.lower() not in _NEVER_TWICE)
    return first[0].islower() != second[0].islower() and match.start() > 0


def _table(gap: str) -> bool:
    """Whether the gap is a table's or a list's: tabs, several spaces in a line, a blank line."""
    return "\t" in gap or gap.count("\n") > 1 or ("\n" not in gap and len(gap) > 2)


def _means_something(reading: Reading, sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether the first copy ends one phrase and the second begins the next: "what it is is", "log in in the app"."""
    word = match.group(1).lower()
    before = sentence.scan[max(0, match.start() - _NEAR) : match.start()]
    if word in ("is", "was", "are"):
        return bool(
            re.search(
                r"\b(?:what|all|who|where|how|why|thing|problem|question|issue|point|truth)\b",
                before,
                re.I,
            )
        )
    if word in _PARTICLES:
        return bool(re.search(_PHRASAL_VERB, before, re.I))
    if word in ("her", "you", "it"):
        tokens = [t for t in reading.parse(sentence) if t.start in (match.start(1), match.start(3))]
        return (
            len(tokens) == 2
            and tokens[0].dep in ("dobj", "pobj", "dative")
            and tokens[1].dep in ("nsubj", "nsubjpass", "poss")
        )
    return False
