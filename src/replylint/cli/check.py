"""``replylint check``."""

from __future__ import annotations

import importlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import click

from replylint import ReplylintError, Severity
from replylint.cli import console
from replylint.cli.group import MISTAKE
from replylint.cli.options import judging, no_color
from replylint.cli.run import Options, Run
from replylint.model import Judgement
from replylint.reports import FORMATS, Outcome

if TYPE_CHECKING:
    from replylint.fixes import Fixed


@click.command("check", short_help="Check replies in files and folders.")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@judging
@click.option(
    "--min-severity", type=click.Choice(["info", "warning", "error"]), default="info", help="Nothing quieter."
)
@click.option("--diff-base", metavar="REF", help="Only on lines that changed since this git revision.")
@click.option("--baseline", metavar="FILE", help="Hide the findings that a baseline file knows.")
@click.option("--update-baseline", is_flag=True, help="Remove from the baseline what is gone.")
@click.option("--fix", is_flag=True, help="Write the fixes that cannot change what was meant into the files.")
@click.option("--unsafe-fixes", is_flag=True, help="Suggestions too, where there is only one.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and write nothing.")
@click.option("--redact", is_flag=True, help="Hide names, numbers and addresses in what is shown.")
@click.option("--format", type=click.Choice(FORMATS), default="text", show_default=True, help="Of the report.")
@click.option("--statistics", is_flag=True, help="Count the findings of each rule instead of showing them.")
@click.option("-o", "--output", metavar="FILE", help="Write the report to a file, whole or not at all.")
@click.option("--strict", is_flag=True, help="Exit with 1 for a warning too.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found.")
@no_color
@click.option("-q", "--quiet", is_flag=True, help="No summary.")
@click.option("-v", "--verbose", is_flag=True, help="Say which files were read and which skipped.")
@click.option("--stdin-filename", metavar="NAME", help="The name, and so the format, of standard input.")
@click.pass_context
def command(ctx: click.Context, /, **given: Any) -> None:
    """Check replies in files and folders.

    PATH is a reply or a thread: plain text, Markdown, e-mail (.eml, .mbox), or conversation records (.json, .jsonl).
    A folder is searched for such files, - is standard input, and without PATH the current folder is checked.

    \b
    Exit code
      0  no errors in the replies
      1  an error, with --strict a warning
      2  a mistake in what was given: an option, a setting, a file that cannot be read
    """
    options = Options(**given)
    _reject_contradictions(options)
    if options.diff:
        ctx.exit(_show_diff(options))
    mended = _mend(options) if options.fix else None
    run = Run(options)
    judgements = list(run.judgements())
    if mended:
        run.errors += (error for error in mended.errors if error not in run.errors)
    outcome = replace(_outcome(run, judgements), fixed=mended.fixed if mended else 0)
    _write(outcome, options)
    for error in run.errors:
        console.error(error, options.no_color)
    ctx.exit(_exit_code(outcome, options))


def _reject_contradictions(options: Options) -> None:
    if options.diff and options.fix:
        raise click.UsageError("--diff writes nothing and --fix does: choose one")
    if options.unsafe_fixes and not (options.fix or options.diff):
        raise click.UsageError("--unsafe-fixes needs --fix or --diff")
    if options.update_baseline and options.baseline is None:
        raise click.UsageError("--update-baseline needs --baseline")
    if options.diff and options.output:
        raise click.UsageError("--diff is no report: send it to a file with >")
    if options.diff and options.redact:
        raise click.UsageError("--diff shows the files as they are: it cannot hide anything")
    if options.statistics and options.format != "text":
        raise click.UsageError("--statistics is for --format text")


def _outcome(run: Run, judgements: list[Judgement]) -> Outcome:
    """Gather what a run found, and bring its baseline up to date where that is asked for."""
    findings = [finding for judgement in judgements for finding in judgement.findings]
    rules = run.checker.rules()
    outcome = Outcome(findings, run.errors, run.replies, len(run.checked), run.skipped, rules, judgements)
    if run.known is None:
        return outcome
    gone = run.known.gone(run.checked, (rule.code for rule in rules), lambda path: path.exists())
    if gone and run.options.update_baseline:
        from replylint.cli.baseline import save

        save(run.known.baseline.without(gone))
        gone = {}
    if run.options.verbose:
        for path, code, _ in gone:
            console.say_aside(f"{path}: {code} of the baseline is gone")
    return replace(outcome, known=run.known.met, gone=sum(gone.values()))


@dataclass
class _Mended:
    """What --fix did."""

    fixed: int
    errors: list[ReplylintError]


def _mend(options: Options) -> _Mended:
    """Write the fixed files, and say which fixes could not be written."""
    from replylint.fixes import write

    run, mended = Run(options), _Mended(0, [])
    for fixed in run.fixed():
        _tell_refused(fixed, options)
        if fixed.after == fixed.before:
            continue
        try:
            write(fixed)
            mended.fixed += fixed.applied.total()
        except ReplylintError as error:
            mended.errors.append(error)
    mended.errors += run.errors
    return mended


def _show_diff(options: Options) -> int:
    """Print what --fix would change and return the exit code: 1 where it would change something."""
    from replylint.reports.diff import unified

    run, files, fixes = Run(options), 0, 0
    for fixed in run.fixed():
        _tell_refused(fixed, options)
        files += fixed.after != fixed.before
        fixes += fixed.applied.total()
        for line in unified(fixed):
            console.say(line, options.no_color)
    for error in run.errors:
        console.error(error, options.no_color)
    if not options.quiet:
        console.say_aside(f"{fixes} fix{'' if fixes == 1 else 'es'} in {files} file{'' if files == 1 else 's'}")
    return MISTAKE if run.errors else int(bool(files) and not options.exit_zero)


def _tell_refused(fixed: Fixed, options: Options) -> None:
    for finding, why in fixed.refused:
        at = finding.location.start
        console.say_aside(f"{fixed.path}:{at.line}:{at.column}: {finding.code} not fixed: {why}", options.no_color)


def _write(outcome: Outcome, options: Options) -> None:
    from replylint.cli.output import replaced

    report = "statistics" if options.statistics else options.format
    render = importlib.import_module(f"replylint.reports.{report}").render
    if options.output:
        with replaced(options.output) as file:
            for line in render(outcome):
                click.echo(line, file, color=False)
    else:
        for line in render(outcome):
            console.say(line, options.no_color)
    if options.format == "text" and not options.quiet:
        from replylint.reports.text import summary

        console.say(summary(outcome), options.no_color)


def _exit_code(outcome: Outcome, options: Options) -> int:
    if outcome.errors:
        return MISTAKE
    loudest = max((finding.severity for finding in outcome.findings), default=Severity.OFF)
    return int(not options.exit_zero and loudest >= (Severity.WARNING if options.strict else Severity.ERROR))
