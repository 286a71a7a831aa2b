"""`kehoach show`: the words of the command line."""

import os
import sys
from typing import Annotated, NamedTuple

import typer

from kehoach_parser.cli import console
from kehoach_parser.cli.options import FileOptions, gathers

NARROWEST = 60
PIPE_WIDTH = 80


class Asked(NamedTuple):
    """What the command line asks for."""

    file: Annotated[str, typer.Argument(metavar="metavar-file", help="arg-file")]
    section: Annotated[str | None, typer.Option(metavar="metavar-section", help="opt-section")] = (
        None
    )
    tasks: Annotated[bool, typer.Option("--tasks", help="opt-tasks")] = False
    width: Annotated[
        int | None, typer.Option(min=NARROWEST, metavar="metavar-columns", help="opt-width")
    ] = None


@gathers
def show(asked: Asked, reading: FileOptions) -> None:
    """Read one file and print its plan for people."""
    # What reads documents and draws loads only now, so that `--help` stays quick.
    from kehoach_parser.cli.attempt import attempted, read_one  # noqa: PLC0415
    from kehoach_parser.cli.screen import Choice, drawn  # noqa: PLC0415

    options = reading.options()
    choice = Choice(asked.section, tasks_only=asked.tasks, language=reading.lang)
    colour = console.coloured(sys.stdout)
    columns = asked.width or _terminal_width()

    def page() -> bytes:
        plan = read_one(asked.file, options, reading.max_memory)
        return drawn(plan, choice, columns, colour=colour).encode()

    found = attempted(page, asked.file, options)
    if isinstance(found, int):
        raise typer.Exit(found)
    console.write(found)


def _terminal_width() -> int:
    """Return the terminal's width, 80 in a pipe so that its output does not change."""
    if not console.is_terminal(sys.stdout):
        return PIPE_WIDTH
    return max(os.get_terminal_size(sys.stdout.fileno()).columns, NARROWEST)
