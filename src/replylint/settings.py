"""Which settings hold for a file: the nearest ``.replylint.yaml`` or ``[tool.replylint]`` upwards of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from replylint.model import ReplylintError, Rule, Settings
from replylint.selection import check_selector

YAML_NAME = ".replylint.yaml"
TOML_NAME = "pyproject.toml"
_LOCALE = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*")


def load_settings(path: str | Path | None = None) -> Settings:
    """Read a settings file, or the one that holds for the current folder; the defaults where there is none.

    Raises ReplylintError with the place of the first mistake.
    """
    if path is None:
        return Finder().for_folder(Path.cwd())
    file = Path(path)
    settings = _read(file)
    if settings is None:
        raise ReplylintError("there is no [tool.replylint] in it", str(file))
    return settings


class Finder:
    """Finds the settings for files: the nearest settings file upwards of each. Every folder is looked at once."""

    def __init__(self) -> None:
        self.for_folder: Callable[[Path], Settings] = cache(self._for_folder)
        self._of_folder: Callable[[str], Settings] = cache(lambda folder: self.for_folder(Path(folder).resolve()))

    def __call__(self, path: str) -> Settings:
        """Return the settings for a file."""
        return self._of_folder(str(Path(path).parent))

    def _for_folder(self, folder: Path) -> Settings:
        for name in (YAML_NAME, TOML_NAME):
            if (folder / name).is_file() and (settings := _read(folder / name)) is not None:
                return settings
        return Settings() if folder.parent == folder else self.for_folder(folder.parent)


def rule_folders(settings: Settings) -> tuple[Path, ...]:
    """Return the folders and files of a company's own rules; those in the settings are relative to their file."""
    return tuple(Path(settings.root, folder) for folder in settings.rules)


def is_locale(text: str) -> bool:
    """Whether a text is a language tag such as en-GB."""
    return _LOCALE.fullmatch(text) is not None


def check_selectors(settings: Settings, rules: tuple[Rule, ...]) -> None:
    """Raise ReplylintError where the settings file names a rule that does not exist, with the place."""
    if settings.path is None:
        return
    from replylint.settings_file import SettingsFile, root_of

    reader = SettingsFile(Path(settings.path))
    for node, selector in reader.selectors(root_of(reader.file)):
        try:
            check_selector(rules, selector)
        except ReplylintError as error:
            raise reader.error(node, error.message) from None


def _read(file: Path) -> Settings | None:
    """Return the settings in a file; None for a pyproject.toml that has none."""
    from replylint.settings_file import SettingsFile, root_of

    root = root_of(file)
    if root is None:
        return Settings(root=str(file.parent), path=str(file)) if file.suffix != ".toml" else None
    return SettingsFile(file).settings(root)
