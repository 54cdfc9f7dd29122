"""Mailboxes: mails joined into threads by References and In-Reply-To, each thread a conversation."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import UTC, datetime

from replylint.model import Conversation, Message, ReplylintError
from replylint.readers import decoding, mail, mime
from replylint.readers.context import Context
from replylint.readers.mail import Letter, Outline

_FROM_LINE = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\n]*(?:\n|\Z)")
_MESSAGE_ID = re.compile(r"<[^<>\s]{1,400}>")


def read(data: bytes, context: Context) -> Iterator[Conversation | ReplylintError]:
    """Yield the threads of a mailbox, in the order in which they begin."""
    decoding.reject_binary(data, context.path)
    mark = len(mail.UTF8_BOM) if data.startswith(mail.UTF8_BOM) else 0
    data = data[mark:]
    outlines: list[Outline] = []
    for start, end in _bounds(data, context.path):
        try:
            found = mail.outline(data, start, end, context.path)
            mime.check_charsets(list(found.texts), data, context.path)
            outlines.append(found)
        except ReplylintError as error:
            yield error
    _, bodies = mime.file_of(data, context.path, [part for found in outlines for part in found.texts], mark)
    feeds = [0, *(match.end() for match in re.finditer(rb"\n", data))]
    for thread in _threads(outlines):
        letters: list[Letter] = []
        for found in thread:
            try:
                letters.append(mail.letter(found, bodies, data, from_escapes=True))
            except ReplylintError as error:
                yield error
        letters = [each for each in letters if each.text.text.strip()]
        if letters:
            yield _conversation(letters, context, f"{context.name}:{bisect_right(feeds, thread[0].start - 1)}")


def _bounds(data: bytes, path: str) -> Iterator[tuple[int, int]]:
    """Yield where each mail of a mailbox stands, without its ``From`` line."""
    if not data.strip():
        return
    lines = list(_FROM_LINE.finditer(data))
    if not lines:
        raise ReplylintError('no mailbox: no line begins with "From "', path)
    ends = [line.start() for line in lines[1:]] + [len(data)]
    for line, end in zip(lines, ends, strict=True):
        yield line.end(), end


def _threads(mails: list[Outline]) -> list[list[Outline]]:
    """Join mails that name each other, directly or through one that is not there."""
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        while parent.setdefault(name, name) != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    names = []
    for index, each in enumerate(mails):
        own = _MESSAGE_ID.findall(mime.header(each.headers, "message-id"))[:1] or [f"#{index}"]
        refers = [
            n for key in ("references", "in-reply-to") for n in _MESSAGE_ID.findall(mime.header(each.headers, key))
        ]
        for other in refers:
            parent[root(other)] = root(own[0])
        names.append(own[0])
    threads: dict[str, list[Outline]] = {}
    for name, each in zip(names, mails, strict=True):
        threads.setdefault(root(name), []).append(each)
    return [sorted(thread, key=_moment) for thread in threads.values()]


def _moment(each: Outline) -> datetime:
    """A mail's time to sort by; one without is where it stands among equals, at the start."""
    sent_at = each.sent_at
    if sent_at is None:
        return datetime.min.replace(tzinfo=UTC)
    return sent_at if sent_at.tzinfo else sent_at.replace(tzinfo=UTC)


def _conversation(letters: list[Letter], context: Context, id: str) -> Conversation:
    """Make a conversation of a thread; without ``agents`` in the settings its last author is the agent."""
    settings = context.settings
    last = letters[-1].outline.author[1]
    messages: list[Message] = []
    for each in letters:
        address = each.outline.author[1]
        ours = mail.is_agent(address, settings) if settings.agents and address else address == last
        messages.append(each.message("agent" if ours else "customer"))
    if len(letters) == 1:
        messages = [*mail.history(letters[0], settings), *messages]
    draft = messages.pop() if messages[-1].role == "agent" else None
    return context.conversation(
        id=id,
        messages=tuple(messages),
        draft=draft,
        meta=mail.meta_of(letters[-1].outline),
        said={"channel": "email"},
    )
