"""Regular expressions that are compiled when they are first used.

Most of them look at a customer's message or judge a sentence that few drafts have; compiling all of them at import
takes longer than checking a draft.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any, cast


def lazy(pattern: str, flags: int | re.RegexFlag = 0, *, needs: str = "") -> re.Pattern[str]:
    """Return what behaves like ``re.compile(pattern, flags)``; a mistake in it is raised at its first use.

    ``needs`` are strings in lower case, between bars, of which every match holds one: a text without any of them is not
    searched, and the pattern for it not compiled. A test proves them.
    """
    return cast("re.Pattern[str]", _Needing(pattern, flags, needs) if needs else _Lazy(pattern, flags))


class _Lazy:
    """Turns into a compiled pattern, method by method, as it is asked."""

    def __init__(self, pattern: str, flags: int | re.RegexFlag) -> None:
        self.given = pattern, flags

    def __getattr__(self, name: str) -> Any:
        value = getattr(re.compile(*self.given), name)  # re keeps what it compiled
        setattr(self, name, value)
        return value


class _Needing(_Lazy):
    """Looks only at texts that may match."""

    def __init__(self, pattern: str, flags: int | re.RegexFlag, needs: str) -> None:
        super().__init__(pattern, flags)
        self.needs = tuple(needs.split("|"))

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(*self.given)

    def search(self, text: str, *bounds: int) -> re.Match[str] | None:
        return self._compiled.search(text, *bounds) if bounds or self._may_match(text) else None

    def finditer(self, text: str, *bounds: int) -> Iterator[re.Match[str]]:
        return self._compiled.finditer(text, *bounds) if bounds or self._may_match(text) else iter(())

    def _may_match(self, text: str) -> bool:
        """Whether a text holds what a match needs; not asked for each piece (``bounds``) of one that is long."""
        lower = text.lower()
        return any(needed in lower for needed in self.needs)
