"""Where the command begins and ends: streams, exit codes, and no traceback for a user."""

import gc
import os
import sys
from pathlib import Path
from types import TracebackType
from typing import Final

from kehoach_parser.cli import console
from kehoach_parser.cli.plugins import spare_plugins
from kehoach_parser.cli.shell import FAILED, INTERRUPTED, PASSWORD_VARIABLE, PIPE_CLOSED

_PATTERNS: Final = frozenset(("--include", "--exclude", "--password"))
"""Options whose value is no file's name, though it may look like a pattern."""

_MAGIC: Final = frozenset("*?[")
_OPEN_IN_WORD: Final = "~$"
"""How Word begins the name of the file that it keeps beside a document while it is open."""

GARBAGE: Final = 100_000
"""How many new objects the collector waits for: what loads at the start and what a plan holds
live on, and to look for garbage among them after every 700 takes a tenth of a short run."""


def main() -> None:
    """Run `kehoach` with the process's own words and end the process."""
    gc.set_threshold(GARBAGE)
    console.prepare()
    sys.excepthook = _fault
    code = guarded(expanded(sys.argv[1:]))
    if used := sys.modules.get("kehoach_parser.text.kept_patterns"):
        used.keep()
    gc.freeze()  # to look for garbage once more at the end takes a tenth of a short run, too
    sys.exit(code)


def _fault(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Tell a fault of the program in one line, and end with 2 (a hook cannot return a code)."""
    del error
    while trace and trace.tb_next:
        trace = trace.tb_next
    frame = trace.tb_frame.f_code.co_filename if trace else ""
    place = f"{Path(frame).name}:{trace.tb_lineno if trace else 0}"
    words = (("name", " ".join(sys.argv[1:])), ("kind", kind.__name__), ("place", place))
    _complain(sys.argv[1:], "internal", words)
    os._exit(FAILED)


def guarded(arguments: list[str]) -> int:
    """Return the exit code of a command line; each way to fail ends in one line or none."""
    try:
        code = _run(arguments)
    except console.PipeClosedError:
        console.abandon()
        return PIPE_CLOSED
    except KeyboardInterrupt:
        code = INTERRUPTED
    if code == INTERRUPTED:
        _complain(arguments, "interrupted-batch" if "batch" in arguments[:1] else "interrupted")
    return code


def _run(arguments: list[str]) -> int:
    try:
        if arguments == ["--version"]:  # the commonest question needs no typer
            console.show_version()
            return 0
        return _done(arguments)
    except OSError as error:
        return _refused(arguments, error)


def _refused(arguments: list[str], error: OSError) -> int:
    """Tell what takes nothing: standard output (a full disk, or none is open), or a file."""
    from kehoach_parser.errors import reason_of  # noqa: PLC0415 - slow to load

    console.abandon()
    reason = ("reason", reason_of(error))
    if error.filename:
        _complain(arguments, "output-failed", (("path", str(error.filename)), reason))
    else:
        _complain(arguments, "stdout-failed", (reason,))
    return FAILED


def _done(arguments: list[str]) -> int:
    """Do what a command line says; tell what is wrong. Raises `OSError` of standard output."""
    spare_plugins()
    from kehoach_parser.errors import KehoachError  # noqa: PLC0415 - slow to load

    try:
        return _commanded(arguments)
    except KehoachError as error:
        _complain(arguments, error.code, error.params)
        return error.exit_code


def _commanded(arguments: list[str]) -> int:
    # What is slow to load comes only now.
    if files := only_files(arguments):
        from kehoach_parser.cli import parse_work  # noqa: PLC0415

        return parse_work.run(parse_work.Request(files))
    from kehoach_parser.cli.app import run  # noqa: PLC0415
    from kehoach_parser.cli.words import language_of  # noqa: PLC0415

    if arguments[:1] == ["help"]:
        arguments = [*arguments[1:], "--help"]
    return run(arguments, language_of(arguments))


def only_files(arguments: list[str]) -> list[str]:
    """Return the files of `parse FILE…` where no option is set, nothing for another command line.

    The commonest command needs no typer, whose loading takes a tenth of the time for one file.

    >>> only_files(["parse", "a.docx", "-"]), only_files(["parse", "a.docx", "--pretty"])
    (['a.docx', '-'], [])
    """
    if arguments[:1] != ["parse"] or PASSWORD_VARIABLE in os.environ:
        return []
    files = arguments[1:]
    return [] if any(file.startswith("-") and file != "-" for file in files) else files


def _complain(arguments: list[str], code: str, params: tuple[tuple[str, str], ...] = ()) -> None:
    from kehoach_parser.cli.words import language_of, word  # noqa: PLC0415 - slow to load
    from kehoach_parser.messages import say  # noqa: PLC0415 - the same

    language = language_of(arguments)
    console.complain(word("error", language), say(code, params, language))


def expanded(arguments: list[str]) -> list[str]:
    """Put file names in the place of patterns: Windows leaves them to programs, others quoted ones.

    `batch` finds its files itself.
    """
    if "batch" in arguments[:1]:
        return arguments
    names: list[str] = []
    for before, argument in zip(["", *arguments], arguments, strict=False):
        names += [argument] if before in _PATTERNS else _matches(argument)
    return names


def _matches(argument: str) -> list[str]:
    if not _MAGIC & set(argument) or os.path.lexists(argument):
        return [argument]
    folder, pattern = Path(argument).parent, Path(argument).name
    found = (path for path in folder.glob(pattern) if not path.name.startswith(_OPEN_IN_WORD))
    return sorted(map(str, found)) or [argument]
