"""What makes an old library clean: fixes, a baseline, changed lines, counts."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
Write = Callable[[str, str | bytes], Path]

SLIPS = "Hi Anna,\n\nWe will recieve the the parcel.\n"
MENDED = "Hi Anna,\n\nWe will receive the parcel.\n"
BAD = "Your audition is tomorrow at 7:30.\n"


def codes(result: Result) -> list[str]:
    """Where and what, from a report in compact form."""
    lines = [line.split(" ") for line in result.stdout.splitlines()]
    return [f"{line[0].rstrip(':')} {line[2]}" for line in lines]


@pytest.fixture
def check(run: Run) -> Run:
    def check(*args: str, select: str = "TIM001,SPL001,SPL003") -> Result:
        return run("check", *args, "--select", select)

    return check


def test_fix(check: Run, write: Write) -> None:
    path = write("a.txt", SLIPS + BAD)
    result = check("--fix")
    assert path.read_text() == MENDED + BAD, "a time has two suggestions: only the writer knows"
    assert result.stdout.splitlines()[-1] == "1 error in 1 reply checked; 2 fixed"
    assert result.exit_code == 1
    assert "fixed" not in check("--fix").stdout


def test_fix_of_a_file_without_slips_leaves_it_alone(check: Run, write: Write) -> None:
    path = write("a.txt", MENDED)
    before = path.stat()
    check("--fix")
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_fix_mends_only_what_is_shown(check: Run, write: Write) -> None:
    path = write("a.txt", SLIPS)
    check("--fix", "--min-severity", "error")
    assert path.read_text() == SLIPS.replace("recieve", "receive")
    check("--fix", "--ignore", "SPL003")
    assert "the the" in path.read_text()


def test_diff(check: Run, write: Write) -> None:
    path = write("deep/a.txt", SLIPS)
    result = check("--diff")
    assert result.exit_code == 1
    assert result.stdout == (
        "--- deep/a.txt\n+++ deep/a.txt\n@@ -1,3 +1,3 @@\n Hi Anna,\n \n"
        "-We will recieve the the parcel.\n+We will receive the parcel.\n"
    )
    assert result.stderr == "2 fixes in 1 file\n"
    assert path.read_text() == SLIPS
    patch = subprocess.run(["git", "apply", "-p0"], input=result.stdout, text=True, check=False)
    assert patch.returncode == 0
    assert path.read_text() == MENDED
    assert check("--diff").exit_code == 0


def test_diff_of_a_file_without_a_last_line_end(check: Run, write: Write) -> None:
    write("a.txt", "We recieve.")
    assert check("--diff").stdout.splitlines()[3:] == [
        "-We recieve.", "\\ No newline at end of file", "+We receive.", "\\ No newline at end of file"
    ]  # fmt: skip


def test_what_cannot_be_written_is_told(check: Run, write: Write) -> None:
    record = (
        '{"macros": [{"title": "a", "actions": [{"field": "comment_value", "value": "<p>We reci<b>e</b>ve it.</p>"}]}]}'
    )
    path = write("macros.json", record)
    result = check("--fix", "macros.json")
    assert "not fixed: it reaches over markup" in result.stderr
    assert path.read_text() == record


def test_broken_files_are_told_once_and_the_others_mended(check: Run, write: Write) -> None:
    write("a.jsonl", '{"draft": {"text": "We recieve it."}}\n{"draft": \n')
    good = write("b.txt", SLIPS)
    result = check("--fix", "a.jsonl", "b.txt")
    assert result.exit_code == 2
    assert result.stderr.count("a.jsonl:2") == 1
    assert good.read_text() == MENDED


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--fix", "--diff"], "choose one"),
        (["--unsafe-fixes"], "--unsafe-fixes needs --fix or --diff"),
        (["--update-baseline"], "--update-baseline needs --baseline"),
        (["--diff", "-o", "x"], "--diff is no report"),
        (["--diff", "--redact"], "it cannot hide anything"),
        (["--statistics", "--format", "json"], "--statistics is for --format text"),
        (["--fix", "-"], "standard input cannot be fixed"),
        (["--baseline", "none.json"], "none.json: no such file: write it with replylint baseline"),
        (["--diff-base", "HEAD"], "git"),
    ],
)
def test_contradictions_are_one_clear_line(check: Run, write: Write, options: list[str], message: str) -> None:
    write("a.txt", BAD)
    result = check(*options)
    assert result.exit_code == 2
    assert message in result.stderr.splitlines()[-1]


def test_statistics(check: Run, write: Write) -> None:
    write("a.txt", BAD + SLIPS + BAD)
    lines = check("--statistics").stdout.splitlines()
    assert lines[:3] == [
        "2 TIM001 ambiguous-clock-time",
        "1 SPL001 misspelling (1 with --fix)",
        "1 SPL003 doubled-word (1 with --fix)",
    ]
    assert lines[-1].startswith("3 errors, 1 warning in 1 reply")


@pytest.fixture
def baseline(run: Run) -> Run:
    def baseline(*args: str) -> Result:
        return run("baseline", *args, "--select", "TIM001,SPL001,SPL003")

    return baseline


def test_a_baseline_hides_what_was_there_and_shows_what_is_new(check: Run, baseline: Run, write: Write) -> None:
    write("templates/a.md", BAD)
    assert baseline().stderr == ".replylint-baseline.json: 1 known finding in 1 file\n"
    known = ["--baseline", ".replylint-baseline.json", "--format", "compact"]
    result = check(*known)
    assert (result.exit_code, result.stdout) == (0, "")
    write("templates/a.md", f"Hi,\n\nA new line. {BAD}\nAnother.\n")
    assert codes(check(*known)) == [], "editing around it does not bring it back"
    write("templates/a.md", f"{BAD}\n\nA second one.\n\n{BAD}")
    assert codes(check(*known)) == ["templates/a.md:6:30 TIM001"], "known findings are counted"
    write("templates/b.md", BAD)
    assert len(codes(check(*known))) == 2, "the same words in another file are new"
    assert check(*known[:2]).stdout.splitlines()[-1] == "2 errors in 2 replies checked; 1 known and hidden"


def test_a_baseline_can_be_read_from_anywhere(
    check: Run, baseline: Run, write: Write, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("templates/a.md", BAD)
    baseline("templates", "--baseline", "known.json")
    assert "Your audition" not in Path("known.json").read_text(), "it holds no words of a reply"
    monkeypatch.chdir(folder / "templates")
    assert codes(check("a.md", "--baseline", "../known.json", "--format", "compact")) == []
    assert codes(check(str(folder / "templates"), "--baseline", "../known.json", "--format", "compact")) == []


def test_what_is_mended_is_told_and_removed_when_asked(check: Run, baseline: Run, write: Write) -> None:
    write("a.txt", BAD)
    write("b.txt", BAD)
    write("c.txt", BAD)
    baseline("--baseline", "known.json")
    write("a.txt", "Fine.\n")
    Path("b.txt").unlink()
    assert (
        "1 of the baseline gone"
        in check("b.txt", "--baseline", "known.json").stdout + check("c.txt", "--baseline", "known.json").stdout
    ), "a file that is not checked is not judged, one that is not there is gone"
    before = Path("known.json").read_text()
    report = check(".", "--baseline", "known.json").stdout
    assert report.splitlines()[-1] == (
        "2 replies checked, nothing found; 1 known and hidden; 2 of the baseline gone (remove with --update-baseline); 1 file skipped"
    )
    assert Path("known.json").read_text() == before
    assert "gone" not in check(".", "--baseline", "known.json", "--update-baseline").stdout
    assert list(json.loads(Path("known.json").read_text())["files"]) == ["c.txt"]
    assert "gone" not in check(".", "--baseline", "known.json", select="SPL001").stdout, "TIM001 did not run"


def test_a_hidden_finding_still_silences_what_is_about_the_same(run: Run, write: Write) -> None:
    text = "Sorry for any inconvenience caused.\n"
    write("a.txt", text)
    every = run("check", "--format", "compact", "--select", "APO002,APO003", "a.txt").stdout
    run("baseline", "--select", "APO002,APO003", "a.txt")
    hidden = run("check", "--baseline", ".replylint-baseline.json", "--select", "APO002,APO003", "a.txt")
    assert "APO002" in every
    assert hidden.stdout == "1 reply checked, nothing found; 1 known and hidden\n"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "known.json:1:2: broken JSON"),
        ("[]", "known.json: no baseline"),
        ('{"version": 9}', "known.json: a baseline of version 9"),
        ('{"version": 1, "files": {"a": {"TIM001": {"x": "1"}}}}', "known.json: no baseline"),
        (b"\xff", "known.json: no baseline"),
    ],
)
def test_broken_baselines(check: Run, write: Write, content: str | bytes, message: str) -> None:
    write("known.json", content)
    write("a.txt", BAD)
    result = check("a.txt", "--baseline", "known.json")
    assert result.exit_code == 2
    assert message in result.stderr


def test_no_baseline_is_written_while_a_file_is_broken(baseline: Run, write: Write) -> None:
    write("a.txt", b"\xff")
    result = baseline()
    assert (result.exit_code, Path(".replylint-baseline.json").exists()) == (2, False)


def git(*command: str) -> None:
    identity = ["-c", "user.name=Jo", "-c", "user.email=jo@shop.example"]
    subprocess.run(["git", *identity, *command], check=True, capture_output=True)


@pytest.fixture
def repository(write: Write) -> None:
    write("a b.txt", f"One.\n\n{BAD}\n++ two\n")
    write('odd "é".txt', BAD)
    write("c/unchanged.txt", BAD)
    for command in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "-m", "x"]):
        git(*command)


@pytest.mark.usefixtures("repository")
def test_only_changed_lines(check: Run, write: Write, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    since = ["--diff-base", "HEAD", "--format", "compact"]
    assert codes(check(*since)) == []
    write("a b.txt", f"One.\n\n{BAD}\n++ 2\n\nNow {BAD}")
    write('odd "é".txt', BAD.replace("tomorrow", "Monday"))
    write("c/new.txt", BAD)
    found = check(*since).stdout.splitlines()
    places = [line.partition(": error")[0] for line in found]
    assert places == ["a b.txt:7:34", "c/new.txt:1:30", 'odd "é".txt:1:28']
    monkeypatch.chdir(folder / "c")
    assert codes(check(*since)) == ["new.txt:1:30 TIM001"]


@pytest.mark.usefixtures("repository")
def test_an_unknown_revision_is_one_clear_line(check: Run) -> None:
    for revision in ("nowhere", "--output=x", ""):
        result = check("--diff-base", revision)
        assert result.exit_code == 2
        assert f"error: git knows no revision '{revision}' here" in result.stderr


def test_without_git_there_is_one_clear_line(check: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    assert check("--diff-base", "HEAD").stderr == "error: git is not installed, and only it knows which lines changed\n"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", '{"draft": {"text": "Hi \\u2019,\\nWe {} it. It {} here."}}'),
        ("a.jsonl", '{"draft": {"text": "Fine."}}\r\n{"draft": {"text": "We {} it. It {} here."}}\r\n'),
        ("replies.yaml", "# {0}\n- short_code: a\n  content: >\n    We {} it.\n    It {} here.\n- {short_code: b, content: We {} it}\n"),
        ("replies.json", '[{"short_code": "a", "content": "Hi,\\n\\nwe \\"really\\" {} it. It {} here."}]'),
        ("replies.csv", 'short_code;content\r\na;"Hi,\r\nwe ""really"" {} it"\r\nb;It {} here.\r\n'),
        ("a.eml", "From: Jo <jo@x.example>\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>We&nbsp;{} it.<br>It <b>{}</b> here.</p>"),
        ("replies.po", 'msgid "a"\nmsgstr "We {} "\n"it. It {} here."\n'),
    ],
)  # fmt: skip
def test_a_fixed_rule_no_longer_fires_in_any_format(check: Run, write: Write, name: str, content: str) -> None:
    write(".replylint.yaml", "libraries: [{path: '*.po', text: '[*].msgstr'}]\n")

    slips = content.replace("{}", "recieve", 1).replace("{}", "is is", 1).replace("{}", "recieve")
    path = write(name, slips)
    assert check("--fix", name).stdout.splitlines()[-1].endswith(" fixed")
    assert (
        path.read_bytes()
        == content.replace("{}", "receive", 1).replace("{}", "is", 1).replace("{}", "receive").encode()
    )
    assert "nothing found" in check(name).stdout
