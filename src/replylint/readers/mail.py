"""E-mail: the author's own words are the draft, the quoted mail below is what it answers.

The draft's text is the whole body; what is quoted in it is masked, never cut out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from replylint.model import Conversation, Mask, Message, Role, Settings
from replylint.readers import decoding, mime, quoting
from replylint.readers.context import Context
from replylint.readers.mapped import Builder, MappedText, with_line_feeds
from replylint.readers.mime import Part
from replylint.readers.quoting import Level, Line

UTF8_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Outline:
    """A mail before its text is decoded: its headers, the parts that are its text, the names of the others."""

    headers: EmailMessage
    texts: tuple[Part, ...]
    attachments: tuple[str, ...]
    start: int

    @property
    def author(self) -> tuple[str, str]:
        """The name and the address in ``From``."""
        try:
            mailbox = self.headers["from"].addresses[0]
            return mailbox.display_name or "", mailbox.addr_spec.lower()
        except Exception:  # no From, or one that the library fails on
            return "", ""

    @property
    def sent_at(self) -> datetime | None:
        try:
            return parsedate_to_datetime(mime.header(self.headers, "date"))
        except (ValueError, TypeError, OverflowError, IndexError):
            return None


@dataclass(frozen=True)
class Letter:
    """A mail as it was written: its own text with the rest masked, and the older messages in it, newest first."""

    outline: Outline
    text: MappedText
    masks: tuple[Mask, ...]
    quoted: tuple[Level, ...]

    def message(self, role: Role) -> Message:
        name, address = self.outline.author
        return Message(
            role=role,
            text=self.text.text,
            sent_at=self.outline.sent_at,
            author=name or address or None,
            sender=address or None,
            attachments=self.outline.attachments,
            masks=self.masks,
            source=self.text.source,
        )


def read(data: bytes, context: Context) -> Iterator[Conversation]:
    """Yield the conversation of a mail; none where it has no text."""
    decoding.reject_binary(data, context.path)
    mark = len(UTF8_BOM) if data.startswith(UTF8_BOM) else 0
    data = data[mark:]
    mail = outline(data, 0, len(data), context.path)
    _, bodies = mime.file_of(data, context.path, list(mail.texts), mark)
    written = letter(mail, bodies, data)
    if not written.text.text.strip():
        return
    role: Role = "agent" if by_agent(mail, context.settings) else "customer"
    messages = history(written, context.settings)
    outer = written.message(role)
    yield context.conversation(
        id=context.name,
        messages=messages if role == "agent" else (*messages, outer),
        draft=outer if role == "agent" else None,
        meta=meta_of(mail),
        said={"channel": "email"},
    )


def outline(data: bytes, start: int, end: int, path: str) -> Outline:
    """Find a mail's text and attachments; raises ReplylintError where it is nested without end."""
    headers, _ = mime.headers_of(data, start, end)
    texts: list[Part] = []
    attachments: list[str] = []
    for alternatives in mime.leaves(data, start, end, path):
        attachments += [part.filename for part in alternatives if part.filename]
        shown = [part for part in alternatives if not part.filename and data[part.start : part.end].strip()]
        for wanted in ("text/plain", "text/html"):
            chosen = [part for part in shown if part.type == wanted]
            if chosen:
                texts += chosen
                break
    return Outline(headers, tuple(texts), tuple(attachments), start)


def letter(mail: Outline, bodies: dict[int, MappedText], data: bytes, from_escapes: bool = False) -> Letter:
    """Decode a mail and tell its own words from quoted ones; raises ReplylintError where a charset does not fit."""
    lines: list[Line] = []
    masks: list[Mask] = []
    builder: Builder | None = None
    for part in mail.texts:
        decoded = with_line_feeds(mime.text_of(part, bodies[part.start], data, from_escapes))
        if builder is None:
            builder = Builder(decoded.file)
        elif builder.length:
            builder.put("\n", decoded, 0, 0)
        text, part_lines, part_masks = _rendered(decoded, part)
        shift = builder.length
        lines += [Line(x.start + shift, x.content + shift, x.end + shift, x.depth) for x in part_lines]
        masks += [Mask(mask.span.shifted(shift), mask.kind) for mask in part_masks]
        builder.copy(text, 0, len(text.text))
    if builder is None:
        return Letter(mail, MappedText.of(decoding.decode(b"", "")), (), ())
    body = builder.build()
    levels, quotes = quoting.split(body, lines)
    outside = [mask for mask in masks if not any(mask.span.overlaps(quote.span) for quote in quotes)]
    return Letter(mail, body, tuple(sorted([*quotes, *outside])), tuple(levels[1:]))


def _rendered(decoded: MappedText, part: Part) -> tuple[MappedText, list[Line], tuple[Mask, ...]]:
    if part.type != "text/html":
        return decoded, quoting.lines_of(decoded), ()
    from replylint.readers import html_text

    rendered = html_text.render(decoded)
    return rendered.text, quoting.lines_of(rendered.text, rendered.depth), rendered.masks


def history(written: Letter, settings: Settings) -> tuple[Message, ...]:
    """Return the messages quoted in a mail, oldest first."""
    name, address = written.outline.author
    agent_wrote_outer = by_agent(written.outline, settings)
    messages: list[Message] = []
    for index, level in enumerate(written.quoted):
        text = level.text(written.text)
        if not text.text:
            continue
        origin = level.origin
        if origin.address and settings.agents:
            by_us = is_agent(origin.address, settings)
        elif origin.address or origin.name:
            same = origin.address == address if origin.address and address else origin.name == name
            by_us = same == agent_wrote_outer
        else:
            by_us = (index % 2 == 1) == agent_wrote_outer
        messages.append(
            Message(
                role="agent" if by_us else "customer",
                text=text.text,
                sent_at=origin.sent_at,
                author=origin.name or origin.address or None,
                sender=origin.address or None,
                source=text.source,
            )
        )
    return tuple(reversed(messages))


def by_agent(mail: Outline, settings: Settings) -> bool:
    """Whether we wrote a mail: its outermost author is the agent unless the settings say who is."""
    address = mail.author[1]
    return not settings.agents or not address or is_agent(address, settings)


def is_agent(address: str, settings: Settings) -> bool:
    """Whether an address is one of the settings' agents, which are addresses or domains."""
    domain = address.rpartition("@")[2]
    for agent in settings.agents:
        wanted = agent.lower().removeprefix("@")
        if address == wanted or ("@" not in wanted and (domain == wanted or domain.endswith(f".{wanted}"))):
            return True
    return False


def meta_of(mail: Outline) -> dict[str, str]:
    subject = mime.header(mail.headers, "subject")
    return {"subject": subject} if subject else {}
