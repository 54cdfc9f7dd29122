"""The built-in rules as they are kept between runs."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from replylint import rule_cache, rulebook
from replylint.model import ReplylintError, Rule

FOLDER = rulebook.built_in_folder()


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache, and rule files that are read once."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    rules = [rulebook.load_file(path) for path in sorted((FOLDER / "suppressions").glob("*.yaml"))]
    monkeypatch.setattr(rulebook, "load", lambda: tuple(rules))
    return tmp_path


def without_examples(rules: tuple[Rule, ...]) -> list[Rule]:
    return [replace(rule, bad=(), good=()) for rule in rules]


def never(*args: object) -> tuple[Rule, ...]:
    raise AssertionError("the rules were read anew")


def test_the_rules_are_the_same_from_the_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = without_examples(rulebook.load())
    assert list(rule_cache.load(FOLDER)) == fresh
    monkeypatch.setattr(rulebook, "load", never)
    assert list(rule_cache.load(FOLDER)) == fresh
    assert hash(rule_cache.load(FOLDER)[0].modes)


def test_options_of_every_rule_survive() -> None:
    rules = [rulebook.load_file(path) for path in sorted(FOLDER.rglob("*.yaml"))[:20]]
    for rule in rules:
        assert rule_cache._rule(rule_cache._fields(rule)) == replace(rule, bad=(), good=())


def test_a_changed_file_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "rules" / "x"
    folder.mkdir(parents=True)
    (folder / "a.yaml").write_text("a")
    rule_cache.load(folder.parent)
    monkeypatch.setattr(rulebook, "load", never)
    rule_cache.load(folder.parent)
    os.utime(folder / "a.yaml", (1, 1))
    with pytest.raises(AssertionError, match="read anew"):
        rule_cache.load(folder.parent)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"made_from": [], "rules": 3}'])
def test_a_broken_cache_is_made_anew(cache: Path, content: str) -> None:
    rule_cache.load(FOLDER)
    (file,) = (cache / "replylint").iterdir()
    good = file.read_text()
    file.write_text(content)
    assert len(rule_cache.load(FOLDER)) == 2
    assert file.read_text() == good


def test_without_a_place_to_keep_them_the_rules_are_read_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert len(rule_cache.load(FOLDER)) == 2


def test_a_broken_rule_is_told_and_not_kept(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> tuple[Rule, ...]:
        raise ReplylintError("unknown key", "a.yaml")

    monkeypatch.setattr(rulebook, "load", broken)
    with pytest.raises(ReplylintError):
        rule_cache.load(FOLDER)
    assert not (cache / "replylint").exists()
