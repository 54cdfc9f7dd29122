"""Text that knows where each of its characters stands in a file.

Every reader is a chain of steps (transfer decoding, charset, HTML, quote markers) that each make one ``MappedText`` of
another, so that positions are kept while parsing and never looked for again.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterator
from functools import cached_property

from replylint.model import Run, Source, SourceFile, Span


class MappedText:
    """A text and the runs that map it to its file. Treat it as frozen."""

    def __init__(self, file: SourceFile, text: str, runs: tuple[Run, ...]) -> None:
        self.file = file
        self.text = text
        self.runs = runs

    @classmethod
    def of(cls, file: SourceFile, start: int = 0, end: int | None = None) -> MappedText:
        """Return a stretch of a file, character for character."""
        end = len(file.text) if end is None else end
        return cls(file, file.text[start:end], (Run(Span(0, end - start), Span(start, end)),) if end > start else ())

    @cached_property
    def _starts(self) -> list[int]:
        return [run.text.start for run in self.runs]

    @property
    def source(self) -> Source:
        return Source(self.file, self.runs)

    def place(self, start: int, end: int) -> Span:
        """Return the stretch of file that a stretch of text was read from."""
        first = next(self._pieces(start, start + 1), None)
        if first is None:
            at = self.runs[-1].source.end if self.runs else 0
            return Span(at, at)
        last = next(self._pieces(end - 1, end), first) if end > start else (0, first[1], first[1])
        return Span(first[1], max(first[1], last[2]))

    def _pieces(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """Yield (length of text, start in file, end in file) of the runs in a stretch of text."""
        if start >= end:
            return
        for index in range(max(0, bisect.bisect_right(self._starts, start) - 1), len(self.runs)):
            run = self.runs[index]
            if run.text.start >= end:
                return
            first, last = max(start, run.text.start), min(end, run.text.end)
            if first >= last:
                continue
            if len(run.text) == len(run.source):
                shift = run.source.start - run.text.start
                yield last - first, first + shift, last + shift
            else:
                yield last - first, run.source.start, run.source.end

    def slice(self, start: int, end: int) -> MappedText:
        builder = Builder(self.file)
        builder.copy(self, start, end)
        return builder.build()

    def strip(self) -> MappedText:
        """Return the text without the white space around it."""
        stripped = self.text.strip()
        if stripped == self.text:
            return self
        start = len(self.text) - len(self.text.lstrip()) if stripped else 0
        return self.slice(start, start + len(stripped))


class Builder:
    """Collects stretches of text with their places, and makes a ``MappedText`` of them."""

    def __init__(self, file: SourceFile) -> None:
        self.file = file
        self.length = 0
        self._texts: list[str] = []
        self._runs: list[Run] = []

    def add(self, text: str, start: int, end: int) -> None:
        """Append text that was read from a stretch of the file."""
        if not text:
            return
        at, size = self.length, len(text)
        self._texts.append(text)
        self.length = at + size
        if self._runs and size == end - start:
            last = self._runs[-1]
            if last.source.end == start and len(last.text) == len(last.source):
                self._runs[-1] = Run(Span(last.text.start, at + size), Span(last.source.start, end))
                return
        self._runs.append(Run(Span(at, at + size), Span(start, end)))

    def copy(self, text: MappedText, start: int, end: int) -> None:
        """Append a stretch of another text as it is."""
        at = start
        for length, first, last in text._pieces(start, end):
            self.add(text.text[at : at + length], first, last)
            at += length

    def put(self, replacement: str, text: MappedText, start: int, end: int) -> None:
        """Append what a stretch of another text stands for (an escape, an entity, a folded line)."""
        place = text.place(start, end)
        self.add(replacement, place.start, place.end)

    def build(self) -> MappedText:
        return MappedText(self.file, "".join(self._texts), tuple(self._runs))


def with_line_feeds(text: MappedText) -> MappedText:
    """Return a text whose line ends are all ``\\n``."""
    if "\r" not in text.text:
        return text
    builder = Builder(text.file)
    raw, done = text.text, 0
    while (found := raw.find("\r", done)) >= 0:
        builder.copy(text, done, found)
        done = found + (2 if raw.startswith("\r\n", found) else 1)
        builder.put("\n", text, found, done)
    builder.copy(text, done, len(raw))
    return builder.build()
