"""Regular expressions that are compiled when they are first used.

Most of them look at a customer's message or judge a sentence that few drafts have; compiling all of them at import
takes longer than checking a draft.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, cast


def lazy(pattern: str, flags: int | re.RegexFlag = 0, *, needs: str = "") -> re.Pattern[str]:
    """Return what behaves like ``re.compile(pattern, flags)``; a mistake in it is raised at its first use.

    ``needs`` are strings in lower case, between bars, of which every match holds one: a text without any of them is not
    worth compiling the pattern for. A test proves them.
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
    """Stays uncompiled until a text may match; from then on it costs no more than the pattern itself."""

    def __init__(self, pattern: str, flags: int | re.RegexFlag, needs: str) -> None:
        super().__init__(pattern, flags)
        self.needs = tuple(needs.split("|"))

    def search(self, text: str, *bounds: int) -> re.Match[str] | None:
        found: re.Match[str] | None = self._compiled("search")(text, *bounds) if self._may_match(text, bounds) else None
        return found

    def finditer(self, text: str, *bounds: int) -> Iterator[re.Match[str]]:
        found: Iterator[re.Match[str]] = (
            self._compiled("finditer")(text, *bounds) if self._may_match(text, bounds) else iter(())
        )
        return found

    def _may_match(self, text: str, bounds: tuple[int, ...]) -> bool:
        """Whether a text holds what a match needs; one that is searched piece by piece is not looked through each time."""
        if bounds:
            return True
        lower = text.lower()
        return any(needed in lower for needed in self.needs)

    def _compiled(self, method: str) -> Any:
        for name in ("search", "finditer"):
            setattr(self, name, getattr(re.compile(*self.given), name))
        return getattr(self, method)
