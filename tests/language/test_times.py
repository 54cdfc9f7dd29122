"""What is a clock time, which times belong together, and what tells morning from evening."""

from __future__ import annotations

import pytest

from replylint.language.text import Text
from replylint.language.times import TimeExpression, on_24_hour_clock, times_in
from replylint.model import Conversation, Message


def read(text: str, *, clock_24: bool = False) -> tuple[TimeExpression, ...]:
    return times_in(Text(Message("agent", text), "draft"), clock_24)


def found(text: str) -> list[str]:
    return [expression.span.of(text) for expression in read(text)]


def ambiguous(text: str) -> list[str]:
    return [expression.span.of(text) for expression in read(text) if expression.ambiguous]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("The bus leaves at 6:20 and costs $38.", ["6:20"]),
        ("Pick it up from 12 on March 2nd to March 9th.", ["12"]),
        ("The driver is there at quarter to five.", ["quarter to five"]),
        ("come round at half 7, ok?", ["half 7"]),
        ("It starts at 7.30 on Friday.", ["7.30"]),
        ("Your call is on Thursday 8:50, or at 9 or 10 on Friday.", ["8:50, or at 9 or 10"]),
        ("Report at 1930 on Friday.", ["1930"]),
        ("Open from seven to seven.", ["seven to seven"]),
        ("We move the call from 3 to 4 p.m.", ["3 to 4 p.m."]),
        ("Doors: 8AM-midnight ET and Sat 8AM-8PM ET.", ["8AM-midnight", "8AM-8PM"]),
        ("A table for 2 at 7:45, 3 chairs and 1 buggy.", ["7:45"]),
        ("The 10:35 train was late, so take the 11:05.", ["10:35", "11:05"]),
        ("We're closed 3-5 pm.", ["3-5 pm"]),
    ],
)
def test_times_are_found_with_their_range_or_list(text: str, times: list[str]) -> None:
    assert found(text) == times


@pytest.mark.parametrize(
    "text",
    [
        "The score was 3:2, the ratio 16:10 and the odds 10:11.",
        "It scored 4:30 and lasted 2:15, see Psalm 23:10 or Luke 10:25.",
        "Call 0344 493 0787, +44 (0) 20 7660 4452 or 1-800-692-7753.",
        "We're at 7 High Street, flat 3, near platform 9.",
        "Update from 7.10 to 8.20, or to macOS 10.14.6.",
        "It costs 7.30 euros, £10.30 or USD 9.45; texts are 8p.",
        "Allow 5-7 business days, or 2 to 3 weeks from 5 March until 9 April.",
        "From one to another, one by one, at one point.",
        "We're here 24/7 at 7-Eleven, since 9/11.",
        "Rate your visit on a scale from 1 to 10.",
        "It restarts after 10 minutes, at 4 GB or at 60 °C.",
        "Pass 12:30:45 and 2024-01-02T07:30 from the log to us (UTC+5:30, GMT-4:30).",
        "The MAC is 00:1b:44:11:3a:b7, the port 8080.",
        "Send it 15 minutes after three wrong codes.",
        "Jay Z's 4:44 isn't on the service.",
        "We have from 3 (often full) to 9 rooms ready.",
    ],
)
def test_what_only_looks_like_a_time_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It is at 7:30pm.", "meridiem"),
        ("It is between 8:30 and 9:30 a.m.", "shared meridiem"),
        ("The call is tomorrow evening at 7:30.", "day part"),
        ("The call is at 6 tonight.", "day part"),
        ("The call is tonight.  Join us at 7:30.", "day part"),
        ("The call is at 19:30.", "24-hour clock"),
        ("Trains leave at 6:20, 9:40 and 14:05.", "24-hour clock"),
        ("The call is at 7:30 GMT.", "24-hour clock"),
        ("Posted at 8:48 Eastern time (12:48 UTC).", "restated"),
        ("We open Mon-Fri 9-5.", "opening hours"),
        ("Dinner is at 7:30.", "meal"),
        ("Breakfast is a buffet with fruit and bread, served from 6:30.", "meal"),
    ],
)
def test_evidence_says_why_a_time_is_clear(text: str, kind: str) -> None:
    assert kind in [evidence.kind for evidence in read(text)[0].evidence]


@pytest.mark.parametrize(
    "text",
    [
        "Good evening! It is at 7:30.",
        "You have 2 nights with us and check in at 3:30.",
        "Breakfast is included and check-in is at 3:30.",
        "The afternoon is full, but 9:15 is free.",
        "We deliver between 9 and 5.",
        "Meet us at 7 or PM us.",
        "Your bed and breakfast opens its doors at 7:30.",
    ],
)
def test_what_belongs_to_something_else_is_no_evidence(text: str) -> None:
    assert len(ambiguous(text)) == 1


def test_a_leading_zero_counts_where_the_clock_has_24_hours() -> None:
    assert read("Doors open at 07:30.")[0].ambiguous
    assert not read("Doors open at 07:30.", clock_24=True)[0].ambiguous
    assert read("Doors open at 7:30.", clock_24=True)[0].ambiguous


@pytest.mark.parametrize(
    ("locale", "clock", "expected"),
    [("en-US", None, False), ("en-GB", None, True), ("de", None, True), ("en", None, False), ("en-US", "24h", True)],
)
def test_the_clock_is_that_of_the_locale_unless_front_matter_names_it(
    locale: str, clock: str | None, expected: bool
) -> None:
    assert on_24_hour_clock(Conversation("x", locale=locale, meta={"clock": clock} if clock else {})) is expected


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("at 7:30 pm", [19 * 60 + 30]),
        ("at 12:15 am", [15]),
        ("between 8 and 9 pm", [20 * 60, 21 * 60]),
        ("from 9 am to 5 pm", [9 * 60, 17 * 60]),
        ("at 18:05", [18 * 60 + 5]),
        ("at half past seven in the evening", [19 * 60 + 30]),
        ("Please come at 7:30.", [None]),
    ],
)
def test_a_clear_time_has_a_minute_of_the_day(text: str, minutes: list[int | None]) -> None:
    assert [t.minute_of_day for t in read(text)[0].times] == minutes


@pytest.mark.parametrize(
    ("text", "record"),
    [
        ("We received it at 7:30.", True),
        ("Your parcel was handed over at 11:26.", True),
        ("Your flight was moved to 7:30.", False),
        ("I asked, and the doors are closed until 7:30.", False),
        ("We found one bus; it leaves at 7:30.", False),
        ("I've pencilled you in for 7:30.", False),
        ("Deliveries are made at 7:30.", False),
    ],
)
def test_reports_of_what_happened_are_told_from_appointments(text: str, record: bool) -> None:
    assert read(text)[0].record is record
