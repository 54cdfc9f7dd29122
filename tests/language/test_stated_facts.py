"""The numbers that a business states of itself."""

from __future__ import annotations

import pytest

from replylint.language.stated_facts import stated_facts
from replylint.language.text import Text
from replylint.model import Message


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("You can return the frames within zero days.", (0, 0)),
        ("You can return the frames within two weeks.", (14, 14)),
        ("You can return the frames within 14 to 30 days.", (14, 30)),
        ("You can return the frames up to 14 days later.", (0, 14)),
    ],
)
def test_a_duration_is_a_range_of_days(text: str, days: tuple[float, float]) -> None:
    (fact,) = stated_facts(Text(Message("agent", text), "draft"), ())
    assert (fact.low, fact.high) == days
    assert fact.name == "The return window"
