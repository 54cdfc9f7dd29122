"""The reports that programs read: JSON and GitHub's workflow commands."""

from __future__ import annotations

import json
import re

from reports.findings import finding, fix, related, said

from replylint.model import Position, ReplylintError, Severity
from replylint.reports import Outcome, github
from replylint.reports import json as json_report
from replylint.version import __version__

DRAFT = said("Hi 日,\nyes, at 7:30.", before="Reply: ")
FOUND = finding(
    DRAFT, "7:30", fixes=(fix(DRAFT, "7:30", "7:30 pm", safe=True),), related=(related(said("Am or pm?"), "pm"),)
)


def test_json() -> None:
    error = ReplylintError("binary file", "b.txt")
    other = ReplylintError("broken JSON", "c.json", Position(7, 3))
    outcome = Outcome([FOUND, FOUND], [error, other], replies=2, files=1, skipped=3)
    text = "\n".join(json_report.render(outcome))
    assert text.isascii()
    report = json.loads(text)
    assert list(report) == ["version", "findings", "errors", "summary"]
    assert report["version"] == __version__
    assert report["findings"][0] == report["findings"][1] == {
        "code": "TIM001", "name": "ambiguous-clock-time", "severity": "error", "message": "Say when.",
        "path": "a.txt", "line": 2, "column": 9, "end_line": 2, "end_column": 13,
        "conversation": "a", "turn": "draft", "start": 14, "end": 18, "text": "7:30",
        "fixes": [{"description": 'write "7:30 pm"', "safe": True, "edits": [{"start": 14, "end": 18, "text": "7:30 pm"}]}],
        "related": [{
            "message": "the customer asks", "path": "a.txt", "conversation": "a", "turn": 0, "start": 6, "end": 8, "line": 1, "column": 7, "end_line": 1,
            "end_column": 9, "text": "pm",
        }],
        "url": "docs/rules.md#ambiguous-clock-time",
    }  # fmt: skip
    assert report["errors"] == [
        {"path": "b.txt", "line": None, "column": None, "message": "binary file"},
        {"path": "c.json", "line": 7, "column": 3, "message": "broken JSON"},
    ]
    assert report["summary"] == {
        "errors": 2, "warnings": 0, "info": 0, "replies": 2, "files": 1, "skipped": 3, "unreadable": 2
    }  # fmt: skip


def test_an_empty_report_is_json_too() -> None:
    assert json.loads("\n".join(json_report.render(Outcome([]))))["findings"] == []


def test_a_file_name_that_is_no_text_is_replaced() -> None:
    outcome = Outcome([], [ReplylintError("binary file", "b\udcff.txt")])
    assert json.loads("".join(json_report.render(outcome)))["errors"][0]["path"] == "b\ufffd.txt"


def unescaped(text: str) -> str:
    return re.sub("%([0-9A-F]{2})", lambda m: chr(int(m[1], 16)), text)


def test_github_commands() -> None:
    odd = finding(DRAFT, "7:30", path="a,b:c%.txt", message="50%\r\nmore: a, b")
    (line,) = github.render(Outcome([odd]))
    assert line == (
        "::error title=TIM001 ambiguous-clock-time,file=a%2Cb%3Ac%25.txt,line=2,endLine=2,col=9,endColumn=13"
        "::50%25%0D%0Amore: a, b"
    )
    properties = dict(pair.split("=") for pair in line.split("::")[1].partition(" ")[2].split(","))
    assert unescaped(properties["file"]) == "a,b:c%.txt"


def test_github_takes_columns_only_within_one_line() -> None:
    over_two = finding(DRAFT, "日,\nyes", severity=Severity.INFO)
    (line,) = github.render(Outcome([over_two]))
    assert line.startswith("::notice title=TIM001 ambiguous-clock-time,file=a.txt,line=1,endLine=2::")


def test_github_shows_what_cannot_be_read() -> None:
    errors = [ReplylintError("broken JSON", "c.json", Position(7, 3)), ReplylintError("no such file", "d.txt")]
    assert list(github.render(Outcome([], errors))) == [
        "::error title=replylint cannot read this,file=c.json,line=7,col=3::broken JSON",
        "::error title=replylint cannot read this,file=d.txt::no such file",
    ]
