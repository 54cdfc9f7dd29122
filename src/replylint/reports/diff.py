"""What fixes change in a file, as a unified diff that ``patch -p0`` takes."""

from __future__ import annotations

import codecs
import difflib
from collections.abc import Iterator

from replylint.fixes import Fixed
from replylint.reports import printable


def unified(fixed: Fixed) -> Iterator[str]:
    """Yield the lines of the diff; none where nothing changes."""
    path = printable(fixed.path)
    before, after = _lines(fixed.before), _lines(fixed.after)
    for line in difflib.unified_diff(before, after, path, path):
        yield line.removesuffix("\n")
        if not line.endswith("\n"):
            yield "\\ No newline at end of file"


def _lines(data: bytes) -> list[str]:
    is_wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    lines = data.decode("utf-16" if is_wide else "utf-8", "replace").split("\n")
    return [*(f"{line}\n" for line in lines[:-1]), *lines[-1:]] if lines[-1] else [f"{line}\n" for line in lines[:-1]]
