"""How many findings each rule has: what to begin with in an old library."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import click

from replylint.model import Finding
from replylint.reports import Outcome


def render(outcome: Outcome) -> Iterator[str]:
    """Yield a line for each rule that found something, most findings first."""
    counts = Counter((finding.code, finding.name) for finding in outcome.findings)
    fixable = Counter(finding.code for finding in outcome.findings if _is_fixable(finding))
    width = len(str(max(counts.values(), default=0)))
    for (code, name), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        safe = f" ({fixable[code]} with --fix)" if fixable[code] else ""
        yield f"{count:>{width}} {click.style(code, bold=True)} {name}{safe}"
    if counts:
        yield ""


def _is_fixable(finding: Finding) -> bool:
    return len(finding.fixes) == 1 and finding.fixes[0].safe
