"""What a message states in known forms of words, and what is shown of it."""

from __future__ import annotations

import re

import pytest

from replylint.language import corrections, terms
from replylint.language.text import Text
from replylint.language.values import Form, Value, values_in
from replylint.model import Message


def stated(words: str, *forms: Form) -> list[Value]:
    text = Text(Message("agent", words), "draft")
    return list(values_in(text, text.sentences, forms))


def test_each_way_of_a_form_has_groups_of_its_own() -> None:
    colour = Form("colour", [r"the (?P<slot>\w+) is (?P<value>red|blue)", r"(?P<value>red|blue) (?P<slot>\w+)"])
    assert [(v.slot, v.value) for v in stated("The frames are here: the case is red, with blue lenses.", colour)] == [
        ("cas", "red"),
        ("lens", "blue"),
    ]


def test_without_a_group_the_value_is_the_form_s_and_the_slot_is_empty() -> None:
    (value,) = stated("Sold out!", Form("stock", ["sold out"], value="none", whole=True))
    assert (value.slot, value.value, value.text) == ("", "none", "Sold out")


def test_what_is_dropped_is_no_part_of_the_value_but_of_what_is_shown() -> None:
    (value,) = stated("It's £ 1,200.00.", Form("money", [r"(?P<value>£ [\d,.]+\d)"], drop=r"[\s,]|\.00$"))
    assert (value.value, value.text) == ("£1200", "£ 1,200.00")


@pytest.mark.parametrize("form", [*corrections._FORMS, *terms._GRANTS, *terms._TAKES])
def test_every_form_compiles_and_shows_a_value(form: Form) -> None:
    groups = {re.sub(r"\d+$", "", name) for name in form.pattern.groupindex}
    assert groups <= {"slot", "value"}
    assert form.whole or "value" in groups
