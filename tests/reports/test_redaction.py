"""What a redacted report hides, and what it does not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from reports.findings import finding, fix, related, said

from replylint.model import Conversation, Message, Span
from replylint.reports.redaction import Redactor


def redacted(text: str, *, keep: tuple[str, ...] = (), author: str | None = None) -> str:
    return Redactor(Conversation("a", draft=Message("agent", text, author=author)), keep).text(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Write to anna.smith+x@mail.example.co.uk.", "Write to [EMAIL]."),
        ("See https://example.com/o?id=7&n=anna or www.example.com/x", "See [URL] or [URL]"),
        ("Thanks, @anna_s!", "Thanks, [HANDLE]!"),
        ("Call +44 (0)20 7946 0958.", "Call [NUMBER]."),
        ("Call (555) 123-4567 now.", "Call [NUMBER] now."),
        ("Order #12345, AB-12345 and 4929-1234-1234", "Order [NUMBER], [NUMBER] and [NUMBER]"),
        ("We live at 12 High Street, SW1A 1AA.", "We live at [ADDRESS], [ADDRESS]."),
        ("Springfield, IL 62704", "Springfield, [ADDRESS]"),
    ],
)
def test_numbers_and_addresses(text: str, expected: str) -> None:
    assert redacted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Your audition is at 7:30 on 25 November 2026.",
        "Due 2026-11-25T09:30, or 25/11/2026, or in the 1990s.",
        "It costs £20 for 3 people, version 2.1.",
        "Please call on Monday in March.",
        "I'm sorry. I'll call you, and I've told them.",
    ],
)
def test_times_dates_and_small_numbers_stay(text: str) -> None:
    assert redacted(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hi Anna,\n\nAnna, we called.", "Hi [NAME],\n\n[NAME], we called."),
        ("Dear Mr O’Brien-Smith, yes.", "Dear Mr [NAME], yes."),
        ("My name is Anna Maria Smith.", "My name is [NAME]."),
        ("We told Anna’s sister.", "We told [NAME]’s sister."),
        ("Yes.\n\nKind regards,\nJoe Miller\nSupport", "Yes.\n\nKind regards,\n[NAME]\nSupport"),
        ("Please ask Zoë.", "Please ask [NAME]."),
    ],
)
def test_names(text: str, expected: str) -> None:
    assert redacted(text) == expected


def test_names_of_the_writers_are_known_and_brands_are_no_secret() -> None:
    assert redacted("Joe will call.", author="Joe Bloggs <joe@example.com>") == "[NAME] will call."
    assert redacted("We love Acme Phones.", keep=("Acme Phones",)) == "We love Acme Phones."


@pytest.mark.parametrize(
    ("span", "expected"),
    [("Anna", "[NAME]"), ("nn", "[NAME]"), ("na, Bob", "[NAME], [NAME]"), ("7:30", "7:30"), ("ok", "ok"), ("Hi", "Hi"),
     ("", "")],
)  # fmt: skip
def test_the_span_of_a_finding_is_still_right(span: str, expected: str) -> None:
    draft = said("Hi Anna, Bob at 7:30 ok")
    redactor = Redactor(Conversation("a", draft=replace(draft, author="Bob")))
    excerpt = redactor.finding(finding(draft, span)).excerpt
    assert excerpt is not None
    assert excerpt.text == "Hi [NAME], [NAME] at 7:30 ok"
    assert excerpt.span.of(excerpt.text) == expected


def test_every_part_of_a_finding_is_redacted_and_its_place_is_not() -> None:
    draft, asked = said("Hi Anna, call 020 7946 0958."), said("I'm Anna.", role="customer")
    found = finding(
        draft, "Anna", fixes=(fix(draft, "Anna", "Anna Smith"), fix(draft, "call", "ring")), related=(related(asked, "Anna"),)
    )  # fmt: skip
    conversation = Conversation("a", (asked,), draft)
    hidden = Redactor(conversation).finding(replace(found, message='"Anna" is a name.'))
    assert (hidden.message, hidden.text, hidden.related[0].text) == ('"[NAME]" is a name.', "[NAME]", "[NAME]")
    assert hidden.location.span == Span(3, 7)
    assert [fix.description for fix in hidden.fixes] == ['write "[NAME] Smith"', 'write "ring"']
    assert [len(fix.edits) for fix in hidden.fixes] == [0, 1], "a tag is never written into a message"
