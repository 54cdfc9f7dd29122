"""The commands beside ``check``."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from replylint import __version__
from replylint.settings import load_settings

Run = Callable[..., Result]
Write = Callable[[str, str | bytes], Path]

RULE = """\
code: XYZ001
name: shouting
summary: Shouts.
message: 'Write "{span}" in small letters.'
severity: warning
check: own_checks.Words
options: {words: [STOP]}
rationale: Nobody likes it.
examples:
  bad: [{draft: "Please [[STOP]]."}]
  good: [{draft: "Please stop."}]
"""


def test_help_and_version(run: Run) -> None:
    assert run("--version").stdout == f"replylint {__version__}\n"
    for command in ("check", "rules", "rule", "test", "init", "completion"):
        assert f"  {command} " in run("--help").stdout
        assert run(command, "-h").stdout.startswith(f"Usage: main {command}")
    result = run("chekc")
    assert (result.exit_code, result.stderr.splitlines()[-1][:25]) == (2, "Error: No such command 'c")


def test_rules_are_listed(run: Run) -> None:
    lines = run("rules").stdout.splitlines()
    assert [line[:6] for line in lines] == sorted(line[:6] for line in lines)
    (line,) = run("rules", "--select", "bare-ignore").stdout.splitlines()
    assert line.split(maxsplit=3) == [
        "RPL001",
        "bare-ignore",
        "warning",
        "A comment that ignores without saying which rule.",
    ]
    (record, _) = json.loads(run("rules", "--select", "RPL", "--format", "json").stdout)
    assert (record["code"], record["severity"], record["needs"], record["preview"]) == (
        "RPL001",
        "warning",
        "draft",
        False,
    )
    assert run("rules", "--select", "RPX").exit_code == 2


@pytest.mark.parametrize("selector", ["TIM001", "ambiguous-clock-time"])
def test_a_rule_is_explained_with_what_it_finds_in_its_examples(run: Run, selector: str) -> None:
    result = run("rule", selector)
    assert result.stdout.startswith("TIM001 ambiguous-clock-time\n")
    assert "Customers act on times." in result.stdout
    assert "reply:1:30: error TIM001" in result.stdout
    assert "    1 | Your audition is tomorrow at 7:30.\n" in result.stdout
    assert len(run("rule", selector, "--all").stdout) > len(result.stdout)


def test_a_rule_that_does_not_exist(run: Run) -> None:
    result = run("rule", "ambigous-clock-time")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.endswith("did you mean ambiguous-clock-time?\n")


def test_a_rules_examples_are_run(run: Run, write: Write) -> None:
    assert run("test", "RPL").stdout == "2 rules, 13 examples, 0 failures\n"
    assert run("test", "bare-ignore").exit_code == 0
    write("mine/shouting.yaml", RULE)
    assert run("test", "mine", "--allow-code").stdout == "1 rules, 2 examples, 0 failures\n"
    assert run("test", "mine/shouting.yaml", "RPL001", "--allow-code").stdout.startswith("2 rules")
    write(".replylint.yaml", "rules: [mine]")
    assert run("test", "XYZ", "mine", "--allow-code").stdout.startswith("1 rules")


def test_an_example_that_does_not_hold_is_told_with_its_place(run: Run, write: Write) -> None:
    write("mine/shouting.yaml", RULE.replace("[[STOP]]", "STOP [[now]]"))
    result = run("test", "mine", "--allow-code")
    assert result.exit_code == 1
    place, _, reason = result.stdout.splitlines()[0].partition(": XYZ001: ")
    assert place.endswith("mine/shouting.yaml:10:9")
    assert reason == "marked ['now'], found ['STOP']"
    assert result.stdout.endswith("1 rules, 2 examples, 1 failures\n")


def test_a_broken_rule_file_is_told_and_the_others_are_tested(run: Run, write: Write) -> None:
    write("mine/shouting.yaml", RULE)
    write("mine/broken.yaml", "code: XYZ002\nnmae: x\n")
    result = run("test", "mine", "--allow-code")
    assert result.exit_code == 2
    assert "mine/broken.yaml:2:1: unknown key 'nmae': did you mean 'name'?" in result.stderr
    assert "1 rules, 2 examples, 0 failures" in result.stdout
    assert run("test", "none").exit_code == 2


def test_init_writes_settings_that_can_be_read_commented_or_not(run: Run, folder: Path) -> None:
    assert run("init").stdout == "wrote .replylint.yaml\n"
    file = folder / ".replylint.yaml"
    assert load_settings(file).select == ()
    text = file.read_text()
    keys = "\n".join(line.removeprefix("# ") for line in text.splitlines() if line[2:3] in " *" or ":" in line[:15])
    file.write_text(keys)
    settings = load_settings(file)
    assert settings.select == ("TIM", "TON", "QST101")
    assert settings.per_path[1].channel == "chat"


def test_init_leaves_settings_alone_that_are_there(run: Run, write: Write, folder: Path) -> None:
    write(".replylint.yaml", "locale: en-GB\n")
    result = run("init")
    assert (result.exit_code, result.stderr) == (2, "error: .replylint.yaml: is there already\n")
    assert (folder / ".replylint.yaml").read_text() == "locale: en-GB\n"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts(run: Run, shell: str) -> None:
    result = run("completion", shell)
    assert "_REPLYLINT_COMPLETE" in result.stdout
    if shutil.which(shell):
        assert subprocess.run([shell, "-n"], input=result.stdout, text=True, check=False).returncode == 0


def test_commands_are_completed(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_REPLYLINT_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", "replylint ru")
    monkeypatch.setenv("COMP_CWORD", "1")
    from click.testing import CliRunner

    from replylint.cli import main

    result = CliRunner().invoke(main, [], prog_name="replylint")
    assert result.stdout.split() == ["plain,rules", "plain,rule"]
