"""Apologies: each formula in its class, with its clause."""

import pytest

from replylint.language.apologies import find_apologies
from replylint.language.text import Text
from replylint.model import Message


def apologies(draft: str) -> list[tuple[str, str]]:
    text = Text(Message("agent", draft), "draft")
    return [(apology.kind, apology.span.of(draft)) for apology in find_apologies([text])]


@pytest.mark.parametrize(
    ("draft", "kind", "span"),
    [
        ("I'm so sorry we sent the wrong lens.", "apology", "I'm so sorry we sent the wrong lens"),
        ("Please accept our sincere apologies for the delay.", "apology", "Please accept our sincere apologies for the delay"),
        ("sry about that, fixed now", "apology", "sry about that"),
        ("Oops! Wrong file.", "apology", "Oops"),
        ("The chef and I are both sorry.", "apology", "I are both sorry"),
        ("You're right, we got this wrong.", "responsibility", "we got this wrong"),
        ("That's on us.", "responsibility", "That's on us"),
        ("This should never have happened.", "responsibility", "This should never have happened"),
        ("Sorry to hear about your morning!", "sympathy", "Sorry to hear about your morning"),
        ("I'm so sorry for your loss.", "sympathy", "I'm so sorry for your loss"),
        ("We’re sorry you haven’t received it.", "sympathy", "We’re sorry you haven’t received it"),
        ("We regret to inform you that it is sold out.", "refusal", None),
        ("I'm sorry you feel that way.", "non-apology", "I'm sorry you feel that way"),
        ("Sorry you found our staff unhelpful.", "non-apology", None),
        ("I'm sorry you found the box empty.", "apology", None),
        ("I'm sorry for making you feel ignored.", "apology", None),
        ("Sorry if our reply came across as rude.", "conditional", None),
        ("We apologise for any inconvenience.", "conditional", None),
        ("Sorry if there's a queue on Saturday.", "phatic", None),
        ("Sorry, could you repeat the code?", "phatic", None),
        ("Sorry, we don't stock that.", "phatic", None),
        ("No need to apologise for chasing!", "not-ours", None),
        ("The driver is very sorry.", "not-ours", None),
        ("It is in a sorry state.", "not-ours", None),
    ],
)  # fmt: skip
def test_class_and_clause(draft: str, kind: str, span: str | None) -> None:
    found = apologies(draft)
    assert [found_kind for found_kind, _ in found] == [kind]
    assert span is None or found[0][1] == span


@pytest.mark.parametrize(
    "draft", ["Your next starter is on us.", "It's not our fault.", "If we got this wrong, call us."]
)
def test_what_takes_no_responsibility(draft: str) -> None:
    assert not any(kind == "responsibility" for kind, _ in apologies(draft))


def test_quoted_words_are_not_ours() -> None:
    assert apologies("> I'm sorry to chase again\nYour application is approved.") == []


def test_coordinated_formulas_are_one_apology() -> None:
    assert len(apologies("We are sorry and apologise for the double charge.")) == 1
