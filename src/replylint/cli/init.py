"""``replylint init``."""

from __future__ import annotations

from pathlib import Path

import click

from replylint import ReplylintError
from replylint.cli import console
from replylint.settings import YAML_NAME

_TEMPLATE = """\
# Settings of replylint. Everything is optional; what stands here behind a # is an example.
# They hold for the files in this folder and below it. The same keys can stand in pyproject.toml under [tool.replylint].

# Which rules run: codes, prefixes of codes, names, or ALL. Without "select": every rule that is not in preview.
# select: [TIM, TON, QST101]
# extend-select: [unclear-day]
# ignore: [SPL003]

# How loud a rule is: error, warning, info or off.
# severity:
#   TIM001: warning

# How your customers write English, and where you are.
# locale: en-GB
# timezone: Europe/London

# What the files are (draft, template, thread, or library: templates that are compared with each other), and where they
# are sent (email, chat, sms or social).
# mode: draft
# channel: email

# Other settings for some files; patterns as in .gitignore, later ones win.
# per-path:
#   templates/:
#     mode: template
#   chat/*.txt:
#     channel: chat
#     ignore: [APO006]

# Files that hold many templates. Those of known help desks need no "text"; see docs/libraries.md.
# libraries:
#   - path: macros/*.yaml
#     text: "replies[*].body"
#     title: name
#     placeholders: liquid
#     mode: library

# Files that are never checked; patterns as in .gitignore.
# exclude: [archive/, "*.draft.md"]

# Names and words that are spelt right; ./words.yaml among the words is a file of them, as "replylint words learn" writes.
# brands: [replylint]
# words: [teleprompter]

# Who looks for misspellings: replylint itself (embedded), LanguageTool, or both; see docs/spelling.md.
# spelling:
#   engine: [embedded, languagetool]
# languagetool:
#   url: http://localhost:8081

# Whose messages are yours: addresses or domains.
# agents: [help@example.com, example.com]

# Folders with rules of your own, relative to this file.
# rules: [./my-rules]
"""


@click.command("init", short_help="Write a commented settings file.")
@click.argument("folder", default=".", metavar="[FOLDER]", type=click.Path(exists=True, file_okay=False))
def command(folder: str) -> None:
    """Write a commented settings file, .replylint.yaml; one that is there already is left alone."""
    path = Path(folder, YAML_NAME)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(_TEMPLATE)
    except FileExistsError:
        raise ReplylintError("is there already", str(path)) from None
    console.say(f"wrote {path}")
