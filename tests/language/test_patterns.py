import importlib
import pkgutil
import re
from re import _constants as op
from re import _parser

import pytest

import replylint.checks
import replylint.language
from replylint.language.patterns import lazy


def needing():
    """Yield every pattern of ours that says what its matches need, with where it is."""
    for package in (replylint.language, replylint.checks):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            module = importlib.import_module(found.name)
            for name, value in vars(module).items():
                for i, pattern in enumerate(_flat(value)):
                    if hasattr(type(pattern), "_may_match"):
                        yield f"{found.name}.{name}{f'[{i}]' if pattern is not value else ''}", pattern


def _flat(value):
    return [leaf for item in value for leaf in _flat(item)] if isinstance(value, tuple) else [value]


def holds(parsed, needs, run=""):
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


def _held(kind, value, needs, run):
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
        return all(_character_held(*each, needs) for each in value)
    return False


def _character_held(kind, value, needs):
    if kind is op.CATEGORY:
        return value is op.CATEGORY_DIGIT and set("0123456789") <= set(needs)
    low, high = (value, value) if kind is op.LITERAL else value if kind is op.RANGE else (0, 99)
    return all(chr(c).lower() in needs for c in range(low, high + 1))


@pytest.mark.parametrize(("name", "pattern"), [pytest.param(*each, id=each[0]) for each in needing()])
def test_every_match_holds_what_its_pattern_needs(name, pattern):
    assert holds(_parser.parse(*pattern.given), pattern.needs)


def test_a_text_without_what_is_needed_is_not_searched():
    pattern = lazy("(", needs="bracket|paren")  # compiling it would raise
    assert pattern.search("nothing of the kind") is None
    assert list(pattern.finditer("nothing of the kind")) == []
    with pytest.raises(re.error):
        pattern.search("A BRACKET")


def test_a_lazy_pattern_finds_what_the_pattern_finds():
    pattern = lazy(r"\bb(\w)d\b", re.I, needs="bad|bed")
    assert [m[1] for m in pattern.finditer("Bad bed, bud")] == ["a", "e", "u"]
    assert pattern.search("a bad bed", 3)[0] == "bed"
