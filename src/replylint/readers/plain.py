"""Plain text and Markdown: a draft alone, or a thread with speaker lines.

A file is a thread where its first line names a speaker and one of them is the customer or the reply; so a draft with
a line such as ``Agent: Jo`` in it stays a draft. ``Reply:`` is the draft and comes last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from replylint.model import Conversation, Message, Role, SourceFile
from replylint.readers import dates
from replylint.readers.context import Context, FrontMatter
from replylint.readers.decoding import mistake
from replylint.readers.mapped import MappedText, with_line_feeds
from replylint.readers.writers import Verbatim

_SPEAKER = re.compile(
    r"^(?P<who>customer|agent|reply|system)(?:[ \t]*\[(?P<before>[^\]\n]{4,40})\])?[ \t]*:"
    r"(?:[ \t]*\[(?P<after>\d{4}-[^\]\n]{4,36})\])?",
    re.IGNORECASE | re.MULTILINE,
)


def read(file: SourceFile, context: Context) -> Iterator[Conversation]:
    """Yield the conversation of a text file; none where there is no text."""
    matter = _front_matter(file)
    body = with_line_feeds(MappedText.of(file, matter.end, write=Verbatim()))
    if not body.text.strip():
        return
    speakers = list(_speakers(body))
    messages, draft = _thread(body, speakers, matter) if speakers else ((), _draft(body, matter))
    yield context.conversation(
        id=str(matter.said.get("id", context.name)),
        messages=messages,
        draft=draft,
        meta=matter.meta,
        said=matter.said,
        ignores=matter.ignores,
    )


def _front_matter(file: SourceFile) -> FrontMatter:
    if not file.text.startswith("---"):
        return FrontMatter()
    from replylint.readers import front_matter  # costs the YAML and JSON machinery that a plain draft does not need

    return front_matter.read(file)


def _speakers(body: MappedText) -> Iterator[re.Match[str]]:
    """Yield the speaker lines of a thread; nothing where the text is a draft alone."""
    first = _SPEAKER.match(body.text, len(body.text) - len(body.text.lstrip()))
    if first is None:
        return
    found = list(_SPEAKER.finditer(body.text))
    if not any(speaker["who"].lower() in ("customer", "reply") for speaker in found):
        return
    replied = False
    for speaker in found:
        who = speaker["who"].lower()
        if not replied:
            yield speaker
        elif who in ("customer", "reply") and body.text[max(0, speaker.start() - 2) : speaker.start()] == "\n\n":
            at = body.place(*speaker.span())[0]
            raise mistake(body.file, at, f'"{speaker["who"]}:" after "Reply:": the reply to judge comes last')
        replied = replied or who == "reply"


def _thread(
    body: MappedText, speakers: list[re.Match[str]], matter: FrontMatter
) -> tuple[tuple[Message, ...], Message | None]:
    messages: list[Message] = []
    ends = [speaker.start() for speaker in speakers[1:]] + [len(body.text)]
    for speaker, end in zip(speakers, ends, strict=True):
        text = body.slice(speaker.end(), end).strip()
        sent_at = _sent_at(body, speaker)
        if speaker["who"].lower() == "reply":
            return tuple(messages), _draft(text, matter, sent_at)
        role: Role = speaker["who"].lower()  # type: ignore[assignment]
        if text.text:
            messages.append(Message(role, text.text, sent_at, source=text.source))
    return tuple(messages), None


def _draft(text: MappedText, matter: FrontMatter, sent_at: datetime | None = None) -> Message:
    said: dict[str, Any] = dict(matter.draft)
    return Message(
        role="agent",
        text=text.text,
        sent_at=sent_at or dates.iso(said.get("sent_at") or ""),
        author=said.get("author"),
        sender=said.get("from"),
        attachments=tuple(said.get("attachments") or ()),
        source=text.source,
    )


def _sent_at(body: MappedText, speaker: re.Match[str]) -> datetime | None:
    group = "before" if speaker["before"] else "after"
    if not speaker[group]:
        return None
    moment = dates.iso(speaker[group])
    if moment is None:
        at = body.place(*speaker.span(group))[0]
        raise mistake(body.file, at, f'"{speaker[group]}" is no ISO 8601 date or time')
    return moment
