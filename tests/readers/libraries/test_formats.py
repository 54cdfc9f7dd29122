"""A library of each format with planted slips: all found at their place, nothing found where no text is.

Every "recieve", "seperate", "occured" and "7:30" in the files stands in a text, every "teh" in something that is none.
"""

import re
from pathlib import Path

import pytest

from replylint import Linter, load_rules, select_rules
from replylint.model import LibrarySettings, Settings
from replylint.readers import Result, read_file

FOLDER = Path(__file__).parents[2] / "data" / "libraries"
READERS = {
    "zendesk.json": "Zendesk macros",
    "freshdesk.json": "Freshdesk canned responses",
    "intercom.json": "Intercom macros",
    "front.json": "Front message templates",
    "help-scout.json": "Help Scout saved replies",
    "gorgias.json": "Gorgias macros",
    "zammad.json": "Zammad text modules",
    "zammad.csv": "Zammad text modules",
    "chatwoot.json": "Chatwoot canned responses",
    "osticket.yaml": "osTicket canned responses",
    "osticket-email.yaml": "osTicket email templates",
    "freescout.json": "FreeScout saved replies",
    "uvdesk.csv": "UVdesk saved replies",
    "znuny.xml": "Znuny templates",
    "discourse.en.yml": "Discourse system messages",
    "frappe.json": "Frappe saved replies",
    "github/saved-replies.json": "GitHub saved replies",
    "github/replies.yml": "Refined Saved Replies",
    "github/label-actions.yml": "Label Actions",
    "github/commands.json": "VS Code commands",
    "replies.md": "Markdown replies",
    "own.toml": "toml library",
    "own.po": "PO messages",
    "own.yaml": "yaml library",
    "own.jsonl": "jsonl library",
}
SETTINGS = Settings(
    libraries=(
        LibrarySettings(("own.toml",), text=("replies.thanks.text", "replies.more[*].text"), placeholders="single"),
        LibrarySettings(("own.yaml",), text=("pages[*].fields[?field=='comment_value'].value",), title="slug"),
        LibrarySettings(("own.jsonl",), text=("reply",), title="key"),
    ),
    root=str(FOLDER),
)
PLANTED = re.compile(r"\b(?:recieve|seperate|occured)\b|7:30")


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(select_rules(load_rules(), ["SPL001", "TIM001"]))


def read(name: str) -> Result:
    return read_file(str(FOLDER / name), SETTINGS)


def planted(name: str) -> list[tuple[int, int, str]]:
    lines = (FOLDER / name).read_text("utf-8").split("\n")
    return [(n, m.start() + 1, m.group()) for n, line in enumerate(lines, 1) for m in PLANTED.finditer(line)]


@pytest.mark.parametrize("name", READERS)
def test_every_planted_slip_is_found_at_its_place_and_nothing_else(name: str, linter: Linter) -> None:
    result = read(name)
    assert (result.errors, result.reader) == ((), READERS[name])
    found = [(f.location.start.line, f.location.start.column, f.text) for f in linter.check(result.conversations)]
    assert sorted(found) == planted(name)


@pytest.mark.parametrize("name", READERS)
def test_all_are_templates_with_names_of_their_own(name: str) -> None:
    conversations = read(name).conversations
    assert {c.mode for c in conversations} == {"template"}
    assert len({c.id for c in conversations}) == len(conversations)
