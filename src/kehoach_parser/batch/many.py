"""`parse_many`: the library's way to many files."""

import os
from collections.abc import Generator, Iterable
from pathlib import Path
from typing import NamedTuple

from kehoach_parser.api import printable
from kehoach_parser.batch.pool import Pool, usable_processors
from kehoach_parser.batch.process import LostError, Worker
from kehoach_parser.batch.settings import Settings
from kehoach_parser.batch.wire import Look, Parse, Refused
from kehoach_parser.errors import CrashError, KehoachError, LimitError
from kehoach_parser.model import Plan
from kehoach_parser.pipeline import DEFAULT, Options


class Outcome(NamedTuple):
    """What one file gave: a plan, or the error that says why not."""

    path: Path
    plan: Plan | None = None
    error: KehoachError | None = None


def parse_many(
    paths: Iterable[str | os.PathLike[str]],
    options: Options = DEFAULT,
    *,
    jobs: int | None = None,
    max_memory: int | None = None,
) -> Generator[Outcome]:
    """Yield the outcome of each file as it comes, in no fixed order; no file ends another's work.

    Each of `jobs` worker processes (default: one a processor) reads one file at a time and dies
    with it at worst: over `options.limits.timeout` seconds, over `max_memory` MB, in a library.
    `paths` may be endless: only what is under way is held.
    """
    settings = Settings(options, max_memory=max_memory)
    with Pool(settings, jobs or usable_processors(), _serve) as pool:
        yield from pool.run(map(Path, paths))


def _serve(worker: Worker, path: Path) -> Outcome:
    try:
        for request in (Look(str(path)), Parse()):
            reply, sent = worker.ask(request)
            if isinstance(reply, Refused):
                return Outcome(path, error=reply.rebuilt())
        return Outcome(path, plan=Plan.model_validate_json(sent))
    except LostError as lost:
        return Outcome(path, error=loss(lost, path, worker))


def loss(lost: LostError, path: Path, worker: Worker) -> KehoachError:
    """Return a worker's end as the error of the file that it was at.

    Native libraries end their process where they get no memory, so a sudden end under a bound on
    it is told as that.
    """
    name = printable(path.name)
    if lost.late:
        return LimitError("file-timeout", name=name, seconds=f"{worker.timeout:g}")
    if worker.bounded:
        return LimitError("file-memory", name=name)
    return CrashError("worker-died", name=name)
