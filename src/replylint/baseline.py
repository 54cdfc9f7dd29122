"""Known findings: those a library had when replylint came to it, kept by content and hidden until they are mended.

A baseline file counts fingerprints by file and rule. It holds no words of the replies, and its paths are relative to
its own folder, so it can be committed and read anywhere.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath
from typing import Any

from replylint.fingerprints import fingerprint
from replylint.model import Finding, Position, ReplylintError

NAME = ".replylint-baseline.json"
VERSION = 1
_Key = tuple[str, str, str]
"""Path, code, fingerprint."""


@dataclass(frozen=True)
class Baseline:
    """How many findings of each kind are known. ``path`` is its file."""

    path: str
    counts: Mapping[_Key, int] = field(default_factory=dict)

    @classmethod
    def of(cls, path: str, findings: Iterable[Finding]) -> Baseline:
        """Return a baseline that knows some findings."""
        empty = cls(path)
        return cls(path, Counter(empty.key(finding) for finding in findings))

    def key(self, finding: Finding) -> _Key:
        path = self.relative(finding.path)
        return path, finding.code, fingerprint(replace(finding, path=path))

    def relative(self, path: str) -> str:
        """Return a path as the baseline's file names it."""
        folder = os.path.dirname(os.path.abspath(self.path))  # noqa: PTH100, PTH120  (links are not followed)
        try:
            return PurePath(os.path.relpath(os.path.abspath(path), folder)).as_posix()  # noqa: PTH100
        except ValueError:  # another drive
            return PurePath(path).as_posix()

    def without(self, gone: Mapping[_Key, int]) -> Baseline:
        """Return a baseline that has forgotten so many findings of each kind."""
        left = {key: count - gone.get(key, 0) for key, count in self.counts.items()}
        return Baseline(self.path, {key: count for key, count in left.items() if count > 0})

    def lines(self) -> Iterator[str]:
        """Yield the file's text, a line for each fingerprint, ordered so that a change shows as itself."""
        files: dict[str, dict[str, dict[str, int]]] = {}
        for (path, code, known_by), count in sorted(self.counts.items()):
            files.setdefault(path, {}).setdefault(code, {})[known_by] = count
        yield json.dumps({"version": VERSION, "files": files}, indent=1)


class Known:
    """Sorts the findings of one run into known and new ones."""

    def __init__(self, baseline: Baseline) -> None:
        self.baseline = baseline
        self._left = Counter(baseline.counts)

    def has(self, finding: Finding) -> bool:
        """Whether a finding is known; each known one is there once."""
        key = self.baseline.key(finding)
        if self._left[key] <= 0:
            return False
        self._left[key] -= 1
        return True

    @property
    def met(self) -> int:
        """How many of the known findings were met."""
        return sum(self.baseline.counts.values()) - sum(self._left.values())

    def gone(self, checked: Iterable[str], codes: Iterable[str], exists: Callable[[Path], bool]) -> Mapping[_Key, int]:
        """Return the known findings that are mended: in the files ``checked``, of rules that ran; or their file is gone."""
        paths, codes = {self.baseline.relative(path) for path in checked}, set(codes)
        folder = Path(self.baseline.path).parent
        return {
            key: count
            for key, count in self._left.items()
            if count > 0 and ((key[0] in paths and key[1] in codes) or not exists(folder / key[0]))
        }


def load(path: str) -> Baseline:
    """Read a baseline file; raises ReplylintError."""
    try:
        value = json.loads(Path(path).read_text("utf-8-sig"))
    except json.JSONDecodeError as error:
        where = Position(error.lineno, error.colno)
        raise ReplylintError(f"broken JSON: {error.msg[:1].lower()}{error.msg[1:]}", path, where) from None
    except (UnicodeDecodeError, RecursionError):
        raise ReplylintError("no baseline: it is no JSON", path) from None
    except FileNotFoundError:
        raise ReplylintError("no such file: write it with replylint baseline", path) from None
    except OSError as error:
        raise ReplylintError(f"cannot be read: {(error.strerror or str(error)).lower()}", path) from None
    if isinstance(value, dict) and value.get("version", VERSION) != VERSION:
        raise ReplylintError(f"a baseline of version {value['version']}, which this replylint does not know", path)
    try:
        return Baseline(path, dict(_counts(value)))
    except (AttributeError, TypeError, KeyError):
        raise ReplylintError("no baseline: write it anew with replylint baseline", path) from None


def _counts(value: Any) -> Iterator[tuple[_Key, int]]:
    for path, codes in value["files"].items():
        for code, known in codes.items():
            for known_by, count in known.items():
                if type(count) is not int:
                    raise TypeError
                yield (path, code, known_by), count
