"""Apologies where nothing went wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator

from replylint.checks import Check
from replylint.language.patterns import lazy
from replylint.language.reading import Reading
from replylint.model import Confidence, Edit, Fix, Match, Span

_REFUSES = lazy(
    r"\b(?:can(?:not|['’]?t)|unable|(?:do|does|is|are|did|was|were|has|have|will|wo|could)(?:n['’]?t"
    r"| not)|no longer|not (?:possible|available|able)|sold out|fully booked|out of stock"
    r"|unfortunately|afraid|closed|only)\b",
    re.I,
)
_OWN_DELAY = lazy(
    r"\b(?:wait\w*|delay\w*|late\w*|slow\w*|long|sooner|earlier|time|repl\w+|response|patience|missed|getting back)\b",
    re.I,
)
_OWN_SLIP = lazy(r"\b(?:typo|wrong|mistake|my|our|misread|forgot|confus\w+|error|mix)\b", re.I)


class UnwarrantedApology(Check):
    """Finds an apology in a reply to a message that complains of nothing, refuses nothing and was not kept waiting."""

    def matches(self, reading: Reading) -> Iterator[Match]:
        if reading.failures or _REFUSES.search(reading.draft.scan):
            return
        for apology in reading.apologies:
            if apology.turn != reading.turn or apology.kind not in ("apology", "conditional"):
                continue
            words = apology.span.of(reading.draft.scan)
            if (
                _OWN_DELAY.search(words)
                or _OWN_SLIP.search(apology.object.of(reading.draft.scan))
                or "ops" in reading.draft.sentences[apology.sentence].scan.lower()
            ):
                continue
            cut = Fix("Cut it.", (Edit(_with_its_punctuation(reading.draft.raw, apology.span), ""),))
            yield Match(apology.span, confidence=Confidence.LOW, fixes=(cut,))
            return


def _with_its_punctuation(text: str, span: Span) -> Span:
    end = span.end
    while end < len(text) and text[end] in " ,.!;:":
        end += 1
    return Span(span.start, end)
