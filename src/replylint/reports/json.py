"""Findings as JSON, for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from replylint.model import Finding, Fix, RelatedLocation, ReplylintError, Severity
from replylint.reports import Outcome, printable
from replylint.version import __version__, rule_url


def render(outcome: Outcome) -> Iterator[str]:
    """Yield the report in pieces, so that a large one is never whole in memory. ASCII only: no terminal garbles it."""
    yield f'{{"version": {json.dumps(__version__)}, "findings": ['
    for number, finding in enumerate(outcome.findings):
        yield ("," if number else "") + json.dumps(as_json(finding))
    yield f'], "errors": {json.dumps([_error(error) for error in outcome.errors])}, '
    yield f'"summary": {json.dumps(_summary(outcome))}}}'


def as_json(finding: Finding) -> dict[str, Any]:
    """Return a finding as it stands in the report."""
    location = finding.location
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": str(finding.severity),
        "message": finding.message,
        "path": printable(finding.path),
        "line": location.start.line,
        "column": location.start.column,
        "end_line": location.end.line,
        "end_column": location.end.column,
        "conversation": finding.conversation,
        "turn": location.turn,
        "start": location.span.start,
        "end": location.span.end,
        "text": finding.text,
        "fixes": [_fix(fix) for fix in finding.fixes],
        "related": [_related(related, finding) for related in finding.related],
        "url": rule_url(finding.name),
    }


def _fix(fix: Fix) -> dict[str, Any]:
    edits = [{"start": edit.span.start, "end": edit.span.end, "text": edit.text} for edit in fix.edits]
    return {"description": fix.description, "safe": fix.safe, "edits": edits}


def _related(related: RelatedLocation, finding: Finding) -> dict[str, Any]:
    location = related.location
    return {
        "message": related.message,
        "path": printable(related.path or finding.path),
        "conversation": related.conversation or finding.conversation,
        "turn": location.turn,
        "start": location.span.start,
        "end": location.span.end,
        "line": location.start.line,
        "column": location.start.column,
        "end_line": location.end.line,
        "end_column": location.end.column,
        "text": related.text,
    }


def _error(error: ReplylintError) -> dict[str, Any]:
    position = error.position
    return {
        "path": printable(error.path) if error.path else None,
        "line": position.line if position else None,
        "column": position.column if position else None,
        "message": error.message,
    }


def _summary(outcome: Outcome) -> dict[str, int]:
    return {
        "errors": outcome.count(Severity.ERROR),
        "warnings": outcome.count(Severity.WARNING),
        "info": outcome.count(Severity.INFO),
        "replies": outcome.replies,
        "files": outcome.files,
        "skipped": outcome.skipped,
        "unreadable": len({error.path for error in outcome.errors}),
    }
