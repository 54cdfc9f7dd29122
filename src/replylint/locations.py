"""Spans of a message -> places and lines in its file."""

from __future__ import annotations

from replylint.model import Excerpt, Location, Position, Source, Span, Turn

_AROUND = 160
"""Characters kept on each side of a span: no line of a report is longer, and a line of 10 MB costs no more."""
_LONGEST = 1_000
_PREFIX = 40
"""Characters that a file's line may have more than the message's own line (a speaker, a key) and still be shown."""


def locate(source: Source | None, text: str, turn: Turn, span: Span) -> Location:
    """Return a span's place in its file, or in the bare text where there is no file."""
    if source is not None:
        place = source.span(span)
        return Location(turn, span, source.file.position(place.start), source.file.position(place.end))
    return Location(turn, span, _position(text, span.start), _position(text, span.end))


def _position(text: str, offset: int) -> Position:
    return Position(text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def excerpt(source: Source | None, text: str, location: Location) -> Excerpt:
    """Return the lines a span is on: the file's where they read like the message's, else the message's own."""
    span = location.span
    end = min(span.end, span.start + _LONGEST)
    own = _lines_around(text, Span(span.start, end))
    line = location.start.line if source is None else None
    in_message = Excerpt(own.of(text), Span(span.start, end).shifted(-own.start), line, -own.start)
    if source is None:
        return in_message
    file, place = source.file.text, source.span(own)
    if place.of(file) != in_message.text:
        return in_message
    shown = _lines_around(file, place)
    if len(shown) - len(place) > _PREFIX:
        return in_message
    offset = place.start - shown.start - own.start
    return Excerpt(shown.of(file), Span(span.start, end).shifted(offset), location.start.line, offset)


def _lines_around(text: str, span: Span) -> Span:
    """Widen a span to whole lines, or to so many characters where they are longer."""
    start = text.rfind("\n", max(0, span.start - _AROUND), span.start) + 1 or max(0, span.start - _AROUND)
    end = text.find("\n", span.end, span.end + _AROUND)
    end = min(len(text), span.end + _AROUND) if end < 0 else end
    return Span(start, end - 1 if end > start and text[end - 1] == "\r" else end)
