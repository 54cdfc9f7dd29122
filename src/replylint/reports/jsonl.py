"""Findings as JSON Lines, with the keys they have in the JSON report. What could not be read is told on stderr."""

from __future__ import annotations

import json
from collections.abc import Iterator

from replylint.reports import Outcome
from replylint.reports.json import as_json


def render(outcome: Outcome) -> Iterator[str]:
    for finding in outcome.findings:
        yield json.dumps(as_json(finding))
