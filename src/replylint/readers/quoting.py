"""Quoted mail inside a mail: which lines are the author's own, and what the older messages said.

quotequail says what an attribution looks like ("On … wrote:", in eight languages). It hands out stripped copies of text
and takes only one level apart, so the lines and their places are kept here. mail-parser-reply was not taken: it strips
lines and searches for them again, and knows no replies between quoted lines.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

import quotequail  # type: ignore[import-untyped]

from replylint.model import Mask, MaskKind, Span
from replylint.readers import dates
from replylint.readers.mapped import Builder, MappedText

MAX_LEVELS = 40
"""Older messages that are told apart; what is quoted below them is still masked."""

_MARKERS = re.compile(r"(?:[ \t]{0,3}>)+ ?")
_MAY_INTRODUCE = re.compile(r"[:>][ \t*]*$")
_NAMES_MOMENT_OR_AUTHOR = re.compile(r"\d|@")
_HEADER = re.compile(r"[ \t>*]*\*?(from|sent|date|to|cc|bcc|subject|reply-to|importance)[ \t]*:\*?(.*)", re.IGNORECASE)
_SEPARATOR = re.compile(
    r"[ \t]*(?:-{3,}[ \t]*(?P<kind>original|forwarded) message[ \t]*-{3,}|begin forwarded message:)[ \t]*",
    re.IGNORECASE,
)


_ADDRESS = re.compile(r"[\w.+%'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
_WHO = re.compile(
    r".*\d[:.h]\d\d(?::\d\d)?(?:\s*[ap]\.?m\.?)?(?:\s*\(?[+-]\d{4}\)?)?,?\s+(?P<who>.+?)\s+\S+:\s*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a mail: ``content`` is where it starts behind its quote markers."""

    start: int
    content: int
    end: int
    depth: int


@dataclass(frozen=True, slots=True)
class Origin:
    """What an attribution says of the mail below it."""

    name: str = ""
    address: str = ""
    sent_at: datetime | None = None
    forwarded: bool = False
    sure: bool = True

    @classmethod
    def of(cls, who: str, when: str, forwarded: bool = False, sure: bool = True) -> Origin:
        address = _ADDRESS.search(who)
        name = who[: address.start()] if address else who
        name = name.removesuffix("[mailto:").strip(" \t<\"'*,")
        return cls(name, address.group().lower() if address else "", dates.written(when), forwarded, sure)


@dataclass(frozen=True)
class Level:
    """The message at one depth of a mail: its lines, and the attribution that stood above it."""

    lines: list[Line] = field(default_factory=list)
    origin: Origin = Origin()

    def text(self, body: MappedText) -> MappedText:
        """Return the message as it was written, without quote markers."""
        builder = Builder(body.file)
        for line in self.lines:
            builder.copy(body, line.content, min(line.end + 1, len(body.text)))
        return builder.build().strip()


def lines_of(body: MappedText, depth: Callable[[int], int] | None = None) -> list[Line]:
    """Split a text into lines; ``depth`` says how deeply quoted an offset is, where it is not told by markers."""
    lines: list[Line] = []
    start = 0
    for text in body.text.split("\n"):
        end = start + len(text)
        markers = None if depth else _MARKERS.match(text)
        content = start + (markers.end() if markers else 0)
        level = depth(start) if depth and text else markers.group().count(">") if markers else 0
        if depth and not text and lines:
            level = lines[-1].depth
        lines.append(Line(start, content, end, level))
        start = end + 1
    return lines


def split(body: MappedText, lines: list[Line]) -> tuple[list[Level], list[Mask]]:
    """Return the messages in a mail, newest first, and masks over all that is not the author's own."""
    levels: list[Level] = []
    rest, origin = lines, Origin()
    masks: list[Mask] = []
    while rest and len(levels) < MAX_LEVELS:
        depth = min(line.depth for line in rest if line.content < line.end) if levels else 0
        own, rest_of_level, next_origin = _peel(body, rest, depth)
        if not levels:
            masks = _masks(body, lines, own, next_origin)
        levels.append(Level(own, origin))
        rest, origin = rest_of_level, next_origin
    return levels, masks


def _peel(body: MappedText, lines: list[Line], depth: int) -> tuple[list[Line], list[Line], Origin]:
    """Part the lines of the message at a depth from those it quotes."""
    own: list[Line] = []
    quoted: list[Line] = []
    origin = Origin()
    index = 0
    while index < len(lines):
        line = lines[index]
        if line.depth > depth:
            quoted.append(line)
            index += 1
            continue
        size, found = _introduction(body, lines, index)
        following = next((o for o in lines[index + size : index + size + 5] if o.content < o.end), None)
        above_quote = following is not None and following.depth > depth
        if not size or not (above_quote or found.sure):
            own.append(line)
            index += 1
            continue
        origin = origin if origin != Origin() else found
        index += size
        if not above_quote or found.forwarded:
            quoted += lines[index:]
            break
    return own, quoted if _has_text(quoted) else [], origin


def _has_text(lines: list[Line]) -> bool:
    return any(line.content < line.end for line in lines)


def _introduction(body: MappedText, lines: list[Line], index: int) -> tuple[int, Origin]:
    """Return how many lines from ``index`` introduce a quoted mail (0: none), and what they say of it."""
    texts = [body.text[line.content : line.end] for line in lines[index : index + 3]]
    if not texts[0].strip() or len(texts[0]) > 400:
        return 0, Origin()
    if separator := _SEPARATOR.fullmatch(texts[0]):
        size, headers = _headers(body, lines, index + 1)
        forwarded = (separator["kind"] or "forwarded").lower() == "forwarded"
        return 1 + size, _header_origin(headers, forwarded)
    if re.fullmatch(r"[ \t]*_{20,}[ \t]*", texts[0]) or _HEADER.match(texts[0]):
        ruled = texts[0].strip().startswith("_")
        size, headers = _headers(body, lines, index + ruled)
        if "from" in headers and len(headers) > 2 and ("sent" in headers or "date" in headers):
            return size + ruled, _header_origin(headers)
        return 0, Origin()
    return _attribution(texts)


def _attribution(texts: list[str]) -> tuple[int, Origin]:
    """Ask quotequail whether one to three lines are an attribution."""
    for size in range(1, len(texts) + 1):
        joined = " ".join(text.strip() for text in texts[:size])
        if len(joined) > 400 or not texts[size - 1].strip():
            break
        if not (_MAY_INTRODUCE.search(joined) and _NAMES_MOMENT_OR_AUTHOR.search(joined)):
            continue
        if not quotequail.quote(joined, quote_intro_line=True)[0][1]:  # nothing stands before the quote
            who = _WHO.match(joined)
            origin = Origin.of(who["who"] if who else joined, joined)
            return size, replace(origin, sure=bool(origin.sent_at or origin.address))
    return 0, Origin()


def _header_origin(headers: dict[str, str], forwarded: bool = False) -> Origin:
    return Origin.of(headers.get("from", ""), headers.get("sent", headers.get("date", "")), forwarded)


def _headers(body: MappedText, lines: list[Line], index: int) -> tuple[int, dict[str, str]]:
    """Read the header block that Outlook and forwarding put above a mail: its size in lines and what it says."""
    found: dict[str, str] = {}
    size = last = 0
    for line in lines[index : index + 12]:
        size += 1
        text = body.text[line.content : min(line.end, line.content + 1000)]
        if not text.strip():
            if found:
                break
            continue
        header = _HEADER.fullmatch(text)
        if header is None:
            break
        found.setdefault(header[1].lower(), header[2].strip(" *"))
        last = size
    return last, found


def _masks(body: MappedText, lines: list[Line], own: list[Line], origin: Origin) -> list[Mask]:
    """Mask every stretch of lines that are not the author's own."""
    kept = {line.start for line in own}
    kind: MaskKind = "forward" if origin.forwarded else "quote"
    masks: list[Mask] = []
    start: int | None = None
    for line in [*lines, None]:
        foreign = line is not None and line.start not in kept
        if foreign and line is not None:
            start = line.start if start is None else start
            end = line.end
        elif start is not None:
            if body.text[start:end].strip():
                masks.append(Mask(Span(start, end), kind))
            start = None
    return masks
