"""The GitHub action and the GitLab template: their own commands, run as those services run them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]


def bash(script: str, folder: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """Run a script as both services do: stopped by the first command that fails."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "GITHUB_"))}
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=folder, env=inherited | env, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.fixture(scope="module")
def action() -> Any:
    return yaml.safe_load((ROOT / "action.yml").read_text())


@pytest.fixture(scope="module")
def runner(action: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a runner in which the action installed replylint, with the dependencies that these tests have."""
    temp = tmp_path_factory.mktemp("runner")
    install = action["runs"]["steps"][1]
    done = bash(
        install["run"], temp, PYTHON=sys.executable, RUNNER_TEMP=str(temp), GITHUB_ACTION_PATH=str(ROOT),
        PYTHONPATH=sysconfig.get_path("purelib"), PIP_NO_INDEX="1", PIP_NO_BUILD_ISOLATION="false",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return temp


@pytest.fixture
def company(tmp_path: Path) -> Path:
    (tmp_path / "my macros").mkdir()
    (tmp_path / ".replylint.yaml").write_text("select: [TIM001]\n")
    (tmp_path / "my macros" / "a.md").write_text("Your audition is tomorrow at 7:30.\n")
    return tmp_path


def check(action: Any, runner: Path, company: Path, paths: str, arguments: str = "") -> Any:
    env = {"RUNNER_TEMP": str(runner), "PATHS": paths, "ARGUMENTS": arguments}
    return bash(action["runs"]["steps"][2]["run"], company, **env, PYTHONPATH=sysconfig.get_path("purelib"))


def test_the_action_is_one(action: Any) -> None:
    assert action["runs"]["using"] == "composite"
    for step in action["runs"]["steps"]:
        assert "${{" not in step.get("run", ""), "what is given stays out of the script: it could be a command"
        assert "uses" in step or step["shell"] == "bash"


@pytest.mark.parametrize("paths", [".", "my macros\n", "\nmy macros/a.md\n  \n"])
def test_the_action_annotates_lines(action: Any, runner: Path, company: Path, paths: str) -> None:
    done = check(action, runner, company, paths)
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("::error title=TIM001 ambiguous-clock-time,file=my macros/a.md,line=1,")


def test_the_action_passes_options_on_and_runs_no_commands(action: Any, runner: Path, company: Path) -> None:
    assert check(action, runner, company, ".", "--exit-zero\n--ignore=TIM001\n").stdout == ""
    done = check(action, runner, company, "$(touch pwned); `touch pwned`", "")
    assert done.returncode == 2
    assert not (company / "pwned").exists()


def test_the_gitlab_job_writes_its_report_and_shows_the_findings(runner: Path, company: Path) -> None:
    spec, jobs = yaml.safe_load_all((ROOT / "ci" / "gitlab" / "replylint.yml").read_text())
    text = json.dumps(jobs["replylint"])
    for name, given in spec["spec"]["inputs"].items():
        text = text.replace(f"$[[ inputs.{name} ]]", given["default"])
    assert "$[[" not in text
    job = json.loads(text)
    install, *commands = job["script"]
    assert install.startswith("python -m pip install")
    path = f"{runner}/replylint/bin:{os.environ['PATH']}"
    done = bash("\n".join(commands), company, PATH=path, PYTHONPATH=sysconfig.get_path("purelib"))
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("my macros/a.md:1:30: error TIM001")
    (issue,) = json.loads((company / job["artifacts"]["reports"]["codequality"]).read_text())
    assert issue["location"] == {"path": "my macros/a.md", "lines": {"begin": 1, "end": 1}}
