"""Conversation records: JSON, and JSON Lines with one a line.

Records are validated with fastjsonschema: it compiles the schema to Python once and then needs microseconds a record,
where jsonschema needs a millisecond, and importing it takes longer than reading a thread.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from replylint.model import Conversation, Message, ReplylintError, SourceFile
from replylint.readers import dates
from replylint.readers.context import Context
from replylint.readers.decoding import mistake
from replylint.readers.positioned_json import Place, parse, source

SCHEMA = Path(__file__).with_name("conversation.schema.json")
_JSON_TYPES = {
    str: "a string", bool: "a boolean", int: "a number", float: "a number", list: "an array", dict: "an object",
    type(None): "null",
}  # fmt: skip
_TYPE_NAMES = {
    "string": "a string", "object": "an object", "array": "an array", "null": "null", "integer": "a whole number",
    "boolean": "true or false",
}  # fmt: skip


def read_json(file: SourceFile, context: Context) -> Iterator[Conversation | ReplylintError]:
    """Yield the record of a JSON file, or the records of its list."""
    if not file.text.strip():
        return
    try:
        value, place = parse(file)
        if not isinstance(value, list):
            yield conversation(value, place, file, context, context.name)
            return
    except ReplylintError as error:
        yield error
        return
    for index, item in enumerate(value):
        try:
            yield conversation(item, place.children[index], file, context, f"{context.name}#{index + 1}")
        except ReplylintError as error:
            yield error


def read_lines(file: SourceFile, context: Context) -> Iterator[Conversation | ReplylintError]:
    """Yield the record of each line; a broken line does not hide the others."""
    start, number = 0, 0
    while start < len(file.text):
        end = file.text.find("\n", start)
        end = len(file.text) if end < 0 else end
        number += 1
        if file.text[start:end].strip():
            try:
                value, place = parse(file, start, end)
                yield conversation(value, place, file, context, f"{context.name}:{number}")
            except ReplylintError as error:
                yield error
        start = end + 1


def is_conversation(value: Any) -> bool:
    """Whether a JSON value met in a folder means to be a record, right or wrong."""
    if isinstance(value, list):
        return any(is_conversation(item) for item in value[:1])
    return isinstance(value, dict) and (isinstance(value.get("draft"), dict) or isinstance(value.get("messages"), list))


def looks_like_records(text: str) -> bool:
    """Whether the text of a JSON or JSON Lines file met in a folder means to hold records."""
    if not text.strip():
        return False
    for piece in (text, text.lstrip().partition("\n")[0]):
        try:
            return is_conversation(json.loads(piece))
        except (ValueError, RecursionError):
            continue
    return '"messages"' in text or '"draft"' in text


def conversation(value: Any, place: Place, file: SourceFile, context: Context, name: str) -> Conversation:
    """Make a conversation of a record; raises ReplylintError at the value that is wrong."""
    validate(value, place, file)
    messages = value.get("messages", [])
    draft = value.get("draft")
    if draft is None and not messages:
        raise mistake(file, place.start, 'no conversation: a record needs "draft" or "messages"')
    return context.conversation(
        id=str(value.get("id", name)),
        messages=tuple(
            _message(item, place.at(["messages", i]), file, f"messages[{i}]") for i, item in enumerate(messages)
        ),
        draft=_message(draft, place.at(["draft"]), file, "draft") if draft is not None else None,
        meta=value.get("meta", {}),
        said={key: value[key] for key in ("channel", "locale", "mode") if key in value},
    )


def _message(value: dict[str, Any], place: Place, file: SourceFile, where: str) -> Message:
    try:
        sent_at = dates.recorded(value["sent_at"]) if value.get("sent_at") else None
    except ValueError:
        raise mistake(file, place.children["sent_at"].start, _no_date(f"{where}.sent_at", value["sent_at"])) from None
    return Message(
        role=value.get("role", "agent"),
        text=value["text"],
        sent_at=sent_at,
        author=value.get("author"),
        sender=value.get("from"),
        attachments=tuple(value.get("attachments") or ()),
        source=source(file, place.children["text"]),
    )


@cache
def schema() -> dict[str, Any]:
    """Return the published JSON Schema of a record."""
    loaded: dict[str, Any] = json.loads(SCHEMA.read_text("utf-8"))
    return loaded


@cache
def _validator() -> Callable[[Any], Any]:
    import fastjsonschema

    compiled: Callable[[Any], Any] = fastjsonschema.compile(schema(), use_default=False)
    return compiled


def validate(value: Any, place: Place, file: SourceFile) -> None:
    """Raise ReplylintError at the first value that the schema does not allow."""
    from fastjsonschema import JsonSchemaValueException

    try:
        _validator()(value)
    except JsonSchemaValueException as error:
        path: list[str | int] = [int(step) if step.isdigit() else step for step in error.path[1:]]
        raise _explained(error, path, place, file) from None
    now = (value.get("meta") or {}).get("now")
    if now and dates.iso(now) is None:
        raise mistake(file, place.at(["meta", "now"]).start, _no_date("meta.now", now))


def _explained(error: Any, path: list[str | int], place: Place, file: SourceFile) -> ReplylintError:
    """Turn what the validator says into one line at the value it speaks of."""
    wrong, where = place.at(path), _dotted(path)
    value, rule = error.value, error.rule
    prefix = f"{where}: " if where else ""
    known = list(error.definition.get("properties", ()))
    unknown = [key for key in value if key not in known] if isinstance(value, dict) else []
    if rule in ("additionalProperties", "required") and unknown:
        return mistake(file, wrong.keys[unknown[0]], f"{prefix}{unknown_key(unknown[0], known)}")
    if rule == "required":
        missing = next(key for key in error.definition["required"] if key not in value)
        return mistake(file, wrong.start, f'{prefix}"{missing}" is missing')
    if rule == "enum":
        choices = ", ".join(f'"{choice}"' for choice in error.definition["enum"])
        return mistake(file, wrong.start, f"{prefix}{_shown(value)} is not one of {choices}")
    if rule == "pattern" and path[-1] == "locale":
        return mistake(file, wrong.start, f'{prefix}{_shown(value)} is no language tag such as "en-GB"')
    if rule == "pattern":
        return mistake(file, wrong.start, _no_date(where, value))
    wanted = error.definition["type"]
    names = [_TYPE_NAMES[name] for name in ([wanted] if isinstance(wanted, str) else wanted) if name != "null"]
    if not where and not isinstance(value, dict):
        return mistake(file, wrong.start, f"no conversation: a record is an object, not {_JSON_TYPES[type(value)]}")
    return mistake(file, wrong.start, f"{prefix}must be {' or '.join(names)}, not {_JSON_TYPES[type(value)]}")


def unknown_key(key: str, known: list[str]) -> str:
    """Say that a key is unknown, and which one may be meant."""
    nearest = difflib.get_close_matches(key.lower(), known, 1)
    return f"unknown key {_shown(key)}" + (f'; did you mean "{nearest[0]}"?' if nearest else "")


def _no_date(where: str, value: str) -> str:
    return f"{where}: {_shown(value)} is no ISO 8601 date or time"


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else f"{text[:57]}…"


def _dotted(path: list[str | int]) -> str:
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).lstrip(".")
