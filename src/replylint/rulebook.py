"""rules/**/*.yaml -> Rule. Every mistake in a rule file is reported as file:line:column."""

from __future__ import annotations

import dataclasses
import re
import string
import typing
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, TypeVar, get_args

import yaml

from replylint.checks import Check, find
from replylint.model import (
    Channel,
    Conversation,
    Example,
    Message,
    Mode,
    Need,
    Position,
    ReplylintError,
    Role,
    Rule,
    Severity,
    Span,
)
from replylint.version import built_in_folder as built_in_folder
from replylint.yaml_nodes import NodeReader, compose

_KEYS = ("code", "name", "summary", "message", "severity", "needs", "check", "options", "rationale", "principle",
         "modes", "channels", "preview", "examples")  # fmt: skip
_REQUIRED = ("code", "name", "summary", "message", "severity", "check", "rationale", "examples")
_EXAMPLE_KEYS = ("customer", "agent", "thread", "library", "draft", "fix", "severity", "note", "channel", "mode", "locale", "meta",
                 "sent_at", "received_at", "attachments", "customer_attachments", "author", "sender")  # fmt: skip
_CODE = re.compile(r"[A-Z]{3}\d{3}")
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_MARK = re.compile(r"\[\[(.*?)\]\](?!\])", re.S)
_TIERS: Mapping[str, Need] = MappingProxyType({"0": "draft", "1": "reply-to", "2": "thread"})
_ALL_MODES: frozenset[Mode] = frozenset(get_args(Mode))
_MODES: Mapping[str, frozenset[Mode]] = MappingProxyType({"draft": _ALL_MODES, "library": frozenset({"library"})})
_WITH_CUSTOMER: frozenset[Mode] = frozenset({"draft", "thread"})
_T = TypeVar("_T")


def load(
    folders: Iterable[Path] = (),
    *,
    built_in: bool = True,
    allow_code: bool = False,
    mistakes: list[ReplylintError] | None = None,
) -> tuple[Rule, ...]:
    """Load the built-in rules and those of a user's folders (or single files), ordered by code.

    Raises ReplylintError for the first mistake in a rule file, and for a code or name that two files claim; where a
    list for ``mistakes`` is given, they are added to it and their files left out.
    """
    rules: dict[str, Rule] = {}
    names: dict[str, Rule] = {}
    own = [*_files([built_in_folder()])] if built_in else []
    for number, path in enumerate((*own, *_files(folders))):
        try:
            rule = _built_in(path) if number < len(own) else load_file(path, allow_code=allow_code)
            for known, key, value in ((rules, "code", rule.code), (names, "name", rule.name)):
                if value in known:
                    raise _taken(path, key, known[value])
        except ReplylintError as mistake:
            if mistakes is None:
                raise
            mistakes.append(mistake)
            continue
        rules[rule.code] = names[rule.name] = rule
    return tuple(rules[code] for code in sorted(rules))


def _files(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        if not folder.exists():
            raise ReplylintError("no such rules folder", str(folder))
        yield from sorted(folder.rglob("*.yaml")) if folder.is_dir() else [folder]


@cache
def _built_in(path: Path) -> Rule:
    return load_file(path)


def load_file(path: Path, *, allow_code: bool = False) -> Rule:
    """Load one rule file; raises ReplylintError with the place of the first mistake."""
    return _RuleFile(path, allow_code).rule(compose(path))


def _taken(path: Path, key: str, by: Rule) -> ReplylintError:
    reader = NodeReader(str(path))
    node = reader.mapping(compose(path))[key]
    return reader.error(node, f"the {key} {reader.text(node)} is already taken by {by.path}")


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())


class _RuleFile(NodeReader):
    """Builds the Rule of one file."""

    def __init__(self, path: Path, allow_code: bool) -> None:
        super().__init__(str(path))
        self.file = path
        self.allow_code = allow_code

    def rule(self, root: yaml.Node | None) -> Rule:
        if root is None:
            raise self.error(None, "the file is empty")
        keys = self.mapping(root, _KEYS)
        for required in _REQUIRED:
            if required not in keys:
                raise self.error(root, f"the key {required!r} is missing")
        code, name = self.text(keys["code"]), self.text(keys["name"])
        if not _CODE.fullmatch(code):
            raise self.error(keys["code"], f"{code!r} is no code: three capital letters and three digits")
        if not _NAME.fullmatch(name) or name != self.file.stem:
            raise self.error(keys["name"], f"the name {name!r} must be that of its file, {self.file.stem!r}")
        check = self.check_class(keys["check"])
        needs: Need = self.choice(keys["needs"], get_args(Need)) if "needs" in keys else _TIERS.get(code[3], "draft")
        severity = self.by_case(keys["severity"], check, lambda n: self.choice(n, Severity))
        bad, good = self.examples(keys["examples"])
        options = self.options(keys.get("options"), check)
        return Rule(
            code=code,
            name=name,
            summary=self.text(keys["summary"]),
            message=self.messages(keys["message"], check),
            severity=severity,
            needs=needs,
            check=self.text(keys["check"]),
            options=options,
            rationale=self.text(keys["rationale"]),
            principle=self.text(keys["principle"]) if "principle" in keys else "",
            bad=bad,
            good=good,
            modes=self.some(keys.get("modes"), get_args(Mode), _MODES.get(needs, _WITH_CUSTOMER)),
            channels=self.some(keys.get("channels"), get_args(Channel), frozenset(get_args(Channel))),
            preview="preview" in keys and self.choice(keys["preview"], ("true", "false")) == "true",
            family=self.file.parent.name,
            path=self.path,
            anchors=check(**options).anchors,
        )

    def some(self, node: yaml.Node | None, choices: Iterable[_T], default: frozenset[_T]) -> frozenset[_T]:
        return default if node is None else frozenset(self.choice(n, choices) for n in self.sequence(node))

    def check_class(self, node: yaml.Node) -> type[Check]:
        try:
            return find(self.text(node), self.allow_code)
        except LookupError as error:
            raise self.error(node, str(error.args[0])) from None

    def by_case(self, node: yaml.Node, check: type[Check], read: typing.Callable[[yaml.Node], _T]) -> Mapping[str, _T]:
        """Return one value, or a value for each of the check's cases."""
        if not isinstance(node, yaml.MappingNode):
            return MappingProxyType({"": read(node)})
        found = {}
        for key, value in self.mapping(node).items():
            if key not in check.cases:
                raise self.error(value, f"{key!r} is no case of this check: {', '.join(sorted(check.cases))}")
            found[key] = read(value)
        if missing := check.cases - found.keys():
            raise self.error(node, f"the case {sorted(missing)[0]!r} is missing")
        return MappingProxyType(found)

    def messages(self, node: yaml.Node, check: type[Check]) -> Mapping[str, str]:
        def read(node: yaml.Node) -> str:
            text = self.text(node)
            try:
                slots = {slot for _, slot, _, _ in string.Formatter().parse(text) if slot is not None}
            except ValueError as error:
                raise self.error(node, f"not a message: {error}") from None
            if unknown := slots - check.slots - {"span"}:
                known = ", ".join(sorted(check.slots | {"span"}))
                raise self.error(node, f"the check has no slot {{{sorted(unknown)[0]}}}: it has {known}")
            return text

        return self.by_case(node, check, read)

    def options(self, node: yaml.Node | None, check: type[Check]) -> Mapping[str, Any]:
        """Return the check's options, converted to the types of its fields."""
        fields = {field.name: field for field in dataclasses.fields(check)}
        types = typing.get_type_hints(check)
        given = self.mapping(node, fields or ("",)) if node is not None else {}
        for name, field in fields.items():
            required = field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
            if required and name not in given:
                raise self.error(node, f"the check needs the option {name!r}")
        options = {name: self.option(value, types[name]) for name, value in given.items()}
        try:
            check(**options)
        except (ValueError, re.error) as error:
            raise self.error(node, f"the options do not fit: {_one_line(error)}") from None
        return MappingProxyType(options)

    def option(self, node: yaml.Node, kind: Any) -> Any:
        if kind is bool:
            return self.choice(node, ("true", "false")) == "true"
        if kind in (int, float):
            try:
                return kind(self.text(node))
            except ValueError:
                raise self.error(node, f"{self.text(node)!r} is no number") from None
        if typing.get_origin(kind) is Literal:
            return self.choice(node, get_args(kind))
        if typing.get_origin(kind) is tuple:
            return tuple(self.option(n, get_args(kind)[0]) for n in self.sequence(node))
        if typing.get_origin(kind) is not None and issubclass(typing.get_origin(kind), Mapping):
            return MappingProxyType({k: self.option(v, get_args(kind)[1]) for k, v in self.mapping(node).items()})
        return self.text(node) if kind is str else self.value(node)

    def examples(self, node: yaml.Node) -> tuple[tuple[Example, ...], tuple[Example, ...]]:
        kinds = self.mapping(node, ("bad", "good"))
        for kind in ("bad", "good"):
            if kind not in kinds or not self.sequence(kinds[kind]):
                raise self.error(node, f"a rule needs {kind} examples")
        bad = tuple(self.example(n, i) for i, n in enumerate(self.sequence(kinds["bad"]), 1))
        good = tuple(self.example(n, -i) for i, n in enumerate(self.sequence(kinds["good"]), 1))
        return bad, good

    def example(self, node: yaml.Node, number: int) -> Example:
        keys = self.mapping(node, _EXAMPLE_KEYS)
        if "draft" not in keys:
            raise self.error(node, "an example needs a draft")
        text, marks = _marks(self.text(keys["draft"]))
        library = self.sequence(keys["library"]) if "library" in keys else ()
        draft = Message(
            "agent",
            text,
            sent_at=self.time(keys.get("sent_at")),
            author=self.text(keys["author"]) if "author" in keys else None,
            sender=self.text(keys["sender"]) if "sender" in keys else None,
            attachments=tuple(self.text(n) for n in self.sequence(keys["attachments"]))
            if "attachments" in keys
            else (),
        )
        conversation = Conversation(
            id=f"{self.file.stem}-{'bad' if number > 0 else 'good'}-{abs(number)}",
            messages=tuple(self.thread(keys)),
            draft=draft,
            channel=self.choice(keys["channel"], get_args(Channel)) if "channel" in keys else "email",
            locale=self.text(keys["locale"]) if "locale" in keys else "en-US",
            mode=self.choice(keys["mode"], get_args(Mode)) if "mode" in keys else "library" if library else "draft",
            meta=self.value(keys["meta"]) if "meta" in keys else MappingProxyType({}),
            path=self.path,
        )
        return Example(
            conversation=conversation,
            marks=marks,
            fix=self.text(keys["fix"]) if "fix" in keys else None,
            severity=self.choice(keys["severity"], Severity) if "severity" in keys else None,
            position=Position(node.start_mark.line + 1, node.start_mark.column + 1),
            library=tuple(
                replace(conversation, id=f"template {i}", draft=Message("agent", self.text(n)))
                for i, n in enumerate(library, 1)
            ),
        )

    def thread(self, keys: Mapping[str, yaml.Node]) -> Iterator[Message]:
        """Yield the messages before the draft: ``thread`` in full, or ``agent`` and ``customer`` for the usual two."""
        for node in self.sequence(keys["thread"]) if "thread" in keys else ():
            turn = self.mapping(node, (*get_args(Role), "sent_at", "attachments"))
            roles = [role for role in get_args(Role) if role in turn]
            if len(roles) != 1:
                raise self.error(node, f"a message needs one of {', '.join(get_args(Role))}")
            files = tuple(self.text(n) for n in self.sequence(turn["attachments"])) if "attachments" in turn else ()
            yield Message(roles[0], self.text(turn[roles[0]]), self.time(turn.get("sent_at")), attachments=files)
        for role in ("agent", "customer"):
            if role not in keys:
                continue
            node = keys[role]
            files = ()
            if role == "customer" and "customer_attachments" in keys:
                files = tuple(self.text(n) for n in self.sequence(keys["customer_attachments"]))
            sent_at = self.time(keys.get("received_at")) if role == "customer" else None
            for text in self.sequence(node) if isinstance(node, yaml.SequenceNode) else [node]:
                yield Message(role, self.text(text), sent_at, attachments=files)

    def time(self, node: yaml.Node | None) -> datetime | None:
        if node is None:
            return None
        try:
            return datetime.fromisoformat(self.text(node))
        except ValueError:
            raise self.error(node, f"{self.text(node)!r} is no ISO 8601 date") from None


def _marks(draft: str) -> tuple[str, tuple[Span, ...]]:
    """Take the [[marks]] out of an example's draft."""
    text, marks = "", []
    done = 0
    for match in _MARK.finditer(draft):
        text += draft[done : match.start()]
        marks.append(Span(len(text), len(text) + len(match.group(1))))
        text += match.group(1)
        done = match.end()
    return text + draft[done:], tuple(marks)
