"""The command line: one module per command, each of which parses, calls, prints and exits."""

from __future__ import annotations

import click

from replylint.cli.group import Group
from replylint.version import __version__


@click.group(
    cls=Group,
    summaries={
        "check": "Check replies in files and folders.",
        "baseline": "Write down the findings there are, to hide them later.",
        "explain": "Show what was understood of a thread.",
        "rules": "List the rules.",
        "rule": "Explain a rule, with examples.",
        "test": "Run the examples of the rules.",
        "words": "Accept words that no dictionary has.",
        "doctor": "Say what is installed, and what is missing.",
        "init": "Write a commented settings file.",
        "schema": "Print a JSON Schema, for your editor.",
        "completion": "Print the script that completes commands in your shell.",
    },
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, message="replylint %(version)s")
def main() -> None:
    """Reads a reply before the customer does.

    \b
    replylint check draft.txt --to message.txt
    replylint check templates/ --mode template
    replylint rule TIM001
    """
