"""Learned weights: read from a file next to the judge that uses them, and summed over the features that hold."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any


@cache
def load(path: Path) -> Mapping[str, Any]:
    """Read a file of weights, once."""
    loaded: Mapping[str, Any] = json.loads(path.read_text("utf-8"))
    return loaded


def log_odds(model: Mapping[str, Any], values: Mapping[str, float]) -> float:
    """Return the bias and the weights of the features, each times its value; an unknown feature counts nothing."""
    total: float = model["bias"] + sum(model["weights"].get(name, 0.0) * value for name, value in values.items())
    return total
