"""``replylint rule``."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import get_args

import click

from replylint import Linter, Rule, load_rules, load_settings
from replylint.cli import console
from replylint.cli.options import no_color, own_rules
from replylint.model import Channel, Example, Mode
from replylint.reports import text
from replylint.selection import named, switched_on
from replylint.settings import rule_folders

_FEW = 4
_NEEDS = {
    "draft": "the draft alone",
    "reply-to": "the customer's message",
    "thread": "the whole thread",
    "meta": "front matter or settings about the reply",
    "library": "all templates of a library (mode library)",
}


@click.command("rule", short_help="Explain a rule, with examples.")
@click.argument("selector", metavar="CODE|NAME")
@own_rules
@click.option("--all", "every", is_flag=True, help="Every example, not only the first few.")
@no_color
def command(selector: str, config: str | None, allow_code: bool, every: bool, no_color: bool) -> None:
    """Explain a rule: what it finds, why, and what is shown for its own examples."""
    known = load_rules(rule_folders(load_settings(config)), allow_code=allow_code)
    for number, rule in enumerate(named(known, [selector])):
        linter = Linter([switched_on(rule)], known=known, allow_code=allow_code)
        for line in (*([""] if number else []), *page(rule, linter, None if every else _FEW)):
            console.say(line, no_color)


def page(rule: Rule, linter: Linter, most: int | None) -> Iterator[str]:
    """Yield the lines that explain a rule; ``linter`` runs it on up to so many of its examples."""
    yield click.style(f"{rule.code} {rule.name}", bold=True) + (" (preview)" if rule.preview else "")
    yield rule.summary
    yield ""
    yield from _paragraph(
        " ".join(part for part in (rule.rationale, f"({rule.principle})" if rule.principle else "") if part)
    )
    yield ""
    yield f"Severity  {' or '.join(str(level) for level in sorted(set(rule.severity.values()), reverse=True))}"
    yield f"Needs     {_NEEDS[rule.needs]}"
    yield from _unless_all("Modes", rule.modes, get_args(Mode))
    yield from _unless_all("Channels", rule.channels, get_args(Channel))
    yield from ("", click.style("Found", bold=True))
    for number, example in enumerate(_different(rule.bad)[:most]):
        yield from (*([""] if number else []), *_example(example))
        others = [replace(other, path=other.id) for other in example.library]
        conversations = [*others, replace(example.conversation, path="reply")]
        for finding in linter.check(conversations):
            if finding.conversation != example.conversation.id:
                continue
            yield from (f"    {line}" for line in text.lines(finding))
    yield from ("", click.style("Good", bold=True))
    for number, example in enumerate(_different(rule.good)[:most]):
        yield from (*([""] if number else []), *_example(example))


def _unless_all(title: str, some: Iterable[str], every: tuple[str, ...]) -> Iterator[str]:
    if len(listed := sorted(some)) < len(every):
        yield f"{title:9} {', '.join(listed)}"


def _different(examples: Sequence[Example]) -> list[Example]:
    """Drop an example that differs from an earlier one only in the fix it asks for."""
    found: dict[tuple[str, ...], Example] = {}
    for example in examples:
        conversation = example.conversation
        others = (*conversation.messages, *(other.message("draft") for other in example.library))
        found.setdefault((*(m.text for m in others), conversation.message("draft").text), example)
    return list(found.values())


def _example(example: Example) -> Iterator[str]:
    for other in example.library:
        yield from _said("Template", other.message("draft").text)
    for message in example.conversation.messages:
        yield from _said(message.role.capitalize(), message.text)
    yield from _said("Reply", example.conversation.message("draft").text)


def _said(who: str, words: str) -> Iterator[str]:
    for number, line in enumerate(words.strip().split("\n")):
        yield f"  {f'{who}:' if not number else '':10}{line}".rstrip()


def _paragraph(words: str) -> Iterator[str]:
    yield from textwrap.wrap(" ".join(words.split()), 100)
