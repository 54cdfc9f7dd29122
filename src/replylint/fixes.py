"""Fixes -> the bytes of a file: only what is mended changes, and what was written is read again before it counts.

``Fixer.fix`` works in passes over one file: it applies what does not overlap, reads the new bytes, compares every
message with the text it should now have, and judges the conversations that changed again. ``write`` puts the result in
the place of the file, whole or not at all.
"""

from __future__ import annotations

import os
import shutil
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from replylint.model import (
    Conversation,
    Edit,
    Encoded,
    Finding,
    Fix,
    Judgement,
    Message,
    ReplylintError,
    Run,
    Source,
    SourceFile,
    Span,
    Turn,
    UnwritableError,
)

MAX_PASSES = 10
_NOT_EXACT = "the place of its characters in the file is not known"


@dataclass(frozen=True)
class Fixed:
    """What became of one file. ``applied`` counts the fixes by rule; ``refused`` are findings and why."""

    path: str
    before: bytes
    after: bytes
    applied: Counter[str] = field(default_factory=Counter)
    refused: tuple[tuple[Finding, str], ...] = ()


@dataclass(frozen=True)
class Fixer:
    """Mends files. ``judge`` judges conversations, ``read`` reads the bytes of a file; None where they have a mistake.

    Without ``unsafe`` only fixes that cannot change what the writer meant are applied; of several suggestions none is.
    """

    judge: Callable[[Sequence[Conversation]], Iterable[Judgement]]
    read: Callable[[bytes], Sequence[Conversation] | None]
    unsafe: bool = False

    def fix(self, path: str, data: bytes) -> Fixed:
        """Return what a file would be; raises ReplylintError where it would not read as it should."""
        conversations = self.read(data) or ()
        applied: Counter[str] = Counter()
        refused: dict[tuple[str, str, Turn, Span], tuple[Finding, str]] = {}
        before, changed = data, list(range(len(conversations)))
        for _ in range(MAX_PASSES):
            once = _Pass(path, conversations, changed, self.unsafe)
            once.take(self.judge([conversations[i] for i in changed]))
            if once.mends:
                data, conversations = self._applied(once, data)
            refused |= {_place_of(finding): (finding, why) for finding, why in once.refused}
            applied += once.applied
            changed = once.changed
            if not changed:
                break
        return Fixed(path, before, data, applied, tuple(refused.values()))

    def _applied(self, once: _Pass, data: bytes) -> tuple[bytes, Sequence[Conversation]]:
        """Return the new bytes and what they read as; conversations that would read otherwise stay as they were."""
        for _ in range(2):
            new = once.written(data)
            conversations = self.read(new) or ()
            wrong = once.wrong(conversations)
            if not wrong:
                return new, conversations
            once.drop(wrong)
            if not once.mends:
                return data, once.conversations
        raise once.error


@dataclass(frozen=True, slots=True)
class _Mend:
    """A finding's fix, and what it changes in the file."""

    finding: Finding
    number: int
    edits: tuple[Edit, ...]
    replacements: tuple[tuple[Span, str], ...]


class _Pass:
    """The fixes of one pass over a file."""

    def __init__(self, path: str, conversations: Sequence[Conversation], judged: Sequence[int], unsafe: bool) -> None:
        self.path = path
        self.conversations = conversations
        self.unsafe = unsafe
        self.mends: list[_Mend] = []
        self.refused: list[tuple[Finding, str]] = []
        self.error = ReplylintError("left as it was: it would not read as it should with the fixes in it", path)
        self._numbers = {id(conversations[i]): i for i in judged}

    def take(self, judgements: Iterable[Judgement]) -> None:
        """Take the fixes of findings, in order, that do not overlap one that was taken."""
        for judgement in judgements:
            number = self._numbers[id(judgement.conversation)]
            taken: dict[Turn, list[Edit]] = {}
            for finding in judgement.findings:
                if fix := self._fix_of(finding):
                    self._take(finding, fix, number, taken.setdefault(finding.location.turn, []))

    def _take(self, finding: Finding, fix: Fix, number: int, taken: list[Edit]) -> None:
        if any(_touch(edit.span, other.span) for edit in fix.edits for other in taken):
            return
        message = self.conversations[number].message(finding.location.turn)
        try:
            replacements = tuple(_replacement(message, edit, self.path) for edit in fix.edits)
        except UnwritableError as error:
            self.refused.append((finding, str(error)))
            return
        taken += fix.edits
        self.mends.append(_Mend(finding, number, fix.edits, replacements))

    def _fix_of(self, finding: Finding) -> Fix | None:
        if len(finding.fixes) != 1 or not finding.fixes[0].edits:
            return None
        fix = finding.fixes[0]
        return fix if fix.safe or self.unsafe else None

    @property
    def applied(self) -> Counter[str]:
        """The number of fixes by rule."""
        return Counter(mend.finding.code for mend in self.mends)

    @property
    def changed(self) -> list[int]:
        """The conversations with a fix in them, by number."""
        return sorted({mend.number for mend in self.mends})

    def drop(self, numbers: set[int]) -> None:
        """Take back the fixes in some conversations."""
        dropped = [mend for mend in self.mends if mend.number in numbers]
        self.refused += ((mend.finding, "the text would not read as it should") for mend in dropped)
        self.mends = [mend for mend in self.mends if mend.number not in numbers]

    def wrong(self, now: Sequence[Conversation]) -> set[int]:
        """Return the conversations whose messages are not what they should be; raises ReplylintError for a broken file."""
        if len(now) != len(self.conversations):
            raise self.error
        edits: dict[tuple[int, Turn], list[Edit]] = {}
        for mend in self.mends:
            edits.setdefault((mend.number, mend.finding.location.turn), []).extend(mend.edits)
        wrong = set()
        for number, (before, after) in enumerate(zip(self.conversations, now, strict=True)):
            turns = zip(_turns(before), _texts(before), strict=True)
            if [edited(text, edits.get((number, turn), ())) for turn, text in turns] != _texts(after):
                wrong.add(number)
        if wrong - {mend.number for mend in self.mends}:
            raise self.error
        return wrong

    def written(self, data: bytes) -> bytes:
        """Return a file's bytes with the replacements in them."""
        file = next(m.source.file for c in self.conversations for m in _messages(c) if self._is_here(m) and m.source)
        pieces, done = [], 0
        for start, end, new in _in_bytes(
            file, sorted(replacement for mend in self.mends for replacement in mend.replacements)
        ):
            if start < done:
                raise ReplylintError("left as it was: two fixes change the same place", self.path)
            pieces += [data[done:start], new]
            done = end
        return b"".join([*pieces, data[done:]])

    def _is_here(self, message: Message) -> bool:
        return message.source is not None and message.source.file.path == self.path


def _place_of(finding: Finding) -> tuple[str, str, Turn, Span]:
    return finding.code, finding.conversation, finding.location.turn, finding.location.span


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with edits in it that do not overlap."""
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def _turns(conversation: Conversation) -> list[Turn]:
    return [*range(len(conversation.messages)), *(["draft"] if conversation.draft else [])]


def _messages(conversation: Conversation) -> Iterator[Message]:
    return (conversation.message(turn) for turn in _turns(conversation))


def _texts(conversation: Conversation) -> list[str]:
    return [message.text for message in _messages(conversation)]


def _touch(one: Span, other: Span) -> bool:
    return one.start <= other.end and other.start <= one.end


def _replacement(message: Message, edit: Edit, path: str) -> tuple[Span, str]:
    """Return what to write where in the file; raises UnwritableError."""
    source = message.source
    if source is None or source.file.path != path:
        raise UnwritableError("it is not in this file")
    if source.write is None:
        raise UnwritableError("its text is encoded as a whole")
    reason = None
    for least in _least(message.text, edit):
        try:
            place = _place(source, least.span)
            new = source.write(least.text, source.file, place) if least.text else ""
            _bytes(new, _stretch(source.file, place).charset)
        except UnwritableError as error:
            reason = reason or error
        else:
            return place, new
    assert reason is not None
    raise reason


def _bytes(text: str, charset: str) -> bytes:
    try:
        return text.encode(charset)
    except UnicodeEncodeError as error:
        raise UnwritableError(f"its charset {charset} has no {error.object[error.start]!r}") from None


def _least(text: str, edit: Edit) -> Iterator[Edit]:
    """Yield an edit without what it leaves as it is: kept from the start first, then kept from the end first."""
    old, new = edit.span.of(text), edit.text
    most = min(len(old), len(new))
    for forwards in (True, False):
        first = _common(old, new, most)
        last = _common(old[::-1], new[::-1], most)
        if forwards:
            last = min(last, most - first)
        else:
            first = min(first, most - last)
        yield Edit(Span(edit.span.start + first, edit.span.end - last), new[first : len(new) - last])


def _common(one: str, other: str, most: int) -> int:
    return next((i for i in range(most) if one[i] != other[i]), most)


def _place(source: Source, span: Span) -> Span:
    """Return the stretch of file to replace for a span of text; raises UnwritableError where it holds more than that."""
    if not source.runs:
        raise UnwritableError(_NOT_EXACT)
    if not len(span):  # as near as can be to the character before it
        behind = span.start > 0
        at = _edge(source.runs_of(span.shifted(-behind))[0], span.start, behind)
        return Span(at, at)
    runs, text = source.runs_of(span), source.file.text
    between = [text[a.source.end : b.source.start] for a, b in pairwise(runs)]
    standing_for = [run.source.of(text) for run in runs if len(run.text) != len(run.source)]
    if any("<" in piece or ">" in piece for piece in (*between, *standing_for)):
        raise UnwritableError("it reaches over markup")
    return Span(_edge(runs[0], span.start, False), _edge(runs[-1], span.end, True))


def _edge(run: Run, offset: int, behind: bool) -> int:
    """Return where in the file an offset at the edge of a change is; ``behind``: right after the character before it."""
    if len(run.text) == len(run.source):
        return run.source.start + offset - run.text.start
    if offset not in (run.text.start, run.text.end):
        raise UnwritableError(_NOT_EXACT)
    return run.source.end if behind else run.source.start


def _stretch(file: SourceFile, place: Span) -> Encoded:
    index = bisect_right(file.encoded, place.start, key=lambda stretch: stretch.text.start) - 1
    if index < 0 or not file.encoded[index].text.contains(place):
        raise UnwritableError("its bytes in the file are not known")
    return file.encoded[index]


def _in_bytes(file: SourceFile, replacements: Iterable[tuple[Span, str]]) -> Iterator[tuple[int, int, bytes]]:
    """Yield the bytes to replace, from and to, and the new ones; places are in growing order."""
    at = byte = 0
    current = None
    for place, new in replacements:
        stretch = _stretch(file, place)
        if stretch is not current:
            current, at, byte = stretch, stretch.text.start, stretch.start
        start = byte + len(file.text[at : place.start].encode(stretch.charset))
        end = start + len(file.text[place.start : place.end].encode(stretch.charset))
        yield start, end, new.encode(stretch.charset)
        at, byte = place.end, end


def write(fixed: Fixed) -> None:
    """Put a mended file in the place of the old one, with its permissions; raises ReplylintError."""
    target = Path(os.path.realpath(fixed.path))
    draft = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        if target.read_bytes() != fixed.before:
            raise ReplylintError("left as it was: it changed while it was checked", fixed.path)
        if not os.access(target, os.W_OK):
            raise PermissionError(0, "permission denied")
        with draft.open("xb") as file:
            file.write(fixed.after)
            file.flush()
            os.fsync(file.fileno())
        shutil.copymode(target, draft)
        with suppress(OSError):  # only root may give files away
            owner = target.stat()
            os.chown(draft, owner.st_uid, owner.st_gid)
        draft.replace(target)
    except OSError as error:
        raise ReplylintError(f"cannot be written: {(error.strerror or str(error)).lower()}", fixed.path) from None
    finally:
        draft.unlink(missing_ok=True)
