"""Findings -> what people and programs read: one module a format, each with ``render(Outcome) -> Iterator[str]``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from replylint.model import Finding, Judgement, ReplylintError, Rule, Severity

FORMATS = ("text", "compact", "json", "jsonl", "csv", "sarif", "github", "gitlab", "junit", "html")


@dataclass(frozen=True)
class Outcome:
    """What one run found. ``replies`` were checked, ``skipped`` files were met and are no conversation."""

    findings: Sequence[Finding]
    errors: Sequence[ReplylintError] = ()
    replies: int = 0
    files: int = 0
    skipped: int = 0
    rules: Sequence[Rule] = ()
    """The rules that ran, for a format that explains them."""
    judgements: Sequence[Judgement] = ()
    """The replies to a customer, for a format that lists what was asked."""
    fixed: int = 0
    known: int = 0
    gone: int = 0
    """Findings that were mended in the files, those that a baseline hides, and those it holds that are mended."""

    def count(self, severity: Severity) -> int:
        return sum(finding.severity == severity for finding in self.findings)


def printable(path: str) -> str:
    """Return a file name as text that can be encoded; its undecodable bytes are replaced."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
