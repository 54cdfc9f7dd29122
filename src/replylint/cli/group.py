"""The command group: commands are imported when called, and no mistake of the user's is a traceback."""

from __future__ import annotations

import errno
import importlib
import os
import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import click

from replylint.cli import console
from replylint.model import ReplylintError

MISTAKE = 2
INTERRUPTED = 130


class Group(click.Group):
    """A click group whose commands live in modules of their own: ``commands`` says what each is good for."""

    def __init__(self, *args: Any, summaries: Mapping[str, str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.summaries = summaries

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.summaries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.summaries:
            return None
        command: click.Command = importlib.import_module(f"replylint.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(self.summaries.items()))

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run a command and exit: 2 for a mistake in what was given, 130 when interrupted."""

        def run() -> Any:
            return super(Group, self).main(args, prog_name, complete_var, standalone_mode=False, **extra)

        if not standalone_mode:
            return run()
        console.never_fail_to_encode()
        sys.exit(_status(run))


def _status(run: Callable[[], Any]) -> int:
    """Run a command and return its exit code."""
    try:
        result = run()
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except ReplylintError as error:
        console.error(error)
        return MISTAKE
    except OSError as error:
        if error.errno == errno.EPIPE:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is still buffered has no reader
            return 1
        console.error(ReplylintError((error.strerror or str(error)).lower(), _name(error)))
        return MISTAKE
    except Exception:
        traceback.print_exc()
        console.say_aside("This is a mistake in replylint. Please report it, with the text above.")
        return MISTAKE
    return result if isinstance(result, int) else 0


def _name(error: OSError) -> str | None:
    return os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else None
