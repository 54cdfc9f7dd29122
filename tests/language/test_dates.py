"""Which days a calendar expression means in a message of Tuesday 24 November 2026."""

from __future__ import annotations

from datetime import date

import pytest

from replylint.language.dates import DateExpression, add_business_days, dates_in
from replylint.language.text import Text
from replylint.model import Message

SENT = date(2026, 11, 24)


def only(text: str) -> DateExpression:
    (expression,) = dates_in(Text(Message("agent", text), "draft"))
    return expression


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("We ship tomorrow.", "2026-11-25", "2026-11-25"),
        ("We ship by Friday.", "2026-11-24", "2026-11-27"),
        ("We ship on Monday.", "2026-11-30", "2026-11-30"),
        ("We ship on Tuesday.", "2026-11-24", "2026-12-01"),
        ("We ship next Friday.", "2026-11-27", "2026-12-04"),
        ("It shipped last Monday.", "2026-11-23", "2026-11-23"),
        ("We ship on Monday 30 November.", "2026-11-30", "2026-11-30"),
        ("We ship on January 5.", "2027-01-05", "2027-01-05"),
        ("It shipped on the 3rd of October.", "2026-10-03", "2026-10-03"),
        ("We ship on 2026-12-04.", "2026-12-04", "2026-12-04"),
        ("We ship on 31/12/2026.", "2026-12-31", "2026-12-31"),
        ("We ship in 5 days.", "2026-11-29", "2026-11-29"),
        ("We ship within 2-3 days.", "2026-11-24", "2026-11-27"),
        ("We ship in about a week.", "2026-12-01", "2026-12-03"),
        ("We ship in a couple of days.", "2026-11-26", "2026-11-27"),
        ("We ship within 24 hours.", "2026-11-24", "2026-11-25"),
        ("It takes 3–5 business days.", "2026-11-27", "2026-12-01"),
        ("It shipped 3 days ago.", "2026-11-21", "2026-11-21"),
        ("We ship this week.", "2026-11-24", "2026-11-29"),
        ("We ship next week.", "2026-11-30", "2026-12-06"),
        ("We ship by the end of the month.", "2026-11-24", "2026-11-30"),
        ("We ship by close of business tomorrow.", "2026-11-24", "2026-11-25"),
    ],
)
def test_expressions_resolve_from_the_day_of_the_message(text: str, earliest: str, latest: str) -> None:
    days = only(text).resolve(SENT)
    assert days is not None
    assert (days.earliest.isoformat(), days.latest.isoformat()) == (earliest, latest)


@pytest.mark.parametrize(
    "text", ["30 February", "June 31", "29 February 2027", "2026-13-01", "31/11/2026", "Sept 31st"]
)
def test_what_no_calendar_has_is_read_but_does_not_exist(text: str) -> None:
    assert not only(f"It ends on {text}.").exists


@pytest.mark.parametrize(
    "text",
    ["Use 31JUNE.", "It may 35 times.", "Order 2026-13-04 is out.", "I sat in the sun.", "On 5/6/2026.", "A day out."],
)
def test_what_only_looks_like_a_date_is_left_alone(text: str) -> None:
    assert dates_in(Text(Message("agent", text), "draft")) == ()


def test_business_days_skip_weekends() -> None:
    assert add_business_days(date(2026, 11, 27), 1) == date(2026, 11, 30)
    assert add_business_days(date(2026, 11, 28), 2) == date(2026, 12, 1)
    assert add_business_days(date(2026, 11, 24), 10) == date(2026, 12, 8)
