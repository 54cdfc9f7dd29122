"""The parts of a mail, with where their text stands in the file.

The standard library reads the headers. It keeps no offsets of bodies, so this walks the raw bytes from boundary to
boundary and undoes the transfer encoding with a map.
"""

from __future__ import annotations

import base64
import binascii
import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from email.parser import BytesHeaderParser
from email.policy import default

from replylint.model import Encoded, Position, ReplylintError, SourceFile, Span
from replylint.readers.decoding import place_of
from replylint.readers.mapped import Builder, MappedText
from replylint.readers.writers import QuotedPrintable, Verbatim

MAX_DEPTH = 30

_HEADER_END = re.compile(rb"\r?\n\r?\n")
_QP = re.compile(r"=[ \t]*(?:\r?\n|\Z)|=[0-9A-Fa-f]{2}")
_FROM_ESCAPE = re.compile(r"^>(?=>*From )", re.MULTILINE)
_NON_ASCII = re.compile(r"[^\x00-\x7f]")


@dataclass(frozen=True)
class Part:
    """A leaf of a mail: its headers, and where its body stands in the file's bytes."""

    headers: EmailMessage
    head_start: int
    start: int
    end: int

    @property
    def type(self) -> str:
        return self.headers.get_content_type()

    @property
    def encoding(self) -> str:
        return header(self.headers, "content-transfer-encoding").strip().lower()

    @property
    def is_encoded(self) -> bool:
        return self.encoding in ("quoted-printable", "base64")

    @property
    def charset(self) -> str | None:
        value = self.headers.get_param("charset")
        return value[2] if isinstance(value, tuple) else value

    @property
    def filename(self) -> str | None:
        """The name of an attachment; a picture shown inside the text is none."""
        name = self.headers.get_filename()
        if self.headers.get_content_disposition() == "attachment":
            return name or self.type
        return name if name and "content-id" not in self.headers else None


def header(headers: EmailMessage, name: str) -> str:
    """Return a header, decoded; the library fails on some that are malformed, and then has nothing to say."""
    try:
        return str(headers.get(name, ""))
    except Exception:
        return ""


def headers_of(data: bytes, start: int, end: int) -> tuple[EmailMessage, int]:
    """Return the headers of a mail or part, and where its body starts."""
    blank = re.compile(rb"\r?\n").match(data, start, end)
    if blank:
        return EmailMessage(), blank.end()
    found = _HEADER_END.search(data, start, end)
    head, body = (found.start(), found.end()) if found else (end, end)
    message = BytesHeaderParser(policy=default).parsebytes(data[start:head])
    assert isinstance(message, EmailMessage)
    return message, body


def leaves(data: bytes, start: int, end: int, path: str, depth: int = 0) -> Iterator[list[Part]]:
    """Yield the alternatives of each stretch of a mail: usually one part, text and HTML where both are sent."""
    headers, body = headers_of(data, start, end)
    boundary = headers.get_boundary() if headers.get_content_maintype() == "multipart" else None
    if depth > MAX_DEPTH:
        raise ReplylintError(f"mail parts nested more than {MAX_DEPTH} levels deep", path, line_of(data, start, path))
    if not boundary:
        yield [Part(headers, start, body, end)]
        return
    inner = [leaves(data, *bounds, path, depth + 1) for bounds in _between(data, body, end, boundary)]
    if headers.get_content_subtype() == "alternative":
        yield [part for each in inner for parts in each for part in parts]
    else:
        for each in inner:
            yield from each


def line_of(data: bytes, offset: int, path: str) -> Position:
    return place_of(data[:offset].decode("utf-8", "replace"), path)


def _between(data: bytes, start: int, end: int, boundary: str) -> Iterator[tuple[int, int]]:
    """Yield the bounds of the parts between a boundary's delimiter lines."""
    delimiter = re.compile(
        rb"(?:\A|\r?\n)--" + re.escape(boundary.encode("utf-8", "surrogateescape")) + rb"(--)?[ \t]*(?=\r?\n|\Z)"
    )
    opened: int | None = None
    for line in delimiter.finditer(data, max(0, start - 2), end):
        if opened is not None:
            yield opened, max(opened, line.start())
        opened = line.end() + (2 if data.startswith(b"\r\n", line.end()) else 1)
        if line[1]:
            return
    if opened is not None and opened < end:
        yield opened, end


def file_of(data: bytes, path: str, texts: list[Part], mark: int = 0) -> tuple[SourceFile, dict[int, MappedText]]:
    """Decode a whole mail file, each part by its own charset, so that columns count what a reader of it sees.

    Returns the file and, by their ``start``, the bodies of the parts with their transfer encoding still on. ``mark``
    is how many bytes the file has before ``data``.
    """
    pieces: list[str] = []
    encoded: list[Encoded] = []
    spans: dict[int, tuple[int, int]] = {}
    done = length = 0
    for part in sorted(texts, key=lambda part: part.start):
        before = data[done : part.start].decode("utf-8", "replace")
        raw = data[part.start : part.end]
        body = raw.decode("latin-1") if part.is_encoded else _decoded(raw, part, data, path)
        spans[part.start] = length + len(before), length + len(before) + len(body)
        if charset := _charset_to_write(part, raw, body):
            encoded.append(Encoded(Span(*spans[part.start]), mark + part.start, charset))
        length += len(before) + len(body)
        pieces += [before, body]
        done = part.end
    text = "".join([*pieces, data[done:].decode("utf-8", "replace")])
    file = SourceFile(path, text, tuple(encoded))
    return file, {start: MappedText.of(file, *span) for start, span in spans.items()}


def _charset_to_write(part: Part, raw: bytes, body: str) -> str:
    """Return the charset in which each character of a body is written on its own; empty where there is none."""
    if part.is_encoded or (raw.isascii() and part.encoding not in ("8bit", "binary")):
        return "ascii"
    if len(body) == len(raw):
        return _codec(raw, part, b"", "")[0]
    return "utf-8" if raw == body.encode("utf-8", "replace") else ""


def check_charsets(texts: list[Part], data: bytes, path: str) -> None:
    """Raise ReplylintError where a part without transfer encoding is not in the charset it declares."""
    for part in texts:
        if not part.is_encoded:
            _decoded(data[part.start : part.end], part, data, path)


def text_of(part: Part, body: MappedText, data: bytes, from_escapes: bool = False) -> MappedText:
    """Return a part's text; ``from_escapes``: the ``>From`` of an mbox file is to be undone."""
    if from_escapes:
        body = _without(body, _FROM_ESCAPE)
    if not part.is_encoded:
        return body.written(Verbatim())
    if part.encoding == "base64":  # its lines would have to be written anew
        return _characters(_from_base64(body), part, data)
    charset = "ascii" if (part.charset or "us-ascii").lower() in ("ascii", "us-ascii") else part.charset
    return _characters(_unquoted(body), part, data).written(QuotedPrintable(charset or "ascii"))


def _without(text: MappedText, pattern: re.Pattern[str]) -> MappedText:
    builder, done = Builder(text.file), 0
    for match in pattern.finditer(text.text):
        builder.copy(text, done, match.start())
        done = match.end()
    builder.copy(text, done, len(text.text))
    return builder.build()


def _unquoted(text: MappedText) -> MappedText:
    """Undo quoted-printable; the result's characters stand for bytes."""
    builder, done = Builder(text.file), 0
    for code in _QP.finditer(text.text):
        builder.copy(text, done, code.start())
        if code.group()[-1] not in "=\n \t":
            builder.put(chr(int(code.group()[1:], 16)), text, *code.span())
        done = code.end()
    builder.copy(text, done, len(text.text))
    return builder.build()


def _from_base64(text: MappedText) -> MappedText:
    """Undo base64, four characters at a time; the result's characters stand for bytes."""
    builder = Builder(text.file)
    for chunk in re.finditer(r"[A-Za-z0-9+/][A-Za-z0-9+/\s]*", text.text):
        places = [match.start() for match in re.finditer(r"\S", chunk.group())]
        clean = "".join(chunk.group().split())
        clean = clean[: len(clean) - (len(clean) % 4 == 1)]
        try:
            octets = base64.b64decode(clean + "=" * (-len(clean) % 4)).decode("latin-1")
        except binascii.Error:
            continue
        for i in range(0, len(clean), 4):
            last = places[min(i + 4, len(clean)) - 1]
            builder.put(octets[i // 4 * 3 : i // 4 * 3 + 3], text, chunk.start() + places[i], chunk.start() + last + 1)
    return builder.build()


def _characters(octets: MappedText, part: Part, data: bytes) -> MappedText:
    """Decode bytes by the part's charset, keeping where each character comes from."""
    raw = octets.text.encode("latin-1")
    codec, text = _codec(raw, part, data, octets)
    if len(text) == len(raw):
        return octets.with_text(text)
    builder = Builder(octets.file)
    if codec == "utf-8":
        done = at = 0  # in characters, in bytes
        for char in _NON_ASCII.finditer(text):
            plain = char.start() - done
            builder.copy(octets, at, at + plain)
            size = len(char.group().encode())
            builder.put(char.group(), octets, at + plain, at + plain + size)
            done, at = char.end(), at + plain + size
        builder.copy(octets, at, len(raw))
        return builder.build()
    decoder, start = codecs.getincrementaldecoder(codec)(), 0
    for at in range(len(raw)):
        if decoded := decoder.decode(raw[at : at + 1]):
            builder.put(decoded, octets, start, at + 1)
            start = at + 1
    return builder.build()


def _decoded(raw: bytes, part: Part, data: bytes, path: str) -> str:
    return _codec(raw, part, data, path)[1]


def _codec(raw: bytes, part: Part, data: bytes, where: str | MappedText) -> tuple[str, str]:
    """Return a part's codec and its text; raises ReplylintError where its charset is unknown or does not fit."""
    path = where if isinstance(where, str) else where.file.path
    name = (part.charset or "utf-8").strip().lower()
    try:
        codec = codecs.lookup(name).name
        if codec == "ascii":
            codec = "utf-8"
        elif codec == "iso8859-1" and re.search(rb"[\x80-\x9f]", raw):
            codec = "cp1252"  # what is sent under that name where there are such bytes, as browsers read it
        return codec, raw.decode(codec)
    except UnicodeDecodeError as error:
        if isinstance(where, str):
            before = data[: part.start].decode("utf-8", "replace") + raw[: error.start].decode(codec, "replace")
            position = place_of(before, path)
        else:
            position = where.file.position(where.place(error.start, error.start + 1)[0])
        declared = f"invalid {name}" if part.charset else "invalid UTF-8, and no charset is declared"
        raise ReplylintError(f"{declared}: byte 0x{raw[error.start]:02x}", path, position) from None
    except (LookupError, ValueError):
        found = re.compile(rb"charset", re.IGNORECASE).search(data, part.head_start, part.start)
        position = line_of(data, found.start() if found else part.head_start, path)
        raise ReplylintError(f'unknown charset "{part.charset}"', path, position) from None
