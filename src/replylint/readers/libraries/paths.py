"""The paths that say which values of a library hold text: a small part of JMESPath, walked over values with places.

==================================  ====================================================================
``macros``, ``"reply text"``        the value of a key
``*``                               every value of an object
``[*]``, ``[0]``                    every item of a list, one item
``[?field=='comment_value']``       the items (or the object itself) where a key has a value; ``!=`` too
``[?title && body]``                the items that have these keys; ``&&`` joins any of these conditions
``**``                              the value and everything in it
``(content_html || content)``       the first of several keys that holds something
==================================  ====================================================================

Steps are joined with dots. Every value is visited once a step, so that aliases cannot multiply the work.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from replylint.readers.libraries.tree import Array, Found, Leaf, Object, Value

Step = Callable[[Found], Iterable[Found]]

_STEP = re.compile(
    r"""
    (?P<deep>\*\*) | (?P<every>\*) | \[(?P<items>\*)\] | \[(?P<index>-?\d{1,9})\]
  | \[\?(?P<filter>(?:[^\]'"]|'[^']*'|"[^"]*")*)\] | \((?P<first>[^()]+)\)
  | "(?P<quoted>[^"]+)" | (?P<key>[\w@\#/:-]+)
    """,
    re.VERBOSE,
)
_CONDITION = re.compile(
    r"""\s*(?:"(?P<quoted>[^"]+)"|(?P<key>[\w@\#/:-]+))\s*(?:(?P<sign>==|!=)\s*(?:'(?P<single>[^']*)'|`?(?P<bare>[\w.-]+)`?)\s*)?"""
)


@dataclass(frozen=True)
class Path:
    """A path as it was written, and its steps."""

    written: str
    steps: tuple[Step, ...]

    def find(self, root: Value) -> list[Found]:
        """Return what the path leads to, each value once, in the order of the file."""
        reached = [Found(root)]
        for step in self.steps:
            seen: set[int] = set()
            following: list[Found] = []
            for found in reached:
                for item in step(found):
                    if id(item.value) not in seen:
                        seen.add(id(item.value))
                        following.append(item)
            reached = following
        return reached


def parse(written: str) -> Path:
    """Return the path that a text writes; raises ValueError that says what is wrong with it."""
    steps: list[Step] = []
    at, text = 0, written.strip()
    while at < len(text):
        match = _STEP.match(text, at)
        if match is None:
            raise ValueError(f"{written!r} is no path: {text[at : at + 20]!r} is no key, [*], [?key=='value'], * or **")
        steps.append(_step(match))
        at = match.end()
        if text.startswith(".", at) and at + 1 < len(text):
            at += 1
        elif at < len(text) and text[at] != "[":
            raise ValueError(f"{written!r} is no path: a dot is missing before {text[at : at + 20]!r}")
    if not steps:
        raise ValueError("a path must not be empty")
    return Path(written, tuple(steps))


def _step(match: re.Match[str]) -> Step:
    if match["deep"]:
        return _deep
    if match["every"]:
        return _every
    if match["items"]:
        return _items
    if match["index"]:
        return _index(int(match["index"]))
    if match["filter"] is not None:
        return _filter(match["filter"])
    if match["first"]:
        return _first([key.strip().strip('"') for key in match["first"].split("||")])
    return _first([match["quoted"] or match["key"]])


def _deep(found: Found) -> Iterator[Found]:
    seen: set[int] = set()
    waiting = [found]
    while waiting:
        item = waiting.pop()
        if id(item.value) in seen:
            continue
        seen.add(id(item.value))
        yield item
        waiting += reversed([*_every(item), *_items(item)])


def _every(found: Found) -> Iterator[Found]:
    if isinstance(found.value, Object):
        for key, value in found.value.pairs:
            yield Found(value, key, found)


def _items(found: Found) -> Iterator[Found]:
    if isinstance(found.value, Array):
        for index, item in enumerate(found.value.items):
            yield Found(item, index, found)


def _index(index: int) -> Step:
    def step(found: Found) -> Iterator[Found]:
        if isinstance(found.value, Array) and -len(found.value.items) <= index < len(found.value.items):
            yield Found(found.value.items[index], index % len(found.value.items), found)

    return step


def _first(keys: list[str]) -> Step:
    def step(found: Found) -> Iterator[Found]:
        if not isinstance(found.value, Object):
            return
        for key in keys:
            value = found.value.get(key)
            if value is not None and (len(keys) == 1 or not _is_empty(value)):
                yield Found(value, key, found)
                return

    return step


def _filter(written: str) -> Step:
    conditions = [_condition(part) for part in written.split("&&")]

    def step(found: Found) -> Iterator[Found]:
        for item in (found,) if isinstance(found.value, Object) else _items(found):
            if isinstance(item.value, Object) and all(holds(item.value) for holds in conditions):
                yield item

    return step


def _condition(written: str) -> Callable[[Object], bool]:
    match = _CONDITION.fullmatch(written)
    if match is None:
        raise ValueError(f"{written.strip()!r} is no condition such as field=='comment_value'")
    key = match["quoted"] or match["key"]
    wanted = match["single"] if match["single"] is not None else match["bare"]

    def holds(item: Object) -> bool:
        value = item.get(key)
        if match["sign"] is None:
            return value is not None and not _is_empty(value)
        return (isinstance(value, Leaf) and value.text == wanted) == (match["sign"] == "==")

    return holds


def _is_empty(value: Value) -> bool:
    return isinstance(value, Leaf) and not (value.is_text and value.text.strip())
