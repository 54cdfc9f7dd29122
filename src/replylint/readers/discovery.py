"""Paths -> the files to read, in order and each once."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from replylint.model import ReplylintError, Settings

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

EXTENSIONS = frozenset(
    (".txt", ".md", ".mdx", ".markdown", ".eml", ".mbox", ".json", ".jsonl", ".ndjson", ".yaml", ".yml", ".csv", ".tsv",
     ".xml", ".toml", ".po")
)  # fmt: skip
"""What a folder is searched for."""


STDIN = "-"


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read; ``named`` on the command line, or met in a folder that was."""

    path: str
    named: bool


def discover(paths: Sequence[str], settings_for: Callable[[str], Settings]) -> Iterator[Found | ReplylintError]:
    """Yield files, those of a folder sorted by name; what cannot be looked at is an error in its place."""
    seen: set[str] = set()
    for path in paths:
        if path == STDIN:
            if path not in seen:
                yield Found(path, True)
            seen.add(path)
            continue
        try:
            mode = os.stat(path).st_mode  # noqa: PTH116  (Path would turn "./a" into "a" in what we report)
        except OSError as error:
            yield ReplylintError(reason(error, path), path)
            continue
        if stat.S_ISDIR(mode):
            found: Iterator[Found | ReplylintError] = _Walk(path, settings_for).files()
        elif stat.S_ISREG(mode) or stat.S_ISFIFO(mode):
            found = iter(() if _excluded(path, settings_for(path)) else (Found(path, True),))
        else:
            found = iter((ReplylintError("not a file or folder", path),))
        for item in found:
            if isinstance(item, Found):
                real = os.path.realpath(item.path)
                if real in seen:
                    continue
                seen.add(real)
            yield item


def matches(patterns: tuple[str, ...], path: str, root: str) -> bool:
    """Whether a path is under one of some .gitignore-style patterns, which are relative to ``root``."""
    if not patterns:
        return False
    return _spec(patterns).match_file(_relative(path, root))


def _excluded(path: str, settings: Settings) -> bool:
    return matches(settings.exclude, path, settings.root)


def _spec(lines: tuple[str, ...]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(lines)


def _relative(path: str, root: str) -> str:
    return Path(os.path.relpath(os.path.abspath(path), os.path.abspath(root))).as_posix()  # noqa: PTH100


def reason(error: OSError, path: str) -> str:
    """Say in a few words why a file cannot be read."""
    if isinstance(error, FileNotFoundError):
        return "broken symlink" if Path(path).is_symlink() else "no such file or folder"
    if isinstance(error, PermissionError):
        return "permission denied"
    return (error.strerror or str(error)).lower()


class _Walk:
    """A walk through one folder. Links to folders are not followed, so loops cannot hold it."""

    def __init__(self, top: str, settings_for: Callable[[str], Settings]) -> None:
        self.top = top
        self.settings_for = settings_for

    def files(self) -> Iterator[Found | ReplylintError]:
        ignores = _ignores_above(Path(self.top))
        if _ignored(self.top, True, ignores):  # named all the same: what is inside is meant
            ignores = []
        waiting: list[tuple[str, list[tuple[str, GitIgnoreSpec]]] | str] = [(self.top, ignores)]
        while waiting:
            item = waiting.pop()
            if isinstance(item, str):
                yield self._file(item)
                continue
            try:
                with os.scandir(item[0]) as entries:
                    listed = sorted(entries, key=lambda entry: entry.name, reverse=True)
            except OSError as error:
                yield ReplylintError(reason(error, item[0]), item[0])
                continue
            ignores = item[1] + _ignores_in(Path(item[0]))
            waiting += [kept for entry in listed if (kept := self._kept(entry, ignores)) is not None]

    def _kept(
        self, entry: os.DirEntry[str], ignores: list[tuple[str, GitIgnoreSpec]]
    ) -> tuple[str, list[tuple[str, GitIgnoreSpec]]] | str | None:
        is_folder = entry.is_dir(follow_symlinks=False)
        if not is_folder and Path(entry.name).suffix.lower() not in EXTENSIONS:
            return None
        path = entry.path.removeprefix("./") if self.top == "." else entry.path
        if entry.name.startswith(".") or _ignored(path, is_folder, ignores) or _excluded(path, self.settings_for(path)):
            return None
        if is_folder:
            return path, ignores
        return None if entry.is_dir() else path

    def _file(self, path: str) -> Found | ReplylintError:
        try:
            mode = os.stat(path).st_mode  # noqa: PTH116
        except OSError as error:
            return ReplylintError(reason(error, path), path)
        return Found(path, False) if stat.S_ISREG(mode) else ReplylintError("not a file or folder", path)


def _ignores_in(folder: Path) -> list[tuple[str, GitIgnoreSpec]]:
    try:
        lines = (folder / ".gitignore").read_text("utf-8", "replace").splitlines()
    except OSError:
        return []
    return [(str(folder), _spec(tuple(lines)))]


def _ignores_above(folder: Path) -> list[tuple[str, GitIgnoreSpec]]:
    """Return the .gitignore files of the folders above, up to the repository's root; none outside a repository."""
    found: list[tuple[str, GitIgnoreSpec]] = []
    folder = folder.absolute()
    if (folder / ".git").exists():
        return found
    for parent in folder.parents:
        found = _ignores_in(parent) + found
        if (parent / ".git").exists():
            return found
    return []


def _ignored(path: str, is_folder: bool, ignores: list[tuple[str, GitIgnoreSpec]]) -> bool:
    """Ask the nearest .gitignore that has a word on a path."""
    for base, spec in reversed(ignores):
        verdict = spec.check_file(_relative(path, base) + ("/" if is_folder else "")).include
        if verdict is not None:
            return verdict
    return False
