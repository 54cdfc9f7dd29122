"""What a program may import."""

from __future__ import annotations

import doctest
import subprocess
import sys
from pathlib import Path

import pytest

import replylint
from replylint import (
    Checker,
    Conversation,
    Linter,
    Message,
    ReplylintError,
    Settings,
    Severity,
    check,
    load_rules,
    load_settings,
    read,
    select_rules,
)

DRAFT = Conversation("1", draft=Message("agent", "Your audition is tomorrow at 7:30."), path="a.txt")
ONE_RULE = Settings(select=("TIM001",))


def test_the_example_in_the_documentation_holds() -> None:
    assert replylint.__doc__ is not None
    results = doctest.testmod(replylint)
    assert (results.failed, results.attempted > 2) == (0, True)


def test_every_name_is_there_and_nothing_else() -> None:
    assert dir(replylint) == sorted(replylint.__all__)
    for name in replylint.__all__:
        assert getattr(replylint, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'chekc'"):
        _ = replylint.chekc


def test_importing_it_costs_nothing() -> None:
    code = "import sys, replylint; print(sorted(m for m in sys.modules if m.startswith('replylint')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "['replylint', 'replylint.version']\n"


def test_files_are_read_and_checked(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("At 7:30.\n")
    (tmp_path / "b.txt").write_bytes(b"\xff")
    (tmp_path / ".replylint.yaml").write_text("select: [TIM001]\nseverity: {TIM001: warning}\n")
    settings = load_settings(tmp_path / ".replylint.yaml")
    good, bad = read([str(tmp_path)], settings)
    assert [str(error) for error in bad.errors] == [f"{tmp_path}/b.txt:1:1: invalid UTF-8: byte 0xff"]
    (finding,) = check(good.conversations, settings)
    assert (finding.code, finding.severity, finding.path) == ("TIM001", Severity.WARNING, f"{tmp_path}/a.txt")


def test_settings_may_differ_from_file_to_file() -> None:
    others = Settings(select=("RPL",))
    checker = Checker(lambda path: ONE_RULE if path == "a.txt" else others)
    two = [DRAFT, Conversation("2", draft=DRAFT.draft, path="b.txt"), DRAFT]
    assert [finding.conversation for finding in checker.check(two)] == ["1", "1"]
    assert [rule.code for rule in checker.rules()] == ["RPL001", "RPL002", "TIM001"]
    assert checker.linter("a.txt") is checker.linter("a.txt")


def test_rules_of_your_choice() -> None:
    rules = select_rules(load_rules(), ["TIM001"])
    assert [finding.code for finding in Linter(rules).check([DRAFT])] == ["TIM001"]


def test_a_selector_that_means_no_rule_is_an_error() -> None:
    with pytest.raises(ReplylintError, match="no rule is called 'TIN001'"):
        list(check([DRAFT], Settings(select=("TIN001",))))
