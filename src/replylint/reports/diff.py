"""What fixes change in a file, as a unified diff that ``patch -p0`` takes.

Fixes are local, so the two texts are walked side by side and meet again a few lines after each change: linear, where
the standard library's difflib needs minutes for a library of ten thousand templates.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from replylint.fixes import Fixed
from replylint.reports import printable

_CONTEXT = 3
_FURTHEST = 60
"""Lines within which a change is over; what changes more is shown as one change up to the end."""


class _Change(NamedTuple):
    """Lines of the old text, from and to, and the lines of the new one in their place."""

    old: int
    old_end: int
    new: int
    new_end: int


def unified(fixed: Fixed) -> Iterator[str]:
    """Yield the lines of the diff; none where nothing changes."""
    before, after = _lines(fixed.before), _lines(fixed.after)
    hunks = list(_hunks(list(_changes(before, after))))
    if hunks:
        path = printable(fixed.path)
        yield f"--- {path}"
        yield f"+++ {path}"
    for hunk in hunks:
        yield from _hunk(hunk, before, after)


def _lines(data: bytes) -> list[str]:
    is_wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    lines = data.decode("utf-16" if is_wide else "utf-8", "replace").split("\n")
    return [*(f"{line}\n" for line in lines[:-1]), *([lines[-1]] if lines[-1] else [])]


def _changes(before: Sequence[str], after: Sequence[str]) -> Iterator[_Change]:
    old = new = 0
    while old < len(before) or new < len(after):
        if before[old : old + 1] == after[new : new + 1]:
            old, new = old + 1, new + 1
            continue
        skipped, added = _until_equal(before[old : old + _FURTHEST], after[new : new + _FURTHEST])
        if skipped is None or added is None:
            skipped, added = len(before) - old, len(after) - new
        yield _Change(old, old + skipped, new, new + added)
        old, new = old + skipped, new + added


def _until_equal(before: Sequence[str], after: Sequence[str]) -> tuple[int, int] | tuple[None, None]:
    """Return how many lines of each text come before the nearest place from which both go on alike."""
    for distance in range(1, len(before) + len(after) + 1):
        for skipped in sorted(range(distance + 1), key=lambda n: abs(distance - 2 * n)):
            added = distance - skipped
            if skipped > len(before) or added > len(after):
                continue
            if before[skipped : skipped + 2] == after[added : added + 2]:
                return skipped, added
    return None, None


def _hunks(changes: Sequence[_Change]) -> Iterator[list[_Change]]:
    """Yield changes whose surroundings touch together."""
    hunk: list[_Change] = []
    for change in changes:
        if hunk and change.old - hunk[-1].old_end > 2 * _CONTEXT:
            yield hunk
            hunk = []
        hunk.append(change)
    if hunk:
        yield hunk


def _hunk(hunk: Sequence[_Change], before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    lead = min(_CONTEXT, hunk[0].old)
    old, new = hunk[0].old - lead, hunk[0].new - lead
    tail = min(_CONTEXT, len(before) - hunk[-1].old_end)
    yield f"@@ -{_range(old, hunk[-1].old_end + tail)} +{_range(new, hunk[-1].new_end + tail)} @@"
    for change in hunk:
        yield from _marked(" ", before[old : change.old])
        yield from _marked("-", before[change.old : change.old_end])
        yield from _marked("+", after[change.new : change.new_end])
        old = change.old_end
    yield from _marked(" ", before[old : old + tail])


def _range(start: int, end: int) -> str:
    return f"{start + 1 if end > start else start},{end - start}"


def _marked(mark: str, lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        yield mark + line.removesuffix("\n")
        if not line.endswith("\n"):
            yield "\\ No newline at end of file"
