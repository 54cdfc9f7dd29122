"""``replylint words``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from replylint import Conversation, ReplylintError, Settings, load_settings, read
from replylint.cli import console
from replylint.cli.group import MISTAKE
from replylint.cli.output import replaced
from replylint.places import WORDS, personal_words
from replylint.settings import Finder
from replylint.word_lists import add_words, learn, write_learned


@click.group("words", short_help="Accept words that no dictionary has.")
def command() -> None:
    """Accept words that no dictionary has: your own, or those your team uses."""


@command.command("add", short_help="Accept words.")
@click.argument("words", nargs=-1, required=True, metavar="WORD...")
@click.option("--team", is_flag=True, help="For everybody: in the word list of the settings that hold here.")
@click.option("--config", metavar="FILE", help="The settings file whose list it is, with --team.")
def add(words: tuple[str, ...], team: bool, config: str | None) -> None:
    """Accept words: for you alone, in your configuration folder, or with --team in the repository's word list."""
    path, settings = personal_words(), None
    if team:
        settings = load_settings(config)
        path = Path(settings.word_lists[0]) if settings.word_lists else Path(settings.root, WORDS)
    new = add_words(path, words)
    have = [word for word in dict.fromkeys(words) if not any(word.startswith(added) for added in new)]
    if new:
        console.say(f"added to {path}: {', '.join(new)}")
    if have:
        console.say(f"{path} has already: {', '.join(have)}")
    if settings and not settings.word_lists:
        console.say(f"Name it in {settings.path or '.replylint.yaml'}:  words: [./{WORDS}]")


@command.command("learn", short_help="Make a word list of what you have written.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--output", "-o", metavar="FILE", default=WORDS, show_default=True, help="The list to write; - prints it."
)
@click.option("--min-count", metavar="N", type=click.IntRange(1), default=2, show_default=True, help="Leave out rarer words.")  # fmt: skip
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@click.option("--config", metavar="FILE", help="Take the settings from this file only.")
@click.pass_context
def learn_words(
    ctx: click.Context, /, paths: tuple[str, ...], output: str, min_count: int, force: bool, config: str | None
) -> None:
    """Write the words of your templates or of your replies in an archive that no dictionary has, to be read by a person.

    The most frequent come first, with their number and some places; what looks like a slip stands apart and is not
    accepted. Name the file in the settings' words. Words that the settings accept already are left out.
    """
    if output != "-" and Path(output).exists() and not force:
        raise ReplylintError("is there already: name another with --output, or write over it with --force", output)
    fixed = load_settings(config) if config is not None else None
    errors: list[ReplylintError] = []
    known = fixed or load_settings()
    found = [w for w in learn(_conversations(paths, fixed, errors), known) if w.count >= min_count]
    text = write_learned(found, Path(output).name if output != "-" else WORDS)
    if output == "-":
        console.say(text.removesuffix("\n"))
    else:
        with replaced(output) as file:
            file.write(text)
    for error in errors:
        console.error(error)
    doubtful = sum(bool(w.meant) for w in found)
    console.say_aside(f"{len(found) - doubtful} words, and {doubtful} that look like slips" + (f", in {output}" if output != "-" else ""))  # fmt: skip
    ctx.exit(MISTAKE if errors else 0)


def _conversations(
    paths: tuple[str, ...], fixed: Settings | None, errors: list[ReplylintError]
) -> Iterator[Conversation]:
    for result in read(paths, fixed or Finder()):
        errors += result.errors
        yield from result.conversations
