"""Patterns that are compiled when they are first used."""

from __future__ import annotations

import re

import pytest

from replylint.language.patterns import lazy


def test_a_lazy_pattern_behaves_like_a_compiled_one() -> None:
    pattern = lazy(r"(?P<hour>\d+) PM", re.IGNORECASE)
    found = pattern.search("at 7 pm")
    assert found is not None and found["hour"] == "7"
    assert pattern.sub("x", "7 pm") == "x"
    assert [m.group() for m in pattern.finditer("7 pm, 8 pm")] == ["7 pm", "8 pm"]
    assert pattern.pattern == r"(?P<hour>\d+) PM"


def test_it_is_compiled_at_its_first_use() -> None:
    broken = lazy("(")
    with pytest.raises(re.error):
        broken.search("x")
