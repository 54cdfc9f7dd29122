"""Findings as a GitLab Code Quality report, which GitLab shows in merge requests."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

from replylint.fingerprints import fingerprint, occurrences
from replylint.model import Finding, ReplylintError, Severity
from replylint.reports import Outcome, printable

_SEVERITIES = {Severity.OFF: "info", Severity.INFO: "info", Severity.WARNING: "minor", Severity.ERROR: "major"}


def render(outcome: Outcome) -> Iterator[str]:
    numbered = zip(outcome.findings, occurrences(outcome.findings), strict=True)
    issues = [_finding(finding, number) for finding, number in numbered]
    issues += [_error(error) for error in outcome.errors if error.path]
    yield json.dumps(issues, indent=1)


def _finding(finding: Finding, number: int) -> dict[str, Any]:
    start, end = finding.location.start, finding.location.end
    return {
        "description": finding.message,
        "check_name": f"{finding.code} {finding.name}",
        "fingerprint": fingerprint(finding, str(number)),
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": _path(finding.path), "lines": {"begin": start.line, "end": end.line}},
    }


def _error(error: ReplylintError) -> dict[str, Any]:
    path = _path(error.path or "")
    return {
        "description": printable(error.message),
        "check_name": "unreadable",
        "fingerprint": fingerprint_of(path, error.message),
        "severity": "blocker",
        "location": {"path": path, "lines": {"begin": error.position.line if error.position else 1}},
    }


def fingerprint_of(*parts: str) -> str:
    """Return what an error is known by."""
    import hashlib

    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:32]


def _path(path: str) -> str:
    """Return a path as GitLab wants it: relative to the repository, which is where it runs."""
    if PurePath(path).is_absolute():
        path = os.path.relpath(path)
    return printable(PurePath(path).as_posix())
