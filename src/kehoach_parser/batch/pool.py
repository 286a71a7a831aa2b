"""A few workers for many tasks: each slot is a thread that talks with one worker at a time."""

import os
import sys
import threading
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from operator import itemgetter
from queue import Empty, Queue
from typing import Final, Generic, NamedTuple, TypeVar

from kehoach_parser.batch.process import Worker
from kehoach_parser.batch.settings import Settings

TaskT = TypeVar("TaskT")
ResultT = TypeVar("ResultT")

RETIRE: Final = 1000
"""Documents that one worker reads: what libraries fail to give back goes with it."""

_TICK: Final = 0.1
_WAIT: Final = 0.5  # Windows answers Ctrl-C only between two waits


class _End(NamedTuple):
    """A slot has no more to do."""


def usable_processors() -> int:
    """Return how many processors this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Pool(Generic[TaskT, ResultT]):
    """Workers that are kept from one `run` to the next; leave its block to end them.

    `serve` does one task in a slot's thread, with a worker that may end under it.
    """

    def __init__(
        self, settings: Settings, jobs: int, serve: Callable[[Worker, TaskT], ResultT]
    ) -> None:
        """Set the number of slots; workers start with the first tasks."""
        self._settings = settings
        self._serve = serve
        self._slots: list[Worker | None] = [None] * jobs
        self._under_way: list[tuple[float, TaskT] | None] = [None] * jobs
        self._tasks: Iterator[TaskT] = iter(())
        self._turn = threading.Lock()
        self._over = threading.Event()

    def __enter__(self) -> "Pool[TaskT, ResultT]":
        """Begin to watch over the workers' time."""
        threading.Thread(target=self._watch, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        """End all workers."""
        self._over.set()
        for worker in filter(None, self._slots):
            worker.end()

    def run(self, tasks: Iterable[TaskT], *, fresh: bool = False) -> Generator[ResultT]:
        """Yield each task's result as it comes; `fresh` gives each task a new worker.

        A task is fetched when a slot is free, and slots wait where results are not fetched. A
        caller that stops early ends the work that is under way.
        """
        self._tasks = iter(tasks)
        results: Queue[ResultT | _End] = Queue(2 * len(self._slots))
        slots = range(len(self._slots))
        with ThreadPoolExecutor(len(slots), "kehoach") as threads:
            futures = [threads.submit(self._slot, number, results, fresh) for number in slots]
            try:
                yield from self._fetched(results, futures)
            finally:
                self._abandon(results, futures)

    def slowest(self) -> tuple[float, TaskT] | None:
        """Return the task that has been under way for longest, and since when (monotonic)."""
        return min(filter(None, list(self._under_way)), key=itemgetter(0), default=None)

    def _fetched(
        self, results: Queue[ResultT | _End], futures: list[Future[None]]
    ) -> Generator[ResultT]:
        """Yield results until all slots have ended; raise what went wrong in one."""
        left = len(futures)
        while left:
            try:
                result = results.get(timeout=_WAIT)
            except Empty:
                continue
            if isinstance(result, _End):
                left -= 1
            else:
                yield result
        for future in futures:
            future.result()

    def _abandon(self, results: Queue[ResultT | _End], futures: list[Future[None]]) -> None:
        """Where slots still work, end their workers and take what they still have to give."""
        if all(future.done() for future in futures):
            return
        self._over.set()
        while not all(future.done() for future in futures):
            for worker in filter(None, self._slots):
                worker.kill()
            try:
                results.get(timeout=_TICK)
            except Empty:
                continue

    def _slot(self, number: int, results: Queue[ResultT | _End], fresh: bool) -> None:  # noqa: FBT001 - submitted by position
        try:
            while not self._over.is_set():
                with self._turn:
                    task = next(self._tasks, _End())
                if isinstance(task, _End):
                    return
                self._under_way[number] = time.monotonic(), task
                results.put(self._serve(self._worker(number, fresh=fresh), task))
        finally:
            self._under_way[number] = None
            results.put(_End())

    def _worker(self, number: int, *, fresh: bool) -> Worker:
        """Return a slot's worker, a new one where it is dead, due to retire or must be fresh."""
        worker = self._slots[number]
        due = worker is not None and worker.documents and (fresh or worker.documents >= RETIRE)
        if worker and (due or not worker.alive):
            worker.end()  # of a dead one the pipes are still open
        if worker is None or not worker.alive:
            worker = self._slots[number] = Worker(self._settings)
        worker.documents += 1
        return worker

    def _watch(self) -> None:
        """End workers whose time is up, as long as the pool is open."""
        while not self._over.wait(_TICK):
            now = time.monotonic()
            for worker in filter(None, self._slots):
                worker.end_if_late(now)
