"""Spans of a message -> places in its file."""

from __future__ import annotations

from replylint.model import Location, Position, Source, Span, Turn


def locate(source: Source | None, text: str, turn: Turn, span: Span) -> Location:
    """Return a span's place in its file, or in the bare text where there is no file."""
    if source is not None:
        place = source.span(span)
        return Location(turn, span, source.file.position(place.start), source.file.position(place.end))
    return Location(turn, span, _position(text, span.start), _position(text, span.end))


def _position(text: str, offset: int) -> Position:
    return Position(text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))
