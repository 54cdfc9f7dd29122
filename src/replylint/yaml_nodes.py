"""YAML read by hand: scalars stay the strings that were written, and every mistake is told with its place.

The usual loaders read an unquoted ``7:30`` as 450 and ``no`` as false, and forget where a value stood.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

import yaml

from replylint.model import Position, ReplylintError

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_T = TypeVar("_T")


def compose(path: Path) -> yaml.Node | None:
    """Return the root node of a file, None where it is empty; raises ReplylintError with the place of a mistake."""
    try:
        return compose_text(path.read_text("utf-8-sig"), str(path))
    except UnicodeDecodeError as error:
        raise ReplylintError(f"invalid UTF-8: byte 0x{error.object[error.start]:02x}", str(path)) from None
    except OSError as error:
        raise ReplylintError(f"cannot be read: {(error.strerror or str(error)).lower()}", str(path)) from None


def compose_text(text: str, path: str) -> yaml.Node | None:
    """Return the root node of a YAML text that stands in the file ``path``."""
    try:
        for event in yaml.parse(text, Loader=_LOADER) if "&" in text else ():
            if isinstance(event, yaml.AliasEvent):  # a few of them, nested, would make a value without end
                raise ReplylintError(f"YAML aliases (*{event.anchor}) are not allowed here", path, _place(event))
        return yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = error.problem or error.context
        if mark and text[mark.index : mark.index + 1] == "\t":
            problem = "a tab where spaces must be"
        raise ReplylintError(
            f"broken YAML: {problem}", path, Position(mark.line + 1, mark.column + 1) if mark else None
        ) from None
    except yaml.YAMLError as error:
        raise ReplylintError(f"broken YAML: {' '.join(str(error).split())}", path) from None
    except RecursionError:
        raise ReplylintError("broken YAML: nested too deeply", path) from None


def _place(marked: Any) -> Position:
    return Position(marked.start_mark.line + 1, marked.start_mark.column + 1)


class NodeReader:
    """Reads values out of the nodes of one file."""

    def __init__(self, path: str) -> None:
        self.path = path

    def error(self, node: yaml.Node | None, message: str) -> ReplylintError:
        """Return the error to raise for a mistake at a node."""
        return ReplylintError(message, self.path, _place(node) if node else Position(1, 1))

    def mapping(self, node: yaml.Node | None, known: Iterable[str] = ()) -> dict[str, yaml.Node]:
        """Return keys and values; a key that is not ``known`` is an error that names the nearest one."""
        if not isinstance(node, yaml.MappingNode):
            raise self.error(node, "expected keys and values")
        known = tuple(known)
        found: dict[str, yaml.Node] = {}
        for key, value in node.value:
            name = self.text(key)
            if known and name not in known:
                near = difflib.get_close_matches(name, known, 1)
                raise self.error(key, f"unknown key {name!r}" + (f": did you mean {near[0]!r}?" if near else ""))
            if name in found:
                raise self.error(key, f"the key {name!r} stands here twice")
            found[name] = value
        return found

    def sequence(self, node: yaml.Node | None) -> list[yaml.Node]:
        if not isinstance(node, yaml.SequenceNode):
            raise self.error(node, "expected a list")
        return list(node.value)

    def text(self, node: yaml.Node | None) -> str:
        if not isinstance(node, yaml.ScalarNode):
            raise self.error(node, "expected a text")
        return str(node.value).strip("\n")

    def choice(self, node: yaml.Node, choices: Iterable[_T]) -> _T:
        """Return the one of ``choices`` that is written like the node's text."""
        text = self.text(node)
        for choice in choices:
            if str(choice) == text:
                return choice
        raise self.error(node, f"{text!r} is not one of {', '.join(map(str, choices))}")

    def value(self, node: yaml.Node) -> Any:
        """Return plain values: strings stay strings, lists become tuples."""
        if isinstance(node, yaml.MappingNode):
            return MappingProxyType({k: self.value(v) for k, v in self.mapping(node).items()})
        if isinstance(node, yaml.SequenceNode):
            return tuple(self.value(v) for v in node.value)
        return self.text(node)
