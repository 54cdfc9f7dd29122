"""Which files of a folder are read."""

import subprocess
from pathlib import Path

import pytest

from replylint.model import Settings
from replylint.readers import Result, read

RECORD = '{"draft": {"text": "Hi"}}'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def tree(**files: str) -> None:
    for name, text in files.items():
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def found(*paths: str, settings: Settings | None = None) -> list[str]:
    return [r.path for r in read(paths, settings) if not r.skipped]


def test_known_extensions_in_order_and_once(folder: Path) -> None:
    tree(**{"b.txt": "Hi", "a/z.eml": "From: x\n\nHi", "a/b.MD": "Hi", "a.py": "", ".hidden/x.txt": "Hi", "c": "Hi"})
    assert found(".") == ["a/b.MD", "a/z.eml", "b.txt"]
    assert found("b.txt", "a", "b.txt", "a/z.eml") == ["b.txt", "a/b.MD", "a/z.eml"]


def test_a_named_file_is_text_whatever_its_ending(folder: Path) -> None:
    tree(**{"reply": "Hi"})
    assert found("reply") == ["reply"]


def test_other_json_and_yaml_met_on_the_way_is_counted(folder: Path) -> None:
    tree(**{"package.json": '{"name": "x"}', "ci.yml": "on: push", "list.jsonl": "[1]", "tsconfig.json": "{// x\n}"})
    tree(**{"good.json": RECORD, "wrong.json": '{"messages": [], "drafft": {}}', "broken.json": '{"draft": {"text": '})
    results: list[Result] = list(read(["."]))
    assert [r.path for r in results if r.skipped] == ["ci.yml", "list.jsonl", "package.json", "tsconfig.json"]
    assert [r.path for r in results if r.errors] == ["broken.json", "wrong.json"]
    assert [r.path for r in results if r.conversations] == ["good.json"]


def test_gitignore_nested_and_above(folder: Path) -> None:
    subprocess.run(["git", "init", "-q"], check=True)
    tree(**{".gitignore": "*.md\n/out/\n", "a/.gitignore": "!keep.md\nx.txt\n", "a/keep.md": "Hi", "a/x.txt": "Hi"})
    tree(**{"b.md": "Hi", "out/a.txt": "Hi", "a/out/a.txt": "Hi"})
    assert found(".") == ["a/keep.md", "a/out/a.txt"]
    assert found("a") == ["a/keep.md", "a/out/a.txt"]
    assert found("out", "b.md") == ["out/a.txt", "b.md"]


def test_exclude_holds_for_named_files_and_below_the_settings_folder(folder: Path) -> None:
    tree(**{"a/old/x.txt": "Hi", "a/new.txt": "Hi"})
    settings = Settings(exclude=("old/",), root=str(folder / "a"))
    assert found(".", "a/old/x.txt", settings=settings) == ["a/new.txt"]


def test_links_are_read_once_and_loops_end(folder: Path) -> None:
    tree(**{"a/x.txt": "Hi"})
    Path("a/loop").symlink_to("..")
    Path("y.txt").symlink_to("a/x.txt")
    assert found(".") == ["a/x.txt"]
