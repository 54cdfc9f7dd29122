"""Findings as JUnit XML, which most CI systems show: a suite for each file, a failed test for each warning or error.

A hint is a test that passed and said something; a file without findings is one test that passed.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from replylint.model import Finding, ReplylintError, Severity
from replylint.reports import Outcome, printable
from replylint.reports.screen import visible


def render(outcome: Outcome) -> Iterator[str]:
    root = ET.Element("testsuites", name="replylint")
    files: dict[str, list[ET.Element]] = {judgement.conversation.path: [] for judgement in outcome.judgements}
    for finding in outcome.findings:
        files.setdefault(finding.path, []).append(_finding(finding))
    for error in outcome.errors:
        files.setdefault(error.path or "", []).append(_error(error))
    for path, cases in files.items():
        root.append(_suite(path, cases or [ET.Element("testcase", name="replylint", classname=_text(path))]))
    for key in ("tests", "failures", "errors"):
        root.set(key, str(sum(int(suite.get(key, "0")) for suite in root)))
    ET.indent(root, " ")
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield ET.tostring(root, encoding="unicode")


def _suite(path: str, cases: list[ET.Element]) -> ET.Element:
    failures, errors = (sum(case.find(kind) is not None for case in cases) for kind in ("failure", "error"))
    counts = {"tests": str(len(cases)), "failures": str(failures), "errors": str(errors)}
    suite = ET.Element("testsuite", {"name": _text(path) or "replylint", **counts})
    suite.extend(cases)
    return suite


def _finding(finding: Finding) -> ET.Element:
    start, path = finding.location.start, _text(finding.path)
    name = f"{finding.code} {finding.name} at {start.line}:{start.column}"
    case = ET.Element("testcase", name=name, classname=path)
    text = f"{path}:{start.line}:{start.column}: {_text(finding.message)}"
    if finding.severity == Severity.INFO:
        ET.SubElement(case, "system-out").text = text
    else:
        kind, message = str(finding.severity), _text(finding.message)
        ET.SubElement(case, "failure", type=kind, message=message).text = text
    return case


def _error(error: ReplylintError) -> ET.Element:
    case = ET.Element("testcase", name="can be read", classname=_text(error.path or ""))
    ET.SubElement(case, "error", type="unreadable", message=_text(error.message)).text = _text(str(error))
    return case


def _text(text: str) -> str:
    """Return text without the characters that XML cannot hold."""
    return visible(printable(text)).replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
