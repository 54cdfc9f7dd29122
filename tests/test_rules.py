"""Every rule's own examples, and what all rules have in common."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from replylint import rule_tests, rulebook

FILES = sorted(rulebook.built_in_folder().rglob("*.yaml"))
known = cache(lambda: rulebook.load(mistakes=[]))
each_rule = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


@each_rule
def test_examples_hold(path: Path) -> None:
    assert [str(failure) for failure in rule_tests.run([rulebook.load_file(path)], known())] == []


@each_rule
def test_texts_read_well(path: Path) -> None:
    rule = rulebook.load_file(path)
    assert rule.summary.endswith(".")
    assert len(rule.summary) <= 110
    for message in rule.message.values():
        assert message.rstrip('"').endswith((".", "?", "!")), "a message is a sentence"
        assert len(message) <= 210


def test_the_rules_fit_together() -> None:
    rules = rulebook.load()
    assert len(rules) == len(FILES)
    folders = {(rule.code[:3], rule.family) for rule in rules}
    assert len(folders) == len(dict(folders)) == len({family for _, family in folders}), "one folder, one code prefix"
