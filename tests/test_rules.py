"""Every rule's own examples, and what all rules have in common."""

from __future__ import annotations

import pytest

from replylint import rule_tests, rulebook
from replylint.model import Rule

RULES = rulebook.load()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.code}-{rule.name}")
def test_examples_hold(rule: Rule) -> None:
    assert [str(failure) for failure in rule_tests.run([rule])] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.code}-{rule.name}")
def test_texts_read_well(rule: Rule) -> None:
    assert rule.summary.endswith(".")
    assert len(rule.summary) <= 90
    for message in rule.message.values():
        assert message.endswith((".", "?", "!")), "a message is a sentence"
        assert len(message) <= 190


def test_codes_of_a_family_live_in_one_folder() -> None:
    folders: dict[str, set[str]] = {}
    for rule in RULES:
        folders.setdefault(rule.code[:3], set()).add(rule.family)
    assert {family: names for family, names in folders.items() if len(names) > 1} == {}
