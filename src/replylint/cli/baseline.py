"""``replylint baseline``."""

from __future__ import annotations

from typing import Any

import click

from replylint.baseline import NAME, Baseline
from replylint.cli import console
from replylint.cli.group import MISTAKE
from replylint.cli.options import judging, no_color
from replylint.cli.run import Options, Run


@click.command("baseline", short_help="Write down the findings there are, to hide them later.")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--baseline", "file", metavar="FILE", default=NAME, show_default=True, help="Where to write it.")
@judging
@no_color
@click.pass_context
def command(ctx: click.Context, /, file: str, no_color: bool, **given: Any) -> None:
    """Write down the findings there are, so that check --baseline shows only new ones.

    Commit the file. Known findings are recognised by their words, not by their lines: editing around them does not
    bring them back. A file that cannot be read is told, and nothing is written.
    """
    run = Run(Options(**given, no_color=no_color))
    findings = [finding for judgement in run.judgements() for finding in judgement.findings]
    for error in run.errors:
        console.error(error, no_color)
    if run.errors:
        ctx.exit(MISTAKE)
    save(Baseline.of(file, findings))
    count, files = len(findings), len({finding.path for finding in findings})
    counted = f"{count} known finding{'' if count == 1 else 's'} in {files} file{'' if files == 1 else 's'}"
    console.say_aside(f"{file}: {counted}", no_color)


def save(baseline: Baseline) -> None:
    """Write a baseline file, whole or not at all."""
    from replylint.cli.output import replaced

    with replaced(baseline.path) as file:
        for line in baseline.lines():
            click.echo(line, file)
