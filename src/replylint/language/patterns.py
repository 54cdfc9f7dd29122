"""Regular expressions that are compiled when they are first used.

Most of them look at a customer's message or judge a sentence that few drafts have; compiling all of them at import
takes longer than checking a draft.
"""

from __future__ import annotations

import re
from typing import Any, cast


def lazy(pattern: str, flags: int | re.RegexFlag = 0) -> re.Pattern[str]:
    """Return what behaves like ``re.compile(pattern, flags)``; a mistake in it is raised at its first use."""
    return cast("re.Pattern[str]", _Lazy(pattern, flags))


class _Lazy:
    """Turns into a compiled pattern, method by method, as it is asked."""

    def __init__(self, pattern: str, flags: int | re.RegexFlag) -> None:
        self._given = pattern, flags

    def __getattr__(self, name: str) -> Any:
        value = getattr(re.compile(*self._given), name)  # re keeps what it compiled
        setattr(self, name, value)
        return value
