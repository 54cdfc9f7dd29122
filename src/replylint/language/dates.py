"""Calendar expressions in a message, and the days they mean, counted from the day the message was sent.

An expression means a range of days, since "this week" or "in about a week" is one. Times of the day are in ``times``.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType
from typing import Literal

from replylint.language.patterns import lazy
from replylint.language.text import Text
from replylint.model import Span

DateKind = Literal["date", "day", "weekday", "period", "stretch"]
"""31 June; today; on Friday; this week; in 5 days."""
SLACK = 0.2
"""Part by which a vague stretch of time ("in about a week") may be longer than it says."""
DAYS_BEFORE = 90
"""A date without a year may be so many days before the message; otherwise it is the next one."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_NUMBERS: Mapping[str, int] = MappingProxyType(
    {word: n for n, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)}
    | {
        "a": 1,
        "an": 1,
        "a couple of": 2,
        "couple of": 2,
        "a few": 3,
        "few": 3,
        "several": 7,
        "fourteen": 14,
        "thirty": 30,
    }
)
_VAGUE_NUMBERS = frozenset({"a couple of", "couple of", "a few", "few", "several"})
_UNIT_DAYS: Mapping[str, int] = MappingProxyType({"day": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365})
_NUMBER = r"(?:\d{1,3}|" + "|".join(map(re.escape, sorted(_NUMBERS, key=len, reverse=True))) + ")"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)"
_ORDINAL = r"(?:st|nd|rd|th)"
_YEAR = r"(?:,?\ (?P<year{0}>(?:19|20)\d\d)\b(?!\ ?(?:am|pm|[:-]\d)))?"

_DATE = lazy(
    rf"""
    (?:\b(?P<stated>{_WEEKDAY})(?:day)?\b[.,]*\ (?:the\ )?)?
    (?: (?<![\w/.-])(?P<year_iso>(?:19|20)\d\d)-(?P<month_iso>\d\d)-(?P<day_iso>\d\d)(?!\d|[-/]\d|\.\d)
      | (?<![\w/.,$£€#:-])(?P<first>\d{{1,2}})/(?P<second>\d{{1,2}})/(?P<year_numeric>(?:19|20)\d\d)(?![\w/]|-\d|\.\d)
      | (?<![\w.,:/$£€#+-])(?P<day>\d{{1,2}})(?P<ordinal>{_ORDINAL})?\ (?:of\ )?(?P<month>{_MONTH})\b\.?{_YEAR.format("")}
      | \b(?P<month_us>{_MONTH})\.?\ (?:the\ )?(?P<day_us>\d{{1,2}})(?P<ordinal_us>{_ORDINAL})?
        (?![\w%]|[:./-]\d|\ ?[ap]\.?m\b){_YEAR.format("_us")}
    )""",
    re.IGNORECASE | re.VERBOSE,
    needs="0|1|2|3|4|5|6|7|8|9",
)
_DAY = lazy(
    r"\b(?P<day>(?:the )?day after tomorrow|today|tonight|tomorrow|tmrw|yesterday|this (?:morning|afternoon|evening)"
    r"|(?:the )?(?:end|close) of (?:the day|day|business|play)(?: (?:today|tomorrow))?|eod|cob)\b",
    re.IGNORECASE,
    needs="today|tonight|tomorrow|tmrw|yesterday|this |end|close|eod|cob",
)
_ON_WEEKDAY = lazy(
    rf"\b(?:(?P<which>this|next|coming|last|previous|past) )?(?P<weekday>{_WEEKDAY})(?P<full>day)?(?![\w-]|['’]?s\b)",
    re.IGNORECASE,
    needs="mon|tue|wed|thu|fri|sat|sun",
)
_PERIOD = lazy(
    r"\b(?P<which>(?:the )?end of (?:the|this|next)|later this|(?:some ?time )?this|next|last|(?:early|late) next)"
    r" (?P<period>week|weekend|month)\b(?!['’])",
    re.IGNORECASE,
    needs="week|month",
)
_STRETCH = lazy(
    rf"""\b(?P<lead>(?:with)?in|after|over)?(?(lead)\ |)
    (?P<about>(?:(?:the\ next|about|around|roughly|approximately|approx\.?|up\ to|less\ than|under|at\ most|another
        |some|maybe)\ )*)
    (?:(?P<low>{_NUMBER})(?:\ ?[-–—]\ ?|\ (?:to|or)\ ))?
    (?P<count>{_NUMBER})[\ -](?P<business>(?:business|working|work)[\ -])?(?P<unit>hour|hr|day|week|fortnight|month
        |year)s?\b
    (?:['’]?\ (?P<after>ago|earlier|from\ (?:now|today)|time\b))?""",
    re.IGNORECASE | re.VERBOSE,
    needs="hour|hr|day|week|fortnight|month|year",
)
_LEAD = lazy(r"\b(?P<by>by|before|until|till?|no later than|not later than)(?: the| at)?(?: latest)? $", re.IGNORECASE)
_NO_DATE = lazy(r"\b(?:order|case|ticket|invoice|sku|part|model|id|ref(?:erence)?|no\.?|number|serial)\W{0,3}$", re.I)
_AFTER_DATE = lazy(
    r"\s*(?:$|[.,;:!?)\]]|\n|\ufffc)|\s(?:at|and|or|is|was|to|for|from|in|on|with|we|you|i|if|as|so|but)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day that an expression can mean."""

    earliest: date
    latest: date


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A calendar expression. ``by`` says that it is a limit; ``stated`` is the weekday written beside a date (0 is Monday).

    ``count`` and ``low`` are of ``unit`` ("day", "week", "hour"…), in business days where ``business``.
    """

    span: Span
    kind: DateKind
    year: int | None = None
    month: int = 0
    day: int = 0
    stated: int | None = None
    weekday: int | None = None
    word: str = ""
    which: str = ""
    low: int = 0
    count: int = 0
    unit: str = ""
    business: bool = False
    vague: bool = False
    within: bool = False
    past: bool = False
    by: bool = False

    @property
    def absolute(self) -> bool:
        """Whether it means the same day whenever it is read."""
        return self.kind == "date"

    @property
    def exists(self) -> bool:
        """Whether a calendar has it; 29 February without a year does."""
        if self.kind != "date":
            return True
        if not (1 <= self.month <= 12 and 1 <= self.day <= _LONGEST_MONTHS[self.month - 1]):
            return False
        return self.year is None or _date(self.year, self.month, self.day) is not None

    def resolve(self, sent: date) -> Days | None:
        """Return the days it means in a message of a day, counted as its writer does; None where that is unknown."""
        days = _RESOLVERS[self.kind](self, sent)
        return Days(min(sent, days.earliest), days.latest) if days and self.by else days


def dates_in(text: Text) -> tuple[DateExpression, ...]:
    """Return the calendar expressions of a message, in order, not overlapping."""
    return tuple(_dates(text.scan))


def _dates(scan: str) -> Iterator[DateExpression]:
    found = [e for m in _DATE.finditer(scan) if (e := _absolute(scan, m))]
    for pattern, read in ((_DAY, _near), (_STRETCH, _stretch), (_PERIOD, _period), (_ON_WEEKDAY, _on_weekday)):
        found += (e for m in pattern.finditer(scan) if (e := read(scan, m)))
    done = 0
    for expression in sorted(found, key=lambda e: (e.span.start, -e.span.end)):
        if expression.span.start >= done:
            done = expression.span.end
            yield expression


def _is_limit(scan: str, start: int) -> bool:
    return _LEAD.search(scan[max(0, start - 24) : start]) is not None


def _absolute(scan: str, m: re.Match[str]) -> DateExpression | None:
    if _NO_DATE.search(scan[max(0, m.start() - 16) : m.start()]):
        return None
    span, by = Span(*m.span()), _is_limit(scan, m.start())
    stated = _WEEKDAYS.index(m["stated"][:3].lower()) if m["stated"] else None
    if m["year_iso"]:
        return DateExpression(
            span, "date", int(m["year_iso"]), int(m["month_iso"]), int(m["day_iso"]), stated=stated, by=by
        )
    if m["first"]:
        return _numeric(m, span, stated, by)
    written, day = m["month"] or m["month_us"], m["day"] or m["day_us"]
    year = m["year"] or m["year_us"]
    if (
        written.lower() in ("may", "mar", "march", "sun")
        and not written[0].isupper()
        and not (m["ordinal"] or m["ordinal_us"] or year)
    ):
        return None
    if not year and m["month_us"] and not _AFTER_DATE.match(scan, m.end()) and int(day) > 28:
        return None
    if int(day) > 31 and not (m["ordinal"] or m["ordinal_us"] or year):
        return None
    return DateExpression(
        span,
        "date",
        int(year) if year else None,
        _MONTHS.index(written[:3].lower()) + 1,
        int(day),
        stated=stated,
        by=by,
    )


def _numeric(m: re.Match[str], span: Span, stated: int | None, by: bool) -> DateExpression | None:
    """Read 31/12/2026 where only one order gives a date, or none does; an unclear order is left alone."""
    first, second, year = int(m["first"]), int(m["second"]), int(m["year_numeric"])
    readings = [(d, mo) for d, mo in {(first, second), (second, first)} if _date(year, mo, d)]
    if len(readings) > 1:
        return None
    day, month = readings[0] if readings else (first, second)
    return DateExpression(span, "date", year, month, day, stated=stated, by=by)


def _near(scan: str, m: re.Match[str]) -> DateExpression:
    word = m["day"].lower().removeprefix("the ")
    return DateExpression(Span(*m.span()), "day", word=word, by=_is_limit(scan, m.start()))


def _on_weekday(scan: str, m: re.Match[str]) -> DateExpression | None:
    if not m["full"] and not m["weekday"][0].isupper():
        return None
    which = (m["which"] or "").lower()
    return DateExpression(
        Span(*m.span()),
        "weekday",
        weekday=_WEEKDAYS.index(m["weekday"][:3].lower()),
        which=which,
        past=which in ("last", "previous", "past"),
        by=_is_limit(scan, m.start()),
    )


def _period(scan: str, m: re.Match[str]) -> DateExpression:
    which = m["which"].lower()
    return DateExpression(
        Span(*m.span()),
        "period",
        word=m["period"].lower(),
        which=which,
        past=which == "last",
        by=_is_limit(scan, m.start()),
    )


def _stretch(scan: str, m: re.Match[str]) -> DateExpression | None:
    lead, about, unit = (m["lead"] or "").lower(), m["about"].lower(), m["unit"].lower()
    after = (m["after"] or "").lower()
    count = _number(m["count"])
    if m["count"].lower() in ("a", "an") and not (lead or after or about):
        return None
    return DateExpression(
        Span(*m.span()),
        "stretch",
        low=_number(m["low"]) if m["low"] else count,
        count=count,
        unit="hour" if unit == "hr" else unit,
        business=bool(m["business"]),
        vague=any(w in about for w in ("about", "around", "rough", "approx", "some", "maybe"))
        or m["count"].lower() in _VAGUE_NUMBERS,
        within=lead in ("within", "over") or any(w in about for w in ("next", "up to", "less", "under", "at most")),
        past=after in ("ago", "earlier"),
        by=_is_limit(scan, m.start()),
    )


def _number(text: str) -> int:
    return _NUMBERS.get(text.lower()) or int(text)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _resolved_date(e: DateExpression, sent: date) -> Days | None:
    if not e.exists:
        return None
    if e.year is not None:
        found = _date(e.year, e.month, e.day)
    else:
        candidates = (_date(sent.year + shift, e.month, e.day) for shift in (-1, 0, 1, 2, 3, 4))
        found = next((d for d in candidates if d and d >= sent - timedelta(days=DAYS_BEFORE)), None)
    return Days(found, found) if found else None


def _resolved_day(e: DateExpression, sent: date) -> Days:
    shift = {"tmrw": 1, "yesterday": -1, "day after tomorrow": 2}.get(e.word, int(e.word.endswith("tomorrow")))
    day = sent + timedelta(days=shift)
    return Days(day, day)


def _resolved_weekday(e: DateExpression, sent: date) -> Days:
    """ "Next Friday" is this week's or the one after; on a Friday, "by Friday" may be today or in a week."""
    assert e.weekday is not None
    ahead = (e.weekday - sent.weekday()) % 7
    if e.past:
        day = sent - timedelta(days=(sent.weekday() - e.weekday - 1) % 7 + 1)
        return Days(day, day)
    first = sent + timedelta(days=ahead)
    if e.which == "next":
        return Days(first if ahead else first + timedelta(days=7), first + timedelta(days=7))
    return Days(first, first if ahead else first + timedelta(days=7))


def _resolved_period(e: DateExpression, sent: date) -> Days:
    """Weeks run from Monday to Sunday."""
    shift = 1 if "next" in e.which else -1 if e.past else 0
    if e.word == "month":
        month = sent.month - 1 + shift
        first = date(sent.year + month // 12, month % 12 + 1, 1)
        following = first.replace(year=first.year + first.month // 12, month=first.month % 12 + 1)
        last = following - timedelta(days=1)
        return Days(last - timedelta(days=6) if "end" in e.which else max(first, sent) if not shift else first, last)
    monday = sent - timedelta(days=sent.weekday()) + timedelta(weeks=shift)
    sunday = monday + timedelta(days=6)
    if e.word == "weekend" or "end" in e.which:
        start = monday + timedelta(days=5 if e.word == "weekend" else 4)
        return Days(start, sunday)
    return Days(max(monday, sent) if not shift else monday, sunday)


def _resolved_stretch(e: DateExpression, sent: date) -> Days:
    sign = -1 if e.past else 1
    low, high = _moved(sent, e.low * sign, e), _moved(sent, e.count * sign, e)
    if e.vague and not e.past:
        high += timedelta(days=math.ceil((high - sent).days * SLACK))
    return Days(sent if e.within and not e.past else min(low, high), max(low, high))


def _moved(start: date, count: int, e: DateExpression) -> date:
    if e.unit == "hour":
        return start + timedelta(days=math.ceil(abs(count) / 24) * (1 if count >= 0 else -1))
    if not e.business:
        return start + timedelta(days=count * _UNIT_DAYS[e.unit])
    return add_business_days(start, count * (5 if e.unit == "week" else 1))


def add_business_days(start: date, count: int) -> date:
    """Count Mondays to Fridays from a day on, or back from it; public holidays are not known."""
    step, day = (1 if count >= 0 else -1), start
    weeks, rest = divmod(abs(count), 5)
    while day.weekday() > 4:
        day -= timedelta(days=step)
    day += timedelta(weeks=weeks * step)
    while rest:
        day += timedelta(days=step)
        rest -= day.weekday() < 5
    return day


_RESOLVERS = MappingProxyType(
    {
        "date": _resolved_date,
        "day": _resolved_day,
        "weekday": _resolved_weekday,
        "period": _resolved_period,
        "stretch": _resolved_stretch,
    }
)
