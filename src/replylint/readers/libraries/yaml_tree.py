"""YAML -> values with places.

Composed from the parser's events with a stack of our own. Scalars stay the strings that were written, nothing is
constructed, and an alias is the same value again, not a copy: a few nested ones cannot fill the memory.
"""

from __future__ import annotations

import re
from functools import partial
from typing import Any

import yaml

from replylint.model import ReplylintError, SourceFile
from replylint.readers.decoding import mistake
from replylint.readers.libraries.tree import MAX_DEPTH, Array, Document, Leaf, Object, Value
from replylint.readers.libraries.yaml_scalars import mapped

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NO_TEXT = re.compile(r"~|null|true|false|yes|no|on|off|[-+]?(?:\d[\d_]*)?(?:\.\d*)?(?:e[-+]?\d+)?|", re.IGNORECASE)
"""Plain scalars that are nulls, booleans and numbers to most programs; ``7:30`` is text."""


def read(file: SourceFile) -> Document:
    """Read the documents of a YAML file; raises ReplylintError with the place of a mistake."""
    composer = _Composer(file)
    try:
        for event in yaml.parse(file.text, Loader=_LOADER):
            composer.take(event)
    except yaml.MarkedYAMLError as error:
        mark: Any = error.problem_mark or error.context_mark
        at = mark.index if mark else 0
        tab = file.text[at : at + 1] == "\t"
        raise mistake(file, at, f"broken YAML: {'a tab where spaces must be' if tab else error.problem}") from None
    except yaml.YAMLError:
        odd = yaml.reader.Reader.NON_PRINTABLE.search(file.text)
        raise mistake(file, odd.start() if odd else 0, "broken YAML: a character it does not allow") from None
    return Document(file, tuple(composer.roots))


class _Composer:
    """Builds values of parser events."""

    def __init__(self, file: SourceFile) -> None:
        self.file = file
        self.roots: list[Value] = []
        self.anchors: dict[str, Value] = {}
        self.open: list[Array | Object] = []
        self.keys: list[str | None] = []

    def take(self, event: Any) -> None:
        at, end = event.start_mark.index, event.end_mark.index
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event, at, end)
        elif isinstance(event, yaml.AliasEvent):
            if event.anchor not in self.anchors:
                raise self._mistake(at, f"broken YAML: nothing is called &{event.anchor}")
            self._add(self.anchors[event.anchor], at)
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            value = Object(at) if isinstance(event, yaml.MappingStartEvent) else Array(at)
            self._remember(event, value)
            self._add(value, at)
            self.open.append(value)
            self.keys.append(None)
            if len(self.open) > MAX_DEPTH:
                raise self._mistake(at, f"YAML nested more than {MAX_DEPTH} levels deep")
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self.open.pop()
            self.keys.pop()

    def _scalar(self, event: Any, at: int, end: int) -> None:
        if self.open and isinstance(self.open[-1], Object) and self.keys[-1] is None:
            self.keys[-1] = event.value
            return
        plain = not event.style and event.implicit[0]
        is_text = not (plain and _NO_TEXT.fullmatch(event.value))
        leaf = Leaf(at, end, event.value, partial(mapped, self.file, at, end, event.style, event.value), is_text)
        self._remember(event, leaf)
        self._add(leaf, at)

    def _remember(self, event: Any, value: Value) -> None:
        if event.anchor:
            self.anchors[event.anchor] = value

    def _add(self, value: Value, at: int) -> None:
        if not self.open:
            self.roots.append(value)
            return
        parent = self.open[-1]
        if isinstance(parent, Array):
            parent.items.append(value)
            return
        key, self.keys[-1] = self.keys[-1], None
        if key is None:
            raise self._mistake(at, "a key must be a word")
        parent.pairs.append((key, value))

    def _mistake(self, at: int, message: str) -> ReplylintError:
        return mistake(self.file, at, message)
