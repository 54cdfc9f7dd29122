"""``replylint explain``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import datetime
from typing import get_args

import click

from replylint import Linter, Overrides, ReplylintError, load_settings, read
from replylint.cli import console
from replylint.cli.group import MISTAKE
from replylint.cli.options import locale, moment, no_color
from replylint.model import Channel, Mode
from replylint.reports import facts as report
from replylint.reports.facts import Understood
from replylint.settings import Finder
from replylint.understanding import facts


@click.command("explain", short_help="Show what was understood of a thread.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--to", metavar="FILE", help="The customer's message that the drafts answer.")
@click.option("--mode", type=click.Choice(get_args(Mode)), help="What the files are.  [default: draft]")
@click.option("--channel", type=click.Choice(get_args(Channel)), help="Where they are sent.  [default: email]")
@click.option("--locale", metavar="TAG", callback=locale, help="The customer's English.  [default: en-US]")
@click.option("--now", metavar="TIME", callback=moment, help="When the reply is sent.")
@click.option("--config", metavar="FILE", help="Take the settings from this file only.")
@click.option("--redact", is_flag=True, help="Hide names, numbers and addresses in what is shown.")
@click.option("--format", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--stdin-filename", metavar="NAME", help="The name, and so the format, of standard input.")
@no_color
@click.pass_context
def command(
    ctx: click.Context,
    /,
    paths: tuple[str, ...],
    to: str | None,
    mode: Mode | None,
    channel: Channel | None,
    locale: str | None,
    now: datetime | None,
    config: str | None,
    redact: bool,
    format: str,
    stdin_filename: str | None,
    no_color: bool,
) -> None:
    """Show what was understood of a thread: each question with its state, each failure, apology, promise and time.

    This is what the rules look at. When a finding surprises you, look here first.
    """
    errors: list[ReplylintError] = []
    fixed = load_settings(config) if config is not None else None

    def understood() -> Iterator[Understood]:
        results = read(
            paths,
            Finder() if fixed is None else fixed,
            overrides=Overrides(channel, mode, locale, now),
            stdin=sys.stdin.buffer.read() if "-" in paths else b"",
            stdin_filename=stdin_filename,
            to=to,
        )
        linter = Linter([])
        for result in results:
            errors.extend(result.errors)
            for conversation in result.conversations:
                for reading in linter.readings(conversation):
                    yield _redacted((conversation, reading.turn, tuple(facts(reading))), redact)

    for line in (report.as_json if format == "json" else report.text)(understood()):
        console.say(line, no_color)
    for error in errors:
        console.error(error, no_color)
    ctx.exit(MISTAKE if errors else 0)


def _redacted(understood: Understood, redact: bool) -> Understood:
    if not redact:
        return understood
    from replylint.reports.redaction import Redactor

    conversation, turn, found = understood
    redactor = Redactor(conversation)
    return conversation, turn, tuple(redactor.fact(fact) for fact in found)
