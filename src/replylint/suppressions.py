"""Findings that a file's own comments, keys or front matter switch off, and the two rules about such ignores.

``<!-- replylint: ignore TIM001 -->`` speaks of the line it is on, or of the next line where it stands alone;
``<!-- replylint: ignore-file TIM001 -->`` and front matter of the whole message. RPL001 reports an ignore that names
no rule (it switches nothing off), RPL002 one that nothing needed or that names a rule which does not exist.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from replylint.language.reading import Reading
from replylint.model import Conversation, Finding, Ignore, Location, Match, Position, Rule, Span, Turn
from replylint.selection import matches, nearest

_COMMENT = re.compile(
    r"<!--\s{0,20}replylint:\s{0,20}(?P<kind>ignore-file|ignore)(?![\w-])(?P<codes>[^>\n]{0,500}?)-->"
)
_SELECTOR = re.compile(r"[A-Za-z]\w*(?:-\w+)*")
_BARE, _UNUSED = "RPL001", "RPL002"


@dataclass
class _Ignore:
    """A selector that is switched off, and where it says so: in the message, for a stretch of it, or above it."""

    selector: str
    scope: Span
    span: Span
    position: Position | None = None
    used: bool = False


class FileIgnores:
    """What stands above the texts of one file: one that speaks of several of them is used where one needs it."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, Position], _Ignore] = {}

    def of(self, ignore: Ignore) -> _Ignore:
        """Return an ignore as it is known so far."""
        key = ignore.selector, ignore.position
        if key not in self._known:
            self._known[key] = _Ignore(ignore.selector, Span(0, 0), Span(0, 0), ignore.position)
        return self._known[key]

    def __iter__(self) -> Iterator[_Ignore]:
        return iter(self._known.values())


class Suppressions:
    """The ignores of one conversation; ``above`` gathers those of its file.

    ``rules`` are those that run. ``known`` are all there are, so that an ignore of one that does not exist is reported;
    without them every selector is taken to mean a rule.
    """

    def __init__(
        self,
        conversation: Conversation,
        rules: Sequence[Rule],
        known: Sequence[Rule] = (),
        above: FileIgnores | None = None,
    ) -> None:
        self._rules = {rule.code: rule for rule in rules}
        self._known = known
        self._mode = conversation.mode
        self._file = FileIgnores() if above is None else above
        said = [(self._file.of(ignore), ignore.holds) for ignore in conversation.ignores]
        self._above = [ignore for ignore, holds in said if holds]
        self._inside: dict[Turn, list[_Ignore]] = {}

    def silence(self, reading: Reading, finding: Finding) -> bool:
        """Whether an ignore switches a finding off; the ignore then counts as used."""
        rule, span = self._rules[finding.code], finding.location.span
        touched = span if len(span) else Span(span.start, span.end + 1)
        fitting = [
            ignore
            for ignore in (*self._above, *self._comments(reading))
            if ignore.selector
            and (ignore.position or ignore.scope.overlaps(touched))
            and matches(rule, ignore.selector)
        ]
        for ignore in fitting:
            ignore.used = True
        return bool(fitting)

    def bare(self, reading: Reading) -> Iterator[tuple[Rule, Match]]:
        """Yield the comments of a reply that name no rule."""
        for ignore in self._comments(reading) if _BARE in self._rules else ():
            if not ignore.selector:
                yield self._rules[_BARE], Match(ignore.span)

    def unused(self, reading: Reading) -> Iterator[tuple[Rule, Match]]:
        """Yield the comments of a reply that switched nothing off; to be asked after ``silence`` saw all findings."""
        for ignore in self._comments(reading):
            yield from self._unused(ignore)

    def wrong_above(self, turn: Turn) -> Iterator[tuple[Rule, Match, Location]]:
        """Yield what above the texts of a file names no rule or switched nothing off, when ``silence`` saw all of it."""
        for ignore in self._file:
            assert ignore.position is not None
            location = Location(turn, ignore.span, ignore.position, ignore.position)
            if not ignore.selector and _BARE in self._rules:
                yield self._rules[_BARE], Match(ignore.span), location
            for rule, match in self._unused(ignore):
                yield rule, match, location

    def _unused(self, ignore: _Ignore) -> Iterator[tuple[Rule, Match]]:
        if _UNUSED not in self._rules or ignore.used or not ignore.selector:
            return
        slots = {"selector": ignore.selector}
        if self._known and not any(matches(rule, ignore.selector) for rule in self._known):
            near = nearest(self._known, ignore.selector)
            slots["advice"] = f"write {near} or remove it" if near else "remove it"
            yield self._rules[_UNUSED], Match(ignore.span, slots, case="unknown")
        elif any(matches(rule, ignore.selector) for rule in self._rules.values() if self._mode in rule.modes):
            yield self._rules[_UNUSED], Match(ignore.span, slots, case="unused")

    def _comments(self, reading: Reading) -> list[_Ignore]:
        if reading.turn not in self._inside:
            self._inside[reading.turn] = list(_comments(reading.draft.raw))
        return self._inside[reading.turn]


def _comments(text: str) -> Iterator[_Ignore]:
    line = Span(0, 0)
    for comment in _COMMENT.finditer(text):
        if comment.end() > line.end:
            line_end = text.find("\n", comment.end())
            line = Span(text.rfind("\n", line.end, comment.start()) + 1 or line.end, _or_end(text, line_end))
        if comment["kind"] == "ignore-file":
            scope = Span(0, len(text) + 1)
        elif _stands_alone(text, line, comment):
            scope = Span(line.end, _or_end(text, text.find("\n", line.end + 1)) + 1)
        else:
            scope = line
        selectors = list(_SELECTOR.finditer(text, *comment.span("codes")))
        for selector in selectors:
            yield _Ignore(selector.group(), scope, Span(*selector.span()))
        if not selectors:
            yield _Ignore("", scope, Span(*comment.span()))


def _stands_alone(text: str, line: Span, comment: re.Match[str]) -> bool:
    around = comment.start() - line.start + line.end - comment.end()
    return around < 200 and not (text[line.start : comment.start()] + text[comment.end() : line.end]).strip()


def _or_end(text: str, found: int) -> int:
    return len(text) if found < 0 else found
