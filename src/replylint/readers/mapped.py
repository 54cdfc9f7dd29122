"""Text that knows where each of its characters stands in a file.

Every reader is a chain of steps (transfer decoding, charset, HTML, quote markers) that each make one ``MappedText`` of
another, so that positions are kept while parsing and never looked for again.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import overload

from replylint.model import Run, Source, SourceFile, Span, Writer


class Runs(Sequence[Run]):
    """The runs of a text, made when first asked for: most messages have no finding to be placed."""

    def __init__(self, make: Callable[[], Iterable[Run]]) -> None:
        self._make = make

    @cached_property
    def _made(self) -> tuple[Run, ...]:
        return tuple(self._make())

    def __len__(self) -> int:
        return len(self._made)

    @overload
    def __getitem__(self, index: int) -> Run: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Run, ...]: ...
    def __getitem__(self, index: int | slice) -> Run | tuple[Run, ...]:
        return self._made[index]

    def __iter__(self) -> Iterator[Run]:
        return iter(self._made)


class MappedText:
    """A text and where it stands in its file. Treat it as frozen.

    The map is kept as three lists of numbers, where each stretch starts in the text and where it starts and ends in the
    file: a mail in base64 has hundreds of thousands of stretches. ``write`` says how its text is written there; None
    where it cannot be changed.
    """

    def __init__(
        self,
        file: SourceFile,
        text: str,
        starts: list[int],
        sources: list[int],
        ends: list[int],
        write: Writer | None = None,
    ) -> None:
        self.file = file
        self.text = text
        self.write = write
        self._starts = starts
        self._sources = sources
        self._ends = ends

    @classmethod
    def of(cls, file: SourceFile, start: int = 0, end: int | None = None, write: Writer | None = None) -> MappedText:
        """Return a stretch of a file, character for character."""
        end = len(file.text) if end is None else end
        text = file.text[start:end]
        return cls(file, text, [0], [start], [end], write) if text else cls(file, "", [], [], [], write)

    def with_text(self, text: str) -> MappedText:
        """Return the same map with a text as long as this one."""
        return MappedText(self.file, text, self._starts, self._sources, self._ends, self.write)

    def written(self, write: Writer | None) -> MappedText:
        """Return the same text, written in another way."""
        return MappedText(self.file, self.text, self._starts, self._sources, self._ends, write)

    @property
    def source(self) -> Source:
        return Source(self.file, Runs(self._runs), self.write)

    def _runs(self) -> Iterator[Run]:
        bounds = pairwise([*self._starts, len(self.text)])
        places = zip(bounds, self._sources, self._ends, strict=True)
        return (Run(Span(*bound), Span(source, end)) for bound, source, end in places)

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of file that a stretch of text was read from."""
        if not self._starts:
            return 0, 0
        first = self._char(start)
        if end <= start:
            return first[0], first[0]
        last = self._char(end - 1)
        return first[0], max(first[0], last[1])

    def _char(self, offset: int) -> tuple[int, int]:
        """Return where one character was read from."""
        index = max(0, bisect_right(self._starts, offset) - 1)
        start, source, end = self._starts[index], self._sources[index], self._ends[index]
        following = self._starts[index + 1] if index + 1 < len(self._starts) else len(self.text)
        if offset >= following:
            return end, end
        if following - start == end - source:
            return source + offset - start, source + offset - start + 1
        return source, end

    def pieces(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """Yield (length of text, start in file, end in file) of what a stretch of text is made of."""
        index = max(0, bisect_right(self._starts, start) - 1)
        count = len(self._starts)
        while start < end and index < count:
            following = self._starts[index + 1] if index + 1 < count else len(self.text)
            last = min(end, following)
            begin, source, source_end = self._starts[index], self._sources[index], self._ends[index]
            if following - begin == source_end - source:
                yield last - start, source + start - begin, source + last - begin
            else:
                yield last - start, source, source_end
            start = last
            index += 1

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
    """Collects stretches of text with their places, and makes a ``MappedText`` of them.

    Without ``write`` it is written as the texts are that it is copied from, if that is one way.
    """

    def __init__(self, file: SourceFile, write: Writer | None = None) -> None:
        self.file = file
        self._write = write
        self.inherits = write is None
        self.length = 0
        self._texts: list[str] = []
        self._starts: list[int] = []
        self._sources: list[int] = []
        self._ends: list[int] = []
        self._verbatim = False

    def add(self, text: str, start: int, end: int) -> None:
        """Append text that was read from a stretch of the file."""
        if not text:
            return
        size = len(text)
        verbatim = size == end - start
        if verbatim and self._verbatim and self._ends[-1] == start:
            self._ends[-1] = end
        else:
            self._starts.append(self.length)
            self._sources.append(start)
            self._ends.append(end)
            self._verbatim = verbatim
        self._texts.append(text)
        self.length += size

    def copy(self, text: MappedText, start: int, end: int) -> None:
        """Append a stretch of another text as it is."""
        self._inherit(text, start, end)
        for length, first, last in text.pieces(start, end):
            self.add(text.text[start : start + length], first, last)
            start += length

    def put(self, replacement: str, text: MappedText, start: int, end: int) -> None:
        """Append what a stretch of another text stands for (an escape, an entity, a folded line)."""
        self._inherit(text, start, end)
        self.add(replacement, *text.place(start, end))

    def _inherit(self, text: MappedText, start: int, end: int) -> None:
        if self.inherits and start < end:
            self._write = text.write if not self.length or self._write == text.write else None

    def build(self) -> MappedText:
        return MappedText(self.file, "".join(self._texts), self._starts, self._sources, self._ends, self._write)


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
