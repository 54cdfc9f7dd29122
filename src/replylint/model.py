"""The frozen values every part of replylint speaks of.

Offsets are counted in Unicode code points of one message's text and spans are half-open, unless a name says otherwise.
"""

from __future__ import annotations

import bisect
import enum
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from types import MappingProxyType
from typing import Any, Literal, Protocol

Role = Literal["customer", "agent", "system"]
Channel = Literal["email", "chat", "sms", "social"]
Mode = Literal["draft", "template", "library", "thread"]
Turn = int | Literal["draft"]
"""The message a finding is in: an index into ``Conversation.messages``, or ``"draft"``."""
Need = Literal["draft", "reply-to", "thread", "meta", "library"]
"""What a rule must be given: the draft alone, the customer's message, the whole thread, a template's settings, or the
other templates of the run."""


class ReplylintError(Exception):
    """A mistake in what the user gave us; ``str()`` is one line that says what is wrong and where."""

    def __init__(self, message: str, path: str | None = None, position: Position | None = None) -> None:
        self.message = message
        self.path = path
        self.position = position
        super().__init__(message)

    def __str__(self) -> str:
        where = [self.path] if self.path else []
        if self.position:
            where += [str(self.position.line), str(self.position.column)]
        return f"{':'.join(where)}: {self.message}" if where else self.message


class UnwritableError(ValueError):
    """A text cannot be written at a place in a file; ``str()`` says why, as the end of "not applied: …"."""


class Severity(enum.IntEnum):
    """How loud a finding is; ``OFF`` rules run only when selected by ``ALL`` or by name."""

    OFF = 0
    INFO = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        return self.name.lower()


class Confidence(enum.IntEnum):
    """How sure a check is that the customer would agree with this verdict."""

    LOW = 1
    MEDIUM = 2
    HIGH = 3

    def __str__(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)

    def of(self, text: str) -> str:
        return text[self.start : self.end]


MaskKind = Literal[
    "quote", "forward", "signature", "disclaimer", "code", "url", "email", "handle", "number", "mention", "placeholder"
]


@dataclass(frozen=True, slots=True, order=True)
class Mask:
    """A stretch of a message that is not read as the writer's own words.

    ``word`` is what the parser reads in its place (a placeholder for a name is read as a name); empty: nothing.
    """

    span: Span
    kind: MaskKind
    word: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a file: line and column from 1, columns in Unicode code points."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Encoded:
    """A stretch of a file's text, the byte of the file it starts at, and its charset."""

    text: Span
    start: int
    charset: str


@dataclass(frozen=True)
class SourceFile:
    """A file as it was decoded, without its byte order mark.

    ``encoded`` are the stretches that can be written back, in order; the others are only there to count lines.
    """

    path: str
    text: str
    encoded: tuple[Encoded, ...] = ()

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(m.end() for m in re.finditer(r"\r\n|\r|\n", self.text))]

    def position(self, offset: int) -> Position:
        """Return the line and column of a character offset into ``text``."""
        line = bisect.bisect_right(self._line_starts, offset)
        return Position(line, offset - self._line_starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """Return a line (from 1) without its line end."""
        starts = self._line_starts
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of message text and the stretch of file it was read from.

    Where both have the same length each character maps to its own; otherwise (an escape, an entity, folded white
    space) the whole run maps as one.
    """

    text: Span
    source: Span


class Writer(Protocol):
    """Says how a text is written in a file's format."""

    def __call__(self, text: str, file: SourceFile, place: Span) -> str:
        """Return what to put in a place of the file so that it reads as ``text``; raises UnwritableError."""


@dataclass(frozen=True)
class Source:
    """Where a message's text came from. ``runs`` are in order of ``text`` and cover it without gaps.

    Without ``write`` the text cannot be changed in its file.
    """

    file: SourceFile
    runs: Sequence[Run]
    write: Writer | None = None

    @cached_property
    def _starts(self) -> list[int]:
        return [run.text.start for run in self.runs]

    def _run(self, offset: int) -> Run | None:
        return self.runs[max(0, bisect.bisect_right(self._starts, offset) - 1)] if self.runs else None

    def runs_of(self, span: Span) -> Sequence[Run]:
        """Return the runs that the characters of a span of the message's text are in."""
        first = max(0, bisect.bisect_right(self._starts, span.start) - 1)
        return self.runs[first : max(first + 1, bisect.bisect_left(self._starts, span.end))]

    def span(self, span: Span) -> Span:
        """Return the characters of the file that a span of the message's text was read from."""
        first, last = self._run(span.start), self._run(max(span.start, span.end - 1))
        if first is None or last is None:
            return Span(0, 0)
        verbatim = len(first.text) == len(first.source)
        start = first.source.start + (min(span.start - first.text.start, len(first.source)) if verbatim else 0)
        if span.end <= span.start:
            return Span(start, start)
        verbatim = len(last.text) == len(last.source)
        end = min(last.source.start + span.end - last.text.start, last.source.end) if verbatim else last.source.end
        return Span(start, max(start, end))

    def locate(self, offset: int) -> Position:
        """Return the line and column in the file of a character of the message's text."""
        return self.file.position(self.span(Span(offset, offset)).start)


@dataclass(frozen=True)
class Message:
    """One message of a thread.

    ``masks`` are stretches the reader already knows are not the author's own words (quoted mail, code in HTML).
    """

    role: Role
    text: str
    sent_at: datetime | None = None
    author: str | None = None
    sender: str | None = None
    attachments: tuple[str, ...] = ()
    masks: tuple[Mask, ...] = ()
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Ignore:
    """A code, prefix or name that a file switches off outside a message's text, and where it does so.

    An empty one names no rule. One that does not ``hold`` stands where it speaks of no message.
    """

    selector: str
    position: Position
    holds: bool = True


@dataclass(frozen=True)
class Conversation:
    """A thread and the reply to judge.

    Without ``draft`` the last agent message is the reply; in mode ``thread`` every agent message is judged.
    ``meta`` has the keys of a template's front matter.
    """

    id: str
    messages: tuple[Message, ...] = ()
    draft: Message | None = None
    channel: Channel = "email"
    locale: str = "en-US"
    mode: Mode = "draft"
    meta: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    ignores: tuple[Ignore, ...] = ()
    path: str = ""

    @property
    def turns(self) -> tuple[Turn, ...]:
        """The messages to judge, in order."""
        agent: list[Turn] = [i for i, message in enumerate(self.messages) if message.role == "agent"]
        if self.mode == "thread":
            return (*agent, "draft") if self.draft else tuple(agent)
        return ("draft",) if self.draft else tuple(agent[-1:])

    def message(self, turn: Turn) -> Message:
        """Return the message at a turn; raises LookupError where there is none."""
        if turn == "draft":
            if self.draft is None:
                raise LookupError("the conversation has no draft")
            return self.draft
        return self.messages[turn]

    def before(self, turn: Turn) -> range:
        """The indices of the messages that came before a turn."""
        return range(len(self.messages) if turn == "draft" else turn)


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace a span of the judged message by ``text``."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A change that removes a finding; ``safe`` where it cannot change what the writer meant."""

    description: str
    edits: tuple[Edit, ...]
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Related:
    """Another place a finding speaks of, such as the customer's question; ``conversation`` where it is in another one."""

    turn: Turn
    span: Span
    message: str
    conversation: Conversation | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """What a check found. The linter makes it a finding: code, severity and place in the file are not the check's.

    ``slots`` fill the rule's message; ``case`` names a variant where a rule has several severities or messages;
    ``scope`` is the clause the match speaks of, where precedence is decided by clause.
    """

    span: Span
    slots: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    confidence: Confidence = Confidence.HIGH
    case: str = ""
    fixes: tuple[Fix, ...] = ()
    related: tuple[Related, ...] = ()
    scope: Span | None = None


@dataclass(frozen=True)
class Example:
    """A conversation in a rule file, and what the rule must find in it: ``marks`` in the draft (none: anywhere).

    ``library`` are the templates that it is compared with.
    """

    conversation: Conversation
    marks: tuple[Span, ...]
    fix: str | None
    severity: Severity | None
    position: Position
    library: tuple[Conversation, ...] = ()


@dataclass(frozen=True)
class Rule:
    """One rule file. ``severity`` and ``message`` are by case; the case ``""`` is the usual one.

    ``anchors``: a draft without any of these words has nothing the rule could find; empty where none are known.
    """

    code: str
    name: str
    summary: str
    message: Mapping[str, str]
    severity: Mapping[str, Severity]
    needs: Need
    check: str
    options: Mapping[str, Any]
    rationale: str
    principle: str
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    modes: frozenset[Mode]
    channels: frozenset[Channel]
    preview: bool
    family: str
    path: str
    anchors: frozenset[str] = frozenset()

    @property
    def default_severity(self) -> Severity:
        """The loudest a finding of this rule can be."""
        return max(self.severity.values())

    @property
    def info_only(self) -> bool:
        """Whether the rule never says more than a hint."""
        return self.default_severity == Severity.INFO


@dataclass(frozen=True, slots=True)
class Location:
    """A span of a message, and its place in the file."""

    turn: Turn
    span: Span
    start: Position
    end: Position


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The lines of a finding as they are shown, and the span in them.

    ``line`` is the number of the first line in the file; None where the message is written there in another way (an
    escape, an encoding) and its own words are shown. ``offset`` plus an offset into the message gives the one into
    ``text``; None where the text was changed (redacted).
    """

    text: str
    span: Span
    line: int | None
    offset: int | None


@dataclass(frozen=True)
class RelatedLocation:
    """``Related``, placed in its file. ``path`` and ``conversation`` are empty where they are the finding's own."""

    location: Location
    message: str
    text: str
    path: str = ""
    conversation: str = ""


@dataclass(frozen=True)
class Finding:
    """One problem in one reply, ready to be shown. ``sentence`` is the one it starts in, by which it is known again."""

    code: str
    name: str
    severity: Severity
    message: str
    path: str
    conversation: str
    location: Location
    text: str
    fixes: tuple[Fix, ...] = ()
    related: tuple[RelatedLocation, ...] = ()
    source: Source | None = None
    excerpt: Excerpt | None = None
    sentence: str = ""


FactKind = Literal["question", "request", "failure", "apology", "promise", "overdue promise", "time", "date"]


@dataclass(frozen=True)
class Fact:
    """Something understood of a thread, and what shows it: what people debug a thread with.

    ``verdict`` says in a few words what it was taken for ("answered", "sympathy", "could be am or pm"); ``evidence`` are
    the places that decided it, the first one the most telling.
    """

    kind: FactKind
    location: Location
    text: str
    verdict: str
    confidence: Confidence | None = None
    evidence: tuple[RelatedLocation, ...] = ()


@dataclass(frozen=True)
class Judgement:
    """One reply, judged: what was found, and the customer's questions with the sentence found for each."""

    conversation: Conversation
    turn: Turn
    findings: tuple[Finding, ...]
    questions: tuple[Fact, ...] = ()


@dataclass(frozen=True)
class PathSettings:
    """Settings for the files that match a pattern as in .gitignore; an empty one is for all files."""

    pattern: str
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    mode: Mode | None = None
    channel: Channel | None = None
    locale: str | None = None


@dataclass(frozen=True, slots=True)
class Placeholder:
    """What the settings say of a placeholder; one that is ``required`` is never empty."""

    type: str = ""
    required: bool = False


@dataclass(frozen=True)
class LibrarySettings:
    """Which values of the files under some patterns hold templates, and what their placeholders are.

    Without ``text`` a file must have a shape that is known. ``html`` is None where it is to be seen.
    """

    patterns: tuple[str, ...]
    text: tuple[str, ...] = ()
    title: str = ""
    html: bool | None = None
    placeholders: str = ""
    schema: Mapping[str, Placeholder] = field(default_factory=lambda: MappingProxyType({}))
    meta: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    mode: Mode | None = None


@dataclass(frozen=True)
class SpellingSettings:
    """Which engines look for slips, and where LanguageTool answers: ``url``, or one started here if that is empty."""

    engines: tuple[str, ...] = ("embedded",)
    url: str = ""
    timeout: float = 30.0


@dataclass(frozen=True)
class Settings:
    """What a company decided: ``.replylint.yaml`` or ``[tool.replylint]``.

    ``select`` and ``ignore`` hold codes, prefixes, names or ``ALL``; an empty ``select`` is the default selection.
    ``words`` has the words of the files in ``word_lists`` too. ``root`` is the folder that relative paths and patterns are under.
    """

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=lambda: MappingProxyType({}))
    per_path: tuple[PathSettings, ...] = ()
    exclude: tuple[str, ...] = ()
    libraries: tuple[LibrarySettings, ...] = ()
    rules: tuple[str, ...] = ()
    agents: tuple[str, ...] = ()
    brands: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    word_lists: tuple[str, ...] = ()
    spelling: SpellingSettings = SpellingSettings()
    mode: Mode | None = None
    channel: Channel | None = None
    locale: str | None = None
    timezone: str | None = None
    now: datetime | None = None
    root: str = "."
    path: str | None = None
