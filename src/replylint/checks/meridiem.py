"""Clock times whose am or pm fights with the rest of the time, or says it again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from replylint.checks import Check
from replylint.language.patterns import lazy
from replylint.language.reading import Reading
from replylint.language.times import ClockTime, TimeExpression
from replylint.model import Edit, Fix, Match, Span

_PART = r"(?P<part>morning|afternoon|evening|night|tonight|noon|midday|midnight)"
_AFTER = lazy(
    rf"(?P<gap>,? (?:in the |at |this |that |on the same )?(?P<day>(?:tomorrow|yesterday|(?:mon|tues|wednes|thurs|fri"
    rf"|satur|sun)day) )?)"
    rf"{_PART}\b(?!\w*['’])",
    re.IGNORECASE,
)
_BEFORE = lazy(
    rf"\b(?:(?:this|that|tomorrow|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day) (?=\w)|(?=tonight))"
    rf"{_PART},?(?: (?:at|by|around|about|from))? ?$",
    re.IGNORECASE,
)
_HALF = {"morning": "am", "afternoon": "pm", "evening": "pm", "noon": "pm", "midday": "pm", "midnight": "am"}
_LONGEST = 40


class Meridiem(Check):
    """Finds "19:30 pm", "7 pm in the morning" (contradiction) and "8 am in the morning" (redundancy)."""

    slots: ClassVar[frozenset[str]] = frozenset({"fix"})
    cases: ClassVar[frozenset[str]] = frozenset({"contradiction", "redundancy"})

    def matches(self, reading: Reading) -> Iterator[Match]:
        for expression in reading.times:
            for time in expression.times:
                found = _judged(reading.draft.scan, time, expression)
                if found:
                    yield found


def _judged(scan: str, time: ClockTime, expression: TimeExpression) -> Match | None:
    mark = time.meridiem_span
    if mark is None and not time.on_24_hour_clock:
        return None
    if mark is not None and time.form != "noon" and time.on_24_hour_clock:
        plain = scan[time.span.start : mark.start].rstrip()
        return Match(time.span, {"fix": plain}, case="contradiction")
    last = time is expression.times[-1]
    after = _AFTER.match(scan, time.span.end) if last else None
    before = _BEFORE.search(scan[max(0, time.span.start - _LONGEST) : time.span.start])
    part = after or before
    if part is None or time.form == "noon":
        return None
    return _against(scan, time, part, Span(time.span.end, after.end()) if after else None)


def _against(scan: str, time: ClockTime, part: re.Match[str], after: Span | None) -> Match | None:
    word = part["part"].lower()
    half = "pm" if time.on_24_hour_clock and time.hour >= 12 else "am" if time.on_24_hour_clock else time.meridiem
    start = time.span.start if after else time.span.start - (len(part.group()))
    whole = Span(start, after.end if after else time.span.end)
    if not _fits(half, time.hour % 12, word):
        return Match(whole, {"fix": time.span.of(scan)}, case="contradiction")
    names_the_day = (
        not after or bool(part["day"]) or word == "tonight" or "this" in part["gap"] or "that" in part["gap"]
    )
    if half == "am" and word in ("night", "tonight"):
        return None
    if names_the_day:
        return _without_meridiem(scan, time, whole)
    return Match(
        whole,
        {"fix": time.span.of(scan)},
        case="redundancy",
        fixes=(Fix(f'keep "{time.span.of(scan)}"', (Edit(Span(time.span.end, whole.end), ""),), safe=True),),
    )


def _without_meridiem(scan: str, time: ClockTime, whole: Span) -> Match | None:
    """A day-part that also names the day must stay: the meridiem goes ("7:30 pm tonight" -> "7:30 tonight")."""
    mark = time.meridiem_span
    if mark is None:
        return None
    gap = Span(len(scan[: mark.start].rstrip()), mark.end)
    fixed = scan[whole.start : gap.start] + scan[gap.end : whole.end]
    return Match(
        whole, {"fix": fixed}, case="redundancy", fixes=(Fix(f'write "{fixed}"', (Edit(gap, ""),), safe=True),)
    )


def _fits(half: str, hour: int, word: str) -> bool:
    """Whether a day-part can hold a time; nights hold 6 pm to 4 am, so "2 am at night" and "1 am tonight" are idiomatic."""
    if word in ("night", "tonight"):
        return hour >= 4 if half == "pm" else hour <= 4
    return _HALF[word] == half
