"""The order of a run: find, read, try again, end."""

import os
from collections.abc import Callable, Generator, Iterable
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple, Protocol, TypeAlias

from kehoach_parser.batch.journal import Journal
from kehoach_parser.batch.ledger import Item, Ledger
from kehoach_parser.batch.manifest import Closing
from kehoach_parser.batch.names import targets
from kehoach_parser.batch.pool import Pool, usable_processors
from kehoach_parser.batch.settings import Settings
from kehoach_parser.batch.steps import KEPT, Office, Parked, Step, failed_line, serve
from kehoach_parser.batch.store import Formats, Store, failed
from kehoach_parser.batch.walk import Choice, Skipped, Walk
from kehoach_parser.batch.wire import HOPELESS
from kehoach_parser.errors import UsageError

_DIED: Final = frozenset(("worker-died", "file-memory"))
"""Errors that another file, or somebody else on the machine, may have brought about."""

_AWAY: Final = frozenset(
    (
        "file-locked",
        "file-in-cloud",
        "file-forbidden",
        "file-unreadable",
        "file-missing",
        "folder-closed",
    )
)
"""Errors of a file that may be there in a while."""


class Request(NamedTuple):
    """What a run is to do; `words` are files, folders and patterns, `jobs` null for `auto`."""

    words: tuple[str, ...]
    output: Path
    formats: Formats = Formats()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    settings: Settings = Settings()
    jobs: int | None = None
    resume: bool = False


class Busy(NamedTuple):
    """The file that is under way for longest, and since when (monotonic)."""

    name: str
    since: float


BusyNow: TypeAlias = Callable[[], Busy | None]
"""Tells which file is under way for longest."""


class Watch(Protocol):
    """Who is told of a run's progress, all in the runner's own thread but `begun`'s `busy`."""

    def begun(self, total: int, skipped: list[Skipped], busy: BusyNow) -> None:
        """Hear how many files there are, and whom to ask what is under way."""
        ...

    def finished(self, step: Step) -> None:
        """Hear of a file that is done, or has failed for good."""
        ...

    def postponed(self, step: Step) -> None:
        """Hear of a file that is tried again at the end."""
        ...


class Report(NamedTuple):
    """How many files gave a plan, how many of those were kept, and how many gave none."""

    done: int
    kept: int
    failed: int


def run(request: Request, *watches: Watch) -> Report:
    """Read all files and write their results, the journal and the manifest.

    Raises `UsageError` where there is nothing to read, or results cannot be written. What is
    done by then, or when the process is killed, `resume` need not do again.
    """
    walk = Walk(Choice(request.include, request.exclude, request.output))
    found = walk.find(request.words)
    if not found:
        chosen = request.include or request.exclude
        code = "usage-none-chosen" if chosen else "usage-no-documents"
        raise UsageError(code, words=", ".join(request.words))
    names = targets((file.name, file.raw) for file in found)
    items = [
        Item(str(file.path), file.name, target) for file, target in zip(found, names, strict=True)
    ]
    _refuse_inputs(items, request.output)
    del found, names
    with ExitStack() as stack:
        store = Store(request.output, request.formats)
        journal = store.open(resume=request.resume)
        stack.callback(store.close)
        stack.callback(journal.close)
        return _Run(request, items, store, watches).go(journal, walk.skipped)


def _refuse_inputs(items: list[Item], output: Path) -> None:
    """Raise `UsageError` where a result would replace a file that is to be read."""
    read = {os.path.normcase(os.path.abspath(item.path)) for item in items}  # noqa: PTH100 - text
    for item in items:
        target = output / item.target
        if os.path.normcase(os.path.abspath(target)) in read:  # noqa: PTH100 - the same
            raise UsageError("usage-over-input", output=target)


class _Run:
    """One run over given files."""

    def __init__(
        self, request: Request, items: list[Item], store: Store, watches: tuple[Watch, ...]
    ) -> None:
        self._request = request
        self._items = items
        self._store = store
        self._watches = watches
        self._parked: list[Item] = []
        self._again: list[Step] = []
        self._done = self._kept = self._failed = 0

    def go(self, journal: Journal, skipped: list[Skipped]) -> Report:
        """Do all files, then write what stands for the whole run."""
        self._journal = journal
        settings = self._request.settings
        self._ledger = Ledger(journal, self._store, settings)
        self._office = Office(self._ledger, self._store, settings, settings.fingerprint())
        jobs = min(self._request.jobs or usable_processors(), len(self._items))
        with Pool(settings, jobs, partial(serve, self._office)) as pool:
            for watch in self._watches:
                watch.begun(len(self._items), skipped, partial(_busy, pool))
            for step in self._steps(pool):
                self._take(step)
        Closing(self._items, journal, self._store).write()
        return Report(self._done, self._kept, self._failed)

    def _steps(self, pool: Pool[Item, Step | Parked]) -> Generator[Step]:
        """Yield what becomes of each file.

        Those that failed for a reason that may pass come again after all others, last come
        duplicates that had to wait for one another.
        """
        yield from self._outcomes(pool.run(self._items), retry=True)
        again, self._again = self._again, []
        for fresh in (False, True):
            chosen = [step.item for step in again if (_code(step) in _DIED) is fresh]
            yield from self._outcomes(pool.run(chosen, fresh=fresh), retry=False)
        while self._parked:
            parked, self._parked = self._parked, []
            yield from self._outcomes(pool.run(parked), retry=False)

    def _outcomes(self, results: Iterable[Step | Parked], *, retry: bool) -> Generator[Step]:
        """Yield final outcomes; put the others aside."""
        for result in results:
            if isinstance(result, Parked):
                self._parked.append(result.item)
            elif retry and _deserves_another_try(result):
                self._again.append(result)
                if result.content:
                    self._ledger.release(result.content)
                for watch in self._watches:
                    watch.postponed(result)
            else:
                yield result

    def _take(self, step: Step) -> None:
        """Put a result in its place, journal it, count it.

        Raises `UsageError` where the disk takes no more.
        """
        if step.temporary:
            step = self._committed(step, step.temporary)
        if step.stop:
            raise UsageError("output-failed", **dict(step.line.params))
        if step.line.entry.error and step.how != KEPT:
            self._store.discard(step.item.target)
        try:
            if step.how != KEPT:
                self._journal.add(step.line)
        except OSError as error:
            raise failed(self._request.output, error) from error
        self._settle(step)
        for watch in self._watches:
            watch.finished(step)

    def _committed(self, step: Step, temporary: Path) -> Step:
        """Put a result in its place; return its failure where that cannot be."""
        try:
            self._store.commit(temporary, step.item.target)
        except OSError as error:
            told = failed(self._request.output / step.item.target, error)
            line = failed_line(self._office, step.item, step.line.entry, told)
            return step._replace(line=line, stop=error.errno in HOPELESS)
        return step

    def _settle(self, step: Step) -> None:
        """Count a file, and let its duplicates have its outcome."""
        error = step.line.entry.error
        self._done += error is None
        self._failed += error is not None
        self._kept += error is None and step.how == KEPT
        if step.content and error and error.code == "output-failed":
            self._ledger.release(step.content)  # that lies in the place, not in the content
        elif step.content:
            self._ledger.settle(step.content, step.item.name)


def _busy(pool: Pool[Item, Step | Parked]) -> Busy | None:
    slowest = pool.slowest()
    return Busy(slowest[1].name, slowest[0]) if slowest else None


def _code(step: Step) -> str:
    error = step.line.entry.error
    return error.code if error else ""


def _deserves_another_try(step: Step) -> bool:
    """Return whether a failure may pass; want of memory may not, where the worker was new."""
    code = _code(step)
    return code in _AWAY or (code in _DIED and not (step.alone and code == "file-memory"))
