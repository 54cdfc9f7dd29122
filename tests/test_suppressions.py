"""Ignores in comments and front matter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from types import MappingProxyType
from typing import Any

import pytest

from replylint import rulebook
from replylint.linter import Linter
from replylint.model import Conversation, Ignore, Message, Position, Rule, Severity


@cache
def real(code: str) -> Rule:
    name = {"RPL001": "bare-ignore", "RPL002": "unused-ignore"}[code]
    return rulebook.load_file(rulebook.built_in_folder() / "suppressions" / f"{name}.yaml")


def words(code: str, *words: str) -> Rule:
    """A rule that finds words."""
    options: Mapping[str, Any] = MappingProxyType({"words": words})
    return replace(
        real("RPL001"), code=code, name=f"rule-{code.lower()}", check="own_checks.Words", options=options,
        severity={"": Severity.ERROR}, message={"": "{span}"},
    )  # fmt: skip


RED, BLUE = words("XYZ001", "red"), words("XYZ002", "blue")
ALL = (RED, BLUE, real("RPL001"), real("RPL002"))


def found(draft: str, *, rules: tuple[Rule, ...] = ALL, known: tuple[Rule, ...] = ALL, **fields: Any) -> list[str]:
    linter = Linter(rules, known=known, allow_code=True)
    conversations = [Conversation("a", draft=Message("agent", draft), **fields)]
    return [f"{f.code} {f.location.start.line}:{f.location.start.column} {f.text}" for f in linter.check(conversations)]


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        ("<!-- replylint: ignore XYZ001 -->\nred\nred", ["XYZ001 3:1 red"]),
        ("<!--replylint:ignore XYZ001-->\nred", []),
        ("  <!-- replylint: ignore XYZ001 -->  \nred", []),
        ("red <!-- replylint: ignore XYZ001 -->\nred", ["XYZ001 2:1 red"]),
        ("<!-- replylint: ignore XYZ001 --> red", []),
        ("<!-- replylint: ignore rule-xyz001 -->\nred", []),
        ("<!-- replylint: ignore XYZ -->\nred blue", []),
        ("<!-- replylint: ignore XYZ001, XYZ002 -->\nred blue", []),
        ("<!-- replylint: ignore XYZ001 XYZ002 -->\nred blue", []),
        ("<!-- replylint: ignore XYZ001 -->\nred blue", ["XYZ002 2:5 blue"]),
        ("red\n\n<!-- replylint: ignore-file XYZ001 -->\n\nred", []),
        ("red\n<!-- replylint: ignore-file XYZ001 -->", []),
        ("<!-- replylint: ignore-files XYZ001 -->\nred", ["XYZ001 2:1 red"]),
    ],
)
def test_comments(draft: str, expected: list[str]) -> None:
    assert found(draft) == expected


def test_a_bare_ignore_is_reported_and_switches_nothing_off() -> None:
    assert found("<!-- replylint: ignore -->\nred") == ["RPL001 1:1 <!-- replylint: ignore -->", "XYZ001 2:1 red"]
    assert found("<!-- replylint: ignore-file -->") == ["RPL001 1:1 <!-- replylint: ignore-file -->"]


def test_an_unused_ignore_is_reported_where_it_names_its_rule() -> None:
    assert found("<!-- replylint: ignore XYZ001, XYZ002 -->\nred") == ["RPL002 1:32 XYZ002"]
    assert found("<!-- replylint: ignore XYZ001 -->\n\nred") == ["RPL002 1:24 XYZ001", "XYZ001 3:1 red"]


def test_an_ignore_of_a_rule_that_did_not_run_is_not_called_unused() -> None:
    assert found("<!-- replylint: ignore XYZ002 -->\nred", rules=(RED, real("RPL002"))) == ["XYZ001 2:1 red"]


def test_an_ignore_of_a_rule_that_does_not_exist_is_reported() -> None:
    assert found("<!-- replylint: ignore XYZ003 -->") == ["RPL002 1:24 XYZ003"]
    assert found("<!-- replylint: ignore XYZ003 -->", known=()) == [], "nobody said which rules there are"
    (finding,) = Linter(ALL, known=ALL, allow_code=True).check(
        [Conversation("a", draft=Message("agent", "<!-- replylint: ignore XYZ0001 -->"))]
    )
    assert finding.message == "No rule is called XYZ0001: write XYZ001 or remove it."


def test_the_rules_about_ignores_are_rules_like_others() -> None:
    assert found("<!-- replylint: ignore -->", rules=(RED,)) == []
    loud = replace(real("RPL001"), severity={"": Severity.ERROR})
    linter = Linter([loud], allow_code=True)
    (finding,) = linter.check([Conversation("a", draft=Message("agent", "<!-- replylint: ignore -->"))])
    assert finding.severity == Severity.ERROR
    assert found("<!-- replylint: ignore-file RPL001 -->\n<!-- replylint: ignore -->") == []
    assert found("<!-- replylint: ignore-file RPL002 -->\n<!-- replylint: ignore XYZ001 -->") == []


def test_front_matter_holds_for_the_whole_conversation() -> None:
    ignores = (Ignore("XYZ001", Position(3, 5)),)
    assert found("red\n\nred blue", ignores=ignores) == ["XYZ002 3:5 blue"]
    assert found("blue", ignores=ignores) == ["RPL002 3:5 ", "XYZ002 1:1 blue"]


def test_front_matter_is_used_where_one_of_several_replies_needs_it() -> None:
    replies = tuple(Message("agent", text) for text in ("blue", "red", "blue"))
    thread = Conversation("a", replies, mode="thread", ignores=(Ignore("XYZ001", Position(1, 1)),))
    codes = [(f.code, f.location.turn) for f in Linter(ALL, known=ALL, allow_code=True).check([thread])]
    assert codes == [("XYZ002", 0), ("XYZ002", 2)]


def test_an_ignored_winner_still_silences_the_losers() -> None:
    winner, loser = words("TIM013", "red"), words("TIM001", "red")
    assert found("red", rules=(winner, loser)) == ["TIM013 1:1 red"]
    assert found("<!-- replylint: ignore TIM013 -->\nred", rules=(winner, loser)) == []
