"""Text on a screen: how wide it is, and what of it may be shown."""

from __future__ import annotations

import re
from collections.abc import Callable

TAB = "    "
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters could steer the terminal, and marks of direction would reorder what is shown."""


def visible(text: str) -> str:
    """Return text that is safe to print: tabs as spaces, characters that would steer the screen as U+FFFD."""
    return _UNSAFE.sub("\ufffd", text.replace("\t", TAB))


def one_line(text: str) -> str:
    return visible(text.replace("\r\n", " ").replace("\n", " "))


def width(text: str) -> int:
    """Return the columns that visible text takes: none for combining characters, two for wide ones and emoji."""
    if text.isascii():
        return len(text)
    from wcwidth import wcswidth

    columns = wcswidth(text)
    return columns if columns >= 0 else len(text)


def prefix(text: str, columns: int) -> int:
    """Return how many characters of a visible text fit into so many columns."""
    return _last(len(text), lambda n: width(text[:n]) <= columns)


def suffix(text: str, columns: int) -> int:
    """Return where the last characters of a visible text start that fit into so many columns."""
    return len(text) - _last(len(text), lambda n: width(text[len(text) - n :]) <= columns)


def _last(most: int, fits: Callable[[int], bool]) -> int:
    """Return the largest number up to ``most`` that fits, where every smaller one fits too."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(middle) else (low, middle - 1)
    return low
