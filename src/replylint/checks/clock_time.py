"""Clock times that can be read as morning or as evening."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from replylint.checks import Check
from replylint.language.patterns import lazy
from replylint.language.reading import Reading
from replylint.language.times import ClockTime as Time
from replylint.language.times import TimeExpression, on_24_hour_clock, times_in
from replylint.model import Confidence, Edit, Fix, Match, Span

_STYLE = lazy(r"\d(?P<space>[ \u00a0\u202f]?)(?P<letters>[AaPp](?:\.[ ]?[Mm]\.|[Mm]))(?!\w)")
_HALVES: tuple[Literal["am"], Literal["pm"]] = ("am", "pm")


class ClockTime(Check):
    """Finds times without am, pm or anything else that tells them; one finding for a range or list."""

    slots: ClassVar[frozenset[str]] = frozenset({"time", "am", "pm"})
    cases: ClassVar[frozenset[str]] = frozenset({"", "record"})

    def matches(self, reading: Reading) -> Iterator[Match]:
        style = _style(reading.draft.scan)
        for found in reading.times:
            if not found.ambiguous or not all(time.exists for time in found.times):
                continue
            completed = {half: _completed(found, half, reading.draft.raw, style) for half in _HALVES}
            said = _said_by_customer(reading, found)
            yield Match(
                found.span,
                {"time": found.span.of(reading.draft.raw)} | {half: text for half, (_, text) in completed.items()},
                confidence=_confidence(found),
                case="record" if found.record else "",
                fixes=tuple(
                    Fix(f'write "{text}"', edits) for half, (edits, text) in completed.items() if said in ("", half)
                ),
            )


def _confidence(found: TimeExpression) -> Confidence:
    if found.bare:
        return Confidence.MEDIUM
    return Confidence.LOW if any(time.leading_zero for time in found.times) else Confidence.HIGH


def _style(scan: str) -> tuple[str, str]:
    """Return how the message writes a meridiem elsewhere: the space before it and the letters of "am"."""
    match = _STYLE.search(scan)
    if match is None:
        return " ", "am"
    return match["space"], match["letters"].replace("p", "a").replace("P", "A")


def _completed(
    found: TimeExpression, first: Literal["am", "pm"], raw: str, style: tuple[str, str]
) -> tuple[tuple[Edit, ...], str]:
    """Return the edits that put a range or list into one half of the day, and the text they give.

    A meridiem at the end covers the whole; where the hours start again after twelve each time gets its own.
    """
    halves: list[Literal["am", "pm"]] = [first]
    for earlier, later in zip(found.times, found.times[1:], strict=False):
        starts_again = (later.hour % 12, later.minute) < (earlier.hour % 12, earlier.minute)
        halves.append(("pm" if halves[-1] == "am" else "am") if starts_again else halves[-1])
    edits = []
    for i, (time, half) in enumerate(zip(found.times, halves, strict=True)):
        last_of_its_half = i + 1 == len(halves) or halves[i + 1] != half
        if len(set(halves)) > 1 or last_of_its_half:
            edits.append(_edit(time, half, style, raw[time.span.end : time.span.end + 1]))
        elif time.form not in ("digits", "hour"):
            edits.append(Edit(time.span, _digits(time)))
    text, done = "", found.span.start
    for edit in edits:
        text += raw[done : edit.span.start] + edit.text
        done = edit.span.end
    return tuple(edits), text + raw[done : found.span.end]


def _edit(time: Time, half: Literal["am", "pm"], style: tuple[str, str], following: str) -> Edit:
    space, letters = style
    meridiem = space + (letters if half == "am" else letters.replace("a", "p").replace("A", "P"))
    if following == ".":
        meridiem = meridiem.removesuffix(".")
    if time.form in ("digits", "hour"):
        return Edit(Span(time.span.end, time.span.end), meridiem)
    return Edit(time.span, _digits(time) + meridiem)


def _digits(time: Time) -> str:
    about = "about " if time.form == "approximate" else ""
    return about + (f"{time.hour}:{time.minute:02}" if time.minute else f"{time.hour}")


def _said_by_customer(reading: Reading, found: TimeExpression) -> str:
    """Return the half of the day the customer gave for this very time; empty where none or both."""
    if len(found.times) > 1:
        return ""
    wanted = found.times[0]
    halves = {
        time.meridiem
        for text in reading.current_turn
        for expression in times_in(text, on_24_hour_clock(reading.conversation))
        for time in expression.times
        if (time.hour, time.minute) == (wanted.hour, wanted.minute) and time.meridiem
    }
    return halves.pop() if len(halves) == 1 else ""
