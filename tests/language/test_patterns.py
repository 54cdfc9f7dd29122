"""Patterns that are compiled when they are first used."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator, Sequence
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

import pytest

import replylint.checks
import replylint.language
from replylint.language.patterns import lazy


def needing() -> Iterator[tuple[str, Any]]:
    """Yield every pattern of ours that says what its matches need, with where it is."""
    for package in (replylint.language, replylint.checks):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            module = importlib.import_module(found.name)
            for name, value in vars(module).items():
                for i, pattern in enumerate(_flat(value)):
                    if hasattr(type(pattern), "_may_match"):
                        yield f"{found.name}.{name}{f'[{i}]' if pattern is not value else ''}", pattern


def _flat(value: Any) -> list[Any]:
    return [leaf for item in value for leaf in _flat(item)] if isinstance(value, tuple) else [value]


def holds(parsed: Any, needs: Sequence[str], run: str = "") -> bool:
    """Whether each match of a parsed pattern holds one of ``needs``; ``run`` are the letters just before it."""
    for kind, value in parsed:
        if kind is op.LITERAL:
            run += chr(value).lower()
            if any(needed in run for needed in needs):
                return True
        elif kind is not op.AT:
            if _held(kind, value, needs, run):
                return True
            run = ""
    return False


def _held(kind: Any, value: Any, needs: Sequence[str], run: str) -> bool:
    if kind is op.SUBPATTERN:
        return holds(value[-1], needs, run)
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        return value[0] > 0 and holds(value[2], needs, run)
    if kind is op.ATOMIC_GROUP:
        return holds(value, needs, run)
    if kind is op.ASSERT:
        return holds(value[1], needs)
    if kind is op.BRANCH:
        return all(holds(branch, needs, run) for branch in value[1])
    if kind is op.IN:
        return all(_character_held(kind, each, needs) for kind, each in value)
    return False


def _character_held(kind: Any, value: Any, needs: Sequence[str]) -> bool:
    if kind is op.CATEGORY:
        return value is op.CATEGORY_DIGIT and set("0123456789") <= set(needs)
    low, high = (value, value) if kind is op.LITERAL else value if kind is op.RANGE else (0, 99)
    return all(chr(c).lower() in needs for c in range(low, high + 1))


@pytest.mark.parametrize(("name", "pattern"), [pytest.param(*each, id=each[0]) for each in needing()])
def test_every_match_holds_what_its_pattern_needs(name: str, pattern: Any) -> None:
    assert holds(_parser.parse(*pattern.given), pattern.needs)


def test_a_text_without_what_is_needed_is_not_searched() -> None:
    pattern = lazy("(", needs="bracket|paren")  # compiling it would raise
    assert pattern.search("nothing of the kind") is None
    assert list(pattern.finditer("nothing of the kind")) == []
    with pytest.raises(re.error):
        pattern.search("A BRACKET")


def test_a_pattern_that_needs_something_finds_what_it_finds_without() -> None:
    pattern = lazy(r"\bb(\w)d\b", re.IGNORECASE, needs="bad|bed")
    assert [m[1] for m in pattern.finditer("Bad bed, bud")] == ["a", "e", "u"]
    found = pattern.search("a bad bed", 3)
    assert found is not None and found[0] == "bed"
    assert pattern.match("bud") is not None
    assert pattern.sub("x", "bud") == "x"


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
