"""A placeholder, a slot or a note to oneself that was left in a reply."""

from __future__ import annotations

import re
from collections.abc import Iterator

from replylint.checks import Check
from replylint.language import placeholders
from replylint.language.patterns import lazy
from replylint.language.placeholders import Placeholder
from replylint.language.reading import Reading
from replylint.model import Confidence, Match, Span

_TO_DO = lazy(r"\b(?:insert|enter|add|fill|type|put|replace)\b", re.IGNORECASE)
_EDITORIAL = lazy(
    r"\b(?:withheld|removed|redacted|deleted|hidden|omitted|sic|photo|image|picture|video|attachment|attached|external|"
    r"unknown|snip|cut|edited?|here)\b",
    re.IGNORECASE,
)
_SLOT_NOUN = lazy(
    r"(?:^|[\s_-])(?:name|firstname|lastname|surname|date|day|time|number|no|amount|price|total|email|address|phone|"
    r"company|product|item|reference|title|agent|customer|order|reason|signature)s?$",
    re.IGNORECASE,
)
_HTML = frozenset(("time", "link", "address", "title", "data", "code", "summary", "label", "menu", "button", "option"))
_RUN = lazy(
    r"(?<![\w*\ufffc-])(?:(?:X{2,}[/.:-]){1,3}X{2,}|X{3,}|_{3,20}|(?<=[£$€#])X{2,}|XX(?=\s(?:days?|hours?|minutes?"
    r"|weeks?|am|pm)\b|%))"
    r"(?![\w*-])"
)
_NOTE = lazy(r"\b(?:(?P<sure>TODO|FIXME|[Ll]orem [Ii]psum)|(?P<unsure>TBC|TBD))\b")
_MASKED_DIGITS = lazy(r"(?:[ -]?[Xx*]{2,})*[ -]?\d")


class UnfilledPlaceholder(Check):
    """Finds what a writer or a program should have filled in before the reply was sent."""

    def matches(self, reading: Reading) -> Iterator[Match]:
        draft = reading.draft
        for placeholder in draft.once(placeholders.in_text):
            confidence = _confidence(placeholder, draft.raw)
            if confidence:
                yield Match(placeholder.span, confidence=confidence)
        for run in _RUN.finditer(draft.scan):
            if not _means_something(draft.scan, run):
                yield Match(Span(*run.span()), confidence=Confidence.MEDIUM)
        for note in _NOTE.finditer(draft.scan):
            yield Match(Span(*note.span()), confidence=Confidence.HIGH if note["sure"] else Confidence.LOW)


def _confidence(placeholder: Placeholder, raw: str) -> Confidence | None:
    """Return how sure it is that a placeholder should have been filled in; None where it is words like others."""
    text = placeholder.text
    inside = text.strip("{}[]<>%#$@*| ")
    if text.startswith(("<<", "[[")) or (text[0] == "{" and text[1].isalpha() and "=" not in text):
        return Confidence.HIGH if placeholder.type and (_SLOT_NOUN.search(inside) or "_" in inside) else None
    if placeholder.kind != "slot":
        if text[0] == "%" and text[-1] in "sd" and len(text) == 2:
            digit_before = raw[max(0, placeholder.span.start - 1) : placeholder.span.start].isdigit()
            return None if digit_before else Confidence.MEDIUM
        return Confidence.HIGH if inside else None
    if text.startswith("INSERT") or (_TO_DO.match(inside) and " " in inside):
        return Confidence.HIGH
    if raw[placeholder.span.end : placeholder.span.end + 1] == "@":  # an address with its owner taken out
        return None
    if _EDITORIAL.search(inside) or not _SLOT_NOUN.search(inside):
        return None
    if text[0] == "<":
        return Confidence.HIGH if inside.lower() not in _HTML else None
    if text[0].isalpha():
        return Confidence.MEDIUM if placeholder.type in ("name", "number", "date") else None
    return Confidence.HIGH if inside.isupper() or inside[0].isupper() else Confidence.MEDIUM


def _means_something(scan: str, run: re.Match[str]) -> bool:
    """Whether X's or underscores are masked digits, kisses at the end of a line, or a line across the page."""
    line_start, line_end = scan.rfind("\n", 0, run.start()) + 1, scan.find("\n", run.end())
    line = scan[line_start : line_end if line_end >= 0 else len(scan)]
    if _MASKED_DIGITS.match(scan, run.end()) or not any(c.isalpha() and c not in "Xx" for c in line):
        return True
    kisses = set(run.group()) == {"X"} and scan[run.start() - 1 : run.start()] not in ("£", "$", "€", "#")
    return kisses and not line[run.end() - line_start :].strip(" .!?,")
