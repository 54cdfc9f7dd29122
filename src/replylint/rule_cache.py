"""The built-in rules, without their examples, as JSON in the user's cache folder.

Reading the YAML of all rules and importing every check they name takes longer than checking a draft. The cache holds
for exactly the files it was made from; whatever is wrong with it, the rules are read anew.
"""

from __future__ import annotations

import json
import os
import sys
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from replylint.model import Rule, Severity
from replylint.version import __version__

_SETS = ("modes", "channels", "anchors")


def load(folder: Path) -> tuple[Rule, ...]:
    """Return the rules of the built-in folder, with no examples in them; raises as ``rulebook.load`` does."""
    file, made_from = _file(folder), [__version__, *_stamps(folder)]
    try:
        cached = json.loads(file.read_bytes())
        if cached["made_from"] == made_from:
            return tuple(_rule(fields) for fields in cached["rules"])
    except (OSError, ValueError, LookupError, TypeError):
        pass
    from replylint import rulebook

    rules = rulebook.load()
    _write(file, {"made_from": made_from, "rules": [_fields(rule) for rule in rules]})
    return tuple(_rule(_fields(rule)) for rule in rules)


def cache_folder() -> Path:
    """Return the folder of what can be made anew."""
    base = os.environ.get("XDG_CACHE_HOME") or (os.environ.get("LOCALAPPDATA") if sys.platform == "win32" else None)
    return Path(base or Path("~/.cache").expanduser(), "replylint")


def _file(folder: Path) -> Path:
    """Return the cache file of one installation."""
    return cache_folder() / f"rules-{zlib.crc32(os.fsencode(folder)):08x}.json"


def _stamps(folder: Path) -> Iterator[list[Any]]:
    """Yield what changes when a rule file or a check does."""
    package = Path(__file__).parent
    for top in (str(folder), str(package / "checks"), str(package / "rulebook.py")):
        yield from _stamps_under(top)


def _stamps_under(path: str) -> Iterator[list[Any]]:
    if os.path.isdir(path):  # noqa: PTH112  (os.path is measurably faster than Path for a few hundred files)
        with os.scandir(path) as entries:
            inside = sorted(entry.path for entry in entries if not entry.name.startswith(("__pycache__", ".")))
        for entry in inside:
            yield from _stamps_under(entry)
    else:
        stat = os.stat(path)  # noqa: PTH116
        yield [path, stat.st_mtime_ns, stat.st_size]


def _write(file: Path, content: dict[str, Any]) -> None:
    draft = file.with_suffix(f".{os.getpid()}.tmp")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(json.dumps(content), "utf-8")
        draft.replace(file)
    except OSError:  # no home, no space: the next run reads the rules anew
        pass


def _fields(rule: Rule) -> dict[str, Any]:
    fields = {name: getattr(rule, name) for name in Rule.__dataclass_fields__ if name not in ("bad", "good")}
    plain = {name: sorted(value) if name in _SETS else _plain(value) for name, value in fields.items()}
    return {**plain, "severity": {case: int(level) for case, level in rule.severity.items()}}


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, tuple | list) else value


def _rule(fields: dict[str, Any]) -> Rule:
    values: dict[str, Any] = {
        name: frozenset(value) if name in _SETS else _frozen(value) for name, value in fields.items()
    }
    values["severity"] = MappingProxyType({case: Severity(level) for case, level in fields["severity"].items()})
    return Rule(**values, bad=(), good=())


def _frozen(value: Any) -> Any:
    if isinstance(value, dict):
        return MappingProxyType({key: _frozen(item) for key, item in value.items()})
    return tuple(_frozen(item) for item in value) if isinstance(value, list) else value
