"""Words that make a failure of ours small."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from replylint.checks import Check
from replylint.language.patterns import lazy
from replylint.language.reading import Reading
from replylint.model import Confidence, Edit, Fix, Match, Span

_FAILURE = (
    r"(?:delays?|hiccups?|blips?|errors?|mistakes?|mix-?ups?|issues?|problems?|inconveniences?"
    r"|oversights?|glitch(?:es)?|confusion|setbacks?|misunderstandings?|hitch(?:es)?|slip-?ups?|wait"
    r"|mishaps?|damage|defects?|faults?|outages?|disruptions?)"
)
_SMALL = lazy(
    rf"\b(?P<cut>(?:slight(?:ly)?|small|minor|little|tiny|trivial|wee)\s)(?:\w+\s)?{_FAILURE}\b"
    rf"|\b(?:a\s)?(?P<idiom>hiccups?|blips?|teething (?:problems?|troubles?|issues?)"
    rf"|these things (?:do )?happen|not the end of the world|storm in a teacup)\b"
    rf"|\b(?:was|were|is|are|arrived|came|it['’]s)\s(?P<cut2>(?:only|just|merely)\s)(?:a\s(?:few"
    rf"|couple(?: of)?)\s|\d+\s|one\s|two\s|three\s|four\s|five\s|an?\s)(?:\w+\s)?(?:minutes?|hours?"
    rf"|days?|weeks?)\s(?:late|overdue|behind|delayed)\b"
    rf"|\b(?P<cut3>a (?:little |tiny )?bit\s|slightly\s|a little\s)(?:late|delayed|damaged|wrong|off"
    rf"|overcooked|cold|slow)\b",
    re.I,
    needs="slight|small|minor|little|tiny|trivial|wee|hiccup|blip|teething|these things|the world|storm|late|overdue"
    "|behind|delayed|bit",
)
_STATUS = lazy(r"^\s*status\b|\bincident\b|\bseverity\b", re.I)
_CONDITION = lazy(r"\b(?:if|in case|should|to avoid|prevent|may|might|could|would)\b", re.I)


class MinimisedFailure(Check):
    """Finds diminishing words on a failure, unless the customer used them first or they are not about one of ours."""

    cases: ClassVar[frozenset[str]] = frozenset({"", "complaint"})

    def matches(self, reading: Reading) -> Iterator[Match]:
        told = " ".join(text.scan.lower() for text in reading.earlier if text.message.role == "customer")
        for sentence in reading.draft.author:
            for found in _SMALL.finditer(sentence.scan):
                before = sentence.scan[: found.start()]
                if _STATUS.search(before) or _CONDITION.search(before) or _said_first(found.group(), told):
                    continue
                case = "complaint" if reading.complained else ""
                span = sentence.absolute(Span(*found.span()))
                yield Match(
                    span, confidence=Confidence.MEDIUM, case=case, fixes=tuple(_fixes(found, sentence.span.start))
                )


def _said_first(words: str, told: str) -> bool:
    """Whether the customer called it so."""
    small = [
        w
        for w in words.lower().split()
        if re.fullmatch(r"slight(?:ly)?|small|minor|little|tiny|hiccups?|blips?|bit", w)
    ]
    return any(re.search(rf"\b{re.escape(w)}\b", told) for w in small)


def _fixes(found: re.Match[str], base: int) -> Iterator[Fix]:
    for group in ("cut", "cut2", "cut3"):
        if found[group] and not re.search(r"hiccup|blip", found.group(), re.I):
            yield Fix("Cut the minimiser.", (Edit(Span(base + found.start(group), base + found.end(group)), ""),))
