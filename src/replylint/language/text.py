"""One message as the rules read it: its masks, its zones and its sentences, over untouched characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from replylint.language import masks
from replylint.model import Mask, Message, Span, Turn

Zone = Literal["greeting", "author", "signoff"]
BLANK = "\ufffc"
"""Stands in ``scan`` for every masked character: no letter, no digit, no space."""

_READ_AS_WORDS = frozenset({"mention", "url", "email", "handle"})

_GREETING = re.compile(
    r"\s*(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|greetings|hiya|howdy)\b"
    r"(?:[ \t]+(?:again|there|and|to|all|both|team|everyone|sir|or|madam|valued|ms|mrs|mr|dr|mx|miss|[A-Z\ufffc][\w\ufffc.'’-]*)\.?){0,5})"
    r"[ \t]*(?:[,!:.–—-]+(?=\s|$)|\n|$)",
    re.IGNORECASE,
)
_SIGNOFF = re.compile(
    r"^[ \t]*(?:(?:kind(?:est)?|best|warm(?:est)?|many|with (?:kind|best|warm))? ?regards|all the best|best(?: wishes)?"
    r"|yours (?:sincerely|faithfully|truly)|sincerely(?: yours)?|cheers|many thanks|thanks(?: again)?|thank you|warmly"
    r"|respectfully|cordially|take care|love)[ \t]*[,.!]?[ \t]*(?:\n|$)"
    r"|\b(?:kind(?:est)?|best|warm(?:est)?|many) regards\b[,.]?[^.!?\n]{0,60}$",
    re.IGNORECASE | re.MULTILINE,
)
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:mr|mrs|ms|dr|prof|st|mt|sr|jr|vs|no|nos|approx|incl|excl|ext|tel|fig|inc|ltd|co|dept|est|ref|temp|max|min"
    r"|e\.g|i\.e|eg|ie|cf|u\.s|u\.k|a\.k\.a|[ap]\.m|[A-Z]|\d{1,2})\.$",
    re.IGNORECASE,
)
_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s)|\n[ \t]*\n|\n|[ \t](?=[-*•]\s)|\n|\u2028|\u2029")
_BULLET = re.compile(r"[ \t]*(?:[-*•–]|\d{1,2}[.)]|\(?[a-z][.)])\s")
_WRAPPED_LINE = 50
"""Characters; a line at least this long that does not end in punctuation goes on in the next one."""


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

    @cached_property
    def masks(self) -> tuple[Mask, ...]:
        zones = masks.merged([*self.message.masks, *masks.zones(self.raw)])
        read = _blanked(self.raw, zones)
        return tuple(masks.merged([*zones, *masks.inline(read)]))

    @cached_property
    def scan(self) -> str:
        """The text with every masked character blanked: what trigger scans look at."""
        return _blanked(self.raw, self.masks)

    @cached_property
    def readable(self) -> str:
        """The text for the parser, as long as ``raw``: placeholders as plain words, quoted mail and code blanked."""
        return _blanked(self.raw, [m for m in self.masks if m.kind not in _READ_AS_WORDS], words=True)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences in the writer's own words, in order."""
        return tuple(self._sentences())

    @cached_property
    def author(self) -> tuple[Sentence, ...]:
        """The sentences between greeting and sign-off."""
        return tuple(s for s in self.sentences if s.zone == "author")

    @cached_property
    def opening(self) -> Span:
        """Where a finding about something missing is shown: the first sentence of the author zone, or what there is."""
        first = next(iter(self.author or self.sentences), None)
        return first.span if first else Span(0, len(self.raw))

    def sentence_at(self, offset: int) -> Sentence | None:
        return next((s for s in self.sentences if s.span.start <= offset < s.span.end), None)

    def masked(self, span: Span, *kinds: str) -> bool:
        """Whether a span touches a mask, of one of ``kinds`` where any is given."""
        return any(m.span.overlaps(span) and (not kinds or m.kind in kinds) for m in self.masks)

    def _sentences(self) -> Iterator[Sentence]:
        readable, scan = self.readable, self.scan
        greeting = _GREETING.match(scan)
        greeting_end = greeting.end() if greeting and scan[: greeting.end()].strip() else 0
        signoff_start = self._signoff_start(greeting_end)
        paragraph = index = 0
        for start, end, new_paragraph in _split(readable, greeting_end, signoff_start):
            paragraph += new_paragraph
            piece = readable[start:end]
            stripped = piece.strip()
            if not any(c.isalnum() or c > "\u2000" for c in stripped.replace(BLANK, "")):
                continue
            start += len(piece) - len(piece.lstrip())
            end = start + len(stripped)
            zone: Zone = "greeting" if end <= greeting_end else "signoff" if start >= signoff_start else "author"
            yield Sentence(self.turn, index, Span(start, end), readable[start:end], scan[start:end], zone, paragraph)
            index += 1

    def _signoff_start(self, after: int) -> int:
        """Return where the sign-off begins: a closing formula with at most a few short lines behind it."""
        for match in _SIGNOFF.finditer(self.scan, after):
            rest = self.scan[match.end() :].replace(BLANK, "").strip()
            if len(rest) <= 200 and max((len(line) for line in rest.splitlines()), default=0) <= 80:
                return match.start()
        return len(self.scan)


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


def _split(text: str, greeting_end: int, signoff_start: int) -> Iterator[tuple[int, int, bool]]:
    """Yield (start, end, starts a paragraph) of each stretch between sentence ends."""
    start, paragraph = 0, True
    for match in _END.finditer(text):
        cut = match.end()
        if cut <= start:
            continue
        for border in (greeting_end, signoff_start):
            if start < border < cut:
                yield start, border, paragraph
                start, paragraph = border, False
        gap = match.group()
        if gap.startswith("\n"):
            blank_line = gap.count("\n") > 1
            if not blank_line and not _line_ends(text, start, match.start(), cut):
                continue
            yield start, match.start(), paragraph
            start, paragraph = cut, blank_line
        elif gap in " \t" or _sentence_ends(text, start, match):
            yield start, cut, paragraph
            start, paragraph = cut, False
    for border in (greeting_end, signoff_start):
        if start < border < len(text):
            yield start, border, paragraph
            start, paragraph = border, False
    if start < len(text):
        yield start, len(text), paragraph


def _line_ends(text: str, start: int, line_end: int, next_line: int) -> bool:
    """Whether a sentence ends with its line: not where a long line was wrapped in the middle of it."""
    line_start = max(text.rfind("\n", 0, line_end) + 1, start)
    line = text[line_start:line_end].rstrip()
    following = text[next_line : next_line + 12]
    if not line or line[-1] in ".!?:;…" or _BULLET.match(following) or not following.strip():
        return True
    return len(line) < _WRAPPED_LINE and not following.lstrip()[:1].islower()


def _sentence_ends(text: str, start: int, match: re.Match[str]) -> bool:
    mark = match.group()
    following = text[match.end() : match.end() + 3].lstrip()
    if mark.startswith("."):
        if len(mark) > 1 and mark.strip("\"'”’)]") != "." and following[:1].islower():
            return False
        before = text[max(start, match.start() - 12) : match.start() + 1]
        abbreviation = _ABBREVIATION.search(before)
        if abbreviation:
            short = abbreviation.group().strip(" (.").lower()
            if short in ("a.m", "p.m", "no", "co", "st", "ext", "max", "min", "temp", "est", "ref"):
                return following[:1].isupper() and short not in ("no", "st", "ref")
            if short.isdigit():
                return match.start() - start > 3
            return False
    return True
