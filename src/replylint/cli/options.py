"""Options that several commands take, and what click's own types cannot read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any, TypeVar, get_args

import click

from replylint.model import Channel, Mode

_F = TypeVar("_F", bound=Callable[..., Any])


def selectors(ctx: click.Context, param: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    """Make one list of codes and names that were given several times or with commas between them."""
    found = tuple(selector.strip() for value in given for selector in value.split(","))
    if not all(found):
        raise click.BadParameter("a code or name is missing")
    return found


def locale(ctx: click.Context, param: click.Parameter, given: str | None) -> str | None:
    """Read a language tag."""
    from replylint.settings import is_locale

    if given is not None and not is_locale(given):
        raise click.BadParameter(f"{given!r} is no language tag such as en-GB")
    return given


def moment(ctx: click.Context, param: click.Parameter, given: str | None) -> datetime | None:
    """Read an ISO 8601 date or time."""
    if given is None:
        return None
    from replylint.readers import dates

    found = dates.iso(given)
    if found is None:
        raise click.BadParameter(f"{given!r} is no ISO 8601 date or time such as 2026-11-25T09:30")
    return found


def judging(command: _F) -> _F:
    """Add the options that say which rules judge the files, and as what."""
    channels, modes = click.Choice(get_args(Channel)), click.Choice(get_args(Mode))
    rules = partial(click.option, metavar="RULES", multiple=True, callback=selectors)
    for option in reversed((
        click.option("--to", metavar="FILE", help="The customer's message that the drafts answer."),
        rules("--select", help="Only these: codes, prefixes, names, ALL."),
        rules("--extend-select", help="These as well."),
        rules("--ignore", help="Not these."),
        click.option("--mode", type=modes, help="What the files are.  [default: draft]"),
        click.option("--channel", type=channels, help="Where they are sent.  [default: email]"),
        click.option("--locale", metavar="TAG", callback=locale, help="The customer's English.  [default: en-US]"),
        click.option("--now", metavar="TIME", callback=moment,
                     help="When the reply is sent, for dates such as “tomorrow”."),
        click.option("--config", metavar="FILE", help="Take the settings from this file only."),
        click.option("--allow-code", is_flag=True, help="Let the settings' rules run Python code."),
    )):  # fmt: skip
        command = option(command)
    return command


def own_rules(command: _F) -> _F:
    """Add the options that say which rules of a company's own there are."""
    config = click.option("--config", metavar="FILE", help="Take the settings, and so your own rules, from this file.")
    allow_code = click.option("--allow-code", is_flag=True, help="Let your own rules run Python code.")
    return config(allow_code(command))


no_color = click.option("--no-color", is_flag=True, help="No colours; so does the variable NO_COLOR.")
