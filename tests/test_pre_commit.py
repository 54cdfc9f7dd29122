"""The pre-commit hook, run by the real pre-commit in a repository with a bad template in it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MACROS = """\
- short_code: audition
  content: Your audition is tomorrow at 7:30.
- short_code: evening
  content: Your audition is tomorrow at 7:30 pm.
"""
needs_git = pytest.mark.skipif(
    not (ROOT / ".git").exists() or not shutil.which("git"), reason="needs git and our repository"
)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pre-commit keeps what it has installed: installing once is slow enough."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture
def repository(tmp_path: Path, home: Path) -> Path:
    """A repository with templates, good ones and a bad one, and a file that is no reply."""
    folder = tmp_path / "company"
    (tmp_path / "cache").symlink_to(home)
    (folder / "templates").mkdir(parents=True)
    (folder / ".replylint.yaml").write_text("select: [TIM001]\nmode: template\n")
    (folder / "requirements.txt").write_text("meet==7:30\n")
    (folder / "templates" / "audition.md").write_text("Hi {{name}},\n\nYour audition is tomorrow at 7:30.\n")
    (folder / "templates" / "evening.md").write_text("Hi {{name}},\n\nYour audition is tomorrow at 7:30 pm.\n")
    (folder / "templates" / "maybe.md").write_text("We received your form at 7:30.\n")
    rev = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.strip()
    (folder / "macros").mkdir()
    (folder / "macros" / "macros.yaml").write_text(MACROS)
    library = "{id: replylint-library, args: [macros, --baseline, .replylint-baseline.json]}"
    config = f"repos: [{{repo: {ROOT}, rev: {rev}, hooks: [{{id: replylint}}, {library}]}}]\n"
    (folder / ".pre-commit-config.yaml").write_text(config)
    (folder / ".replylint-baseline.json").write_text('{"version": 1, "files": {}}')
    for command in (["init", "--quiet"], ["add", "."]):
        subprocess.run(["git", *command], cwd=folder, check=True)
    return folder


def pre_commit(repository: Path, hook: str = "replylint", *files: str) -> subprocess.CompletedProcess[str]:
    """Run one of our hooks there. It is installed for real, but finds its dependencies where these tests have them."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | {
        "PRE_COMMIT_HOME": str(repository.parent / "cache"),
        "PYTHONPATH": sysconfig.get_path("purelib"),
        "PIP_NO_INDEX": "1",
        "PIP_NO_BUILD_ISOLATION": "false",  # as pip reads it: without isolation
    }
    which = ["--files", *files] if files else ["--all-files"]
    command = [sys.executable, "-m", "pre_commit", "run", hook, *which, "--color=never"]
    return subprocess.run(command, cwd=repository, env=env, capture_output=True, text=True, check=False)


@needs_git
def test_the_hook_finds_a_bad_template(repository: Path) -> None:
    pytest.importorskip("pre_commit", reason="pre-commit is not installed")
    bad = pre_commit(repository)
    report = bad.stdout + bad.stderr
    assert bad.returncode == 1, report
    assert "templates/audition.md:3:30: error TIM001" in report
    assert "1 error in 3 replies checked" in report, "hints are not shown, and what is no reply is not read"
    (repository / "templates" / "audition.md").write_text("Hi {{name}},\n\nYour audition is tomorrow at 7:30 am.\n")
    good = pre_commit(repository)
    assert good.returncode == 0, good.stdout + good.stderr


@needs_git
def test_the_library_hook_checks_all_templates_whatever_changed(repository: Path) -> None:
    pytest.importorskip("pre_commit", reason="pre-commit is not installed")
    bad = pre_commit(repository, "replylint-library", "templates/evening.md")
    report = bad.stdout + bad.stderr
    assert bad.returncode == 1, report
    assert "macros/macros.yaml:2:41: error TIM001" in report
    assert "1 error in 2 replies checked" in report
    (repository / "macros" / "macros.yaml").write_text(MACROS.replace("7:30.", "7:30 am."))
    good = pre_commit(repository, "replylint-library", "templates/evening.md")
    assert good.returncode == 0, good.stdout + good.stderr
    assert "no files to check" in pre_commit(repository, "replylint-library", "requirements.exe").stdout
