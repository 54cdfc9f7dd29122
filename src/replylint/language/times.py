"""Clock times in a message, and the evidence that says which half of the day each one means.

A clock time has a reading set: "7:30" is 07:30 or 19:30 until something written in the message removes one of them. A
tagger that resolves times would pick a default; a linter must report that both readings survive.
"""

from __future__ import annotations

from dataclasses import replace

from replylint.language import clock_patterns as patterns
from replylint.language.clock_evidence import EvidenceFinder, halves
from replylint.language.clock_times import ClockTime, Evidence, Meridiem, TimeExpression, TimeScanner
from replylint.language.text import Text
from replylint.model import Conversation

__all__ = ["ClockTime", "Evidence", "Meridiem", "TimeExpression", "on_24_hour_clock", "times_in"]

_TWELVE_HOUR_REGIONS = frozenset(
    "AE AG AS AU BB BD BM BS CA CO CY DM EG ER FJ FM GD GH GM GU GY HK IN JM JO KI KN KR KY LC LR LS MH MO MP MW MX MY NA"
    " NZ PG PH PK PR PW SA SB SD SG SL SS SZ TC TO TT TW UM US VC VG VI VU WS ZM".split()
)
"""Territories whose short time format in English has am and pm (Unicode CLDR 47)."""
_TWELVE_HOUR_LANGUAGES = frozenset({"en", "ko", "hi", "ar", "fil", "el"})


def on_24_hour_clock(conversation: Conversation) -> bool:
    """Whether the reader is used to the 24-hour clock: as ``clock`` in the front matter says, or else the locale."""
    if clock := conversation.meta.get("clock"):
        return str(clock).startswith("24")
    language, _, rest = conversation.locale.replace("_", "-").partition("-")
    region = rest.rpartition("-")[2].upper()
    return region not in _TWELVE_HOUR_REGIONS if region else language.lower() not in _TWELVE_HOUR_LANGUAGES


def times_in(text: Text, clock_24: bool = False) -> tuple[TimeExpression, ...]:
    """Return the clock times of a message, in order; those of one range or list together.

    ``clock_24`` says that the reader is used to the 24-hour clock, so that "07:30" can be no evening.
    """
    found = tuple(TimeScanner(text.scan, text.sentences))
    finder = EvidenceFinder(text, found, clock_24)
    return tuple(_understood(expression, finder, text.scan) for expression in found)


def _understood(expression: TimeExpression, finder: EvidenceFinder, scan: str) -> TimeExpression:
    part = finder.day_part(expression)
    times = tuple(
        replace(time, meridiem=half) for time, half in zip(expression.times, halves(expression, part), strict=True)
    )
    evidence = tuple(finder.evidence(expression))
    record = not evidence and _is_record(expression, finder, scan)
    return replace(expression, times=times, evidence=evidence, record=record)


def _is_record(expression: TimeExpression, finder: EvidenceFinder, scan: str) -> bool:
    """Whether the last verb before a time reports what has happened."""
    sentence = finder.sentence(expression.span.start)
    start = max(sentence.span.start if sentence else 0, expression.span.start - 80)
    last = None
    for match in patterns.RECORD.finditer(scan, start, expression.span.start):
        last = match
    return last is not None and last["past"] is not None
