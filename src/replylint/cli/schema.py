"""``replylint schema``."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType

import click

_PACKAGE = Path(__file__).parents[1]
SCHEMAS = MappingProxyType(
    {
        "settings": _PACKAGE / "schemas" / "settings.schema.json",
        "rule": _PACKAGE / "schemas" / "rule.schema.json",
        "conversation": _PACKAGE / "readers" / "conversation.schema.json",
    }
)
"""Where each JSON Schema is."""


@click.command("schema", short_help="Print a JSON Schema, for your editor.")
@click.argument("of", type=click.Choice(list(SCHEMAS)))
def command(of: str) -> None:
    """Print the JSON Schema of settings, of a rule file, or of a conversation record.

    Editors complete and check files with it: see docs/adopting.md.
    """
    click.echo(SCHEMAS[of].read_text("utf-8"), nl=False)
