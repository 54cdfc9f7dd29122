"""``replylint explain``, and the customer's questions at the end of ``replylint check``."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from replylint.cli import main

THREAD = (
    "Customer: You charged me twice! When do I get the money back? And is the car park free?\n\n"
    "Reply: I'm sorry for the double charge. We'll refund it by Friday 27 November. The class starts at 7:30.\n"
)


@pytest.fixture
def thread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    Path("thread.txt").write_text(THREAD)
    return "thread.txt"


def test_explain_shows_each_fact_with_what_shows_it(thread: str) -> None:
    result = CliRunner().invoke(main, ["explain", thread])
    assert result.exit_code == 0
    for shown in (
        "1:33 question answered (",
        '"When do I get the money back?"',
        "1:11 failure ",
        '3:8 apology apology: "I\'m sorry for the double charge"',
        "promise we will, with a time",
        '3:100 time could be am or pm: "7:30"',
    ):
        assert shown in result.output


def test_explain_as_json_has_the_places(thread: str) -> None:
    result = CliRunner().invoke(main, ["explain", thread, "--format", "json"])
    (reply,) = json.loads(result.output)["replies"]
    text = THREAD.partition("Reply: ")[2]
    times = [fact for fact in reply["facts"] if fact["kind"] == "time"]
    assert [(text[t["start"] : t["end"]], t["line"], t["column"]) for t in times] == [("7:30", 3, 100)]


def test_explain_hides_names_where_asked(tmp_path: Path) -> None:
    path = tmp_path / "t.txt"
    path.write_text("Customer: Hi Berta, can Wilhelmina come too?\n\nReply: Yes, Wilhelmina can come.\n")
    output = CliRunner().invoke(main, ["explain", str(path), "--redact"]).output
    assert "[NAME]" in output and "Wilhelmina" not in output


def test_explain_of_a_file_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["explain", str(tmp_path / "none.txt")])
    assert result.exit_code == 2
    assert "no such file" in result.output and "Traceback" not in result.output


def test_check_ends_with_the_questions_and_what_was_found(thread: str) -> None:
    lines = CliRunner().invoke(main, ["check", thread]).output.splitlines()
    asked = lines[lines.index("The customer asked:") :]
    assert asked[1:3] == ['  "When do I get the money back?"', '    -> "We\'ll refund it by Friday 27 November."']
    assert asked[3:5] == ['  "is the car park free?"', "    -> nothing found"]


def test_a_draft_without_a_customer_has_no_list(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_text("Could you send the form?")
    assert "The customer asked" not in CliRunner().invoke(main, ["check", str(path)]).output


def test_a_note_on_a_message_of_another_file_names_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("message.txt").write_text("You charged me twice!")
    Path("draft.txt").write_text("The second payment is on its way.")
    output = CliRunner().invoke(main, ["check", "draft.txt", "--to", "message.txt"]).output
    assert '"You charged me twice!" (message.txt:1:1)' in output
