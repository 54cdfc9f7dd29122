"""The diff of fixes: what ``patch`` makes of it is the new file."""

from __future__ import annotations

import random
import shutil
import subprocess
from pathlib import Path

import pytest

from replylint.fixes import Fixed
from replylint.reports.diff import unified


def diff(before: str, after: str) -> str:
    return "".join(f"{line}\n" for line in unified(Fixed("a.txt", before.encode(), after.encode())))


@pytest.mark.skipif(not shutil.which("git"), reason="needs git, which applies patches")
@pytest.mark.parametrize("seed", range(25))
def test_a_patch_makes_the_new_text_of_the_old(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    lines = [chance.choice(["", "Hi,", f"line {n}"]) for n in range(chance.randrange(1, 60))]
    changed = [
        new
        for line in lines
        for new in ([f"{line}!"], [], [line, "more"], *[[line]] * 8)[chance.randrange(11)]
    ]  # fmt: skip
    end = chance.choice(["", "\n"])
    before, after = "\n".join(lines) + end, "\n".join(changed or ["x"]) + chance.choice([end, end, "\n"])
    (tmp_path / "a.txt").write_text(before)
    patch = diff(before, after)
    if before == after:
        assert not patch
        return
    done = subprocess.run(
        ["git", "apply", "-p0"], cwd=tmp_path, input=patch, text=True, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr + patch
    assert (tmp_path / "a.txt").read_text() == after


def test_ten_thousand_changes() -> None:
    before = "".join(f"- title: {n}\n  body: |\n    We recieve\n    the\n    the {n}\n\n" for n in range(10_000))
    after = before.replace("recieve", "receive").replace("the\n    the", "the")
    patch = diff(before, after)
    assert patch.count("\n+") == 10_001
