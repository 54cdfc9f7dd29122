"""Ways of judging a reply: one module per way, a frozen dataclass whose fields are the options a rule may set.

A rule's ``check: clock_time`` names ``replylint/checks/clock_time.py`` and the class ``ClockTime`` in it.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from replylint.language.reading import Reading
from replylint.language.text import Sentence
from replylint.model import Conversation, Match


@dataclass(frozen=True)
class Check:
    """Judges one reply. Subclasses say which message slots and cases their matches fill."""

    slots: ClassVar[frozenset[str]] = frozenset()
    cases: ClassVar[frozenset[str]] = frozenset({""})

    @property
    def anchors(self) -> frozenset[str]:
        """Words (in lower case, without apostrophes) of which a draft must have one; empty where none are known.

        Kept with the rule, so that for most drafts the check need not even be made.
        """
        return frozenset()

    def nominate(self, reading: Reading) -> Iterable[Sentence]:
        """Return the sentences whose syntax ``matches`` will ask for, found by a cheap scan.

        Only so that a batch can be parsed at once: a sentence that is missing here is parsed when asked.
        """
        return ()

    def matches(self, reading: Reading) -> Iterator[Match]:
        """Yield what is wrong in ``reading.draft``."""
        raise NotImplementedError


@dataclass(frozen=True)
class LibraryCheck(Check):
    """Judges templates by each other.

    Whether a reply is judged alone too is for ``matches`` to say: by default it is not.
    """

    def matches(self, reading: Reading) -> Iterator[Match]:
        yield from ()

    def note(self, reading: Reading) -> Any:
        """Return what there is to compare of a template, None where there is nothing; kept until all were read."""
        raise NotImplementedError

    def compare(self, noted: Sequence[tuple[Conversation, Any]]) -> Iterator[tuple[Conversation, Match]]:
        """Yield what is wrong between templates, and in which; in time linear in their number."""
        raise NotImplementedError


def find(name: str, allow_code: bool = False) -> type[Check]:
    """Return the check class of a name, or with ``allow_code`` of a dotted ``package.module.Class``.

    Raises LookupError where there is none.
    """
    if "." in name:
        if not allow_code:
            raise LookupError(f"the check {name} is code outside replylint: run with --allow-code if you trust it")
        module_name, class_name = name.rsplit(".", 1)
    else:
        module_name, class_name = f"{__name__}.{name}", name.title().replace("_", "")
    try:
        found = getattr(importlib.import_module(module_name), class_name)
    except (ModuleNotFoundError, AttributeError) as error:
        if isinstance(error, ModuleNotFoundError) and error.name and not module_name.startswith(error.name):
            raise  # the check is there, and what it imports is not
        raise LookupError(f"there is no check {name}") from None
    if not (isinstance(found, type) and issubclass(found, Check)):
        raise LookupError(f"{name} is not a check")
    return found
