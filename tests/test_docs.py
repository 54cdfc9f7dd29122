"""What the documents say is what happens."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)


def test_the_pages_made_from_the_rules_and_the_readme_are_current() -> None:
    done = run("docs/generate.py", "--check")
    assert done.returncode == 0, done.stderr


def test_the_good_example_is_found_no_fault_with() -> None:
    done = run("-m", "replylint", "check", "--strict", "examples/delivery/late-answered-well.txt")
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("path", "codes"),
    [
        ("examples/audition/1-invitation.txt", {"TIM001", "SPL001", "TON001"}),
        ("examples/audition/2-yes.txt", {"QST103"}),
        ("examples/audition/3-pm.txt", {"APO101"}),
        ("examples/audition/4-excuse.txt", {"APO001", "TON006"}),
        ("examples/slipping-frames.eml", {"APO002", "TON007", "SPL001"}),
        ("examples/delivery/late.json", {"APO101", "TON008"}),
    ],
)
def test_the_stories_are_found(path: str, codes: set[str]) -> None:
    printed = run("-m", "replylint", "check", "--min-severity", "warning", path).stdout
    assert codes <= set(re.findall(r"\b[A-Z]{3}\d{3}\b", printed))
