"""Accuracy on the half of our corpus that nothing was tuned on, so that it does not fall unnoticed.

The floors lie a little below what is measured. Raise them with the measure; lower one only where a change is worth it.
"""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]


def _load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("accuracy", ROOT / "benchmarks" / "accuracy.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # its dataclasses look themselves up there
    spec.loader.exec_module(module)
    return module


accuracy = _load()
Tallies = dict[str, Any]
GROUPS = {"unanswered": accuracy.UNANSWERED, "condescending": accuracy.CONDESCENDING}


@pytest.fixture(scope="module")
def loud() -> Tallies:
    tallies: Tallies = accuracy.measure(accuracy.corpus_records(half=1), GROUPS, loud=True)
    return tallies


@pytest.fixture(scope="module")
def everything() -> Tallies:
    tallies: Tallies = accuracy.measure(accuracy.corpus_records(half=1), GROUPS)
    return tallies


@pytest.mark.parametrize(
    ("rule", "precision", "recall"),
    [
        ("unanswered", 0.93, 0.38),
        ("condescending", 0.94, 0.68),
        ("QST103", 0.93, 0.90),
        ("QST106", 0.88, 0.55),
        ("QST107", 0.85, 0.45),
    ],
)
def test_warnings(loud: Tallies, rule: str, precision: float, recall: float) -> None:
    assert loud[rule].precision >= precision, loud[rule].wrong
    assert loud[rule].recall >= recall, loud[rule].missed


@pytest.mark.parametrize(("rule", "precision", "recall"), [("unanswered", 0.71, 0.50), ("APO101", 0.58, 0.58)])
def test_with_hints(everything: Tallies, rule: str, precision: float, recall: float) -> None:
    assert everything[rule].precision >= precision, everything[rule].wrong
    assert everything[rule].recall >= recall, everything[rule].missed
