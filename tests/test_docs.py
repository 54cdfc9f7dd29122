"""What the documents say is what happens."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from replylint.readers.libraries.shapes import SHAPES

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


def test_what_the_page_on_adopting_shows_is_what_happens(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "adopting.md").read_text("utf-8")
    settings, library = re.findall(r"^```yaml\n(.*?)^```", page, re.MULTILINE | re.DOTALL)[:2]
    (tmp_path / "macros").mkdir()
    (tmp_path / ".replylint.yaml").write_text(settings)
    (tmp_path / "macros" / "replies.yaml").write_text(library)
    blocks = re.findall(r"^```console\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    shown = [command.partition("\n") for block in blocks for command in block.split("$ ")[1:]]
    assert len(shown) == 5
    for command, _, output in shown:
        arguments = [sys.executable, "-m", *command.split()]
        done = subprocess.run(arguments, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.stdout + done.stderr == output, command


def test_what_the_page_on_libraries_shows_is_what_happens(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "libraries.md").read_text("utf-8")
    returns, visits, settings = re.findall(r"^```yaml\n(.*?)^```", page, re.MULTILINE | re.DOTALL)[:3]
    (tmp_path / "macros").mkdir()
    (tmp_path / "macros" / "returns.yaml").write_text(returns)
    (tmp_path / "macros" / "visits.yaml").write_text(visits)
    (tmp_path / ".replylint.yaml").write_text(settings)
    (shown,) = re.findall(r"^```console\n\$ replylint check macros\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    arguments = [sys.executable, "-m", "replylint", "check", "macros"]
    assert subprocess.run(arguments, cwd=tmp_path, capture_output=True, text=True, check=False).stdout == shown


def test_the_page_on_libraries_lists_every_shape_and_says_which_is_unverified() -> None:
    rows = re.findall(r"^\| (.*?) \|(.*)$", (ROOT / "docs" / "libraries.md").read_text("utf-8"), re.MULTILINE)
    for shape in SHAPES:
        row = next(rest for name, rest in rows if name == shape.name)
        assert not shape.unverified or "**unverified**" in row, shape.name
