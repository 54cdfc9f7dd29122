"""Misspelt words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from replylint.checks import Check
from replylint.language.reading import Reading
from replylint.language.spelling.words import in_case_of
from replylint.model import Confidence, Edit, Fix, Match, Related

if TYPE_CHECKING:
    from replylint.language.spelling.slips import Slip

_CHATTY = frozenset({"chat", "sms"})


class Misspelling(Check):
    """Finds sure misspellings (case ``sure``) and likely ones, each once a message, at its first place."""

    slots: ClassVar[frozenset[str]] = frozenset({"candidate"})
    cases: ClassVar[frozenset[str]] = frozenset({"sure", "likely"})

    def matches(self, reading: Reading) -> Iterator[Match]:
        for slip in reading.slips:
            first = slip.places[0]
            quiet = not slip.sure and reading.conversation.channel in _CHATTY
            yield Match(
                first.span,
                {"candidate": in_case_of(first, slip.meant[0])},
                confidence=Confidence.HIGH if slip.sure else Confidence.LOW if quiet else Confidence.MEDIUM,
                case="sure" if slip.sure else "likely",
                fixes=tuple(_fixes(slip)),
                related=tuple(Related(reading.turn, word.span, "here too") for word in slip.places[1:]),
            )


def _fixes(slip: Slip) -> Iterator[Fix]:
    for meant in slip.meant:
        edits = tuple(Edit(word.span, in_case_of(word, meant) + word.ending) for word in slip.places)
        yield Fix(f'write "{meant}"', edits, safe=slip.sure and len(slip.meant) == 1)
