"""Apologies that could be sent to anyone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from replylint.checks import Check
from replylint.language.apologies import Apology
from replylint.language.failure_words import FAILURE_WORD
from replylint.language.patterns import lazy
from replylint.language.reading import Reading
from replylint.model import Confidence, Match

_GENERIC = lazy(
    r"^[\s,]*(?:once |again )?(?:(?:for|about|regarding|over)\s(?:(?:all|the|this|that|any|your|these"
    r"|those|such|a|an|recent|whole|entire|poor|negative|bad|unpleasant|disappointing"
    r"|frustrating)\s){0,3}"
    r"(?:inconveniences?|issues?|matter|situation|troubles?|experiences?|hassle|problems?|confusion"
    r"|frustrations?|this|that|it|it all)?"
    r"(?:\s(?:this|that|it|we|caused|you(?:['’]ve| have)?|has|have|had|may|might|been|experienced|with"
    r"|the|here|at|all|your?)){0,6})?[\s,]*(?:\w+)?$",
    re.I,
)
_SLIP = lazy(r"\b(?:oops|whoops|wrong|typo)\b", re.I)


class UnspecificApology(Check):
    """Finds apologies whose object is missing or generic where no sentence within two names what went wrong."""

    cases: ClassVar[frozenset[str]] = frozenset({"", "complaint"})

    def matches(self, reading: Reading) -> Iterator[Match]:
        ours = [
            a
            for a in reading.apologies
            if a.turn == reading.turn and a.kind in ("apology", "conditional", "responsibility")
        ]
        if any(a.kind == "responsibility" for a in ours):
            return
        for apology in ours:
            if apology.formula.of(reading.draft.scan).lower().startswith(("oop", "whoop", "forgive", "excuse")):
                continue
            if _GENERIC.match(apology.object.of(reading.draft.scan)) and not _named_nearby(reading, apology):
                alone = len(ours) == 1 and reading.complained
                chat = reading.conversation.channel == "chat"
                confidence = Confidence.LOW if chat else Confidence.MEDIUM
                yield Match(apology.span, confidence=confidence, case="complaint" if alone else "")


def _named_nearby(reading: Reading, apology: Apology) -> bool:
    """Whether the concrete failure is in a sentence within two of the apology, or in a placeholder of its object."""
    if reading.draft.masked(apology.object, "placeholder"):
        return True
    near = reading.draft.sentences[max(0, apology.sentence - 2) : apology.sentence + 3]
    return any(FAILURE_WORD.search(s.scan) or _SLIP.search(s.scan) for s in near)
