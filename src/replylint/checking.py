"""Conversations -> findings, each conversation with the rules and words that the settings for its file name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from replylint import rule_cache, selection
from replylint.library import Compared, Library, until_first
from replylint.linter import Linter
from replylint.model import Conversation, Finding, Judgement, PathSettings, Rule, Settings, SpellingSettings
from replylint.readers.discovery import matches
from replylint.settings import check_selectors, rule_folders
from replylint.version import built_in_folder

if TYPE_CHECKING:
    from replylint.engines import Engines


class Checker:
    """Checks conversations from many files.

    ``settings`` hold for all of them, or are asked for the path of each. ``allow_code`` lets rules name Python classes
    outside replylint. Raises ReplylintError for a broken rule file and for a selector that means no rule.
    """

    def __init__(
        self, settings: Settings | Callable[[str], Settings] | None = None, *, allow_code: bool = False
    ) -> None:
        self._settings_for = settings if callable(settings) else _always(settings or Settings())
        self._allow_code = allow_code
        self._load = cache(self._rules_of)
        self._engines_by_settings: dict[SpellingSettings, Engines | None] = {}
        self._linters: dict[tuple[int, tuple[int, ...]], tuple[Settings, Linter]] = {}

    def check(self, conversations: Iterable[Conversation]) -> Iterator[Finding]:
        """Yield findings in the order of the conversations."""
        for linter, group, compared in self._groups(conversations):
            yield from linter.check(group, compared)

    def judge(self, conversations: Iterable[Conversation]) -> Iterator[Judgement]:
        """Yield each conversation's findings together with the customer's questions."""
        for linter, group, compared in self._groups(conversations):
            yield from linter.judge(group, compared)

    def _groups(
        self, conversations: Iterable[Conversation]
    ) -> Iterator[tuple[Linter, Iterator[Conversation], Compared]]:
        """Yield conversations with their linter; the templates of a library when all of them were compared."""
        alone, rest = until_first(conversations)
        for linter, group in groupby(alone, lambda c: self.linter(c.path)):
            yield linter, group, {}
        library = Library()
        for linter, group in groupby(rest, lambda c: self.linter(c.path)):
            linter.note(group, library)
        compared = library.compared()
        for linter, group in groupby(rest, lambda c: self.linter(c.path)):
            yield linter, group, compared

    def linter(self, path: str) -> Linter:
        """Return the linter for a file, the same one for all files with the same settings."""
        settings = self._settings_for(path)
        fitting = tuple(i for i, entry in enumerate(settings.per_path) if _fits(entry, path, settings))
        key = (id(settings), fitting)
        if key not in self._linters:  # the settings are kept beside, so that their id stays theirs
            self._linters[key] = settings, self._linter(settings, [settings.per_path[i] for i in fitting])
        return self._linters[key][1]

    def rules(self) -> tuple[Rule, ...]:
        """Return the rules that any linter so far has run, by code."""
        found = {rule.code: rule for _, linter in self._linters.values() for rule in linter.rules}
        return tuple(found[code] for code in sorted(found))

    def _linter(self, settings: Settings, entries: Sequence[PathSettings]) -> Linter:
        known = self._load(rule_folders(settings))
        check_selectors(settings, known)
        rules = selection.select_by(known, settings, entries)
        engines = self._engines(settings.spelling)
        return Linter(rules, settings, known=known, allow_code=self._allow_code, engines=engines)

    def _engines(self, spelling: SpellingSettings) -> Engines | None:
        """Return the spelling engines, the same for all linters that name the same."""
        if spelling.engines == ("embedded",):
            return None
        if spelling not in self._engines_by_settings:
            from replylint.engines import engines

            self._engines_by_settings[spelling] = engines(spelling)
        return self._engines_by_settings[spelling]

    def _rules_of(self, folders: tuple[Path, ...]) -> tuple[Rule, ...]:
        if not folders:
            return rule_cache.load(built_in_folder())
        from replylint import rulebook

        return rulebook.load(folders, allow_code=self._allow_code)


def check(
    conversations: Iterable[Conversation],
    settings: Settings | Callable[[str], Settings] | None = None,
    *,
    allow_code: bool = False,
) -> Iterator[Finding]:
    """Yield what is wrong in some conversations, in their order; see ``Checker``."""
    return Checker(settings, allow_code=allow_code).check(conversations)


def _fits(entry: PathSettings, path: str, settings: Settings) -> bool:
    return not entry.pattern or matches((entry.pattern,), path, settings.root)


def _always(settings: Settings) -> Callable[[str], Settings]:
    return lambda path: settings
