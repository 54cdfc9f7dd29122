"""Findings as SARIF 2.1.0 (OASIS), which code scanning services read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from replylint.fingerprints import fingerprint, occurrences
from replylint.locations import locate
from replylint.model import Finding, Fix, Location, Position, ReplylintError, Rule, Severity
from replylint.reports import Outcome, printable
from replylint.version import __version__

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
_JSON = (".json", ".jsonl", ".ndjson")
_LEVELS = {Severity.OFF: "none", Severity.INFO: "note", Severity.WARNING: "warning", Severity.ERROR: "error"}


def render(outcome: Outcome) -> Iterator[str]:
    rules = sorted(outcome.rules, key=lambda rule: rule.code)
    index = {rule.code: i for i, rule in enumerate(rules)}
    fingerprints = _fingerprints(outcome.findings)
    driver = {"name": "replylint", "version": __version__, "rules": [_rule(rule) for rule in rules]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(outcome.errors)],
        "results": [
            _result(finding, index, fingerprint)
            for finding, fingerprint in zip(outcome.findings, fingerprints, strict=True)
        ],
    }
    yield json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1)


def _rule(rule: Rule) -> dict[str, Any]:
    help_text = f"{rule.rationale}\n\n{rule.principle}".strip()
    return {
        "id": rule.code,
        "name": "".join(word.title() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.rationale or rule.summary},
        "help": {"text": help_text or rule.summary},
        "defaultConfiguration": {"level": _LEVELS[rule.default_severity]},
        "properties": {"tags": [rule.family], "ruleName": rule.name},
    }


def _result(finding: Finding, index: dict[str, int], fingerprint: str) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [_location(finding.path, finding.location)],
        "partialFingerprints": {"replylint/v1": fingerprint},
        "properties": {"conversation": finding.conversation, "turn": finding.location.turn},
    }
    if finding.code in index:
        result["ruleIndex"] = index[finding.code]
    if finding.related:
        result["relatedLocations"] = [
            {
                "id": i,
                "message": {"text": f'{r.message or "see"}: "{r.text}"'},
                **_location(r.path or finding.path, r.location),
            }
            for i, r in enumerate(finding.related, 1)
        ]
    if fixes := [_fix(finding, fix) for fix in finding.fixes if _applies_to_file(finding, fix)]:
        result["fixes"] = fixes
    return result


def _applies_to_file(finding: Finding, fix: Fix) -> bool:
    """Whether a fix can be written into the file as it is: the message stands there in the same characters."""
    if not fix.edits or finding.source is None or finding.excerpt is None or finding.excerpt.line is None:
        return False
    if PurePath(finding.path).suffix.lower() not in _JSON:
        return True
    return all(json.dumps(edit.text, ensure_ascii=False) == f'"{edit.text}"' for edit in fix.edits)


def _fix(finding: Finding, fix: Fix) -> dict[str, Any]:
    replacements = []
    for edit in fix.edits:
        place = locate(finding.source, "", finding.location.turn, edit.span)
        inserted = {"text": edit.text}
        replacements.append({"deletedRegion": _region(place.start, place.end), "insertedContent": inserted})
    change = {"artifactLocation": {"uri": uri(finding.path)}, "replacements": replacements}
    return {"description": {"text": fix.description}, "artifactChanges": [change]}


def _location(path: str, location: Location) -> dict[str, Any]:
    region = _region(location.start, location.end)
    return {"physicalLocation": {"artifactLocation": {"uri": uri(path)}, "region": region}}


def _region(start: Position, end: Position) -> dict[str, int]:
    return {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}


def uri(path: str) -> str:
    """Return a file's URI: relative paths stay relative."""
    pure = PurePath(path)
    if pure.is_absolute():
        return pure.as_uri()
    return quote(pure.as_posix().encode("utf-8", "surrogateescape"))


def _invocation(errors: Sequence[ReplylintError]) -> dict[str, Any]:
    notifications = []
    for error in errors:
        notification: dict[str, Any] = {"level": "error", "message": {"text": printable(error.message)}}
        if error.path:
            place: dict[str, Any] = {"artifactLocation": {"uri": uri(error.path)}}
            if error.position:
                place["region"] = {"startLine": error.position.line, "startColumn": error.position.column}
            notification["locations"] = [{"physicalLocation": place}]
        notifications.append(notification)
    invocation: dict[str, Any] = {"executionSuccessful": not errors}
    if notifications:
        invocation["toolExecutionNotifications"] = notifications
    return invocation


def _fingerprints(findings: Sequence[Finding]) -> list[str]:
    """Return what stays the same while lines move: the rule, the file, the words, and which of several it is."""
    return [fingerprint(f, str(n)) for f, n in zip(findings, occurrences(findings), strict=True)]
