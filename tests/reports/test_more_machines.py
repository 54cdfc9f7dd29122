"""Reports for GitLab, JUnit readers, spreadsheets, line readers, editors, and people with a browser."""

from __future__ import annotations

import csv
import importlib
import io
import json
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from reports.findings import finding, fix, related, said

from replylint.model import Conversation, Judgement, Position, ReplylintError, Severity
from replylint.reports import FORMATS, Outcome, compact, gitlab, html, jsonl, junit
from replylint.reports import csv as csv_report

DRAFT = said('Hi <b>日</b>,\n=yes & "no", at 7:30.', before="Reply: ")
FOUND = finding(
    DRAFT, "7:30", path="a/b.txt", fixes=(fix(DRAFT, "7:30", "7:30 pm"),), related=(related(said("Am or pm?"), "pm"),)
)
WARNING = finding(DRAFT, "=yes", path="a/b.txt", code="TIM002", severity=Severity.WARNING, message="-1\nsecond <line>")
HINT = finding(DRAFT, "日", path="c.txt", severity=Severity.INFO, message="bell \x07 and \ufffe")
ERRORS = [ReplylintError("broken <JSON>", "d.json", Position(7, 3)), ReplylintError("no such file", "e.txt")]
CLEAN = Judgement(Conversation("1", draft=DRAFT, path="clean.txt"), "draft", ())
OUTCOME = Outcome([FOUND, WARNING, HINT], ERRORS, replies=3, files=3, judgements=[CLEAN])

CODE_QUALITY = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string"},
            "check_name": {"type": "string"},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!/|\./)"},
                    "lines": {"type": "object", "required": ["begin"], "properties": {"begin": {"type": "integer"}}},
                },
            },
        },
    },
}
"""What GitLab's documentation says of a Code Quality report."""
JUNIT = {
    "testsuites": {"name", "tests", "failures", "errors"},
    "testsuite": {"name", "tests", "failures", "errors"},
    "testcase": {"name", "classname"},
    "failure": {"type", "message"},
    "error": {"type", "message"},
    "system-out": set(),
}
"""The elements and attributes that we use of those in the XSD of Jenkins' xUnit plugin (junit-10)."""


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_has_something_to_say_of_everything_and_of_nothing(format: str) -> None:
    render = importlib.import_module(f"replylint.reports.{format}").render
    assert "".join(render(OUTCOME))
    assert list(render(Outcome([]))) is not None


def test_gitlab() -> None:
    report = json.loads("\n".join(gitlab.render(OUTCOME)))
    jsonschema.validate(report, CODE_QUALITY)
    assert [(issue["check_name"], issue["severity"], issue["location"]["path"]) for issue in report] == [
        ("TIM001 ambiguous-clock-time", "major", "a/b.txt"),
        ("TIM002 ambiguous-clock-time", "minor", "a/b.txt"),
        ("TIM001 ambiguous-clock-time", "info", "c.txt"),
        ("unreadable", "blocker", "d.json"),
        ("unreadable", "blocker", "e.txt"),
    ]
    assert report[0]["location"]["lines"] == {"begin": 2, "end": 2}
    assert len({issue["fingerprint"] for issue in report}) == 5
    assert json.loads("\n".join(gitlab.render(Outcome([])))) == []


def test_gitlab_fingerprints_of_equal_findings_differ_and_stay() -> None:
    report = json.loads("\n".join(gitlab.render(Outcome([FOUND, FOUND]))))
    assert len({issue["fingerprint"] for issue in report}) == 2
    assert json.loads("\n".join(gitlab.render(Outcome([FOUND]))))[0]["fingerprint"] == report[0]["fingerprint"]


def test_junit() -> None:
    text = "\n".join(junit.render(OUTCOME))
    root = ET.fromstring(text)
    for element in root.iter():
        assert set(element.keys()) <= JUNIT[element.tag]
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("6", "2", "2")
    suites = {suite.get("name"): [case.get("name") for case in suite] for suite in root}
    assert suites == {
        "clean.txt": ["replylint"],
        "a/b.txt": ["TIM001 ambiguous-clock-time at 2:17", "TIM002 ambiguous-clock-time at 2:1"],
        "c.txt": ["TIM001 ambiguous-clock-time at 1:14"],
        "d.json": ["can be read"],
        "e.txt": ["can be read"],
    }


def test_junit_is_read_by_a_library_that_reads_it() -> None:
    junitparser = pytest.importorskip("junitparser")
    read = junitparser.JUnitXml.fromstring("\n".join(junit.render(OUTCOME)).encode())
    assert (read.tests, read.failures, read.errors) == (6, 2, 2)
    failed = [case.result[0].message for suite in read for case in suite if case.result]
    assert failed == ["Say when.", "-1\nsecond <line>", "broken <JSON>", "no such file"]


def test_json_lines() -> None:
    lines = [json.loads(line) for line in jsonl.render(OUTCOME)]
    assert [line["path"] for line in lines] == ["a/b.txt", "a/b.txt", "c.txt"]
    assert lines[0]["fixes"][0]["edits"] == [{"start": 29, "end": 33, "text": "7:30 pm"}]


def test_csv() -> None:
    rows = list(csv.DictReader(io.StringIO("\n".join(csv_report.render(OUTCOME)), newline="")))
    assert [row["line"] for row in rows] == ["2", "2", "1"]
    assert rows[1]["text"] == "'=yes"
    assert rows[1]["message"] == "'-1\nsecond <line>"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(start: str) -> None:
    odd = finding(DRAFT, "7:30", message=f"{start}cmd|' /C calc'!A0", path=f"{start}a.txt")
    (row,) = csv.DictReader(io.StringIO("\n".join(csv_report.render(Outcome([odd]))), newline=""))
    assert (row["message"][0], row["path"][0]) == ("'", "'")


def test_compact() -> None:
    assert list(compact.render(OUTCOME)) == [
        "a/b.txt:2:17: error TIM001 Say when. [ambiguous-clock-time]",
        "a/b.txt:2:1: warning TIM002 -1 second <line> [ambiguous-clock-time]",
        "c.txt:1:14: info TIM001 bell \ufffd and \ufffe [ambiguous-clock-time]",
    ]


class Page(HTMLParser):
    """Fails where the elements of a page are not closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        assert not {"src", "href", "onclick", "style"} & {name for name, _ in attrs}
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_page_is_whole_escaped_and_needs_nothing_from_elsewhere() -> None:
    text = "\n".join(html.render(OUTCOME))
    page = Page()
    page.feed(text)
    page.close()
    assert not page.open
    assert not {"script", "link", "img", "b", "line", "json"} & page.tags
    assert "url(" not in text and "@import" not in text
    for shown in ("Hi <b>日</b>,", "2:17", "-1 second <line>", "d.json:7:3: broken <JSON>", "the customer asks: “pm”"):
        assert shown in page.text
    assert "<mark>7:30</mark>" in text
    assert "1 error, 1 warning, 1 info in 3 replies checked; 2 files with mistakes" in page.text
