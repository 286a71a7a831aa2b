"""`kehoach show`: the words of the command line."""

import os
import sys
from typing import Annotated

import typer

from kehoach_parser.cli import console
from kehoach_parser.cli.options import FileOptions, gathers

NARROWEST = 60
PIPE_WIDTH = 80

File = Annotated[str, typer.Argument(metavar="metavar-file", help="arg-file")]
Part = Annotated[
    str | None, typer.Option("--section", metavar="metavar-section", help="opt-section")
]
OnlyTasks = Annotated[bool, typer.Option("--tasks", help="opt-tasks")]
Width = Annotated[
    int | None, typer.Option(min=NARROWEST, metavar="metavar-columns", help="opt-width")
]


@gathers
def show(
    file: File,
    *,
    section: Part = None,
    tasks: OnlyTasks = False,
    width: Width = None,
    reading: FileOptions,
) -> None:
    """Read one file and print its plan for people."""
    # What reads documents and draws loads only now, so that `--help` stays quick.
    from kehoach_parser.cli.attempt import attempted, read_one  # noqa: PLC0415
    from kehoach_parser.cli.screen import Choice, drawn  # noqa: PLC0415

    options = reading.bounded()
    choice = Choice(section, tasks_only=tasks, language=reading.lang)
    colour = console.coloured(sys.stdout)
    columns = width or _terminal_width()

    def page() -> bytes:
        return drawn(read_one(file, options), choice, columns, colour=colour).encode()

    found = attempted(page, file, options)
    if isinstance(found, int):
        raise typer.Exit(found)
    console.write(found)


def _terminal_width() -> int:
    """Return the terminal's width, 80 in a pipe so that its output does not change."""
    if not console.is_terminal(sys.stdout):
        return PIPE_WIDTH
    return max(os.get_terminal_size(sys.stdout.fileno()).columns, NARROWEST)
