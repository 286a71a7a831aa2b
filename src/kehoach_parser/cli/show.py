"""`kehoach show`: the words of the command line."""

import os
import sys
from typing import Annotated

import typer

from kehoach_parser.cli import console
from kehoach_parser.cli.help import HelpOption
from kehoach_parser.cli.options import (
    Lang,
    MaxBytes,
    MaxMemory,
    MaxPages,
    Ocr,
    OcrCache,
    OcrEngine,
    OcrMode,
    OutputLanguage,
    Password,
    Timeout,
)

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


def show(  # noqa: PLR0913 - one parameter for each option
    file: File,
    *,
    section: Part = None,
    tasks: OnlyTasks = False,
    width: Width = None,
    lang: Lang = OutputLanguage.VI,
    max_bytes: MaxBytes = None,
    max_pages: MaxPages = None,
    max_memory: MaxMemory = None,
    timeout: Timeout = None,
    password: Password = None,
    ocr: Ocr = OcrMode.AUTO,
    ocr_engine: OcrEngine = None,
    ocr_cache: OcrCache = None,
    show_help: HelpOption = False,
) -> None:
    """Read one file and print its plan for people."""
    del show_help  # its callback has done the work
    # What reads documents and draws loads only now, so that `--help` stays quick.
    from kehoach_parser.cli.bounds import limit_memory  # noqa: PLC0415
    from kehoach_parser.cli.screen import Choice, drawn  # noqa: PLC0415
    from kehoach_parser.cli.work import attempted, limited, read_one  # noqa: PLC0415
    from kehoach_parser.pipeline import Options  # noqa: PLC0415
    from kehoach_parser.readers.base import Recognition  # noqa: PLC0415

    limit_memory(max_memory)
    limits = limited(
        max_bytes, max_pages, timeout, password, Recognition(ocr.value, ocr_engine, ocr_cache)
    )
    options = Options(limits=limits, language=lang.value)
    choice = Choice(section, tasks_only=tasks, language=lang.value)
    colour = sys.stdout.isatty() and os.name != "nt"
    columns = width or _terminal_width()

    def page() -> bytes:
        return drawn(read_one(file, options), choice, columns, colour=colour).encode()

    found = attempted(page, file, options)
    if isinstance(found, int):
        raise typer.Exit(found)
    console.write(found)


def _terminal_width() -> int:
    """Return the terminal's width, 80 in a pipe so that its output does not change."""
    if not sys.stdout.isatty():
        return PIPE_WIDTH
    return max(os.get_terminal_size(sys.stdout.fileno()).columns, NARROWEST)
