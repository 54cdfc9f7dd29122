"""Apologies of a class that takes the apology back: for the customer's feelings, or on condition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from replylint.checks import Check
from replylint.language.apologies import Apology
from replylint.language.patterns import lazy
from replylint.language.reading import Reading
from replylint.model import Confidence, Edit, Fix, Match, Span

_ANY_INCONVENIENCE = lazy(
    r"(?P<any>any)\s(?P<noun>inconvenience)(?P<tail>\s(?:that\s)?(?:this|it)\s(?:may|might"
    r"|could)\shave\scaused(?:\syou)?)?(?=\s*(?:$|[.!,;]))",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class WeakApology(Check):
    """Finds apologies of one class. A conditional one to a broadcast audience is only a hint: harm is unknown there."""

    kind: Literal["non-apology", "conditional"]

    def matches(self, reading: Reading) -> Iterator[Match]:
        broadcast = self.kind == "conditional" and reading.conversation.meta.get("audience") == "broadcast"
        for apology in reading.apologies:
            if apology.turn == reading.turn and apology.kind == self.kind:
                confidence = Confidence.LOW if broadcast else Confidence.HIGH
                yield Match(apology.span, confidence=confidence, fixes=tuple(_fixes(reading, apology)))


def _fixes(reading: Reading, apology: Apology) -> Iterator[Fix]:
    """Offer "the inconvenience" for "any inconvenience (this may have caused)": the meaning stays."""
    if match := _ANY_INCONVENIENCE.search(apology.object.of(reading.draft.scan)):
        base = apology.object.start
        edits = [Edit(Span(*match.span("any")).shifted(base), "the")]
        if match["tail"]:
            edits.append(Edit(Span(*match.span("tail")).shifted(base), ""))
        yield Fix('Say "the inconvenience".', tuple(edits), safe=True)
