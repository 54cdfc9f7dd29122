"""Which clock the times of a message are written for: 7:30 pm or 19:30."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from replylint.language.clock_times import ClockTime, TimeExpression
from replylint.language.patterns import lazy
from replylint.language.text import Text

Style = Literal["12-hour", "24-hour"]
_RESTATED = lazy(r"\s*[(\[/=]\s*|\s*,?\s+(?:or|i\.e\.|that is)\s+", re.IGNORECASE)


def styled(text: Text, expressions: Iterable[TimeExpression]) -> dict[Style, list[ClockTime]]:
    """Return the times that only one clock can show, by clock; one said again on the other clock counts for none.

    "08:00" is of both until an hour that only the 24-hour clock has stands in the same range or list. "1430" may be a year.
    """
    found: dict[Style, list[ClockTime]] = {"12-hour": [], "24-hour": []}
    last: tuple[ClockTime, Style] | None = None
    for expression in expressions:
        has_24 = any(time.on_24_hour_clock and time.meridiem_span is None for time in expression.times)
        for time in expression.times:
            style: Style | None = None
            if time.meridiem_span is not None:
                style = "12-hour"
            elif time.form == "digits" and time.exists and (time.on_24_hour_clock or has_24):
                style = "24-hour"
            if style is None:
                continue
            if last is not None and _says_again(last[0], time, text):
                found[last[1]].pop()
                last = None
                continue
            found[style].append(time)
            last = time, style
    return found


def _says_again(before: ClockTime, time: ClockTime, text: Text) -> bool:
    same = before.minute_of_day == time.minute_of_day is not None
    return same and _RESTATED.fullmatch(text.scan, before.span.end, time.span.start) is not None


def rewritten(time: ClockTime, style: Style) -> str | None:
    """Return a time as another clock shows it; None where both halves of the day are left."""
    minute = time.minute_of_day
    if minute is None or minute >= 24 * 60 or time.seconds:
        return None
    hour, minute = divmod(minute, 60)
    if style == "24-hour":
        return f"{hour:02}:{minute:02}"
    return f"{hour % 12 or 12}{f':{minute:02}' if minute else ''} {'pm' if hour >= 12 else 'am'}"
