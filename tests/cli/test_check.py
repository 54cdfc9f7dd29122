"""``replylint check``: what is checked, what is shown, how it exits."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

Run = Callable[..., Result]
Write = Callable[[str, str | bytes], Path]

BAD = "Your audition is tomorrow at 7:30.\n"
GOOD = "Your audition is tomorrow at 7:30 pm.\n"
MAYBE = "Doors open at 8 on Friday 27 November.\n"
"""A warning."""


@pytest.fixture
def check(run: Run) -> Run:
    """``replylint check`` with one rule that needs no parser."""

    def check(*args: str, select: str = "TIM001", **options: Any) -> Result:
        return run("check", *args, *(["--select", select] if select else []), **options)

    return check


def shown(result: Result) -> list[str]:
    """The place and the code of each finding in a text report."""
    lines = [line.split(": ")[0] + " " + line.split(" ")[2] for line in result.stdout.splitlines() if " TIM0" in line]
    return [line for line in lines if not line.startswith(" ")]


@pytest.mark.parametrize(
    ("text", "options", "code"),
    [
        (GOOD, [], 0), (BAD, [], 1), (MAYBE, [], 0), (MAYBE, ["--strict"], 1), (GOOD, ["--strict"], 0),
        (BAD, ["--exit-zero"], 0), (BAD, ["--strict", "--exit-zero"], 0), (MAYBE, ["--strict", "--min-severity", "error"], 0),
        ("", [], 0),
    ],
)  # fmt: skip
def test_exit_codes(check: Run, write: Write, text: str, options: list[str], code: int) -> None:
    write("a.txt", text)
    assert check("a.txt", *options).exit_code == code


def test_the_report_says_where_and_what_and_how_to_mend_it(check: Run, write: Write) -> None:
    write("a.txt", "Hi Anna,\n\n" + BAD)
    assert check("a.txt").stdout == (
        'a.txt:3:30: error TIM001 ambiguous-clock-time: "7:30" could be morning or evening: write "7:30 am" or "7:30 pm".\n'
        "  |\n"
        "3 | Your audition is tomorrow at 7:30.\n"
        "  |                              ^^^^\n"
        '  = help: write "7:30 am"\n'
        "  |   Your audition is tomorrow at 7:30 am.\n"
        '  = help: write "7:30 pm"\n'
        "  |   Your audition is tomorrow at 7:30 pm.\n"
        "\n"
        "1 error in 1 reply checked\n"
    )


@pytest.mark.parametrize(
    ("files", "summary"),
    [
        ({"a.txt": GOOD}, "1 reply checked, nothing found"),
        ({"a.txt": BAD, "b.txt": BAD + MAYBE, "c.txt": GOOD}, "2 errors, 1 warning in 3 replies checked"),
        (
            {"a.txt": "", "b.json": "{}"},
            "0 replies checked, nothing found; 1 file skipped (no reply by their shape: name one to read it, or say what they are in libraries:)",
        ),
        ({"a.txt": GOOD, "b.txt": b"\xff"}, "1 reply checked, nothing found; 1 file with mistakes"),
    ],
)
def test_the_summary(check: Run, write: Write, files: dict[str, str], summary: str) -> None:
    for name, text in files.items():
        write(name, text)
    assert check().stdout.splitlines()[-1] == summary
    assert summary not in check("--quiet").stdout


def test_files_are_reported_in_order_and_the_same_every_time(check: Run, write: Write) -> None:
    for name in ("b/x.txt", "a.txt", "b/a.txt"):
        write(name, BAD + BAD)
    first = check("b", "a.txt").stdout
    assert shown(check("b", "a.txt")) == [
        f"{name}:{line}:30 TIM001" for name in ("b/a.txt", "b/x.txt", "a.txt") for line in (1, 2)
    ]
    assert check("b", "a.txt").stdout == first


def test_without_a_path_the_current_folder_is_checked(check: Run, write: Write) -> None:
    write("deep/down/a.txt", BAD)
    assert len(shown(check())) == 1


def test_standard_input(check: Run) -> None:
    assert check("-", input=BAD).stdout.startswith("<stdin>:1:30: error TIM001")
    record = json.dumps({"draft": {"text": BAD}})
    assert check("-", "--stdin-filename", "x.json", input=record).stdout.startswith("x.json:1:")
    assert check("-", input="").exit_code == 0


def test_the_customers_message_in_a_file_of_its_own(check: Run, write: Write) -> None:
    write("draft.txt", "Yes, 7:30 works for us.")
    write("message.txt", "Could you do 7:30 pm?")
    assert 'help: write "7:30 am"' in check("draft.txt").stdout
    with_message = check("draft.txt", "--to", "message.txt")
    assert 'help: write "7:30 am"' not in with_message.stdout, "the customer said which"
    assert shown(with_message) == ["draft.txt:1:6 TIM001"]


def test_one_file_that_cannot_be_read_does_not_hide_the_others(check: Run, write: Write) -> None:
    write("a.txt", BAD)
    write("b.txt", b"Hi \xff")
    write("c.json", '{"draft": {"txt": "x"}}')
    for options in ([], ["--exit-zero"]):
        result = check("a.txt", "b.txt", "c.json", "none.txt", *options)
        assert result.exit_code == 2
        assert shown(result) == ["a.txt:1:30 TIM001"]
        assert result.stderr.splitlines() == [
            "error: b.txt:1:4: invalid UTF-8: byte 0xff",
            'error: c.json:1:12: draft: unknown key "txt"; did you mean "text"?',
            "error: none.txt: no such file or folder",
        ]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--select", "TIM001,TIN001"], "no rule is called 'TIN001': did you mean TIM001?"),
        (["--ignore", "ambigous-clock-time"], "did you mean ambiguous-clock-time?"),
        (["--extend-select", "TIM001,"], "a code or name is missing"),
        (["--format", "xml"], "'xml' is not one of 'text', 'compact', 'json'"),
        (["--mode", "drafts"], "'drafts' is not one of"),
        (["--channel", "fax"], "'fax' is not one of"),
        (["--locale", "?"], "'?' is no language tag such as en-GB"),
        (["--now", "tomorrow"], "'tomorrow' is no ISO 8601 date or time"),
        (["--now", "2026-02-30"], "'2026-02-30' is no ISO 8601 date or time"),
        (["--config", "none.yaml"], "none.yaml: cannot be read: no such file or directory"),
        (["--to", "none.txt"], "none.txt: no such file or folder"),
        (["--output", "none/report.txt"], "none/report.txt: cannot be written: no such file or directory"),
        (["--selekt", "TIM"], "No such option '--selekt'"),
    ],
)
def test_a_wrong_option_is_one_clear_line(
    check: Run, write: Write, folder: Path, options: list[str], message: str
) -> None:
    write("a.txt", BAD)
    result = check("a.txt", *options, select="")
    assert result.exit_code == 2
    assert message in result.stderr.splitlines()[-1]
    assert sorted(path.name for path in folder.iterdir()) == ["a.txt"]


def test_broken_settings_stop_the_run_with_their_place(check: Run, write: Write) -> None:
    write("a.txt", BAD)
    write(".replylint.yaml", "locale: en-GB\nselct: [TIM]\n")
    result = check("a.txt")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.endswith(".replylint.yaml:2:1: unknown key 'selct': did you mean 'select'?\n")
    write(".replylint.yaml", "ignore:\n  - TIM001\n  - TIM901\n")
    assert ".replylint.yaml:3:5: no rule is called 'TIM901'" in check("a.txt").stderr


def test_settings_say_which_rules_run_where(check: Run, write: Write) -> None:
    for name in ("a.txt", "chat/a.txt", "old/a.txt", "deep/a.txt"):
        write(name, BAD)
    write(".replylint.yaml", "select: [TIM001]\nper-path: {chat/: {ignore: [TIM]}}\nexclude: [old/]\n")
    write("deep/.replylint.yaml", "select: [TIM001]\nseverity: {TIM001: info}\n")
    assert shown(check(select="")) == ["a.txt:1:30 TIM001", "deep/a.txt:1:30 TIM001"]
    assert "deep/a.txt:1:30: info TIM001" in check(select="").stdout
    assert shown(check("old/a.txt", select="")) == [], "an excluded file is not checked when it is named"
    write("other.yaml", "select: [RPL001]\n")
    assert shown(check("--config", "other.yaml", select="")) == []


def test_options_win_over_settings(check: Run, write: Write) -> None:
    write("a.txt", BAD)
    write(".replylint.yaml", "select: [TIM]\nignore: [TIM001]\n")
    assert shown(check("a.txt", select="")) == []
    assert shown(check("a.txt", select="TIM001")) == ["a.txt:1:30 TIM001"]
    assert shown(check("a.txt", "--extend-select", "TIM001", select="")) == ["a.txt:1:30 TIM001"]
    write(".replylint.yaml", "select: [TIM001]\n")
    assert shown(check("a.txt", "--ignore", "TIM001", select="")) == []


def test_own_rules_run_beside_the_built_in_ones(check: Run, write: Write) -> None:
    rule = """
        code: XYZ001
        name: no-synergy
        summary: Says synergy.
        message: 'Write what you mean by "{span}".'
        severity: error
        check: own_checks.Words
        options: {words: [synergy]}
        rationale: Nobody knows.
        examples:
          bad: [{draft: "Our [[synergy]]."}]
          good: [{draft: "Our work."}]
    """
    write("my-rules/no-synergy.yaml", "\n".join(line[8:] for line in rule.splitlines()[1:]))
    write(".replylint.yaml", "rules: [./my-rules]\nselect: [XYZ]\n")
    write("a.txt", "Our synergy.")
    refused = check("a.txt", select="")
    assert refused.exit_code == 2
    assert "no-synergy.yaml:6:8: the check own_checks.Words is code outside replylint" in refused.stderr
    assert "a.txt:1:5: error XYZ001 no-synergy" in check("a.txt", "--allow-code", select="").stdout


def test_what_is_too_quiet_is_not_shown(check: Run, write: Write) -> None:
    write("a.txt", BAD + MAYBE)
    assert len(shown(check("a.txt"))) == 2
    assert len(shown(check("a.txt", "--min-severity", "error"))) == 1


def test_verbose_says_what_was_read(check: Run, write: Write) -> None:
    write("a.txt", GOOD)
    write("b.json", "{}")
    write(".replylint.yaml", "locale: en-GB\n")
    lines = check("--verbose").stderr.splitlines()
    assert [line.split(",")[0] for line in lines] == ["a.txt: read", "b.json: skipped: no conversation"]
    assert lines[0].endswith(".replylint.yaml")


def test_colours(check: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write("a.txt", BAD)
    assert "\x1b[" in check("a.txt", color=True).stdout
    assert "\x1b[" not in check("a.txt").stdout
    assert "\x1b[" not in check("a.txt", "--no-color", color=True).stdout
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in check("a.txt", color=True).stdout


def test_output_goes_to_a_file_whole(check: Run, write: Write, folder: Path) -> None:
    write("a.txt", BAD)
    result = check("a.txt", "--format", "json", "--output", "report.json")
    assert (result.exit_code, result.stdout) == (1, "")
    assert len(json.loads((folder / "report.json").read_text())["findings"]) == 1
    assert check("a.txt", "--output", "report.json").stdout == "1 error in 1 reply checked\n"
    assert (folder / "report.json").read_text().startswith("a.txt:1:30")
    assert sorted(path.name for path in folder.iterdir()) == ["a.txt", "report.json"]


def test_a_report_that_fails_leaves_the_old_one(
    check: Run, write: Write, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from replylint.reports import text

    def broken(outcome: object) -> Any:
        yield "half"
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(text, "render", broken)
    write("a.txt", BAD)
    write("report.txt", "old")
    assert check("a.txt", "--output", "report.txt").exit_code == 2
    assert (folder / "report.txt").read_text() == "old"
    assert sorted(path.name for path in folder.iterdir()) == ["a.txt", "report.txt"]


def test_nobody_is_named_in_a_redacted_report(check: Run, write: Write) -> None:
    thread = {
        "messages": [
            {"role": "customer", "text": "I'm Anna Smith, order AB-12345.", "author": "Anna Smith <anna@x.org>"}
        ],
        "draft": {"text": "Hi Anna, order AB-12345 is due at 7:30. Call 020 7946 0958, Anna.", "author": "Joe"},
    }
    write("a.json", json.dumps(thread))
    for format in ("text", "json", "sarif", "github"):
        report = check("a.json", "--redact", "--format", format).stdout
        assert "7:30" in report
        assert not any(secret in report for secret in ("Anna", "Smith", "12345", "7946"))
    lines = check("a.json", "--redact").stdout.splitlines()
    assert lines[2] == "  | Hi [NAME], order [NUMBER] is due at 7:30. Call [NUMBER], [NAME]."
    assert lines[3].index("^") == lines[2].index("7:30")
