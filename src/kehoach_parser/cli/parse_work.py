"""`kehoach parse` without its words: from file names to written results and an exit code."""

from pathlib import Path
from typing import NamedTuple

from kehoach_parser.api import rendered
from kehoach_parser.cli import console, outputs
from kehoach_parser.cli.attempt import attempted, read_one, refuse_inputs
from kehoach_parser.cli.shell import DONE
from kehoach_parser.cli.words import word
from kehoach_parser.errors import UsageError
from kehoach_parser.messages import Language
from kehoach_parser.pipeline import DEFAULT, Options


class Request(NamedTuple):
    """What the command line asks for; `lines` is jsonl, `output` is null for standard output."""

    files: list[str]
    output: str | None = None
    lines: bool = False
    text: bool = True
    pretty: bool = False
    options: Options = DEFAULT
    max_memory: int | None = None

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


def _one_line(request: Request) -> bool:
    return request.lines or (request.output is None and len(request.files) > 1)


def _one(request: Request, name: str, target: Path | None) -> int:
    """Read one file and write its result; a bad file is told and the next one's turn comes."""

    def result() -> bytes:
        plan = read_one(name, request.options, request.max_memory)
        return rendered(plan, text=request.text, pretty=request.pretty)

    data = attempted(result, name, request.options)
    if isinstance(data, int):
        return data
    outputs.deliver(data, target)
    return DONE
