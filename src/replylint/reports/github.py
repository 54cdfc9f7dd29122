"""Findings as GitHub workflow commands, which GitHub shows at the line they speak of."""

from __future__ import annotations

from collections.abc import Iterator

from replylint.model import Finding, ReplylintError, Severity
from replylint.reports import Outcome, printable

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(outcome: Outcome) -> Iterator[str]:
    for finding in outcome.findings:
        yield _finding(finding)
    for error in outcome.errors:
        yield _error(error)


def _finding(finding: Finding) -> str:
    start, end = finding.location.start, finding.location.end
    properties = {"title": f"{finding.code} {finding.name}", "file": printable(finding.path), "line": start.line}
    properties |= {"endLine": end.line}
    if start.line == end.line:  # GitHub takes columns only within one line
        properties |= {"col": start.column, "endColumn": end.column}
    return _command(_COMMANDS[finding.severity], properties, finding.message)


def _error(error: ReplylintError) -> str:
    properties: dict[str, object] = {"title": "replylint cannot read this"}
    if error.path:
        properties["file"] = printable(error.path)
    if error.position:
        properties |= {"line": error.position.line, "col": error.position.column}
    return _command("error", properties, error.message)


def _command(name: str, properties: dict[str, object], message: str) -> str:
    listed = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {listed}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
