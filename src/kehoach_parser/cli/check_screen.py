"""Findings drawn for people: each with the text it stands in and a mark below its place."""

import io
import shutil
import sys
from typing import Final

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from kehoach_parser.checks.records import Problem
from kehoach_parser.checks.report import Report, place
from kehoach_parser.cli import console
from kehoach_parser.cli.words import word
from kehoach_parser.model import Severity
from kehoach_parser.text.visible import visible

WIDTH: Final = 100
"""Columns in a file or pipe."""

_STYLES: Final = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_BEFORE: Final = 30  # columns of the line that stay before the place


def drawn(report: Report) -> str:
    """Return the findings as standard output shows them: in a terminal's width and colours."""
    if not console.is_terminal(sys.stdout):
        return drawn_at(report, WIDTH, colour=False)
    width = min(shutil.get_terminal_size().columns, WIDTH)
    return drawn_at(report, width, colour=console.coloured(sys.stdout))


def drawn_at(report: Report, width: int, *, colour: bool) -> str:
    """Return the findings at a width in columns."""
    page = io.StringIO()
    screen = Console(
        file=page, width=width, force_terminal=colour, no_color=not colour, highlight=False,
        legacy_windows=False, emoji=False, markup=False, soft_wrap=True,
    )  # fmt: skip
    for problem in report.problems:
        severity = word(f"severity-{problem.severity.value}", report.language)
        head = Text.assemble(
            (place(problem), "bold"), ": ", (problem.code, _STYLES[problem.severity]),
            f" [{severity}] {visible(problem.message)}",
        )  # fmt: skip
        screen.print(head)
        for line in _quoted(problem, width):
            screen.print(line)
        screen.print()
    return "".join(f"{line.rstrip()}\n" for line in page.getvalue().splitlines())


def _quoted(problem: Problem, width: int) -> list[Text]:
    """Return the piece of the line around the place, and the mark below it."""
    region = problem.region
    if region is None or not problem.text:
        return []
    gutter = f"{region.line:>6} | "
    room = width - len(gutter)
    text = problem.text
    start = region.column - 1
    end = region.end_column - 1 if region.end_line == region.line else len(text)
    cut = max(start - _BEFORE, 0) if len(text) > room else 0
    piece = ("…" if cut else "") + text[cut:]
    shift = start - cut + (1 if cut else 0)
    piece = piece if len(piece) <= room else piece[: room - 1] + "…"
    marked = piece[shift : min(shift + end - start, room)]
    below = " " * (len(gutter) + cell_len(piece[:shift])) + "^" * max(cell_len(marked), 1)
    return [Text(gutter + piece), Text(below, style=_STYLES[problem.severity])]
