"""Findings as CSV (RFC 4180), for spreadsheets: no cell can be taken for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from replylint.reports import Outcome, printable

COLUMNS = ("path", "line", "column", "end_line", "end_column", "severity", "code", "name", "message", "text",
           "conversation")  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render(outcome: Outcome) -> Iterator[str]:
    yield _row(COLUMNS)
    for finding in outcome.findings:
        start, end = finding.location.start, finding.location.end
        place = (start.line, start.column, end.line, end.column)
        what = (str(finding.severity), finding.code, finding.name, finding.message, finding.text, finding.conversation)
        yield _row((finding.path, *place, *what))


def _row(cells: Sequence[str | int]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow(_safe(cell) if isinstance(cell, str) else cell for cell in cells)
    return out.getvalue().removesuffix("\r\n")


def _safe(cell: str) -> str:
    """Put an apostrophe before what a spreadsheet would run (OWASP, CSV injection)."""
    cell = printable(cell)
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
