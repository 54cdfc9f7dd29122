"""``replylint test``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from replylint import ReplylintError, Rule, load_rules, load_settings, rule_tests
from replylint.cli import console
from replylint.cli.group import MISTAKE
from replylint.cli.options import own_rules
from replylint.rulebook import built_in_folder
from replylint.selection import named
from replylint.settings import rule_folders


@click.command("test", short_help="Run the examples of the rules.")
@click.argument("which", nargs=-1, metavar="[PATH|CODE]...")
@own_rules
@click.pass_context
def command(ctx: click.Context, which: tuple[str, ...], config: str | None, allow_code: bool) -> None:
    """Run the examples of the rules.

    Each mark in a bad example must be found once and exactly, a good example must not be found fault with, and a fix
    must remove what was found. PATH is a rule file or a folder of them; CODE a code, a prefix or a name. Without them
    all rules are tested, your own too.

    \b
    Exit code
      0  every example holds
      1  one does not
      2  a rule file is broken
    """
    paths = [Path(item) for item in which if Path(item).exists()]
    selectors = [item for item in which if not Path(item).exists()]
    mistakes: list[ReplylintError] = []
    own = (*rule_folders(load_settings(config)), *(path for path in paths if not _is_built_in(path)))
    known = load_rules(_each_once(own), allow_code=allow_code, mistakes=mistakes)
    rules = _chosen(known, paths, selectors)
    mistakes = [m for m in mistakes if not which or any(_is_under(str(m.path), path) for path in paths)] or mistakes
    failures = 0
    for failure in rule_tests.run(rules, known, allow_code=allow_code):
        console.say(str(failure))
        failures += 1
    for mistake in mistakes:
        console.error(mistake)
    examples = sum(len(rule.bad) + len(rule.good) for rule in rules)
    broken = f", {len(mistakes)} broken rule files" if mistakes else ""
    console.say(f"{len(rules)} rules, {examples} examples, {failures} failures{broken}")
    ctx.exit(MISTAKE if mistakes else int(failures > 0))


def _chosen(known: Sequence[Rule], paths: Sequence[Path], selectors: Sequence[str]) -> tuple[Rule, ...]:
    if not paths and not selectors:
        return tuple(known)
    by_code = named(known, selectors) if selectors else ()
    by_path = [rule for rule in known if any(_is_under(rule.path, path) for path in paths)]
    return tuple(rule for rule in known if rule in by_code or rule in by_path)


def _is_built_in(path: Path) -> bool:
    return _is_under(str(path), built_in_folder())


def _is_under(path: str, folder: Path) -> bool:
    return Path(path).resolve().is_relative_to(folder.resolve())


def _each_once(paths: Sequence[Path]) -> list[Path]:
    """Drop what stands under another path."""
    resolved = list(dict.fromkeys(path.resolve() for path in paths))
    return [path for path in resolved if not any(path != other and path.is_relative_to(other) for other in resolved)]
