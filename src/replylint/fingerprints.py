"""What a finding is known by from one run to the next: its rule, its file and its words, never its line."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import PurePath

from replylint.model import Finding


def fingerprint(finding: Finding, *more: str) -> str:
    """Return a hash that stays the same while the text around the finding's sentence changes or moves.

    ``more`` tells apart what is the same otherwise.
    """
    parts = (finding.code, PurePath(finding.path).as_posix(), _spaced(finding.sentence), _spaced(finding.text), *more)
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:32]


def occurrences(findings: Iterable[Finding]) -> Iterator[int]:
    """Yield for each finding which of those with its fingerprint it is, from 1."""
    seen: Counter[str] = Counter()
    for finding in findings:
        known_by = fingerprint(finding)
        seen[known_by] += 1
        yield seen[known_by]


def _spaced(text: str) -> str:
    return " ".join(text.split())
