"""What was understood of a thread, as text and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import click

from replylint.model import Conversation, Fact, RelatedLocation, Turn
from replylint.reports import printable
from replylint.reports.screen import one_line

Understood = tuple[Conversation, Turn, Sequence[Fact]]
"""A reply and what was understood of it and its thread."""
_LONGEST = 100


def text(replies: Iterable[Understood]) -> Iterator[str]:
    """Yield a block for each reply: kind, verdict and words of each fact, and under it what shows it."""
    for conversation, turn, facts in replies:
        reply = "the draft" if turn == "draft" else f"message {turn}"
        yield click.style(f"{one_line(printable(conversation.path))}: {conversation.id}, {reply}", bold=True)
        for fact in facts:
            sure = f" ({fact.confidence} confidence)" if fact.confidence is not None else ""
            kind = click.style(fact.kind, fg="blue", bold=True)
            yield f"  {_at(fact)} {kind} {fact.verdict}{sure}: {_quoted(fact.text)}"
            for shown in fact.evidence:
                yield f"      {shown.message}: {_quoted(shown.text)} ({_at(shown)})"
        if not facts:
            yield "  nothing to tell"
        yield ""


def as_json(replies: Iterable[Understood]) -> Iterator[str]:
    """Yield one JSON document; offsets are half-open, in characters of the message at ``turn``."""
    documents = [
        {"path": printable(c.path), "conversation": c.id, "turn": turn, "facts": [_fact(fact) for fact in facts]}
        for c, turn, facts in replies
    ]
    yield json.dumps({"version": 1, "replies": documents}, ensure_ascii=False, indent=2)


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "kind": fact.kind,
        "verdict": fact.verdict,
        "confidence": None if fact.confidence is None else str(fact.confidence),
        "text": fact.text,
        **_place(fact),
        "evidence": [{"label": e.message, "text": e.text, **_place(e)} for e in fact.evidence],
    }


def _place(shown: Fact | RelatedLocation) -> dict[str, Any]:
    location = shown.location
    return {
        "turn": location.turn,
        "start": location.span.start,
        "end": location.span.end,
        "line": location.start.line,
        "column": location.start.column,
    }


def _at(shown: Fact | RelatedLocation) -> str:
    return f"{shown.location.start.line}:{shown.location.start.column}"


def _quoted(text: str) -> str:
    text = " ".join(one_line(text).split())
    return f'"{text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"}"'
