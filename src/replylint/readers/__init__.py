"""Files -> conversations, each message with a map back to its file.

``read`` is the way in: it yields one ``Result`` a file, in order, and never raises for what stands in a file. A
mistake is a ``ReplylintError`` in ``Result.errors``; the conversations that could be read are there beside it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from replylint.model import Conversation, LibrarySettings, Message, ReplylintError, Settings, SourceFile
from replylint.readers import decoding, discovery
from replylint.readers.context import Context, Overrides
from replylint.readers.discovery import EXTENSIONS, STDIN, Found, discover

__all__ = [
    "EXTENSIONS",
    "Found",
    "Overrides",
    "Result",
    "answering",
    "discover",
    "read",
    "read_bytes",
    "read_customer",
    "read_file",
]

STDIN_NAME = "<stdin>"
_RECORDS = (".json", ".jsonl", ".ndjson")
_LIBRARIES = (*_RECORDS, ".yaml", ".yml", ".csv", ".tsv", ".xml", ".toml", ".po")
_UNSHAPED = (".toml", ".po")
"""Libraries only where that is said: by name or by a setting."""
_MARKDOWN = (".md", ".mdx", ".markdown")
_FENCE = re.compile(r"^[ \t]*(?:```|~~~)", re.MULTILINE)


@dataclass(frozen=True)
class Result:
    """What came of one file. ``skipped``: met in a folder and no conversation; ``reader``: what it was read as."""

    path: str
    conversations: tuple[Conversation, ...] = ()
    errors: tuple[ReplylintError, ...] = ()
    skipped: bool = False
    reader: str = ""


def read(
    paths: Sequence[str],
    settings: Settings | Callable[[str], Settings] | None = None,
    *,
    overrides: Overrides | None = None,
    stdin: bytes = b"",
    stdin_filename: str | None = None,
    to: str | None = None,
) -> Iterator[Result]:
    """Read files and folders; ``-`` is ``stdin``, named ``stdin_filename``, whose ending says the format.

    ``settings`` may be a function from a path to the settings for it. ``to`` is a file with the customer's message
    that the drafts answer; raises ReplylintError where that file cannot be read.
    """
    overrides = overrides or Overrides()
    settings_for = settings if callable(settings) else _always(settings or Settings())
    asked = read_customer(to, settings_for(to), overrides) if to else ()
    for found in discover(paths, settings_for):
        if isinstance(found, ReplylintError):
            yield Result(found.path or "", errors=(found,))
            continue
        if found.path == STDIN:
            name = stdin_filename or STDIN_NAME
            result = read_bytes(stdin, name, settings_for(name), overrides)
        else:
            result = read_file(found.path, settings_for(found.path), overrides, named=found.named)
        yield answering(result, asked)


def read_file(
    path: str, settings: Settings | None = None, overrides: Overrides | None = None, *, named: bool = True
) -> Result:
    """Read one file; one that was not ``named`` may turn out to be no conversation."""
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        return Result(path, errors=(ReplylintError(discovery.reason(error, path), path),))
    return read_bytes(data, path, settings, overrides, named=named)


def read_bytes(
    data: bytes,
    path: str,
    settings: Settings | None = None,
    overrides: Overrides | None = None,
    *,
    named: bool = True,
) -> Result:
    """Read the bytes of a file; the ending of ``path`` says the format, plain text where it is not known."""
    settings = settings or Settings()
    context = Context(path, settings, overrides or Overrides(), _per_path(path, settings))
    conversations: list[Conversation] = []
    errors: list[ReplylintError] = []
    reader = ""
    try:
        reader, items = _opened(data, PurePath(path).suffix.lower(), context, named)
        for item in items:
            if isinstance(item, ReplylintError):
                errors.append(item)
            else:
                conversations.append(item)
    except _NoConversationError:
        return Result(path, skipped=True)
    except ReplylintError as error:
        errors.append(error)
    return Result(path, tuple(conversations), tuple(errors), reader=reader)


def read_customer(
    path: str, settings: Settings | None = None, overrides: Overrides | None = None
) -> tuple[Message, ...]:
    """Read the messages that a draft in another file answers; raises ReplylintError.

    A text without speakers, a lone draft and the author's own words of a mail are the customer's.
    """
    result = read_file(path, settings, overrides)
    if result.errors:
        raise result.errors[0]
    if not result.conversations:
        raise ReplylintError("no message in it", path)
    conversation = result.conversations[0]
    draft = conversation.draft
    from_mail = PurePath(path).suffix.lower() in (".eml", ".mbox")
    if draft is None or (conversation.messages and not from_mail):
        return conversation.messages + ((draft,) if draft else ())
    return (*conversation.messages, replace(draft, role="customer"))


class _NoConversationError(Exception):
    """A file met in a folder is something else."""


_Items = Iterator[Conversation | ReplylintError]


def _opened(data: bytes, suffix: str, context: Context, named: bool) -> tuple[str, _Items]:
    """Return what a file is read as, and what the reader of that yields."""
    if suffix == ".eml":
        from replylint.readers.mail import read as read_mail

        return "e-mail", read_mail(data, context)
    if suffix == ".mbox":
        from replylint.readers.mbox import read as read_mbox

        return "mailbox", read_mbox(data, context)
    library = _library(context.path, context.settings)
    if suffix in _UNSHAPED and not named and library is None:
        raise _NoConversationError
    file = _decoded(data, context.path, suffix, named)
    if not file.text.strip():
        return "empty file", iter(())
    if suffix in _RECORDS and not (library and library.text):
        from replylint.readers import record

        if record.looks_like_records(file.text):
            return "conversation records", _records(file, context, suffix)
    if suffix in _LIBRARIES or (library and library.text) or (suffix in _MARKDOWN and _FENCE.search(file.text)):
        found = _from_library(file, context, suffix, library, named)
        if found is not None:
            return found
    if suffix == ".mdx" and not named:
        raise _NoConversationError
    from replylint.readers import plain

    read = plain.read(file, context)
    if library is None:
        return "text", read
    from replylint.readers import libraries

    return "template", libraries.as_templates(read, library, context)


def _from_library(
    file: SourceFile, context: Context, suffix: str, library: LibrarySettings | None, named: bool
) -> tuple[str, _Items] | None:
    """Read a file as a library; None where it is a text like any other."""
    from replylint.readers import libraries

    try:
        return libraries.read(file, context, library, named)
    except libraries.UnknownShapeError as error:
        if suffix in _MARKDOWN and not (library and library.text):
            return None
        if not named and library is None:
            raise _NoConversationError from None
        if suffix in _RECORDS and not error.has_texts:
            return "conversation records", _records(file, context, suffix)
        raise


def _records(file: SourceFile, context: Context, suffix: str) -> _Items:
    from replylint.readers import record

    return record.read_json(file, context) if suffix == ".json" else record.read_lines(file, context)


def _library(path: str, settings: Settings) -> LibrarySettings | None:
    """Return the last library setting that a path matches."""
    matching = (entry for entry in settings.libraries if discovery.matches(entry.patterns, path, settings.root))
    return next(reversed(list(matching)), None)


def _decoded(data: bytes, path: str, suffix: str, named: bool) -> SourceFile:
    try:
        return decoding.decode(data, path)
    except ReplylintError:
        if not named and (suffix in _RECORDS or suffix in _LIBRARIES):
            raise _NoConversationError from None
        raise


def _always(settings: Settings) -> Callable[[str], Settings]:
    return lambda path: settings


def _per_path(path: str, settings: Settings) -> dict[str, str]:
    """Return channel, locale and mode of the per-path settings that a path matches; later ones win."""
    chosen: dict[str, str] = {}
    for entry in settings.per_path:
        wanted = {key: value for key in ("channel", "locale", "mode") if (value := getattr(entry, key))}
        if wanted and discovery.matches((entry.pattern,), path, settings.root):
            chosen |= wanted
    return chosen


def answering(result: Result, asked: tuple[Message, ...]) -> Result:
    """Return a file's conversations as replies to some messages from another file."""
    if not asked:
        return result
    return replace(result, conversations=tuple(replace(c, messages=asked + c.messages) for c in result.conversations))
