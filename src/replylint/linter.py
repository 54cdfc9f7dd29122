"""Conversations x rules -> findings: what runs, who wins, what is ignored, how loud it is."""

from __future__ import annotations

import string
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from replylint.checks import Check, LibraryCheck, find
from replylint.language.reading import Reading, Thread
from replylint.language.syntax import Parser
from replylint.library import Compared, Library, until_first
from replylint.locations import excerpt, locate
from replylint.model import (
    Confidence,
    Conversation,
    Finding,
    Judgement,
    Match,
    Related,
    RelatedLocation,
    Rule,
    Settings,
    Severity,
)
from replylint.precedence import Hit, silenced
from replylint.suppressions import FileIgnores, Suppressions
from replylint.understanding import questions

if TYPE_CHECKING:
    from replylint.engines import Engines

BATCH = 64
"""Conversations parsed together; larger batches are no faster."""


class Linter:
    """Checks conversations with a set of rules.

    ``rules`` are those to run, from ``rulebook.load`` through ``selection.select``; ``known`` are all there are, so
    that an ignore of one that does not exist is reported. ``allow_code`` lets rules name Python classes outside
    replylint.
    """

    def __init__(
        self,
        rules: Sequence[Rule],
        settings: Settings | None = None,
        *,
        known: Sequence[Rule] = (),
        allow_code: bool = False,
        engines: Engines | None = None,
    ) -> None:
        self.rules = tuple(rules)
        self.known = tuple(known)
        self.settings = settings or Settings()
        self._allow_code = allow_code
        self._checks: dict[str, Check] = {}
        self._parser = Parser()
        self._engines = engines or _engines(self.settings)

    def check(self, conversations: Iterable[Conversation], compared: Compared | None = None) -> Iterator[Finding]:
        """Yield findings in the order of the conversations, and by place within one.

        ``compared`` is what is wrong between templates, where other linters' templates were compared too.
        """
        for _, findings in self._judged(conversations, compared):
            yield from findings

    def judge(self, conversations: Iterable[Conversation], compared: Compared | None = None) -> Iterator[Judgement]:
        """Yield for each conversation its findings, and the customer's questions with what its last reply says to them."""
        for readings, findings in self._judged(conversations, compared):
            for reading in readings[-1:]:
                asked = tuple(questions(reading)) if reading.current_turn else ()
                yield Judgement(reading.conversation, reading.turn, tuple(findings), asked)

    def note(self, conversations: Iterable[Conversation], library: Library) -> None:
        """Add templates to those that are compared."""
        for conversation in conversations:
            for reading in self.readings(conversation) if conversation.mode == "library" else ():
                for rule, check in self._applicable(reading):
                    if isinstance(check, LibraryCheck):
                        library.add(reading, rule, check)

    def _judged(
        self, conversations: Iterable[Conversation], compared: Compared | None
    ) -> Iterator[tuple[list[Reading], list[Finding]]]:
        if compared is not None:
            yield from self._each(conversations, compared)
            return
        alone, rest = until_first(conversations)
        yield from self._each(alone, {})
        library = Library()
        self.note(rest, library)
        yield from self._each(rest, library.compared())

    def _each(
        self, conversations: Iterable[Conversation], compared: Compared
    ) -> Iterator[tuple[list[Reading], list[Finding]]]:
        files = _with_last_of_file(conversations)
        above = FileIgnores()
        while batch := list(islice(files, BATCH)):
            readings = [self.readings(c) for c, _ in batch]
            every = [reading for each in readings for reading in each]
            if self._engines:
                self._engines.prefetch(every)
            if len(batch) > 1:
                self._parser.prefetch(s.text for r in every for _, c in self._applicable(r) for s in c.nominate(r))
            for (conversation, last), each in zip(batch, readings, strict=True):
                ignores = Suppressions(conversation, self.rules, self.known, above)
                yield each, list(self._findings(each, ignores, compared.get(id(conversation), ()), last))
                above = FileIgnores() if last else above
            self._parser.forget()

    def readings(self, conversation: Conversation) -> list[Reading]:
        """Return the reading of each reply to judge, with nothing understood yet."""
        thread = Thread()
        return [Reading(conversation, turn, self.settings, self._parser, thread) for turn in conversation.turns]

    def findings(self, reading: Reading, compared: Sequence[Hit] = ()) -> list[Finding]:
        """Return what the rules find in one reply, whatever its comments ignore, and what comparing it has found."""
        hits = [(rule, match) for rule, match in compared if _severity(rule, match) > Severity.OFF]
        for rule, check in self._applicable(reading):
            hits += ((rule, match) for match in check.matches(reading) if _severity(rule, match) > Severity.OFF)
        if self._engines:
            joined = self._engines.joined(reading, (rule for rule, _ in self._applicable(reading)), hits)
            hits = [(rule, match) for rule, match in joined if _severity(rule, match) > Severity.OFF]
        lost = silenced(hits)
        return [_finding(reading, rule, match) for i, (rule, match) in enumerate(hits) if i not in lost]

    def _findings(
        self, readings: Sequence[Reading], ignores: Suppressions, compared: Sequence[Hit], last: bool
    ) -> Iterator[Finding]:
        """Yield what stays of the findings in one conversation, and what is wrong with its ignores.

        What stands above the texts of a file is known to be unused with the ``last`` of them.
        """
        replies: list[Finding] = []
        for reading in readings:
            found = [f for f in self.findings(reading, compared) if not ignores.silence(reading, f)]
            for about_ignores in (ignores.bare, ignores.unused):
                told = (_finding(reading, rule, match) for rule, match in about_ignores(reading))
                found += [f for f in told if not ignores.silence(reading, f)]
            replies += sorted(found, key=lambda f: (f.location.span, f.code))
        for reading in readings[:1] if last else ():
            for rule, match, location in ignores.wrong_above(reading.turn):
                finding = replace(_finding(reading, rule, match), location=location, excerpt=None)
                if not ignores.silence(reading, finding):
                    yield finding
        yield from replies

    def _applicable(self, reading: Reading) -> Iterator[tuple[Rule, Check]]:
        conversation = reading.conversation
        for rule in self.rules:
            if conversation.mode not in rule.modes or conversation.channel not in rule.channels:
                continue
            if rule.needs == "reply-to" and not reading.current_turn:
                continue
            if rule.needs == "thread" and not reading.earlier:
                continue
            if rule.anchors and all(map(rule.anchors.isdisjoint, reading.draft.words)):
                continue
            yield rule, self._check(rule)

    def _check(self, rule: Rule) -> Check:
        """Return a rule's check, made when it is first needed: many a rule has nothing to look at in a lone draft."""
        if rule.code not in self._checks:
            self._checks[rule.code] = find(rule.check, self._allow_code)(**rule.options)
        return self._checks[rule.code]


def _engines(settings: Settings) -> Engines | None:
    """Return the other spelling engines that settings name; their modules are not loaded where there are none."""
    if settings.spelling.engines == ("embedded",):
        return None
    from replylint.engines import engines

    return engines(settings.spelling)


def effective_severity(severity: Severity, confidence: Confidence) -> Severity:
    """Demote what is not sure: an error one step for medium and two for low confidence, a warning for low."""
    if severity == Severity.ERROR:
        return Severity(severity - (Confidence.HIGH - confidence))
    if severity == Severity.WARNING and confidence == Confidence.LOW:
        return Severity.INFO
    return severity


def _severity(rule: Rule, match: Match) -> Severity:
    return effective_severity(rule.severity.get(match.case, rule.default_severity), match.confidence)


def _finding(reading: Reading, rule: Rule, match: Match) -> Finding:
    conversation, text = reading.conversation, reading.draft.raw
    span_text = match.span.of(text)
    template = rule.message.get(match.case, next(iter(rule.message.values())))
    location = locate(reading.draft.message.source, text, reading.turn, match.span)
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=_severity(rule, match),
        message=string.Formatter().vformat(template, (), {"span": _short(span_text), **match.slots}),
        path=conversation.path,
        conversation=conversation.id,
        location=location,
        text=span_text,
        fixes=match.fixes,
        related=tuple(_related(reading, related) for related in match.related),
        source=reading.draft.message.source,
        excerpt=excerpt(reading.draft.message.source, text, location),
        sentence=sentence.span.of(text) if (sentence := reading.draft.sentence_at(match.span.start)) else "",
    )


def _related(reading: Reading, related: Related) -> RelatedLocation:
    conversation = related.conversation or reading.conversation
    message = conversation.message(related.turn)
    location = locate(message.source, message.text, related.turn, related.span)
    path = message.source.file.path if message.source else conversation.path
    return RelatedLocation(
        location,
        related.message,
        related.span.of(message.text),
        path if related.conversation or path != reading.conversation.path else "",
        conversation.id if related.conversation else "",
    )


def _with_last_of_file(conversations: Iterable[Conversation]) -> Iterator[tuple[Conversation, bool]]:
    """Yield conversations, and of each whether it is the last of its file."""
    following = iter(conversations)
    conversation = next(following, None)
    while conversation is not None:
        after = next(following, None)
        yield conversation, after is None or not conversation.path or after.path != conversation.path
        conversation = after


def _short(text: str, longest: int = 80) -> str:
    text = " ".join(text.split())
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
