"""Values that messages state in a known form of words, such as "the price is £40": how one is read from a sentence."""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from replylint.language.text import Sentence, Text
from replylint.language.vocabulary import stem
from replylint.model import Span, Turn

AMOUNT = r"(?:[£$€]\s?\d[\d,.]*\d|[£$€]\s?\d)"


@dataclass(frozen=True, slots=True)
class Value:
    """A value a message states. ``slot`` is the stem of what it is the value of, ``""`` where that is not named."""

    turn: Turn
    span: Span
    text: str
    kind: str
    slot: str
    value: str


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A value of the draft, and the one of an earlier message of ours that it contradicts."""

    old: Value
    new: Value


@dataclass(frozen=True)
class Form:
    """A form of words, said in any of some ways, that states a value of a kind.

    In each way the group ``slot`` is what the value is of, and the group ``value`` the value, without what ``drop``
    matches; where there is no such group, it is ``value``. ``whole`` shows all the words to the user, not the value alone.
    """

    kind: str
    ways: Sequence[str]
    flags: int = re.IGNORECASE
    value: str = ""
    drop: str = ""
    whole: bool = False

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """All ways in one, compiled when first used; the groups of each have its number behind their names."""
        numbered = (re.sub(r"\(\?P<(\w+)>", rf"(?P<\g<1>{i}>", way) for i, way in enumerate(self.ways))
        return re.compile("|".join(numbered), self.flags)


def values_in(text: Text, sentences: Iterable[Sentence], forms: Sequence[Form]) -> Iterator[Value]:
    """Yield the values that sentences of a message state, those of one sentence in the order of the forms."""
    for sentence in sentences:
        for form in forms:
            for match in form.pattern.finditer(sentence.scan):
                groups = {name.rstrip(string.digits): name for name, found in match.groupdict().items() if found}
                span = sentence.absolute(Span(*match.span(0 if form.whole else groups["value"])))
                slot = stem(match[groups["slot"]]) if "slot" in groups else ""
                value = _plain(match[groups["value"]], form.drop) if "value" in groups else form.value
                yield Value(text.turn, span, span.of(text.raw), form.kind, slot, value)


def _plain(value: str, drop: str) -> str:
    return re.sub(drop, "", " ".join(value.lower().split()))
