"""Findings made by hand, to see what a report makes of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from replylint.locations import excerpt, locate
from replylint.model import Edit, Finding, Fix, Message, RelatedLocation, Run, Severity, Source, SourceFile, Span


def said(text: str, path: str = "a.txt", before: str = "", role: Any = "agent") -> Message:
    """A message that stands in a file as it is, behind other text."""
    run = Run(Span(0, len(text)), Span(len(before), len(before) + len(text)))
    return Message(role, text, source=Source(SourceFile(path, before + text), (run,)))


def finding(draft: Message, text: str, **fields: Any) -> Finding:
    """A finding at the first place of ``text`` in a message."""
    start = draft.text.index(text)
    location = locate(draft.source, draft.text, "draft", Span(start, start + len(text)))
    path = draft.source.file.path if draft.source else ""
    made = Finding(
        "TIM001", "ambiguous-clock-time", Severity.ERROR, "Say when.", path, "a", location, text,
        source=draft.source, excerpt=excerpt(draft.source, draft.text, location),
    )  # fmt: skip
    return replace(made, **fields)


def fix(message: Message, text: str, better: str, safe: bool = False) -> Fix:
    start = message.text.index(text)
    return Fix(f'write "{better}"', (Edit(Span(start, start + len(text)), better),), safe)


def related(message: Message, text: str, turn: int = 0) -> RelatedLocation:
    start = message.text.index(text)
    location = locate(message.source, message.text, turn, Span(start, start + len(text)))
    return RelatedLocation(location, "the customer asks", text)
