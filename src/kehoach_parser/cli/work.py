"""`kehoach parse` without its words: from file names to written results and an exit code."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeVar

from kehoach_parser.api import parse, parse_bytes, rendered
from kehoach_parser.batch.memory import with_relief
from kehoach_parser.cli import console, outputs
from kehoach_parser.cli.bounds import within_time
from kehoach_parser.cli.shell import DONE, FAILED
from kehoach_parser.cli.words import word
from kehoach_parser.errors import KehoachError, LimitError, UsageError, place
from kehoach_parser.messages import Language, say
from kehoach_parser.model import Plan
from kehoach_parser.pipeline import DEFAULT, Options

Result = TypeVar("Result")
STDIN = "-"


class Request(NamedTuple):
    """What the command line asks for; `lines` is jsonl, `output` is null for standard output."""

    files: list[str]
    output: str | None = None
    lines: bool = False
    text: bool = True
    pretty: bool = False
    options: Options = DEFAULT

    @property
    def language(self) -> Language:
        """The language of messages."""
        return self.options.language


def run(request: Request) -> int:
    """Read each file and write its result; return the exit code, the worst of all files."""
    targets = _targets(request)
    worst = DONE
    for number, (name, target) in enumerate(zip(request.files, targets, strict=True), 1):
        if len(request.files) > 1:
            shown = word("progress", request.language, number=number, total=len(targets), name=name)
            console.progress(shown)
        worst = max(worst, _one(request, name, target))
    console.progress("")
    return worst


def _targets(request: Request) -> list[Path | None]:
    """Return where each result goes, null for standard output; make the folder."""
    refuse_inputs(request.files)
    if request.pretty and _one_line(request):
        raise UsageError("usage-pretty-lines")
    if request.output is None:
        return [None] * len(request.files)
    suffix = "jsonl" if request.lines else "json"
    targets = outputs.destinations(request.output, request.files, suffix)
    if outputs.is_folder(request.output, len(request.files)):
        outputs.make_folder(Path(request.output))
    return list(targets)


def refuse_inputs(files: list[str]) -> None:
    """Raise `UsageError` where there is nothing to read, or standard input to read twice."""
    if not files:
        raise UsageError("usage-no-input")
    if files.count(STDIN) > 1:
        raise UsageError("usage-stdin-twice")


def _one_line(request: Request) -> bool:
    return request.lines or (request.output is None and len(request.files) > 1)


def _one(request: Request, name: str, target: Path | None) -> int:
    """Read one file and write its result; a bad file is told and the next one's turn comes."""
    found = attempted(
        lambda: rendered(read_one(name, request.options), text=request.text, pretty=request.pretty),
        name,
        request.options,
    )
    if isinstance(found, int):
        return found
    data = found
    if target is None:
        console.write(data)
    else:
        outputs.write_whole(target, data)
    return DONE


def attempted(work: Callable[[], Result], name: str, options: Options) -> Result | int:
    """Return what a file's work gives, or the exit code where it fails, told in one line."""
    language = options.language
    label = word("error", language)
    shown = Path(name).name
    try:
        with within_time(options.limits.timeout, shown):
            return with_relief(work)
    except KehoachError as error:
        console.complain(label, error.in_language(language))
        return error.exit_code
    except MemoryError:
        full = LimitError("file-memory", name=shown)
        console.complain(label, full.in_language(language))
        return full.exit_code
    except Exception as error:  # noqa: BLE001 - a fault in one file must not end the others
        details = (("name", name), ("kind", type(error).__name__), ("place", place(error)))
        console.complain(label, say("internal", details, language))
        return FAILED


def read_one(name: str, options: Options) -> Plan:
    """Return the plan of a file, of standard input for `-`. Raises as `api.parse`."""
    if name != STDIN:
        return parse(name, options)
    return parse_bytes(standard_input(options.limits.max_bytes), name="stdin", options=options)


def standard_input(most: int) -> bytes:
    """Return standard input, not much more than `most` bytes of it.

    It comes in pieces: within one long read Python does not notice Ctrl-C.
    """
    data = bytearray()
    if sys.stdin is None:  # `<&-`
        return b""
    while len(data) <= most and (piece := sys.stdin.buffer.read(1 << 16)):
        data += piece
    return bytes(data)
