"""YAML front matter: the keys of a conversation record above a plain text or Markdown file.

It is composed from the parser's events, with its own stack: scalars stay strings (``7:30`` is no 450), every value
knows its place, and neither aliases nor deep nesting can blow up.
"""

from __future__ import annotations

import difflib
import re
from typing import Any

from replylint.model import Ignore, ReplylintError, SourceFile
from replylint.readers import record
from replylint.readers.context import FrontMatter
from replylint.readers.decoding import mistake
from replylint.readers.positioned_json import MAX_DEPTH, Place

_BLOCK = re.compile(r"---[ \t]*\r?\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_STARTS_WITH_KEY = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\r?\n)*[\w.-]+[ \t]*:(?:\s|\Z)|\s*\Z")
_PLAIN = {"true": True, "false": False, "null": None, "~": None, "": None}
_TOP = ("id", "channel", "locale", "mode", "meta", "replylint")
_DRAFT = ("author", "sent_at", "from")


def read(file: SourceFile) -> FrontMatter:
    """Read the front matter of a file, if it has any; raises ReplylintError at what is wrong in it."""
    block = _BLOCK.match(file.text) if file.text.startswith("---") else None
    if block is None or not _STARTS_WITH_KEY.match(block["yaml"]):
        return FrontMatter()
    value, place = _compose(file, *block.span("yaml"))
    if not isinstance(value, dict):
        return FrontMatter(block.end())
    _reject_near_misses(value, place, file)
    top = {key: value[key] for key in ("id", "channel", "locale", "mode") if key in value}
    meta, meta_place = value.get("meta"), place.children.get("meta", Place(place.start))
    if isinstance(meta, dict) or meta is None:
        meta = dict(meta or {})
        for key in value:
            if key not in (*_TOP, *_DRAFT):
                meta[key] = value[key]
                meta_place.children[key] = place.children[key]
    draft = {key: value[key] for key in _DRAFT if key in value}
    if isinstance(value.get("attachments"), list):
        draft["attachments"] = value["attachments"]
    place.children["meta"] = meta_place
    for key in draft:
        place.children.setdefault("draft", Place(place.start)).children[key] = place.children[key]
    record.validate({**top, "meta": meta, "draft": {"text": "", **draft}}, place, file)
    return FrontMatter(block.end(), top, meta, draft, tuple(_ignores(value.get("replylint"), place, file)))


def _ignores(value: Any, place: Place, file: SourceFile) -> list[Ignore]:
    if value is None:
        return []
    place = place.children["replylint"]
    if not isinstance(value, dict):
        raise mistake(file, place.start, "replylint: must hold a key such as ignore: [TIM001]")
    for key in value:
        if key != "ignore":
            raise mistake(file, place.keys[key], f"replylint: {record.unknown_key(key, ['ignore'])}")
    selectors, place = value.get("ignore") or [], place.children["ignore"]
    if isinstance(selectors, str):
        return [Ignore(selectors, file.position(place.start))]
    if not isinstance(selectors, list) or not all(isinstance(item, str) for item in selectors):
        raise mistake(file, place.start, "replylint.ignore: must be a list of rule codes or names")
    return [Ignore(item, file.position(place.children[i].start)) for i, item in enumerate(selectors)]


def _reject_near_misses(value: dict[str, Any], place: Place, file: SourceFile) -> None:
    """Other programs' keys are legal in a Markdown file; one that nearly spells one of ours is a slip."""
    meta = [*record.schema()["definitions"]["meta"]["properties"]]
    known = [*_TOP, *_DRAFT, "attachments", *meta]
    for key in value:
        if key in known:
            continue
        nearest = difflib.get_close_matches(key.lower(), [k for k in known if len(k) > 4], 1, 0.8)
        if nearest:
            raise mistake(file, place.keys[key], f'unknown key "{key}"; did you mean "{nearest[0]}"?')


def _compose(file: SourceFile, start: int, end: int) -> tuple[Any, Place]:
    """Return the value in a stretch of YAML, and its place in the file."""
    import yaml

    text = file.text[start:end]
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    composer = _Composer(file, start)
    try:
        for event in yaml.parse(text, Loader=loader):
            composer.take(event, yaml)
    except yaml.MarkedYAMLError as error:
        offset = error.problem_mark.index if error.problem_mark else 0
        tab = text[offset : offset + 1] == "\t"
        problem = "a tab where spaces must be" if tab else error.problem or "broken"
        raise mistake(file, start + offset, f"broken YAML: {problem}") from None
    except yaml.YAMLError:
        odd = yaml.reader.Reader.NON_PRINTABLE.search(text)
        raise mistake(file, start + (odd.start() if odd else 0), "broken YAML: a character it does not allow") from None
    return composer.root


class _Composer:
    """Builds values and places of parser events."""

    def __init__(self, file: SourceFile, start: int) -> None:
        self.file = file
        self.start = start
        self.root: tuple[Any, Place] = (None, Place(start, start))
        self.open: list[tuple[Any, Place]] = []
        self.keys: list[str | None] = []

    def take(self, event: Any, yaml: Any) -> None:
        at = self.start + event.start_mark.index
        if isinstance(event, yaml.AliasEvent):
            raise self._mistake(at, f"YAML aliases (*{event.anchor}) are not allowed here")
        if isinstance(event, yaml.ScalarEvent):
            plain = event.style in (None, "") and event.implicit[0]
            value = _PLAIN.get(event.value, event.value) if plain else event.value
            if self.open and isinstance(self.open[-1][0], dict) and self.keys[-1] is None:
                self._key(event.value, at)
            else:
                self._add(value, Place(at, self.start + event.end_mark.index))
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            value = {} if isinstance(event, yaml.MappingStartEvent) else []
            place = Place(at)
            self._add(value, place)
            self.open.append((value, place))
            self.keys.append(None)
            if len(self.open) > MAX_DEPTH:
                raise self._mistake(at, f"YAML nested more than {MAX_DEPTH} levels deep")
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self.open.pop()
            self.keys.pop()

    def _key(self, key: str, at: int) -> None:
        place = self.open[-1][1]
        if key in place.keys:
            raise self._mistake(at, f'key "{key}" given twice')
        place.keys[key] = at
        self.keys[-1] = key

    def _add(self, value: Any, place: Place) -> None:
        if not self.open:
            self.root = value, place
            return
        parent, parent_place = self.open[-1]
        if isinstance(parent, list):
            parent_place.children[len(parent)] = place
            parent.append(value)
            return
        key, self.keys[-1] = self.keys[-1], None
        if key is None:
            raise self._mistake(place.start, "a key must be a word")
        parent[key] = value
        parent_place.children[key] = place

    def _mistake(self, at: int, message: str) -> ReplylintError:
        return mistake(self.file, at, message)
