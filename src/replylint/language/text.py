"""One message as the rules read it: its masks, its zones and its sentences, over untouched characters."""

from __future__ import annotations

import bisect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, TypeVar

from replylint.language import masks, phrases, sentences, zones
from replylint.language.patterns import lazy
from replylint.model import Mask, Message, Span, Turn

T = TypeVar("T")
Zone = Literal["greeting", "author", "signoff"]
BLANK = "\ufffc"
"""Stands in ``scan`` for every masked character: no letter, no digit, no space."""

_SPACES = str.maketrans("\r\u2028\u2029\u0085\xa0\u2007\u202f\t", "\n\n\n\n    ")
_GAP = lazy(r"(?<= {8}) {9,}(?= {8})")
_READ_AS_WORDS = frozenset({"mention", "url", "email", "handle"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a message. ``text`` is what the parser reads, ``scan`` has every mask blanked; both as long as it."""

    turn: Turn
    index: int
    span: Span
    text: str
    scan: str
    zone: Zone
    paragraph: int

    def absolute(self, span: Span) -> Span:
        """Turn a span of this sentence into a span of its message."""
        return span.shifted(self.span.start)


class Text:
    """A message's text with what must not be read in it masked. Offsets are those of the untouched text."""

    def __init__(self, message: Message, turn: Turn) -> None:
        self.message = message
        self.turn = turn
        self.raw = message.text
        self._facts: dict[Callable[[Text], Any], Any] = {}

    @cached_property
    def _spaced(self) -> str:
        """The text with every line end as ``\\n`` and every wide or hard space as a plain one, as long as ``raw``."""
        return self.raw.replace("\r\n", " \n").translate(_SPACES)

    @cached_property
    def masks(self) -> tuple[Mask, ...]:
        """What is not read as the writer's own words, in order."""
        not_own = masks.merged([*self.message.masks, *masks.zones(self._spaced)])
        return tuple(masks.merged([*not_own, *masks.inline(_blanked(self._spaced, not_own))]))

    @cached_property
    def scan(self) -> str:
        """The text with every masked character blanked: what trigger scans look at.

        A gap of many spaces is blanked in its middle, so that no pattern with ``\\s+`` in it can take quadratic time.
        """
        return _GAP.sub(lambda gap: BLANK * len(gap[0]), _blanked(self._spaced, self.masks))

    @cached_property
    def readable(self) -> str:
        """The text for the parser, as long as ``raw``: placeholders as plain words, quoted mail and code blanked."""
        return _blanked(self._spaced, [m for m in self.masks if m.kind not in _READ_AS_WORDS], words=True)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences in the writer's own words, in order."""
        return tuple(self._sentences())

    @cached_property
    def author(self) -> tuple[Sentence, ...]:
        """The sentences between greeting and sign-off."""
        return tuple(s for s in self.sentences if s.zone == "author")

    @cached_property
    def words(self) -> tuple[frozenset[str], ...]:
        """The words of each sentence, in lower case and without apostrophes."""
        return tuple(map(phrases.words, self.plain))

    @cached_property
    def plain(self) -> tuple[str, ...]:
        """The ``scan`` of each sentence in lower case with straight apostrophes."""
        return tuple(phrases.plain(s.scan) for s in self.sentences)

    def once(self, fact: Callable[[Text], T]) -> T:
        """Return ``fact(self)``, computed when first asked: for what needs no other message to be understood."""
        if fact not in self._facts:
            self._facts[fact] = fact(self)
        found: T = self._facts[fact]
        return found

    @cached_property
    def opening(self) -> Span:
        """Where a finding about something missing is shown: the first sentence of the author zone, or what there is."""
        first = next(iter(self.author or self.sentences), None)
        return first.span if first else Span(0, len(self.raw))

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the sentence that covers an offset."""
        i = bisect.bisect_right(self.sentences, offset, key=lambda s: s.span.start) - 1
        return self.sentences[i] if i >= 0 and offset < self.sentences[i].span.end else None

    def masked(self, span: Span, *kinds: str) -> bool:
        """Whether a span touches a mask, of one of ``kinds`` where any is given."""
        first = bisect.bisect_right(self.masks, span.start, key=lambda m: m.span.end)
        last = bisect.bisect_left(self.masks, span.end, key=lambda m: m.span.start)
        return any(not kinds or m.kind in kinds for m in self.masks[first:last])

    def _sentences(self) -> Iterator[Sentence]:
        readable, scan = self.readable, self.scan
        author = zones.greeting_end(scan)
        signoff = zones.signoff_start(scan, author)
        zone_spans: list[tuple[Zone, int, int]] = [
            ("greeting", 0, author),
            ("author", author, signoff),
            ("signoff", signoff, len(scan)),
        ]
        paragraph = index = 0
        for zone, zone_start, zone_end in zone_spans:
            for start, end, new_paragraph in sentences.split(readable, zone_start, zone_end):
                paragraph += new_paragraph
                piece = readable[start:end]
                words = piece.strip()
                if not any(c.isalnum() or c > "\u2000" for c in words):
                    continue
                span = Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))
                yield Sentence(self.turn, index, span, words, span.of(scan), zone, paragraph)
                index += 1


def _blanked(text: str, spans: list[Mask] | tuple[Mask, ...], words: bool = False) -> str:
    """Replace masked characters, keeping the length and the line ends."""
    pieces, done = [], 0
    for mask in spans:
        pieces.append(text[done : mask.span.start])
        masked = mask.span.of(text)
        if words and mask.word and len(mask.word) <= len(masked):
            pieces.append(mask.word.ljust(len(masked)))
        elif words and mask.kind != "placeholder":
            pieces.append("".join(c if c == "\n" else " " for c in masked))
        else:
            pieces.append("".join(c if c == "\n" else BLANK for c in masked) if not words else " " * len(masked))
        done = mask.span.end
    return "".join([*pieces, text[done:]])
