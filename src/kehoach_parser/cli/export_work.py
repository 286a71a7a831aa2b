"""`kehoach export` without its words: from documents or their JSON to files people use."""

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from kehoach_parser import api
from kehoach_parser.cli import attempt, console, outputs, parse_work
from kehoach_parser.cli.inputs import Source, sources_of
from kehoach_parser.cli.shell import DONE
from kehoach_parser.cli.words import word
from kehoach_parser.errors import UsageError
from kehoach_parser.exporters import Exporter, ExportOptions, export, exporter
from kehoach_parser.exporters.base import Original, Template
from kehoach_parser.exporters.characters import without_forbidden
from kehoach_parser.exporters.registry import by_suffix, names
from kehoach_parser.messages import Language, say
from kehoach_parser.model import Plan
from kehoach_parser.model.stored import stored_plans
from kehoach_parser.pipeline import DEFAULT, Options

_OF_TASKS: Final = ("xlsx", "csv", "docx", "ics")
"""Formats that have nothing to show of a document without tasks and times."""


class Request(NamedTuple):
    """What the command line asks for; `output` is null for standard output.

    `each` gives each of several inputs a file of its own, as `kehoach parse` does.
    """

    files: list[str]
    to: str | None = None
    output: str | None = None
    template: str | None = None
    alarms: tuple[int, ...] = ()
    page_images: bool = False
    each: bool = False
    options: Options = DEFAULT
    max_memory: int | None = None

    @property
    def language(self) -> Language:
        """The language of messages."""
        return self.options.language


class Piece(NamedTuple):
    """One file to write, null for standard output, and the inputs that go into it."""

    files: list[str]
    target: Path | None


class Input(NamedTuple):
    """What one file holds: the plans in it, and its bytes where pictures are made of them."""

    plans: tuple[Plan, ...]
    data: bytes = b""


def export_each(request: parse_work.Request, to: str) -> int:
    """Do what `kehoach parse --to` asks for; return the exit code."""
    if request.lines or request.pretty or not request.text:
        raise UsageError("export-json-options")
    asked = Request(request.files, to, request.output, each=True)
    return run(asked._replace(options=request.options, max_memory=request.max_memory))


def run(request: Request) -> int:
    """Read each input and write what is asked for; return the exit code, the worst of all."""
    attempt.refuse_inputs(request.files)
    chosen = _chosen(request)
    sources = sources_of(request.files, request.output)
    given = ExportOptions(_template(request), request.alarms, request.language)
    pieces = _pieces(request, chosen, sources)
    worst = max(_written(piece, chosen, given, request) for piece in pieces)
    console.progress("")
    return worst


def _chosen(request: Request) -> Exporter:
    """Return the exporter that `--to` names, else the ending of `-o`."""
    to = request.to or by_suffix(request.output or "")
    if to is None:
        raise UsageError("export-no-format", names=", ".join(names()))
    chosen = exporter(to)
    if request.template and chosen.name != "xlsx":
        raise UsageError("export-option", option="--template", names="xlsx")
    if request.alarms and chosen.suffix != "ics":
        raise UsageError("export-option", option="--alarm", names="ics")
    if request.page_images and chosen.name != "html":
        raise UsageError("export-option", option="--page-images", names="html")
    if chosen.binary and request.output is None and console.is_terminal(sys.stdout):
        raise UsageError("export-terminal", name=to, suffix=chosen.suffix)
    return chosen


def _template(request: Request) -> Template | None:
    if request.template is None:
        return None
    path = Path(request.template)
    return Template(path.name, api.content(path, request.options.limits.max_bytes))


def _pieces(request: Request, chosen: Exporter, sources: Sequence[Source]) -> list[Piece]:
    """Return what to write: one file, or in a folder one for each input; make the folders."""
    files, output = [source.path for source in sources], request.output
    if output is None:
        return [Piece(files, None)]
    if not outputs.is_folder(output, len(files) if request.each else 1):
        read = [*files, *([request.template] if request.template else ())]
        return [Piece(files, outputs.single(output, read))]
    names = [source.name for source in sources]
    targets = outputs.destinations(output, files, chosen.suffix, names)
    for folder in {target.parent for target in targets}:
        outputs.make_folder(folder)
    return [Piece([file], target) for file, target in zip(files, targets, strict=True)]


def _written(piece: Piece, chosen: Exporter, given: ExportOptions, request: Request) -> int:
    """Write one file; a bad input is told and the others are done. Return the exit code."""
    inputs, worst = _read(piece, request)
    if not inputs:
        return worst
    plans: Sequence[Plan] = [plan for entry in inputs for plan in entry.plans]
    if request.page_images:
        password = request.options.limits.password
        originals = tuple(Original(entry.data, password) for entry in inputs)
        given = given._replace(originals=originals)
    if not chosen.lossless:
        plans = [_clean(plan, request.language) for plan in plans]
    if chosen.name in _OF_TASKS:
        _tell_empty(plans, request.language)
    name = str(piece.target or chosen.name)
    data = attempt.attempted(
        lambda: export(plans, to=chosen.name, options=given), name, request.options
    )
    if isinstance(data, int):
        return max(worst, data)
    outputs.deliver(data, piece.target)
    if piece.target:
        _tell_written(piece.target, plans, request.language)
    return worst


def _read(piece: Piece, request: Request) -> tuple[list[Input], int]:
    """Return all inputs that can be read, and the worst exit code of the others."""
    inputs: list[Input] = []
    worst = DONE
    for number, name in enumerate(piece.files, 1):
        if len(piece.files) > 1:
            place = {"number": number, "total": len(piece.files), "name": name}
            console.progress(word("progress", request.language, **place))
        read = partial(_input_of, name, request)
        found = attempt.attempted(read, name, request.options)
        if isinstance(found, int):
            worst = max(worst, found)
        else:
            inputs.append(found)
    return inputs, worst


def _input_of(name: str, request: Request) -> Input:
    """Return an input with its plans: those its JSON holds, else the one that is read from it."""
    data, shown = attempt.content_of(name, request.options)
    stored = stored_plans(data, shown)
    plans = stored or (attempt.plan_of(data, shown, request.options, request.max_memory),)
    return Input(plans, data if request.page_images else b"")


def _tell_empty(plans: Sequence[Plan], language: Language) -> None:
    for plan in plans:
        if not plan.tasks and not plan.deadlines:
            words = (("name", plan.source.name),)
            console.complain(word("note", language), say("export-empty", words, language))


def _tell_written(target: Path, plans: Sequence[Plan], language: Language) -> None:
    """Tell a person, who sees nothing otherwise, that the file is there and what it holds."""
    counts = {
        "documents": len(plans),
        "tasks": sum(len(plan.tasks) for plan in plans),
        "deadlines": sum(len(plan.deadlines) for plan in plans),
    }
    console.reassure(word("written", language, path=target, **counts))


def _clean(plan: Plan, language: Language) -> Plan:
    """Return a plan that every format can hold; tell what was dropped, and that it is secret."""
    clean = without_forbidden(plan, language)
    note = word("note", language)
    if clean is not plan:
        console.complain(note, f"{plan.source.name}: {clean.diagnostics[-1].message}")
    if mark := plan.metadata.secrecy:
        words = (("name", plan.source.name), ("mark", mark))
        console.complain(note, say("export-secret", words, language))
    return clean
