"""``replylint words`` and ``replylint doctor``: accepting words, and what is installed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from replylint.model import ReplylintError, SpellingSettings
from replylint.settings import load_settings
from replylint.word_lists import add_words, read_words

Run = Callable[..., Result]
Write = Callable[[str, str | bytes], Path]

SLIP = "The flurbometre is the new flurbomter.\n\nWe sent the accessoriess.\n"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a person's settings."""
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("REPLYLINT_LANGUAGETOOL", raising=False)
    return tmp_path / "home" / "replylint"


def test_a_finding_says_how_to_accept_the_word_and_that_works(run: Run, write: Write, home: Path) -> None:
    write("a.txt", SLIP)
    shown = run("check", "a.txt", "--select", "SPL001").stdout
    assert "replylint words add accessoriess" in shown
    result = run("words", "add", "accessoriess")
    assert result.stdout == f"added to {home / 'words.yaml'}: accessoriess\n"
    assert "accessoriess" not in run("check", "a.txt", "--select", "SPL001").stdout
    assert "has already: accessoriess" in run("words", "add", "accessoriess").stdout
    run("words", "add", "flurbometer's")
    assert read_words(home / "words.yaml") == ("flurbometer", "accessoriess")


def test_a_team_s_word_goes_into_the_list_that_the_settings_name(run: Run, write: Write, folder: Path) -> None:
    write("a.txt", SLIP)
    write("our-words.yaml", "# ours\nwords:\n  - {word: wifi, count: 3}\n")
    write(".replylint.yaml", "words: [./our-words.yaml, teleprompter]\n")
    assert run("words", "add", "--team", "accessoriess", "no").exit_code == 0
    assert (folder / "our-words.yaml").read_text() == (
        "# ours\nwords:\n  - accessoriess\n  - 'no'\n  - {word: wifi, count: 3}\n"
    )
    settings = load_settings()
    assert settings.words == ("accessoriess", "no", "wifi", "teleprompter")
    assert "accessoriess" not in run("check", "a.txt", "--select", "SPL001").stdout


def test_without_a_list_one_is_made_and_told_of(run: Run, write: Write, folder: Path) -> None:
    write(".replylint.yaml", "")
    result = run("words", "add", "--team", "accessoriess")
    assert "words: [./words.yaml]" in result.stdout
    assert read_words(folder / "words.yaml") == ("accessoriess",)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "\nwords:\n- new\n"),
        ("words:\n", "words:\n- new\n"),
        ("words: []\n", "words:\n- new\n"),
        ("words: [a]\n", "words: [new, a]\n"),
        ("words:\n- a # why\ndoubtful: [b]\n", "words:\n- new\n- a # why\ndoubtful: [b]\n"),
        ("- a\n", "- new\n- a\n"),
        ("doubtful:\n- a\n", "doubtful:\n- a\nwords:\n- new\n"),
    ],
)
def test_a_word_is_added_and_all_else_left_as_it_was(tmp_path: Path, before: str, after: str) -> None:
    file = tmp_path / "words.yaml"
    file.write_text(before)
    assert add_words(file, ["new"]) == ["new"]
    assert file.read_text() == after
    assert "new" in read_words(file) and "b" not in read_words(file)


def test_a_plain_list(tmp_path: Path) -> None:
    file = tmp_path / "words.txt"
    file.write_text("one # first\n\n# none\ntwo\n")
    assert read_words(file) == ("one", "two")
    add_words(file, ["three"])
    assert read_words(file) == ("one", "two", "three")


def test_what_is_no_word_is_refused(run: Run, tmp_path: Path) -> None:
    assert run("words", "add", "two words").exit_code == 2
    with pytest.raises(ReplylintError, match="is no word"):
        add_words(tmp_path / "words.yaml", ["a: b"])


def test_learning(run: Run, write: Write, folder: Path) -> None:
    for n in range(3):
        write(f"drafts/{n}.txt", "Hi Zorblina,\n\nThe flurbometer is here. We recieved it.\n")
    write("drafts/4.txt", "The flurbometer and the Mambler are here. We sent the accessoriess, and accessoriess.\n")
    result = run("words", "learn", "drafts")
    assert result.exit_code == 0 and "1 words, and 2 that look like slips" in result.stderr
    text = (folder / "words.yaml").read_text()
    assert "{word: flurbometer, count: 4, places: ['drafts/0.txt:3:5'" in text
    assert "meant: received" in text and "Zorblina" not in text and "Mambler" not in text, "once is left out"
    assert read_words(folder / "words.yaml") == ("flurbometer",), "what looks like a slip is not accepted"
    assert run("words", "learn", "drafts").exit_code == 2, "a reviewed list is not written over"
    write(".replylint.yaml", "words: [./words.yaml]\n")
    assert "flurbometer" not in run("words", "learn", "drafts", "--output", "-").stdout, "what is accepted is known"


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ("words: [./gone.yaml]", "there is no file ./gone.yaml"),
        ("spelling: {engine: aspell}", "is not one of embedded, languagetool"),
        ("spelling: {engin: embedded}", "did you mean 'engine'?"),
        ("languagetool: {url: localhost}", "is no address such as"),
        ("languagetool: {url: 'file:///etc/passwd'}", "is no address such as"),
        ("languagetool: {timeout: soon}", "is no number of seconds"),
    ],
)
def test_mistakes_in_the_settings_are_told_with_their_place(write: Write, settings: str, message: str) -> None:
    write(".replylint.yaml", settings + "\n")
    with pytest.raises(ReplylintError, match=r"yaml:1:\d+: ") as caught:
        load_settings()
    assert message in str(caught.value)


def test_the_engine_is_the_user_s_choice(write: Write) -> None:
    write(
        ".replylint.yaml", "spelling: {engine: [embedded, languagetool]}\nlanguagetool: {url: 'http://lt.example/v2'}\n"
    )
    assert load_settings().spelling == SpellingSettings(("embedded", "languagetool"), "http://lt.example/v2")


def test_doctor(run: Run, write: Write) -> None:
    result = run("doctor")
    assert result.exit_code == 0, result.stdout
    assert "dictionary" in result.stdout and "settings" in result.stdout
    assert "REPLYLINT_LANGUAGETOOL" in result.stdout, "what is missing has the command that brings it"
    write(".replylint.yaml", "spelling: {engine: languagetool}\n")
    assert run("doctor").exit_code == 1, "asked for and missing"
    write(".replylint.yaml", "spelling: {engine: languagetool}\nlanguagetool: {url: 'http://127.0.0.1:9'}\n")
    result = run("doctor")
    assert result.exit_code == 1 and "no LanguageTool server answers at http://127.0.0.1:9" in result.stdout
    write(".replylint.yaml", "words: {\n")
    assert "broken YAML" in run("doctor").stdout and run("doctor").exit_code == 1
