"""The text report."""

from __future__ import annotations

import re

import click
import pytest
from reports.findings import finding, fix, related, said

from replylint.model import Finding, Position, ReplylintError, Severity
from replylint.reports import Outcome
from replylint.reports.text import lines, mistake, render, summary


def shown(finding: Finding) -> list[str]:
    return [click.unstyle(line) for line in lines(finding)]


def underlined(text: str, span: str) -> tuple[str, str]:
    """The source line and the underline of a finding."""
    line, marks = shown(finding(said(text), span))[2:4]
    return line.partition("| ")[2], marks.partition("| ")[2]


def test_place_severity_code_name_and_message_stand_in_one_line() -> None:
    draft = said("Your audition is at 7:30.", before="Hi,\n")
    assert shown(finding(draft, "7:30", severity=Severity.WARNING)) == [
        "a.txt:2:21: warning TIM001 ambiguous-clock-time: Say when.",
        "  |",
        "2 | Your audition is at 7:30.",
        "  |                     ^^^^",
    ]


def test_fixes_are_shown_with_their_result_and_the_customers_words_with_their_place() -> None:
    draft, asked = said("Yes, at 7:30."), said("Is it am or pm?", role="customer")
    found = finding(draft, "7:30", fixes=(fix(draft, "7:30", "7:30 pm"),), related=(related(asked, "am or pm?"),))
    assert shown(found)[4:] == [
        '  = note: the customer asks: "am or pm?" (1:7)',
        '  = help: write "7:30 pm"',
        "  |   Yes, at 7:30 pm.",
    ]


@pytest.mark.parametrize(
    ("text", "span", "line", "marks"),
    [
        ("\tat 7:30", "7:30", "    at 7:30", "       ^^^^"),
        ("日本 7:30", "7:30", "日本 7:30", "     ^^^^"),
        ("日本 x", "本", "日本 x", "  ^^"),
        ("👩‍👩‍👧 🇬🇧 ❤️ 7:30", "7:30", "👩‍👩‍👧 🇬🇧 ❤️ 7:30", "         ^^^^"),
        ("cafe\u0301 7:30", "7:30", "cafe\u0301 7:30", "     ^^^^"),
        ("cafe\u0301 7:30", "cafe\u0301", "cafe\u0301 7:30", "^^^^"),
        ("a\u200bb 7:30", "7:30", "a\u200bb 7:30", "   ^^^^"),
        ("at", "", "at", "^"),
    ],
)
def test_the_underline_follows_the_width_of_characters(text: str, span: str, line: str, marks: str) -> None:
    assert underlined(text, span) == (line, marks)


def test_nothing_in_a_message_steers_the_terminal() -> None:
    text = "a\x1b[31m\x07\u202e\x9b 7:30\r"
    report = "".join(shown(finding(said(text), "7:30", message=text, path="\x1b]0;x\x07", name="x")))
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e]", report)


def test_a_span_over_several_lines_is_underlined_on_each() -> None:
    assert shown(finding(said("Hi. We\nwill\ncall you."), "We\nwill\ncall"))[2:] == [
        "1 | Hi. We", "  |     ^^", "2 | will", "  | ^^^^", "3 | call you.", "  | ^^^^",
    ]  # fmt: skip
    assert shown(finding(said("a\nb\nc\nd\ne"), "a\nb\nc\nd"))[-1] == "  | ..."


@pytest.mark.parametrize("character", ["x", "日", "é"])
def test_a_long_line_is_cropped_around_the_span(character: str) -> None:
    line, marks = underlined(f"{character * 5_000} 7:30 {character * 5_000}", "7:30")
    from wcwidth import wcswidth

    assert wcswidth(line) <= 100
    assert line.startswith("...") and line.endswith("...")
    before = line[: line.index("7:30")]
    assert marks == " " * wcswidth(before) + "^^^^"


def test_a_long_span_is_cropped() -> None:
    line, marks = underlined("at " + "x" * 5_000, "x" * 5_000)
    assert len(line) == 100 and line.startswith("at xxx") and line.endswith("...")
    assert marks == "   " + "^" * 97


def test_a_long_result_is_cropped_around_the_change() -> None:
    draft = said("x " * 400 + "7:30" + " y" * 400)
    result = shown(finding(draft, "7:30", fixes=(fix(draft, "7:30", "7:30 pm"),)))[-1]
    assert "x 7:30 pm y" in result and len(result) < 110


def test_a_message_that_is_written_in_another_way_is_shown_in_its_own_words() -> None:
    draft = said("At 7:30 we meet.", "a.json", before='{"id": "' + "x" * 500 + '", "text": "')
    assert shown(finding(draft, "7:30"))[0].startswith("a.json:1:")
    assert shown(finding(draft, "7:30"))[1:] == ["  |", "  | At 7:30 we meet.", "  |    ^^^^"]
    short = said("At 7:30 we meet.", "a.txt", before="Reply: ")
    assert shown(finding(short, "7:30"))[2] == "1 | Reply: At 7:30 we meet."


def test_the_summary_counts() -> None:
    found = [finding(said("x"), "x", severity=s) for s in (Severity.ERROR, Severity.ERROR, Severity.INFO)]
    assert (
        click.unstyle(summary(Outcome(found, replies=1, skipped=2)))
        == "2 errors, 1 info in 1 reply checked; 2 files skipped"
    )
    errors = [ReplylintError("x", "a.txt"), ReplylintError("y", "a.txt"), ReplylintError("z", "b.txt")]
    assert click.unstyle(summary(Outcome([], errors))) == "0 replies checked, nothing found; 2 files with mistakes"


def test_a_file_that_cannot_be_read_is_one_line() -> None:
    error = ReplylintError("broken\nJSON", "a\nb.json", Position(3, 4))
    assert click.unstyle(mistake(error)) == "error: a b.json:3:4: broken JSON"


def test_findings_are_set_apart() -> None:
    found = [finding(said("x"), "x")] * 2
    assert [line for line in render(Outcome(found)) if not line] == ["", ""]
