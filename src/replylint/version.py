"""Which version this is, where its rules are, and where they are explained."""

from __future__ import annotations

from pathlib import Path

__version__ = "0.1.0"
RULES_PAGE = "docs/rules.md"
"""Relative to the repository, which has no public address yet."""


def rule_url(name: str) -> str:
    """Return the place of a rule's page."""
    return f"{RULES_PAGE}#{name}"


def built_in_folder() -> Path:
    """Return the folder of the rules that come with replylint, in a wheel or in a checkout."""
    packaged = Path(__file__).with_name("rules")
    return packaged if packaged.is_dir() else Path(__file__).parents[2] / "rules"
