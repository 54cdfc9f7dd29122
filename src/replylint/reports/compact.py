"""Findings as one line each, for editors and ``grep``."""

from __future__ import annotations

from collections.abc import Iterator

from replylint.model import Finding
from replylint.reports import Outcome, printable
from replylint.reports.screen import one_line


def render(outcome: Outcome) -> Iterator[str]:
    yield from map(line, outcome.findings)


def line(finding: Finding) -> str:
    """Return where, how bad and what, as compilers write it."""
    start = finding.location.start
    place = f"{one_line(printable(finding.path))}:{start.line}:{start.column}"
    return f"{place}: {finding.severity} {finding.code} {one_line(finding.message)} [{finding.name}]"
