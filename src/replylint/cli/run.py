"""One run over files: what was asked for, what is judged, what of it is shown."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from replylint import Checker, Conversation, Finding, Overrides, ReplylintError, Settings, Severity, load_settings, read
from replylint.cli import console
from replylint.model import Channel, Judgement, Mode, PathSettings
from replylint.readers import Result
from replylint.settings import Finder

if TYPE_CHECKING:
    from replylint.baseline import Known
    from replylint.changes import ChangedLines
    from replylint.fixes import Fixed, Fixer
    from replylint.reports.redaction import Redactor


@dataclass(frozen=True)
class Options:
    """The options as they were given, under click's names."""

    paths: tuple[str, ...] = ()
    to: str | None = None
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    mode: Mode | None = None
    channel: Channel | None = None
    locale: str | None = None
    now: datetime | None = None
    config: str | None = None
    min_severity: str = "info"
    diff_base: str | None = None
    baseline: str | None = None
    update_baseline: bool = False
    fix: bool = False
    unsafe_fixes: bool = False
    diff: bool = False
    redact: bool = False
    format: str = "text"
    statistics: bool = False
    output: str | None = None
    strict: bool = False
    exit_zero: bool = False
    no_color: bool = False
    quiet: bool = False
    verbose: bool = False
    stdin_filename: str | None = None
    allow_code: bool = False

    @property
    def places(self) -> Sequence[str]:
        """The paths that were given, or the current folder."""
        return self.paths or (".",)


class Run:
    """One pass over the files, counting as it goes."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.errors: list[ReplylintError] = []
        self.checked: list[str] = []
        self.replies = self.skipped = 0
        self.known = _known(options)
        self._changed = _changed(options)
        self._settings_for = _SettingsFor(options)
        self._overrides = Overrides(options.channel, options.mode, options.locale, options.now)
        self.checker = Checker(self._settings_for, allow_code=options.allow_code)
        self._redactors: dict[tuple[str, str], Redactor] = {}

    def judgements(self) -> Iterator[Judgement]:
        """Yield what is to be shown of each conversation."""
        for judgement in self.checker.judge(self._conversations()):
            yield self._redacted(self._shown(judgement, self.known))

    def fixed(self) -> Iterator[Fixed]:
        """Yield each file with the fixes of what would be shown, where there are some; none is written yet."""
        from replylint.readers import answering, read_customer

        to = self.options.to
        asked = read_customer(to, self._settings_for(to), self._overrides) if to else ()
        for fixer, path, data in self._fixers(lambda result: answering(result, asked)):
            try:
                fixed = fixer.fix(path, data)
            except ReplylintError as error:
                self.errors.append(error)
                continue
            if fixed.after != fixed.before or fixed.refused:
                yield fixed

    def _fixers(self, answering: Callable[[Result], Result]) -> Iterator[tuple[Fixer, str, bytes]]:
        """Yield what fixes each file, the file and its bytes; the run proper tells what cannot be read."""
        from replylint.fixes import Fixer
        from replylint.readers import discover, read_bytes

        self._check_selectors()
        for found in discover(self.options.places, self._settings_for):
            if isinstance(found, ReplylintError):
                continue
            path, named = found.path, found.named
            if path == "-":
                raise ReplylintError("standard input cannot be fixed: name a file", "-")
            settings = self._settings_for(path)

            def read_it(
                data: bytes, path: str = path, settings: Settings = settings, named: bool = named
            ) -> Sequence[Conversation] | None:
                result = answering(read_bytes(data, path, settings, self._overrides, named=named))
                return None if result.errors else result.conversations

            try:
                data = Path(path).read_bytes()
            except OSError:
                continue
            yield Fixer(self._judged, read_it, self.options.unsafe_fixes), path, data

    def _judged(self, conversations: Sequence[Conversation]) -> Iterator[Judgement]:
        known = self.known and type(self.known)(self.known.baseline)
        return (self._shown(judgement, known) for judgement in self.checker.judge(conversations))

    def _shown(self, judgement: Judgement, known: Known | None) -> Judgement:
        """Leave what is loud enough, new, and on a changed line."""
        least = Severity[self.options.min_severity.upper()]

        def is_shown(finding: Finding) -> bool:
            if known is not None and known.has(finding):
                return False
            return finding.severity >= least and (self._changed is None or self._changed.touch(finding))

        return replace(judgement, findings=tuple(filter(is_shown, judgement.findings)))

    def _check_selectors(self) -> None:
        """Tell of a selector that means no rule before any file is read."""
        for path in self.options.places:
            self.checker.linter(path)

    def _conversations(self) -> Iterator[Conversation]:
        options = self.options
        stdin = sys.stdin.buffer.read() if "-" in options.places else b""
        self._check_selectors()
        for result in read(
            options.places,
            self._settings_for,
            overrides=self._overrides,
            stdin=stdin,
            stdin_filename=options.stdin_filename,
            to=options.to,
        ):
            self.errors += result.errors
            if not result.errors and not result.skipped:
                self.checked.append(result.path)
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
        if redactor is None:
            return judgement
        findings = tuple(self._without_names_of_others(finding) for finding in judgement.findings)
        return redactor.judgement(replace(judgement, findings=findings))

    def _without_names_of_others(self, finding: Finding) -> Finding:
        """Hide what identifies the people of the other templates that a finding quotes."""
        others = {(r.path, r.conversation) for r in finding.related if r.conversation}
        for redactor in filter(None, map(self._redactors.get, others)):
            finding = redactor.finding(finding)
        return finding


class _SettingsFor:
    """Gives the settings for a file: those of its folder or of --config, with the options applied."""

    def __init__(self, options: Options) -> None:
        self._options = options
        fixed = load_settings(options.config) if options.config is not None else None
        self._found: Callable[[str], Settings] = Finder() if fixed is None else lambda path: fixed
        self._applied: dict[int, tuple[Settings, Settings]] = {}
        self._personal = _personal_words()

    def __call__(self, path: str) -> Settings:
        found = self._found(path)
        if id(found) not in self._applied:
            mine = replace(found, words=(*found.words, *self._personal))
            self._applied[id(found)] = found, _with_options(mine, self._options)
        return self._applied[id(found)][1]


def _personal_words() -> tuple[str, ...]:
    """Return the words that the person at the keyboard has accepted."""
    from replylint.places import personal_words

    path = personal_words()
    if not path.is_file():
        return ()
    from replylint.word_lists import read_words

    return read_words(path)


def _with_options(settings: Settings, options: Options) -> Settings:
    """Let the command line have the last word on which rules run, and on the moment."""
    last = PathSettings("", options.select, options.extend_select, options.ignore)
    return replace(settings, per_path=(*settings.per_path, last), now=options.now or settings.now)


def _known(options: Options) -> Known | None:
    if options.baseline is None:
        return None
    from replylint.baseline import Known, load

    return Known(load(options.baseline))


def _changed(options: Options) -> ChangedLines | None:
    if options.diff_base is None:
        return None
    from replylint.changes import since

    return since(options.diff_base)
