"""Template libraries: files that hold many canned responses -> a conversation for each.

``text`` in the settings says which values hold text; without it a file must have one of the known shapes. The parsers
are imported when a file needs them.
"""

from __future__ import annotations

import importlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePath
from types import MappingProxyType

from replylint.model import Conversation, LibrarySettings, ReplylintError, SourceFile
from replylint.readers.context import Context
from replylint.readers.decoding import mistake
from replylint.readers.libraries import shapes
from replylint.readers.libraries.entries import Wanted, conversations, mode_of
from replylint.readers.libraries.paths import Path, parse
from replylint.readers.libraries.tree import Array, Document, Found, Leaf, Object, Value

FORMATS = MappingProxyType(
    {
        ".json": "json_tree.read",
        ".jsonl": "json_tree.read_lines",
        ".ndjson": "json_tree.read_lines",
        ".yaml": "yaml_tree.read",
        ".yml": "yaml_tree.read",
        ".csv": "csv_tree.read",
        ".tsv": "csv_tree.read",
        ".xml": "xml_tree.read",
        ".toml": "toml_tree.read",
        ".po": "po_tree.read",
        ".md": "markdown_tree.read",
        ".mdx": "markdown_tree.read",
        ".markdown": "markdown_tree.read",
    }
)
"""What reads a file's values, by its ending."""
_GUESSES = ("body", "text", "content", "message", "comment", "response", "reply", "template", "value", "description")


class UnknownShapeError(ReplylintError):
    """A file has none of the known shapes, and no setting says where its texts are; ``has_texts``: it does hold some."""

    has_texts = False


def read(
    file: SourceFile, context: Context, library: LibrarySettings | None, named: bool
) -> tuple[str, Iterator[Conversation]]:
    """Return the name of the reader that a library needs, and its conversations.

    Raises UnknownShapeError where that is not known, other ReplylintErrors with the place of a mistake.
    """
    written = library.text if library else ()
    if not written and not named and not shapes.may_have_shape(file.text, file.path, named):
        raise UnknownShapeError("no library of a known shape", file.path)
    document = _document(file)
    if library and written:
        text, title = _paths(written, context), _paths((library.title,) if library.title else (), context)
        found = list(conversations(document, Wanted(text, title, library.html, library.mode, _meta(library)), context))
        if not found and named:
            raise mistake(file, 0, f"no text: nothing in it is at {' or '.join(written)}")
        return f"{PurePath(file.path).suffix.lower().lstrip('.')} library", iter(found)
    shape = shapes.recognised(document, named or library is not None)
    if shape is None:
        raise _unknown(document)
    wanted = Wanted(shape.text, shape.title, shape.html, meta={"placeholders": shape.placeholders})
    if library:
        wanted = replace(
            wanted,
            title=_paths((library.title,), context) if library.title else shape.title,
            html=shape.html if library.html is None else library.html,
            mode=library.mode,
            meta={**wanted.meta, **_meta(library)},
        )
    return shape.name, conversations(document, wanted, context)


def as_templates(read: Iterable[Conversation], library: LibrarySettings, context: Context) -> Iterator[Conversation]:
    """Yield conversations of one text as templates; what the file says itself wins over the settings."""
    for conversation in read:
        mode = mode_of(context, library.mode) if conversation.mode == "draft" else conversation.mode
        meta = MappingProxyType({**_meta(library), **conversation.meta})
        yield replace(conversation, mode=mode, meta=meta)


def _paths(written: Iterable[str], context: Context) -> tuple[Path, ...]:
    try:
        return tuple(parse(path) for path in written)
    except ValueError as error:
        raise ReplylintError(f"libraries: {error}", context.settings.path) from None


def _document(file: SourceFile) -> Document:
    module, _, function = FORMATS[PurePath(file.path).suffix.lower()].partition(".")
    document: Document = getattr(importlib.import_module(f"{__name__}.{module}"), function)(file)
    return document


def _meta(library: LibrarySettings) -> dict[str, object]:
    meta = dict(library.meta)
    if library.placeholders:
        meta["placeholders"] = library.placeholders
    if library.schema:
        meta["schema"] = tuple(library.schema)
        meta["required"] = tuple(name for name, declared in library.schema.items() if declared.required)
        meta["types"] = {name: declared.type for name, declared in library.schema.items() if declared.type}
    return meta


def _unknown(document: Document) -> UnknownShapeError:
    """Say that a file has no known shape, and which setting would help, from the keys it has."""
    path = document.file.path
    pattern = PurePath(path).name if PurePath(path).is_absolute() or ".." in path else PurePath(path).as_posix()
    guess = next((written for root in document.roots if (written := _guess(root))), None)
    setting = f"libraries: [{{path: {json.dumps(pattern)}, text: {json.dumps(guess or 'replies[*].body')}}}]"
    error = UnknownShapeError(f"no library of a known shape: say which keys hold text, e.g. {setting}", path)
    error.has_texts = guess is not None
    return error


def _guess(root: Value) -> str | None:
    """Return the path to what looks most like the texts of a library: the key under which most words stand."""
    words: dict[str, int] = {}
    waiting = [Found(root)]
    seen: set[int] = set()
    while waiting and len(seen) < 5_000:
        found = waiting.pop()
        if id(found.value) in seen:
            continue
        seen.add(id(found.value))
        if isinstance(found.value, Leaf):
            if found.value.is_text and " " in found.value.text:
                written = _general(found)
                bonus = 50 if str(found.key).casefold() in _GUESSES else 0
                words[written] = words.get(written, bonus) + found.value.text.count(" ")
        elif isinstance(found.value, Array):
            waiting += [Found(item, index, found) for index, item in enumerate(found.value.items)]
        else:
            waiting += [Found(value, key, found) for key, value in found.value.pairs]
    return max(words, key=lambda written: words[written], default=None)


def _general(found: Found) -> str:
    """Return the way to a value with every place in a list, and every key of a long object, left open."""
    steps = []
    for step in (found, *found.above()):
        if isinstance(step.key, int):
            steps.append("[*]")
        elif isinstance(step.key, str):
            parent = step.parent.value if step.parent else None
            many = isinstance(parent, Object) and len(parent.pairs) > 20
            plain = step.key.replace("_", "").replace("-", "").isalnum()
            steps.append(".*" if many else f".{step.key}" if plain else f'."{step.key}"')
    return "".join(reversed(steps)).lstrip(".")
