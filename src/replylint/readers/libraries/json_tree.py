"""JSON and JSON Lines -> values with places."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

from replylint.model import SourceFile
from replylint.readers.libraries.tree import Array, Document, Leaf, Object, Value
from replylint.readers.positioned_json import Place, parse, string


def read(file: SourceFile) -> Document:
    """Read a JSON file; raises ReplylintError with the place of a mistake."""
    return Document(file, (_value(*parse(file), file),))


def read_lines(file: SourceFile) -> Document:
    """Read a JSON Lines file, each line a value of its own."""
    roots, start = [], 0
    for line in file.text.split("\n"):
        if line.strip():
            roots.append(_value(*parse(file, start, start + len(line)), file))
        start += len(line) + 1
    return Document(file, tuple(roots))


def _value(value: Any, place: Place, file: SourceFile) -> Value:
    if isinstance(value, dict):
        pairs = [(key, _value(item, place.children[key], file)) for key, item in value.items()]
        return Object(place.start, pairs)
    if isinstance(value, list):
        return Array(place.start, [_value(item, place.children[i], file) for i, item in enumerate(value)])
    is_text = isinstance(value, str)
    text = value if is_text else json.dumps(value)
    return Leaf(place.start, place.end, text, partial(string, file, place), is_text)
