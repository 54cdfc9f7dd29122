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
    """Return ASCII that is as wide as what could not be encoded, so that underlines stay where they belong."""
    assert isinstance(error, UnicodeEncodeError)
    lost = error.object[error.start : error.end]
    plain = lost.translate(_PLAIN)
    if plain.isascii():
        return plain, error.end
    from replylint.reports.screen import visible, width

    return "?" * width(visible(lost)), error.end


def say(line: str, no_color: bool = False) -> None:
    """Print a line; its colours only where the terminal shows them and nobody minds."""
    click.echo(line, sys.stdout, color=_colour(no_color))


def say_aside(line: str, no_color: bool = False) -> None:
    """Print a line that is no part of the report on the error stream."""
    click.echo(line, sys.stderr, color=_colour(no_color))


def error(mistake: ReplylintError, no_color: bool = False) -> None:
    """Say what was wrong with what the user gave us."""
    from replylint.reports.text import mistake as line

    say_aside(line(mistake), no_color)


def _colour(no_color: bool) -> bool | None:
    """Return click's ``color``: False where colours are not wanted, None where the terminal decides."""
    return False if no_color or os.environ.get("NO_COLOR") else None
