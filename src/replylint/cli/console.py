"""What is written to the terminal."""

from __future__ import annotations

import codecs
import os
import sys

import click

from replylint.model import ReplylintError

_PLAIN = str.maketrans("“”„‘’‚–—…•·", "\"\"\"'''--.*.")


def never_fail_to_encode() -> None:
    """Make output that the terminal cannot show readable instead of an error."""
    codecs.register_error("replylint", _replaced)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replylint")


def _replaced(error: UnicodeError) -> tuple[str, int]:
    """Return as many ASCII characters as could not be encoded, so that underlines stay where they belong."""
    assert isinstance(error, UnicodeEncodeError)
    lost = error.object[error.start : error.end].translate(_PLAIN)
    return "".join(c if c.isascii() else "?" for c in lost), error.end


def error(mistake: ReplylintError) -> None:
    """Say on the error stream what was wrong with what the user gave us."""
    from replylint.reports.text import mistake as line

    click.echo(line(mistake), err=True, color=colour(None))


def colour(no_color: bool | None) -> bool | None:
    """Return click's ``color``: False where colours are not wanted, None where the terminal decides."""
    return False if no_color or os.environ.get("NO_COLOR") else None
