"""One input of a command: read from a file or standard input, what goes wrong told in one line."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

from kehoach_parser.api import content, parse_bytes, printable
from kehoach_parser.cli import console
from kehoach_parser.cli.bounds import within_time
from kehoach_parser.cli.shell import FAILED
from kehoach_parser.cli.words import word
from kehoach_parser.errors import KehoachError, LimitError, UsageError, place
from kehoach_parser.messages import say
from kehoach_parser.model import Plan
from kehoach_parser.pipeline import Options

Result = TypeVar("Result")
STDIN: Final = "-"
_STDIN_NAME: Final = "stdin"


def refuse_inputs(files: list[str]) -> None:
    """Raise `UsageError` where there is nothing to read, or standard input to read twice."""
    if not files or "" in files:  # a script's variable may be empty
        raise UsageError("usage-no-input")
    if files.count(STDIN) > 1:
        raise UsageError("usage-stdin-twice")


def attempted(work: Callable[[], Result], name: str, options: Options) -> Result | int:
    """Return what a file's work gives, or the exit code where it fails, told in one line."""
    language = options.language
    label = word("error", language)
    shown = Path(name).name
    try:
        return within_time(work, options.limits.timeout, shown)
    except KehoachError as error:
        console.complain(label, _placed(error.in_language(language), name))
        return error.exit_code
    except MemoryError:
        full = LimitError("file-memory", name=shown)
        console.complain(label, _placed(full.in_language(language), name))
        return full.exit_code
    except Exception as error:  # noqa: BLE001 - a fault in one file must not end the others
        details = (("name", name), ("kind", type(error).__name__), ("place", place(error)))
        console.complain(label, say("internal", details, language))
        return FAILED


def _placed(sentence: str, name: str) -> str:
    """Return a sentence about a file with its path where it has the file's own name alone."""
    path = printable(name)
    return sentence if path in sentence or path == Path(name).name else f"{path}: {sentence}"


def read_one(name: str, options: Options, max_memory: int | None) -> Plan:
    """Return the plan of a file, of standard input for `-`. Raises as `plan_of`."""
    return plan_of(*content_of(name, options), options, max_memory)


def content_of(name: str, options: Options) -> tuple[bytes, str]:
    """Return the content of a file, of standard input for `-`, and its name without folders.

    Raises as `api.content`.
    """
    most = options.limits.max_bytes
    if name == STDIN:
        return _standard_input(most), _STDIN_NAME
    return content(Path(name), most), Path(name).name


def plan_of(data: bytes, name: str, options: Options, max_memory: int | None) -> Plan:
    """Return the plan in a file's content, read in `max_memory` MB. Raises as `plan_aside`."""
    if max_memory is None:
        return parse_bytes(data, name=name, options=options)
    from kehoach_parser.cli.aside import plan_aside  # noqa: PLC0415 - few ask for it

    return plan_aside(data, name, options, max_memory)


def _standard_input(most: int) -> bytes:
    """Return standard input, not much more than `most` bytes of it.

    It comes in pieces: within one long read Python does not notice Ctrl-C.
    """
    data = bytearray()
    if sys.stdin is None:  # `<&-`
        return b""
    while len(data) <= most and (piece := sys.stdin.buffer.read(1 << 16)):
        data += piece
    return bytes(data)
