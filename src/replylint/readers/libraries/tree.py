"""The values of a template library, whatever its format: texts, lists and keys, each with its place in the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from replylint.model import SourceFile
from replylint.readers.mapped import Builder, MappedText

MAX_DEPTH = 100


@dataclass(slots=True, eq=False)
class Leaf:
    """A single value as it reads. ``is_text`` is False for numbers, booleans and nulls; ``end`` is where it ends.

    ``mapped`` gives the same text with the place of each character; it is called only where that is needed.
    """

    start: int
    end: int
    text: str
    mapped: Callable[[], MappedText]
    is_text: bool = True


def unplaced(file: SourceFile, text: str, at: int) -> Leaf:
    """Return a value that is written in another way than it reads and is no text to judge: an attribute, a heading."""

    def mapped() -> MappedText:
        builder = Builder(file)
        builder.add(text, at, at)
        return builder.build()

    return Leaf(at, at, text, mapped)


@dataclass(slots=True, eq=False)
class Array:
    start: int
    items: list[Value] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Object:
    """Keys and values in the order of the file; a key may stand twice."""

    start: int
    pairs: list[tuple[str, Value]] = field(default_factory=list)

    def get(self, key: str) -> Value | None:
        """Return the last value of a key, in any capitals where none is written just so."""
        found = [value for name, value in self.pairs if name == key]
        if not found:
            folded = key.casefold()
            found = [value for name, value in self.pairs if name.casefold() == folded]
        return found[-1] if found else None


Value = Leaf | Array | Object


@dataclass(frozen=True)
class Document:
    """A file's values; several where it holds several documents."""

    file: SourceFile
    roots: tuple[Value, ...]


@dataclass(slots=True, eq=False)
class Found:
    """A value that a path led to, and the way there: the keys and places in lists, and the values they are in."""

    value: Value
    key: str | int | None = None
    parent: Found | None = None

    def above(self) -> Iterator[Found]:
        """Yield what the value is in, nearest first."""
        found = self.parent
        while found is not None:
            yield found
            found = found.parent

    def path(self) -> str:
        """Return the way as it is written in settings: ``macros[3].title``."""
        keys = [found.key for found in (self, *self.above()) if found.key is not None]
        return "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in reversed(keys)).lstrip(".")


def descendants(root: Value) -> Iterator[tuple[str, Value]]:
    """Yield each value under a root once with its key ("" in a list), however often aliases repeat it."""
    seen: set[int] = set()
    waiting: list[tuple[str, Value]] = [("", root)]
    while waiting:
        key, value = waiting.pop()
        if id(value) in seen:
            continue
        seen.add(id(value))
        yield key, value
        if isinstance(value, Array):
            waiting += [("", item) for item in reversed(value.items)]
        elif isinstance(value, Object):
            waiting += reversed(value.pairs)
