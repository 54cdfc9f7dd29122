"""The user's own folders."""

from __future__ import annotations

import os
from pathlib import Path

import click

WORDS = "words.yaml"


def user_folder() -> Path:
    """Return the folder for a person's settings: $XDG_CONFIG_HOME/replylint, or what the system has in its place."""
    return Path(click.get_app_dir("replylint"))


def personal_words() -> Path:
    """Return the file of the words that a person has accepted."""
    return user_folder() / WORDS


def languagetool_jars() -> Path:
    """Return the folder that a local LanguageTool is started from.

    It is never one that settings in a folder of drafts could name: what lies there is run.
    """
    return Path(os.environ.get("REPLYLINT_LANGUAGETOOL") or user_folder() / "languagetool")
