"""replylint reads a reply before the customer does.

The command line does nothing that this package does not offer to a program:

>>> from replylint import Conversation, Message, check
>>> draft = Message("agent", "Your audition is tomorrow at 7:30.")
>>> for finding in check([Conversation("1", draft=draft)]):
...     print(finding.severity, finding.code, finding.text, finding.location.span)
error TIM001 7:30 Span(start=29, end=33)

- ``read(paths)`` yields a ``Result`` for each file: its conversations and its mistakes.
- ``check(conversations, settings)`` yields a ``Finding`` for each problem; ``Linter`` runs rules of your choice.
- ``load_settings(path)`` reads ``.replylint.yaml`` or ``pyproject.toml``; ``load_rules(folders)`` rule files.
- Every mistake in what was given is a ``ReplylintError`` that says what is wrong and where, in one line.

Names are imported when first used, so that ``import replylint`` costs nothing.
"""

from __future__ import annotations

import importlib
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from replylint.version import __version__

if TYPE_CHECKING:
    from replylint.checking import Checker, check
    from replylint.linter import Linter
    from replylint.model import (
        Confidence,
        Conversation,
        Edit,
        Finding,
        Fix,
        Location,
        Message,
        Position,
        RelatedLocation,
        ReplylintError,
        Rule,
        Settings,
        Severity,
        Source,
        SourceFile,
        Span,
    )
    from replylint.readers import Overrides, Result, read
    from replylint.rulebook import load as load_rules
    from replylint.selection import select as select_rules
    from replylint.settings import load_settings

__all__ = [
    "Checker",
    "Confidence",
    "Conversation",
    "Edit",
    "Finding",
    "Fix",
    "Linter",
    "Location",
    "Message",
    "Overrides",
    "Position",
    "RelatedLocation",
    "ReplylintError",
    "Result",
    "Rule",
    "Settings",
    "Severity",
    "Source",
    "SourceFile",
    "Span",
    "__version__",
    "check",
    "load_rules",
    "load_settings",
    "read",
    "select_rules",
]

_HOMES = MappingProxyType(
    {
        "Checker": "checking",
        "check": "checking",
        "Linter": "linter",
        "Overrides": "readers",
        "Result": "readers",
        "read": "readers",
        "load_rules": "rulebook.load",
        "select_rules": "selection.select",
        "load_settings": "settings",
    }
)
"""Where the names are that are not values of the model."""


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, _, attribute = _HOMES.get(name, "model").partition(".")
    return getattr(importlib.import_module(f"{__name__}.{module}"), attribute or name)


def __dir__() -> list[str]:
    return sorted(__all__)
