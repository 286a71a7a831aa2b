"""What has been done: one JSON line a file, appended as soon as its result is in place.

A line is handed to the system at once, so that a killed process loses none; it reaches the disk
within a second or so. A power cut may therefore lose lines, or results that lines speak of. Lost
lines mean work done again, and each result is checked by its hash before it counts as done.
"""

import os
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from kehoach_parser.batch.settings import Bounds
from kehoach_parser.batch.wire import Note
from kehoach_parser.model.base import Record

_SYNC: Final = 1.0
"""Seconds after which lines must be on the disk."""


class Failure(Record):
    """Why a file gave no plan."""

    code: str
    message: str


class Entry(Record):
    """One file's line in the manifest.

    `path` is the file's name below the run's root; `sha256` and `bytes` are of its content, null
    where that could not be had; `outputs` are files below the results' folder; `result` is the
    hash of the plan as JSON.
    """

    path: str
    status: str
    sha256: str | None = None
    bytes: int | None = None
    outputs: tuple[str, ...] = ()
    result: str | None = None
    warnings: tuple[Note, ...] = ()
    error: Failure | None = None


class Line(Record):
    """An entry, and what a later run needs: the settings, the error's words, the result's place.

    `target` is the result's name if it has a file of its own, `start` its offset in `plans.jsonl`
    if it stands there; `size` is in bytes.
    """

    entry: Entry
    settings: str
    bounds: Bounds
    target: str
    size: int = 0
    start: int | None = None
    params: tuple[tuple[str, str], ...] = ()


class Journal:
    """The journal's file; in memory is only where each file's last line stands."""

    def __init__(self, path: Path) -> None:
        """Open or make the file; cut off a line that a crash has torn."""
        self._path = path
        path.touch()
        self._stream = path.open("r+b")
        self._places: dict[str, tuple[int, int]] = {}
        self._synced = time.monotonic()
        self._turn = threading.Lock()
        self._end = self._indexed()
        self._stream.truncate(self._end)

    def _indexed(self) -> int:
        """Note each path's last line; return where the whole lines end."""
        end = 0
        for data in self._stream:
            if not data.endswith(b"\n"):
                break
            if line := _read(data):
                self._places[line.entry.path] = (end, len(data))
            end += len(data)
        return end

    def get(self, path: str) -> Line | None:
        """Return a file's last line."""
        if path not in self._places:
            return None
        with self._turn:
            start, size = self._places[path]
            self._stream.seek(start)
            return _read(self._stream.read(size))

    def paths(self) -> Iterator[str]:
        """Return all files that have a line, in order."""
        return iter(sorted(self._places))

    def add(self, line: Line) -> None:
        """Append a line. Raises `OSError` where the disk is full; the next run mends the end."""
        data = line.model_dump_json().encode() + b"\n"
        with self._turn:
            self._stream.seek(self._end)
            self._stream.write(data)
            self._stream.flush()
        self._places[line.entry.path] = (self._end, len(data))
        self._end += len(data)
        if time.monotonic() > self._synced + _SYNC:
            self.sync()

    def sync(self) -> None:
        """Have all lines on the disk."""
        os.fsync(self._stream.fileno())
        self._synced = time.monotonic()

    def replace(self, lines: Iterable[Line], temporary: Path) -> None:
        """Put other lines in the place of all, whole or not at all."""
        with temporary.open("wb") as stream:
            for line in lines:
                stream.write(line.model_dump_json().encode() + b"\n")
            stream.flush()
            os.fsync(stream.fileno())
        self.close()
        temporary.replace(self._path)

    def close(self) -> None:
        """Let go of the file. A line that could not be written was told when it was added."""
        with suppress(OSError):
            self._stream.close()


def _read(data: bytes) -> Line | None:
    """Return a line, nothing for one that is damaged or of another version."""
    try:
        return Line.model_validate_json(data)
    except ValidationError:
        return None
