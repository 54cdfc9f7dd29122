"""The user's own folders."""

from __future__ import annotations

import os
import sys
from pathlib import Path

WORDS = "words.yaml"


def user_folder() -> Path:
    """Return the folder for a person's settings: $XDG_CONFIG_HOME/replylint, or what the system has in its place."""
    if sys.platform == "win32":
        base = os.environ.get("APPDATA") or "~/AppData/Roaming"
    elif sys.platform == "darwin":
        base = "~/Library/Application Support"
    else:
        base = os.environ.get("XDG_CONFIG_HOME") or "~/.config"
    return Path(base).expanduser() / "replylint"


def personal_words() -> Path:
    """Return the file of the words that a person has accepted."""
    return user_folder() / WORDS


def languagetool_jars() -> Path:
    """Return the folder that a local LanguageTool is started from.

    It is never one that settings in a folder of drafts could name: what lies there is run.
    """
    return Path(os.environ.get("REPLYLINT_LANGUAGETOOL") or user_folder() / "languagetool")
