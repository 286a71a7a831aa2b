"""`kehoach batch` without its words: who hears of the run's progress, and the exit code."""

import os
import sys
from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

from kehoach_parser.batch.runner import Request, Watch
from kehoach_parser.batch.runner import run as run_batch
from kehoach_parser.batch.walk import listed
from kehoach_parser.cli import console
from kehoach_parser.cli.attempt import STDIN
from kehoach_parser.cli.batch_lines import Lines, ended
from kehoach_parser.cli.batch_log import Log
from kehoach_parser.cli.outputs import refuse_inputs
from kehoach_parser.cli.shell import DONE, NO_PLAN
from kehoach_parser.errors import UsageError
from kehoach_parser.messages import Language


class Talk(NamedTuple):
    """How much is said: `quiet` is nothing but what ends the run; `log` is a file's name."""

    quiet: bool = False
    log: str | None = None


def words_of(paths: list[str]) -> tuple[str, ...]:
    """Return what is to be read: the words, in the place of `-` the list on standard input."""
    if not paths or "" in paths:
        raise UsageError("usage-no-input-batch")
    if paths.count(STDIN) > 1:
        raise UsageError("usage-stdin-twice")
    return tuple(name for path in paths for name in (_from_stdin() if path == STDIN else [path]))


def _from_stdin() -> list[str]:
    """Return the files that are listed on standard input. Raises `UsageError` for no list."""
    if names := listed(sys.stdin.buffer.read() if sys.stdin else b""):
        return names
    raise UsageError("usage-empty-list")


def output_folder(out: str | None) -> Path:
    """Return the folder for results. Raises `UsageError` where none is named, or a file is."""
    if out is None:
        raise UsageError("usage-no-out")
    if Path(out).is_file():
        raise UsageError("output-not-folder", path=out)
    return Path(out)


def run(request: Request, talk: Talk) -> int:
    """Do the run, tell of it, return the exit code."""
    language = request.settings.options.language
    with ExitStack() as stack:
        heard: list[Watch] = []
        if talk.log:
            refuse_inputs(request.words, [Path(talk.log)])
            heard.append(stack.enter_context(Log.opened(Path(talk.log))))
        if not talk.quiet:
            heard.append(stack.enter_context(_told(language)))
        report = run_batch(request, *heard)
    if not talk.quiet:
        ended(report, request.output, language)
    return NO_PLAN if report.failed else DONE


def _animated() -> bool:
    """Return whether a bar can be drawn and wiped."""
    return console.is_terminal(sys.stderr) and os.environ.get("TERM") != "dumb"


@contextmanager
def _told(language: Language) -> Generator[Watch]:
    """Give whoever tells people: a bar on a terminal, lines elsewhere."""
    if not _animated():
        yield Lines(language)
        return
    from kehoach_parser.cli.batch_bar import Bar  # noqa: PLC0415 - rich is slow to load

    with Bar(language) as bar:
        yield bar
