"""Which rules run."""

from __future__ import annotations

from typing import Any

import pytest

from replylint.model import PathSettings, ReplylintError, Rule, Settings, Severity
from replylint.selection import named, select, select_by


def rule(code: str, name: str, severity: Severity = Severity.ERROR, preview: bool = False) -> Rule:
    known: dict[str, Any] = {
        "summary": "", "message": {"": ""}, "needs": "draft", "check": "", "options": {}, "rationale": "", "principle": "",
        "bad": (), "good": (), "modes": frozenset(), "channels": frozenset(), "family": "", "path": "",
    }  # fmt: skip
    return Rule(code=code, name=name, severity={"": severity}, preview=preview, **known)


RULES = (
    rule("TIM001", "ambiguous-clock-time"),
    rule("TIM002", "redundant-meridiem", Severity.OFF),
    rule("TIM013", "impossible-date"),
    rule("TON001", "just", Severity.WARNING),
    rule("TON002", "trivialising", preview=True),
)


def codes(**selectors: Any) -> str:
    return " ".join(rule.code for rule in select(RULES, **selectors))


@pytest.mark.parametrize(
    ("selectors", "expected"),
    [
        ({}, "TIM001 TIM013 TON001"),
        ({"select": ["ALL"]}, "TIM001 TIM002 TIM013 TON001 TON002"),
        ({"select": ["TIM"]}, "TIM001 TIM013"),
        ({"select": ["tim"]}, "TIM001 TIM013"),
        ({"select": ["T"]}, "TIM001 TIM013 TON001"),
        ({"select": ["TIM002"]}, "TIM002"),
        ({"select": ["Redundant-Meridiem", "TON001"]}, "TIM002 TON001"),
        ({"extend_select": ["TON002"]}, "TIM001 TIM013 TON001 TON002"),
        ({"extend_select": ["TON"]}, "TIM001 TIM013 TON001"),
        ({"ignore": ["TIM"]}, "TON001"),
        ({"ignore": ["ALL"]}, ""),
    ],
)
def test_selectors(selectors: dict[str, list[str]], expected: str) -> None:
    assert codes(**selectors) == expected


@pytest.mark.parametrize(
    ("selectors", "expected"),
    [
        ({"select": ["TIM"], "ignore": ["TIM001"]}, "TIM013"),
        ({"select": ["TIM001"], "ignore": ["TIM"]}, "TIM001"),
        ({"select": ["ALL"], "ignore": ["T"], "extend_select": ["TIM0"]}, "TIM001 TIM013"),
        ({"select": ["TIM001"], "ignore": ["TIM001"]}, ""),
        ({"select": ["TIM001"], "ignore": ["ambiguous-clock-time"]}, ""),
    ],
)
def test_the_closest_selector_decides(selectors: dict[str, list[str]], expected: str) -> None:
    assert codes(**selectors) == expected


def test_a_rule_that_is_off_is_a_warning_where_it_is_selected() -> None:
    (rule,) = select(RULES, ["TIM002"])
    assert rule.default_severity == Severity.WARNING


def test_severities_of_the_settings() -> None:
    levels = {"TIM": Severity.WARNING, "TIM013": Severity.INFO, "TON001": Severity.OFF}
    found = {rule.code: rule.default_severity for rule in select(RULES, severity=levels)}
    assert found == {"TIM001": Severity.WARNING, "TIM002": Severity.WARNING, "TIM013": Severity.INFO}
    assert codes(select=["ALL"], severity={"TON": Severity.OFF}) == "TIM001 TIM002 TIM013"


@pytest.mark.parametrize("where", ["select", "extend_select", "ignore", "severity"])
def test_a_selector_that_means_no_rule_is_an_error(where: str) -> None:
    with pytest.raises(ReplylintError, match=r"^no rule is called 'TIN001': did you mean TIM001\?$"):
        select(RULES, **{where: {"TIN001": Severity.INFO}})  # type: ignore[arg-type]
    with pytest.raises(ReplylintError, match="did you mean ambiguous-clock-time"):
        select(RULES, **{where: {"ambigous-clock-time": Severity.INFO}})  # type: ignore[arg-type]
    with pytest.raises(ReplylintError, match=r"^no rule is called ''$"):
        select(RULES, **{where: {"": Severity.INFO}})  # type: ignore[arg-type]


def test_settings_select() -> None:
    settings = Settings(select=("TIM",), ignore=("TIM013",), severity={"TIM001": Severity.INFO})
    (rule,) = select_by(RULES, settings)
    assert (rule.code, rule.default_severity) == ("TIM001", Severity.INFO)


def test_a_later_layer_wins_however_close_the_earlier_one_is() -> None:
    settings = Settings(select=("TIM001", "TON001"))

    def codes(*entries: PathSettings) -> str:
        return " ".join(rule.code for rule in select_by(RULES, settings, entries))

    assert codes(PathSettings("chat/", ignore=("TIM",))) == "TON001"
    assert codes(PathSettings("chat/", ignore=("TIM",)), PathSettings("", extend_select=("ALL",), ignore=("TON",))) == (
        "TIM001 TIM002 TIM013"
    )
    assert codes(PathSettings("chat/", select=("TIM013",))) == "TIM013"


def test_named_rules_are_found_whatever_their_state() -> None:
    assert [rule.code for rule in named(RULES, ["TIM002", "trivialising"])] == ["TIM002", "TON002"]
