"""A file that is written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from replylint.model import ReplylintError


@contextmanager
def replaced(path: str) -> Iterator[IO[str]]:
    """Write a new file beside ``path`` and put it in its place when all went well; raises ReplylintError."""
    target = Path(path)
    if target.exists() and not target.is_file():  # a pipe or a device has no place to put a file into
        with _opened(target, target, "w") as file:
            yield file
        return
    target = target.resolve()
    draft = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        with _opened(draft, Path(path), "x") as file:
            yield file
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def _opened(file: Path, asked: Path, mode: str) -> IO[str]:
    try:
        return file.open(mode, encoding="utf-8", newline="\n")
    except OSError as error:
        raise ReplylintError(f"cannot be written: {(error.strerror or str(error)).lower()}", str(asked)) from None
