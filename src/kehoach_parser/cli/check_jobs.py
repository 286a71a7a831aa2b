"""Many documents under check, their findings in the order of the documents."""

from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Final

from kehoach_parser.api import parse
from kehoach_parser.batch.many import Outcome, parse_many
from kehoach_parser.batch.pool import usable_processors
from kehoach_parser.checks.examine import Settings, judge
from kehoach_parser.checks.records import Checked
from kehoach_parser.cli import console
from kehoach_parser.cli.attempt import attempted
from kehoach_parser.cli.bounds import within_time
from kehoach_parser.cli.check_files import Document
from kehoach_parser.cli.shell import FAILED
from kehoach_parser.cli.words import word
from kehoach_parser.errors import KehoachError, LimitError
from kehoach_parser.model import Plan
from kehoach_parser.pipeline import Options

FEW: Final = 8
"""So many documents are read here before workers would have started."""

_INTERNAL: Final = "internal"
"""The error that is a fault of the program, not of the file."""

Documents = dict[Path, Document]
Works = Generator[tuple[Path, Callable[[], Checked]]]
"""Documents by their paths, each with what is left to do for it."""


def examined(
    documents: Sequence[Document], settings: Settings, jobs: int | None, max_memory: int | None
) -> tuple[tuple[Checked, ...], int]:
    """Return each document's findings, and the worst exit code of faults, which are told."""
    by_path = {document.path: document for document in documents}
    count = min(jobs or usable_processors(), len(by_path))
    few = count == 1 or (jobs is None and len(by_path) <= FEW)
    alone = few and max_memory is None  # see `aside`
    works = _here(by_path, settings) if alone else _aside(by_path, settings, count, max_memory)
    found: dict[Path, Checked] = {}
    worst = 0
    with closing(works):
        for number, (path, work) in enumerate(works, 1):
            name = by_path[path].shown
            shown = word(
                "progress", settings.language, number=number, total=len(by_path), name=name
            )
            console.progress(shown)
            result = attempted(work, name, _patient(settings.options))
            if isinstance(result, int):
                worst = max(worst, FAILED)
            else:
                found[path] = result
    console.progress("")
    return tuple(found[path] for path in by_path if path in found), worst


def _here(by_path: Documents, settings: Settings) -> Works:
    """Yield each document with its whole work, to be done in this process."""
    for path, document in by_path.items():
        yield path, partial(_read, document, settings)


def _read(document: Document, settings: Settings) -> Checked:
    """Return the findings in a file; that it takes too long or too much memory is one."""
    limits = settings.options.limits
    found: Plan | KehoachError
    try:
        read = partial(parse, document.path, settings.options)
        found = within_time(read, limits.timeout, document.path.name)
    except KehoachError as error:
        found = error
    except MemoryError:
        found = LimitError("file-memory", name=document.path.name)
    return judge(document.path, document.shown, found, settings)


def _patient(options: Options) -> Options:
    """Return options with time for the rules after the time for reading."""
    limits = options.limits
    return options._replace(limits=limits._replace(timeout=2 * limits.timeout))


def _aside(by_path: Documents, settings: Settings, jobs: int, max_memory: int | None) -> Works:
    """Yield each document as a worker has read it, with the work that is left."""
    outcomes = parse_many(by_path, settings.options, jobs=jobs, max_memory=max_memory)
    with closing(outcomes):
        for outcome in outcomes:
            yield outcome.path, partial(_judged, by_path[outcome.path], outcome, settings)


def _judged(document: Document, outcome: Outcome, settings: Settings) -> Checked:
    """Return the findings in what was read. Raises a fault of the program, which is no finding."""
    found = outcome.plan or outcome.error
    if found is None or (isinstance(found, KehoachError) and found.code == _INTERNAL):
        raise found or ValueError(document.shown)
    return judge(document.path, document.shown, found, settings)
