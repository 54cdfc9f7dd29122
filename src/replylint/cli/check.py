"""``replylint check``."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, get_args

import click

from replylint import Checker, Conversation, Overrides, ReplylintError, Settings, Severity, load_settings, read
from replylint.cli import console
from replylint.cli.group import MISTAKE
from replylint.cli.options import locale, moment, no_color, selectors
from replylint.model import Channel, Judgement, Mode, PathSettings
from replylint.reports import FORMATS, Outcome
from replylint.settings import Finder

if TYPE_CHECKING:
    from replylint.reports.redaction import Redactor


@dataclass(frozen=True)
class _Options:
    """The options as they were given, under click's names."""

    paths: tuple[str, ...]
    to: str | None
    select: tuple[str, ...]
    extend_select: tuple[str, ...]
    ignore: tuple[str, ...]
    mode: Mode | None
    channel: Channel | None
    locale: str | None
    now: datetime | None
    config: str | None
    min_severity: str
    redact: bool
    format: str
    output: str | None
    strict: bool
    exit_zero: bool
    no_color: bool
    quiet: bool
    verbose: bool
    stdin_filename: str | None
    allow_code: bool


@click.command("check", short_help="Check replies in files and folders.")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--to", metavar="FILE", help="The customer's message that the drafts answer.")
@click.option(
    "--select", metavar="RULES", multiple=True, callback=selectors, help="Only these: codes, prefixes, names, ALL."
)
@click.option("--extend-select", metavar="RULES", multiple=True, callback=selectors, help="These as well.")
@click.option("--ignore", metavar="RULES", multiple=True, callback=selectors, help="Not these.")
@click.option("--mode", type=click.Choice(get_args(Mode)), help="What the files are.  [default: draft]")
@click.option("--channel", type=click.Choice(get_args(Channel)), help="Where they are sent.  [default: email]")
@click.option("--locale", metavar="TAG", callback=locale, help="The customer's English.  [default: en-US]")
@click.option("--now", metavar="TIME", callback=moment, help="When the reply is sent, for dates such as “tomorrow”.")
@click.option("--config", metavar="FILE", help="Take the settings from this file only.")
@click.option(
    "--min-severity", type=click.Choice(["info", "warning", "error"]), default="info", help="Nothing quieter."
)
@click.option("--redact", is_flag=True, help="Hide names, numbers and addresses in what is shown.")
@click.option("--format", type=click.Choice(FORMATS), default="text", show_default=True, help="Of the report.")
@click.option("-o", "--output", metavar="FILE", help="Write the report to a file, whole or not at all.")
@click.option("--strict", is_flag=True, help="Exit with 1 for a warning too.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found.")
@no_color
@click.option("-q", "--quiet", is_flag=True, help="No summary.")
@click.option("-v", "--verbose", is_flag=True, help="Say which files were read and which skipped.")
@click.option("--stdin-filename", metavar="NAME", help="The name, and so the format, of standard input.")
@click.option("--allow-code", is_flag=True, help="Let the settings' rules run Python code.")
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
    options = _Options(**given)
    run = _Run(options)
    judgements = list(run.judgements())
    findings = [finding for judgement in judgements for finding in judgement.findings]
    outcome = Outcome(findings, run.errors, run.replies, run.files, run.skipped, run.checker.rules(), judgements)
    _write(outcome, options)
    for error in run.errors:
        console.error(error, options.no_color)
    ctx.exit(_exit_code(outcome, options))


class _Run:
    """One pass over the files, counting as it goes."""

    def __init__(self, options: _Options) -> None:
        self.options = options
        self.errors: list[ReplylintError] = []
        self.replies = self.files = self.skipped = 0
        self._settings_for = _SettingsFor(options)
        self.checker = Checker(self._settings_for, allow_code=options.allow_code)
        self._redactors: dict[tuple[str, str], Redactor] = {}

    def judgements(self) -> Iterator[Judgement]:
        """Yield what is to be shown of each conversation."""
        least = Severity[self.options.min_severity.upper()]
        for judgement in self.checker.judge(self._conversations()):
            shown = tuple(f for f in judgement.findings if f.severity >= least)
            yield self._redacted(replace(judgement, findings=shown))

    def _conversations(self) -> Iterator[Conversation]:
        options = self.options
        paths: Sequence[str] = options.paths or (".",)
        overrides = Overrides(options.channel, options.mode, options.locale, options.now)
        stdin = sys.stdin.buffer.read() if "-" in paths else b""
        for path in paths:
            self.checker.linter(path)  # a selector that means no rule is told before any file is read
        for result in read(
            paths,
            self._settings_for,
            overrides=overrides,
            stdin=stdin,
            stdin_filename=options.stdin_filename,
            to=options.to,
        ):
            self.errors += result.errors
            self.files += not result.errors and not result.skipped
            self.skipped += result.skipped
            as_what = f" as {result.reader}" if result.reader not in ("", "text") else ""
            self._report(result.path, "skipped: no conversation" if result.skipped else f"read{as_what}")
            for conversation in result.conversations:
                self.replies += len(conversation.turns)
                if options.redact:
                    self._remember(conversation)
                yield conversation

    def _report(self, path: str, what: str) -> None:
        if self.options.verbose:
            settings = self._settings_for(path).path
            console.say_aside(f"{path}: {what}{f', settings from {settings}' if settings else ''}")

    def _remember(self, conversation: Conversation) -> None:
        from replylint.reports.redaction import Redactor

        brands = self._settings_for(conversation.path).brands
        self._redactors[conversation.path, conversation.id] = Redactor(conversation, brands)

    def _redacted(self, judgement: Judgement) -> Judgement:
        redactor = self._redactors.get((judgement.conversation.path, judgement.conversation.id))
        return redactor.judgement(judgement) if redactor else judgement


class _SettingsFor:
    """Gives the settings for a file: those of its folder or of --config, with the options applied."""

    def __init__(self, options: _Options) -> None:
        self._options = options
        fixed = load_settings(options.config) if options.config is not None else None
        self._found: Callable[[str], Settings] = Finder() if fixed is None else lambda path: fixed
        self._applied: dict[int, tuple[Settings, Settings]] = {}

    def __call__(self, path: str) -> Settings:
        found = self._found(path)
        if id(found) not in self._applied:
            self._applied[id(found)] = found, _with_options(found, self._options)
        return self._applied[id(found)][1]


def _with_options(settings: Settings, options: _Options) -> Settings:
    """Let the command line have the last word on which rules run, and on the moment."""
    last = PathSettings("", options.select, options.extend_select, options.ignore)
    return replace(settings, per_path=(*settings.per_path, last), now=options.now or settings.now)


def _write(outcome: Outcome, options: _Options) -> None:
    from replylint.cli.output import replaced

    render = importlib.import_module(f"replylint.reports.{options.format}").render
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


def _exit_code(outcome: Outcome, options: _Options) -> int:
    if outcome.errors:
        return MISTAKE
    loudest = max((finding.severity for finding in outcome.findings), default=Severity.OFF)
    return int(not options.exit_zero and loudest >= (Severity.WARNING if options.strict else Severity.ERROR))
