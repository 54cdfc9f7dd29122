"""The keys of a settings file.

TOML is read as YAML nodes too, so that one reader knows every key and says where a mistake stands.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, get_args

import yaml

from replylint.language.placeholders import FAMILIES
from replylint.model import (
    Channel,
    LibrarySettings,
    Mode,
    PathSettings,
    Placeholder,
    Position,
    ReplylintError,
    Settings,
    Severity,
    SpellingSettings,
)
from replylint.settings import is_locale
from replylint.yaml_nodes import NodeReader, compose

_LISTS = ("select", "extend-select", "ignore", "exclude", "rules", "agents", "brands", "words")
_SELECTORS = ("select", "extend-select", "ignore")
_CHOICES: Mapping[str, tuple[str, ...]] = MappingProxyType({"mode": get_args(Mode), "channel": get_args(Channel)})
_KEYS = (*_LISTS, "severity", "per-path", "libraries", "spelling", "languagetool", *_CHOICES, "locale", "timezone")
_PATH_KEYS = (*_SELECTORS, *_CHOICES, "locale")
_LIBRARY_KEYS = ("path", "text", "title", "html", "placeholders", "schema", "meta", "mode")
_ENGINES = ("embedded", "languagetool")
_SCHEMA_KEYS = ("type", "required")


def root_of(file: Path) -> yaml.Node | None:
    """Return the settings in a file as YAML nodes; None where there are none."""
    return toml_root(file) if file.suffix == ".toml" else compose(file)


class SettingsFile(NodeReader):
    """Builds the Settings of one file."""

    def __init__(self, file: Path) -> None:
        super().__init__(str(file))
        self.file = file

    def settings(self, root: yaml.Node) -> Settings:
        keys = self.mapping(root, _KEYS)
        words, word_lists = self.words(keys.pop("words", None))
        return Settings(
            **self.common(keys, (*_LISTS, *_CHOICES, "locale")),
            words=words,
            word_lists=word_lists,
            severity=self.severity(keys.get("severity")),
            per_path=tuple(self.per_path(keys.get("per-path"))),
            libraries=tuple(self.library(node) for node in self.libraries(keys.get("libraries"))),
            spelling=self.spelling(keys.get("spelling"), keys.get("languagetool")),
            timezone=self.timezone(keys["timezone"]) if "timezone" in keys else None,
            root=str(self.file.parent),
            path=self.path,
        )

    def common(self, keys: Mapping[str, yaml.Node], wanted: tuple[str, ...]) -> dict[str, Any]:
        """Return the values of the keys that the whole file and a path may set."""
        found: dict[str, Any] = {}
        for key, node in keys.items():
            if key not in wanted:
                continue
            if key in _LISTS:
                found[key.replace("-", "_")] = tuple(text for _, text in self.texts(node))
            elif key == "locale":
                found[key] = self.locale(node)
            else:
                found[key] = self.choice(node, _CHOICES[key])
        return found

    def texts(self, node: yaml.Node) -> list[tuple[yaml.Node, str]]:
        """Return the items of a list; one item may stand alone."""
        nodes = [node] if isinstance(node, yaml.ScalarNode) else self.sequence(node)
        texts = [(item, self.text(item).strip()) for item in nodes]
        for item, text in texts:
            if not text:
                raise self.error(item, "expected a text")
        return texts

    def words(self, node: yaml.Node | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the words that are right, and the files among them that have more; those are named ./like.yaml."""
        words: list[str] = []
        files: list[str] = []
        for item, text in self.texts(node) if node is not None else ():
            if not text.startswith(("./", "../", "/")):
                words.append(text)
                continue
            from replylint.word_lists import read_words

            file = self.file.parent / text
            if not file.is_file():
                raise self.error(item, f"there is no file {text}: `replylint words learn` writes one")
            files.append(str(file))
            words += read_words(file)
        return tuple(words), tuple(files)

    def severity(self, node: yaml.Node | None) -> Mapping[str, Severity]:
        levels = self.mapping(node) if node is not None else {}
        return MappingProxyType({selector: self.choice(level, Severity) for selector, level in levels.items()})

    def per_path(self, node: yaml.Node | None) -> list[PathSettings]:
        patterns = self.mapping(node) if node is not None else {}
        return [PathSettings(p, **self.common(self.mapping(n, _PATH_KEYS), _PATH_KEYS)) for p, n in patterns.items()]

    def libraries(self, node: yaml.Node | None) -> list[yaml.Node]:
        return [] if node is None else [node] if isinstance(node, yaml.MappingNode) else self.sequence(node)

    def library(self, node: yaml.Node) -> LibrarySettings:
        keys = self.mapping(node, _LIBRARY_KEYS)
        if "path" not in keys:
            raise self.error(node, "a library needs a path, a pattern as in .gitignore")
        return LibrarySettings(
            patterns=tuple(text for _, text in self.texts(keys["path"])),
            text=tuple(text for _, text in self.texts(keys["text"])) if "text" in keys else (),
            title=self.text(keys["title"]) if "title" in keys else "",
            html=self.choice(keys["html"], ("true", "false")) == "true" if "html" in keys else None,
            placeholders=self.choice(keys["placeholders"], FAMILIES) if "placeholders" in keys else "",
            schema=self.schema(keys["schema"]) if "schema" in keys else MappingProxyType({}),
            meta=self.value(keys["meta"]) if "meta" in keys else MappingProxyType({}),
            mode=self.choice(keys["mode"], get_args(Mode)) if "mode" in keys else None,
        )

    def schema(self, node: yaml.Node) -> Mapping[str, Placeholder]:
        """Return the placeholders there are: a list of names, or what is known of each."""
        if not isinstance(node, yaml.MappingNode):
            return MappingProxyType({name: Placeholder() for _, name in self.texts(node)})
        return MappingProxyType({name: self.placeholder(value) for name, value in self.mapping(node).items()})

    def placeholder(self, node: yaml.Node) -> Placeholder:
        if not isinstance(node, yaml.MappingNode):
            return Placeholder(self.text(node))
        keys = self.mapping(node, _SCHEMA_KEYS)
        required = "required" in keys and self.choice(keys["required"], ("true", "false")) == "true"
        return Placeholder(self.text(keys["type"]) if "type" in keys else "", required)

    def spelling(self, spelling: yaml.Node | None, server: yaml.Node | None) -> SpellingSettings:
        """Return which engines are used, and where LanguageTool's server is."""
        found: dict[str, Any] = {}
        keys = self.mapping(spelling, ("engine",)) if spelling is not None else {}
        if "engine" in keys:
            found["engines"] = tuple(dict.fromkeys(self.choice(n, _ENGINES) for n, _ in self.texts(keys["engine"])))
            if not found["engines"]:
                raise self.error(keys["engine"], "expected an engine")
        keys = self.mapping(server, ("url", "timeout")) if server is not None else {}
        if "url" in keys:
            found["url"] = self.url(keys["url"])
        if "timeout" in keys:
            found["timeout"] = self.seconds(keys["timeout"])
        return SpellingSettings(**found)

    def url(self, node: yaml.Node) -> str:
        text = self.text(node)
        if not re.fullmatch(r"https?://[^\s/]+(?:/\S*)?", text):
            raise self.error(node, f"{text!r} is no address such as http://localhost:8081")
        return text

    def seconds(self, node: yaml.Node) -> float:
        text = self.text(node)
        if not re.fullmatch(r"\d{1,4}(?:\.\d+)?", text) or not float(text):
            raise self.error(node, f"{text!r} is no number of seconds")
        return float(text)

    def locale(self, node: yaml.Node) -> str:
        text = self.text(node)
        if not is_locale(text):
            raise self.error(node, f"{text!r} is no language tag such as en-GB")
        return text

    def timezone(self, node: yaml.Node) -> str:
        text = self.text(node)
        if text not in ("single", "multi"):
            import zoneinfo

            try:
                zoneinfo.ZoneInfo(text)
            except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
                raise self.error(node, f"{text!r} is no time zone such as Europe/London") from None
        return text

    def selectors(self, root: yaml.Node | None) -> list[tuple[yaml.Node, str]]:
        """Return every code, prefix or name in the file and where it stands."""
        keys = self.mapping(root, _KEYS) if root is not None else {}
        found = [(key, str(key.value)) for key, _ in keys["severity"].value] if "severity" in keys else []
        paths = self.mapping(keys["per-path"]).values() if "per-path" in keys else ()
        for part in (keys, *(self.mapping(path) for path in paths)):
            for key in _SELECTORS:
                found += self.texts(part[key]) if key in part else []
        return found


def toml_root(file: Path) -> yaml.Node | None:
    """Return ``[tool.replylint]`` of a pyproject.toml as YAML nodes; None where there is none."""
    import tomllib

    try:
        text = file.read_text("utf-8-sig")
        tool = tomllib.loads(text).get("tool", {})
    except tomllib.TOMLDecodeError as error:
        message, _, where = str(error).partition(" (at ")
        place = re.match(r"line (\d+), column (\d+)", where)
        position = Position(int(place[1]), int(place[2])) if place else None
        raise ReplylintError(f"broken TOML: {message[:1].lower()}{message[1:]}", str(file), position) from None
    except UnicodeDecodeError as error:
        raise ReplylintError(f"invalid UTF-8: byte 0x{error.object[error.start]:02x}", str(file)) from None
    except OSError as error:
        raise ReplylintError(f"cannot be read: {(error.strerror or str(error)).lower()}", str(file)) from None
    if not isinstance(tool, dict) or "replylint" not in tool:
        return None
    return _TomlNodes(text).node(tool["replylint"], ())


class _TomlNodes:
    """Makes YAML nodes of TOML values. TOML's parser keeps no places: a value is said to stand where its key does."""

    def __init__(self, text: str) -> None:
        self.keys = dict(_toml_keys(text))

    def node(self, value: Any, path: tuple[str, ...]) -> yaml.Node:
        mark = self.mark(path)
        if isinstance(value, dict):
            pairs = [
                (self.scalar(key, self.mark((*path, key))), self.node(v, (*path, key))) for key, v in value.items()
            ]
            return yaml.MappingNode("map", pairs, mark, mark)
        if isinstance(value, list):
            return yaml.SequenceNode("seq", [self.node(item, path) for item in value], mark, mark)
        return self.scalar(str(value).lower() if isinstance(value, bool) else str(value), mark)

    def scalar(self, text: str, mark: yaml.Mark) -> yaml.Node:
        return yaml.ScalarNode("str", text, mark, mark)

    def mark(self, path: tuple[str, ...]) -> yaml.Mark:
        known = next((self.keys[path[:n]] for n in range(len(path), -1, -1) if path[:n] in self.keys), (0, 0))
        return yaml.Mark("", 0, *known, None, 0)


def _toml_keys(text: str) -> list[tuple[tuple[str, ...], tuple[int, int]]]:
    """Return the keys under ``[tool.replylint]`` that start a line, with line and column from 0."""
    found: list[tuple[tuple[str, ...], tuple[int, int]]] = []
    table: tuple[str, ...] | None = None
    for number, line in enumerate(text.splitlines()):
        if header := re.match(r"\s*\[\s*tool\s*\.\s*replylint\s*(?:\.\s*(.+?))?\s*\]\s*(?:#.*)?$", line):
            table = tuple(_toml_path(header[1] or ""))
            found.append((table, (number, len(line) - len(line.lstrip()))))
        elif re.match(r"\s*\[", line):
            table = None if "=" not in line and not line.rstrip().endswith(",") else table
        elif table is not None and (key := re.match(r"\s*((?:[\w.-]+|\"[^\"]*\"|'[^']*')+)\s*=", line)):
            found.append(((*table, *_toml_path(key[1])), (number, key.start(1))))
    return found


def _toml_path(dotted: str) -> list[str]:
    return [part.strip("\"'") for part in re.findall(r"\"[^\"]*\"|'[^']*'|[\w-]+", dotted)]
