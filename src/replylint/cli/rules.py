"""``replylint rules``."""

from __future__ import annotations

import json
from typing import Any

import click

from replylint import Rule, Severity, load_rules, load_settings
from replylint.cli import console
from replylint.cli.options import no_color, own_rules, selectors
from replylint.selection import named
from replylint.settings import rule_folders
from replylint.version import rule_url

_COLOURS = {Severity.OFF: "white", Severity.INFO: "cyan", Severity.WARNING: "yellow", Severity.ERROR: "red"}


@click.command("rules", short_help="List the rules.")
@click.option(
    "--select", metavar="RULES", multiple=True, callback=selectors, help="Only these: codes, prefixes, names."
)
@click.option("--format", type=click.Choice(["text", "json"]), default="text", show_default=True)
@own_rules
@no_color
def command(select: tuple[str, ...], format: str, config: str | None, allow_code: bool, no_color: bool) -> None:
    """List the rules with their severity.

    A rule in preview, or off, runs only where it is selected by its code, its name or ALL.
    """
    rules = load_rules(rule_folders(load_settings(config)), allow_code=allow_code)
    rules = named(rules, select or ("ALL",))
    if format == "json":
        console.say(json.dumps([_record(rule) for rule in rules], indent=1))
        return
    widest = max(len(rule.name) for rule in rules)
    for rule in rules:
        severity = click.style(f"{rule.default_severity!s:7}", fg=_COLOURS[rule.default_severity])
        preview = " (preview)" if rule.preview else ""
        line = f"{click.style(rule.code, bold=True)}  {rule.name:{widest}}  {severity}  {rule.summary}{preview}"
        console.say(line, no_color)


def _record(rule: Rule) -> dict[str, Any]:
    return {
        "code": rule.code,
        "name": rule.name,
        "family": rule.family,
        "severity": str(rule.default_severity),
        "summary": rule.summary,
        "needs": rule.needs,
        "modes": sorted(rule.modes),
        "channels": sorted(rule.channels),
        "preview": rule.preview,
        "url": rule_url(rule.name),
    }
