"""Slots and their workers: kept, replaced, ended."""

from collections.abc import Generator

import pytest

from batch_office import Office
from kehoach_parser.batch import pool, process
from kehoach_parser.batch.pool import Pool
from kehoach_parser.batch.process import LostError, Worker
from kehoach_parser.batch.settings import Settings
from kehoach_parser.batch.wire import Look, Seen


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return the ids of the processes that are started."""
    found: list[int] = []
    start = process.start_process

    def counted() -> object:
        child = start()
        found.append(child.pid)
        return child

    monkeypatch.setattr(process, "start_process", counted)
    return found


def _look(worker: Worker, path: str) -> object:
    try:
        return worker.ask(Look(path))[0]
    except LostError:
        return None


def test_a_slot_keeps_its_worker_until_it_is_due(
    office: Office, started: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = str(office.put("a.txt"))
    monkeypatch.setattr(pool, "RETIRE", 4)
    with Pool(Settings(), 1, _look) as slots:
        assert all(isinstance(seen, Seen) for seen in slots.run([path] * 3))
        assert len(started) == 1
        list(slots.run([path] * 2))
        assert len(started) == 2
        list(slots.run([path] * 3, fresh=True))
        assert len(started) == 5


def test_a_worker_that_is_killed_costs_one_task(office: Office, started: list[int]) -> None:
    path = str(office.put("a.txt"))

    def spoil(worker: Worker, number: int) -> object:
        if number == 2:
            worker.kill()
        return _look(worker, path)

    with Pool(Settings(), 1, spoil) as slots:
        results = list(slots.run(range(5)))
    assert [number for number, seen in enumerate(results) if seen is None] == [2]
    assert len(started) == 2


def test_a_worker_that_died_between_two_tasks_leaves_no_open_pipes(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = str(office.put("a.txt"))
    ended: list[Worker] = []
    end = Worker.end

    def noted(worker: Worker) -> None:
        end(worker)
        ended.append(worker)

    def die_after(worker: Worker, number: int) -> object:
        seen = _look(worker, path)
        if number == 0:
            worker.kill()
            while worker.alive:
                pass
        return seen

    monkeypatch.setattr(Worker, "end", noted)
    with Pool(Settings(), 1, die_after) as slots:
        assert all(isinstance(seen, Seen) for seen in slots.run(range(2)))
        assert len(ended) == 1  # the one that died: its pipes are closed before the next starts


def test_a_fault_in_the_parent_is_raised_and_ends_the_rest(office: Office) -> None:
    path = str(office.put("a.txt"))

    def fault(worker: Worker, number: int) -> object:
        return _look(worker, path) if number else 1 // number

    with Pool(Settings(), 2, fault) as slots, pytest.raises(ZeroDivisionError):
        list(slots.run(range(3)))


def test_tasks_are_fetched_only_when_a_slot_is_free(office: Office) -> None:
    path = str(office.put("a.txt"))
    fetched: list[int] = []

    def tasks() -> Generator[str]:
        for number in range(1000):
            fetched.append(number)
            yield path

    with Pool(Settings(), 2, _look) as slots:
        results = slots.run(tasks())
        next(results)
        assert len(fetched) < 20
        results.close()
    assert len(fetched) < 20


def test_an_answer_that_is_none_ends_the_worker(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = str(office.put("a.txt"))
    monkeypatch.setattr(process, "_BOOT", """import sys; print('{"kind":"odd"}', flush=True)""")
    with Pool(Settings(), 1, _look) as slots, pytest.raises(Exception, match="--max-memory"):
        list(slots.run([path]))
