"""The check that lets users write their own rules in YAML, and how its rules share a clause."""

from pathlib import Path

import pytest

from replylint import rulebook
from replylint.linter import Linter
from replylint.model import Conversation, Message, ReplylintError, Severity

RULE = """
code: OUR001
name: our-rule
summary: A wording we do not want.
message: '"{span}": say it in another way.'
severity: warning
check: phrase
options:
  groups:
    soon: soon|shortly|in due course
  phrases:
    - say: [we will ... <soon>, "you [[must]] *"]
      unless: [conditional]
      not_near: [sorry]
      CONFIDENCE
rationale: Because.
examples:
  bad:
    - draft: "[[We will write to you soon]]."
    - draft: You [[must]] sign it.
  good:
    - draft: If you must go, tell us.
    - draft: Sorry, we will write soon.
"""


def write(folder: Path, confidence: str = "confidence: high") -> Path:
    path = folder / "our-rule.yaml"
    path.write_text(RULE.replace("CONFIDENCE", confidence), "utf-8")
    return path


def codes(text: str) -> list[str]:
    rules = [rule for rule in rulebook.load() if rule.code.startswith("TON00")]
    conversation = Conversation("x", draft=Message("agent", text))
    return [finding.code for finding in Linter(rules).check([conversation])]


def test_a_rule_of_ones_own(tmp_path: Path) -> None:
    linter = Linter([rulebook.load_file(write(tmp_path))])
    draft = Message("agent", "We will send it shortly.")
    assert [f.text for f in linter.check([Conversation("x", draft=draft)])] == ["We will send it shortly"]


def test_doubt_makes_it_a_hint(tmp_path: Path) -> None:
    linter = Linter([rulebook.load_file(write(tmp_path, "confidence: low"))])
    draft = Message("agent", "You must sign it.")
    assert [f.severity for f in linter.check([Conversation("x", draft=draft)])] == [Severity.INFO]


@pytest.mark.parametrize(
    "wrong, reason",
    [
        ("confidence: sure", "'sure' is no confidence"),
        ("unles: [question]", "unknown key 'unles'"),
        ("when: [shouting]", "there is no condition 'shouting'"),
    ],
)
def test_mistakes_are_reported_with_their_place(tmp_path: Path, wrong: str, reason: str) -> None:
    with pytest.raises(ReplylintError, match=reason) as error:
        rulebook.load_file(write(tmp_path, wrong))
    assert error.value.position is not None


def test_one_clause_is_reported_once() -> None:
    assert codes("You obviously should have just simply read it.") == ["TON006"]
    assert codes("As I said, you should have read it.") == ["TON007", "TON006"]


def test_customers_own_words_are_not_held_against_us() -> None:
    rules = [rule for rule in rulebook.load() if rule.code == "TON006"]
    thread = (Message("customer", "Sorry, I forgot to sign it."),)
    conversation = Conversation("x", thread, Message("agent", "You forgot to sign page 3 only."))
    assert list(Linter(rules).check([conversation])) == []
