"""Which version this is, and where its rules are explained."""

__version__ = "0.1.0"
RULES_PAGE = "docs/rules.md"
"""Relative to the repository, which has no public address yet."""


def rule_url(name: str) -> str:
    """Return the place of a rule's page."""
    return f"{RULES_PAGE}#{name}"
