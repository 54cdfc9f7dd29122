"""Bytes -> text, or one line that says at which byte it is none."""

from __future__ import annotations

import codecs

from replylint.model import Encoded, Position, ReplylintError, SourceFile, Span

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def decode(data: bytes, path: str) -> SourceFile:
    """Decode a file as UTF-8, or as what its byte order mark says; the mark is no part of the text."""
    bom, charset = next((pair for pair in _BOMS if data.startswith(pair[0])), (b"", "utf-8"))
    data = data[len(bom) :]
    if charset == "utf-8":
        reject_binary(data, path)
    try:
        text = data.decode(charset)
    except UnicodeDecodeError as error:
        where = place_of(data[: error.start].decode(charset, "replace"), path)
        if bom:
            raise ReplylintError(f"invalid {charset.upper()}", path, where) from None
        raise ReplylintError(f"invalid UTF-8: byte 0x{data[error.start]:02x}", path, where) from None
    if "\0" in text:
        raise ReplylintError("binary file", path)
    return SourceFile(path, text, (Encoded(Span(0, len(text)), len(bom), charset),))


def reject_binary(data: bytes, path: str) -> None:
    if b"\0" in data:
        raise ReplylintError("binary file", path)


def place_of(text_before: str, path: str) -> Position:
    """Return the position just behind a text that starts its file."""
    return SourceFile(path, text_before).position(len(text_before))


def mistake(file: SourceFile, offset: int, message: str) -> ReplylintError:
    """Return an error at an offset into a file's text."""
    return ReplylintError(message, file.path, file.position(offset))
