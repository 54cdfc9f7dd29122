"""Which lines of the working tree differ from a revision, as git says."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from replylint.model import Finding, Location, ReplylintError

_HUNK = re.compile(rb"@@ -\d+(?:,\d+)? \+(?P<first>\d+)(?:,(?P<count>\d+))? @@")
_ESCAPE = re.compile(rb"\\(?:([0-7]{3})|(.))")
_SHORT = {b"n": b"\n", b"t": b"\t", b"r": b"\r", b"a": b"\a", b"b": b"\b", b"f": b"\f", b"v": b"\v"}


@dataclass(frozen=True)
class ChangedLines:
    """The changed lines of each changed file, by real path; None for a file that is new as a whole."""

    root: str
    files: Mapping[str, tuple[range, ...] | None]

    def touch(self, finding: Finding) -> bool:
        """Whether a finding stands on a changed line, or compares with one; a file that git does not know counts as new."""
        compared = ((r.path, r.location) for r in finding.related if r.conversation)
        return any(self._is_on(path, location) for path, location in ((finding.path, finding.location), *compared))

    def _is_on(self, path: str, location: Location) -> bool:
        path = os.path.realpath(path)
        if not path.startswith(self.root + os.sep):
            return True
        changed = self.files.get(path, ())
        first, last = location.start.line, location.end.line
        return changed is None or any(lines.start <= last and first < lines.stop for lines in changed)


def since(revision: str, folder: str = ".") -> ChangedLines:
    """Return what the working tree that a folder is in changed since a revision; raises ReplylintError."""
    root = os.path.realpath(os.fsdecode(_git(folder, "rev-parse", "--show-toplevel").rstrip(b"\n")))
    try:
        commit = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except ReplylintError:
        raise ReplylintError(f"git knows no revision {revision!r} here; a shallow clone may lack it") from None
    command = ("diff", "-U0", "--no-color", "--no-ext-diff", "--no-textconv", "--no-renames", "--src-prefix=a/",
               "--dst-prefix=b/", commit.decode().strip(), "--")  # fmt: skip
    files: dict[str, tuple[range, ...] | None] = {
        str(Path(root, path)): lines for path, lines in _hunks(_git(root, *command))
    }
    for path in _git(root, "ls-files", "--others", "--exclude-standard", "-z").split(b"\0"):
        if path:
            files[str(Path(root, os.fsdecode(path)))] = None
    return ChangedLines(root, files)


def _git(folder: str, *command: str) -> bytes:
    try:
        run = subprocess.run(["git", "-C", folder, *command], capture_output=True, check=False)
    except FileNotFoundError:
        raise ReplylintError("git is not installed, and only it knows which lines changed") from None
    if run.returncode:
        said = run.stderr.decode("utf-8", "replace").strip().splitlines() or ["it gave no reason"]
        raise ReplylintError(f"git {command[0]}: {said[0].removeprefix('fatal: ')}")
    return run.stdout


def _hunks(diff: bytes) -> Iterator[tuple[str, tuple[range, ...]]]:
    """Yield each changed file of a diff with the lines it has now and did not have before."""
    path, lines, left = b"", list[range](), 0
    for line in diff.split(b"\n"):
        if left and line[:1] in (b"+", b"-"):  # what a line of a file says is no header
            left -= 1
        elif line.startswith(b"+++ "):
            path, lines = _path(line[4:]), []
        elif hunk := _HUNK.match(line):
            count = int(hunk["count"]) if hunk["count"] else 1
            removed = re.match(rb"@@ -\d+(?:,(\d+))?", line)
            left = count + int(removed[1] if removed and removed[1] else 1)
            lines.append(range(int(hunk["first"]), int(hunk["first"]) + count))
        elif line.startswith(b"diff --git ") and path:
            yield os.fsdecode(path), tuple(lines)
            path = b""
    if path:
        yield os.fsdecode(path), tuple(lines)


def _path(written: bytes) -> bytes:
    """Return the path in a diff's header: without its prefix, tab and quotes; empty for a file that is gone."""
    written = written.rstrip(b"\t")
    if written.startswith(b'"'):
        written = _ESCAPE.sub(lambda m: bytes([int(m[1], 8)]) if m[1] else _SHORT.get(m[2], m[2]), written[1:-1])
    return written[2:] if written.startswith(b"b/") else b""
