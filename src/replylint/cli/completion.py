"""``replylint completion``."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from replylint.cli import console

_VARIABLE = "_REPLYLINT_COMPLETE"


@click.command("completion", short_help="Print the script that completes commands in your shell.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the script that completes commands in your shell.

    \b
    bash  eval "$(replylint completion bash)"         in ~/.bashrc
    zsh   eval "$(replylint completion zsh)"          in ~/.zshrc
    fish  replylint completion fish | source          in ~/.config/fish/config.fish
    """
    completion = get_completion_class(shell)
    assert completion is not None
    console.say(completion(ctx.find_root().command, {}, "replylint", _VARIABLE).source())
