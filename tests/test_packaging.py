"""The wheel that people install: what is in it, and that it works in an environment of its own, from an empty folder."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

import replylint

ROOT = Path(__file__).parents[1]


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)


def build(kind: str, folder: Path) -> Path:
    """Build a distribution with the backend that is installed: no network, and no other version than the locked one."""
    done = run(sys.executable, "-m", "build", f"--{kind}", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = folder.iterdir()
    return built


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts folder of an environment with the wheel installed.

    Its dependencies are those of the environment the tests run in, lent through a path file: installing them again
    would take a minute and test nothing of ours. The wheel's own files come first on the path.
    """
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder)
    paths = sysconfig.get_paths(vars={"base": str(folder), "platbase": str(folder)})
    python = Path(paths["scripts"], "python")
    pip = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-index", "--no-deps"]
    done = run(*pip, wheel, cwd=folder)
    assert done.returncode == 0, done.stderr
    Path(paths["purelib"], "lent.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return Path(paths["scripts"])


def test_the_wheel_has_the_rules_and_the_data(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    ours = {path for path in names if path.startswith("replylint/")}
    assert ours | {path for path in names if ".dist-info/" in path} == names, "nothing lies beside our package"
    source = {f"replylint/{path.relative_to(ROOT / 'src/replylint').as_posix()}" for path in tracked("src/replylint")}
    rules = {f"replylint/{path.relative_to(ROOT).as_posix()}" for path in tracked("rules")}
    assert source | rules <= ours
    assert {"replylint/py.typed", "replylint/readers/conversation.schema.json"} <= ours


def tracked(folder: str) -> list[Path]:
    """The files of a folder that git would put into a clone."""
    command = ("git", "ls-files", "--cached", "--others", "--exclude-standard", folder)
    listed = run(*command, cwd=ROOT)
    if listed.returncode:
        return [path for path in (ROOT / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    return [ROOT / line for line in listed.stdout.splitlines() if (ROOT / line).is_file()]


def test_it_runs_from_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    where = run(installed / "python", "-c", "import replylint; print(replylint.__file__)", cwd=tmp_path)
    assert Path(where.stdout.strip()).is_relative_to(installed.parent)
    version = run(installed / "replylint", "--version", cwd=tmp_path)
    assert (version.returncode, replylint.__version__ in version.stdout, version.stderr) == (0, True, "")
    (tmp_path / "draft.txt").write_text("Your audition is tomorrow at 7:30.\nYou will recieve the script.\n")
    checked = run(installed / "replylint", "check", "draft.txt", cwd=tmp_path)
    assert checked.returncode == 1, checked.stderr
    assert "draft.txt:1:30: error TIM001" in checked.stdout
    assert "draft.txt:2:10: error SPL001" in checked.stdout
    assert sorted(path.name for path in tmp_path.iterdir()) == ["draft.txt"]


def test_it_parses_with_the_installed_model(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text("You just have to tighten the screws.\n")
    checked = run(installed / "replylint", "check", "draft.txt", cwd=tmp_path)
    assert "TON002" in checked.stdout, checked.stderr


def test_python_runs_it_as_a_module(installed: Path, tmp_path: Path) -> None:
    done = run(installed / "python", "-m", "replylint", "rules", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "TIM001" in done.stdout


def test_the_source_distribution_has_what_a_packager_needs(tmp_path: Path) -> None:
    (tmp_path / "sdist").mkdir()
    sdist = build("sdist", tmp_path / "sdist")
    with tarfile.open(sdist) as archive:
        names = {name.split("/", 1)[1] for name in archive.getnames() if "/" in name}
    assert {
        "rules/time/ambiguous-clock-time.yaml",
        "src/replylint/py.typed",
        "LICENSE",
        "tests/test_packaging.py",
    } <= names
