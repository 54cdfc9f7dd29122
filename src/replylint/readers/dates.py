"""Moments as records and mail programs write them."""

from __future__ import annotations

import re
from datetime import datetime

from replylint.language.patterns import lazy

_ISO = lazy(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?: ?(?:Z|[+-]\d\d:?\d\d))?)?", re.IGNORECASE)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_WRITTEN = (
    lazy(rf"\b{_DAY}\s+{_MONTH},?\s+(?P<year>\d{{4}})\b", re.IGNORECASE),
    lazy(rf"\b{_MONTH}\s+{_DAY},?\s+(?P<year>\d{{4}})\b", re.IGNORECASE),
    lazy(r"\b(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)\b"),
)
_CLOCK = lazy(r"\b(\d{1,2})[:.](\d\d)(?::\d\d)?(?:[\s\u202f]*([ap])\.?m\b)?", re.IGNORECASE)


_UNKNOWN = frozenset({"n/a", "na", "none", "null", "unknown", "-"})
_NAMED_MONTH = tuple(lazy(rf"(?:{pattern.pattern})", re.IGNORECASE) for pattern in _WRITTEN[:2])


def recorded(text: str) -> datetime | None:
    """Read a record's moment: ISO 8601, or as exports have it, "28 October 2018" or "N/A" for one that is not known.

    Raises ValueError for anything else, such as "24/11/2026", which means two days.
    """
    text = text.strip()
    moment = iso(text) or (written(text) if any(p.fullmatch(text) for p in _NAMED_MONTH) else None)
    if moment is None and text.lower() not in _UNKNOWN:
        raise ValueError(text)
    return moment


def iso(text: str) -> datetime | None:
    """Read an ISO 8601 date, or date and time with or without a zone."""
    if not _ISO.fullmatch(text.strip()):
        return None
    try:
        return datetime.fromisoformat(text.strip().upper().replace(" +", "+").replace(" -", "-").replace(" Z", "Z"))
    except ValueError:
        return None


def written(text: str) -> datetime | None:
    """Read the moment in an attribution such as "On Tue, Nov 24, 2026 at 9:12 AM"; a numeric date is no evidence."""
    text = text[:300]
    day = next((m for pattern in _WRITTEN if (m := pattern.search(text))), None)
    if day is None:
        return None
    month = day["month"]
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
    clock = _CLOCK.search(text, day.end())
    hour, minute = (int(clock[1]), int(clock[2])) if clock else (0, 0)
    if clock and clock[3]:
        hour = hour % 12 + 12 * (clock[3].lower() == "p")
    try:
        return datetime(int(day["year"]), number, int(day["day"]), hour, minute)
    except ValueError:
        return None
