"""`kehoach parse` without its words: from file names to written results and an exit code."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kehoach_parser.api import parse, parse_bytes
from kehoach_parser.cli import console, outputs
from kehoach_parser.cli.words import word
from kehoach_parser.errors import KehoachError, UsageError
from kehoach_parser.messages import Language, say
from kehoach_parser.model import Plan
from kehoach_parser.pipeline import Options

STDIN = "-"
DONE, NO_PLAN, FAULT = 0, 1, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What the command line asks for; `lines` is jsonl, `output` is null for standard output."""

    files: list[str]
    output: str | None
    lines: bool
    text: bool
    pretty: bool
    options: Options

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
    if not request.files:
        raise UsageError("usage-no-input")
    if request.files.count(STDIN) > 1:
        raise UsageError("usage-stdin-twice")
    if request.pretty and _one_line(request):
        raise UsageError("usage-pretty-lines")
    if request.output is None:
        return [None] * len(request.files)
    suffix = "jsonl" if request.lines else "json"
    targets = outputs.destinations(request.output, request.files, suffix)
    if outputs.is_folder(request.output, len(request.files)):
        outputs.make_folder(Path(request.output))
    return list(targets)


def _one_line(request: Request) -> bool:
    return request.lines or (request.output is None and len(request.files) > 1)


def _one(request: Request, name: str, target: Path | None) -> int:
    """Read one file and write its result; a bad file is told and the next one's turn comes."""
    label = word("error", request.language)
    try:
        data = rendered(_read(request, name), text=request.text, pretty=request.pretty)
    except KehoachError as error:
        console.complain(label, error.in_language(request.language))
        return error.exit_code
    except Exception as error:  # noqa: BLE001 - a fault in one file must not end the others
        details = (("name", name), ("kind", type(error).__name__), ("place", _place(error)))
        console.complain(label, say("internal", details, request.language))
        return FAULT
    if target is None:
        console.write(data)
    else:
        outputs.write_whole(target, data)
    return DONE


def _read(request: Request, name: str) -> Plan:
    if name != STDIN:
        return parse(name, request.options)
    data = sys.stdin.buffer.read(request.options.limits.max_bytes + 1)
    return parse_bytes(data, name="stdin", options=request.options)


def rendered(plan: Plan, *, text: bool, pretty: bool) -> bytes:
    """Return a plan as JSON in UTF-8 with a line feed at its end."""
    without = None if text else {"text"}
    return plan.model_dump_json(indent=2 if pretty else None, exclude=without).encode() + b"\n"


def _place(error: BaseException) -> str:
    """Return where an exception arose, as `file:line` without folders."""
    return [f"{Path(frame).name}:{line}" for frame, line in _frames(error)][-1]


def _frames(error: BaseException) -> Iterator[tuple[str, int]]:
    step = error.__traceback__
    while step:
        yield step.tb_frame.f_code.co_filename, step.tb_lineno
        step = step.tb_next
