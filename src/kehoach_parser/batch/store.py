"""The folder of results: a file in it is whole or not there, and one run at a time writes."""

import contextlib
import hashlib
import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from filelock import FileLock, Timeout

from kehoach_parser.batch.journal import Journal, Line
from kehoach_parser.batch.names import HOME, LINES, MANIFEST, reachable
from kehoach_parser.batch.wire import piece
from kehoach_parser.errors import UsageError, reason_of


class Place(NamedTuple):
    """Where a result stands: `size` bytes of a file from `start` on."""

    path: Path
    start: int
    size: int

    def read(self, digest: str | None) -> bytes | None:
        """Return the result, nothing where it is gone or not what it was."""
        data = piece(*self)
        return data if data and hashlib.sha256(data).hexdigest() == digest else None


class Formats(NamedTuple):
    """What is written: a file for each document, one file with a line for each, or both."""

    files: bool = True
    lines: bool = False


class Store:
    """The results' folder `root`.

    Workers write below `.kehoach/tmp`; `commit` puts what they wrote in its place. Without
    `files` that is a spool below `.kehoach`, from which all results go into one file at the end.
    """

    def __init__(self, root: Path, formats: Formats) -> None:
        """Name the folders; nothing is made yet."""
        self.root = root
        self.formats = formats
        self._home = root / HOME
        self._temporary = self._home / "tmp"
        self._spool = self._home / "spool"
        self._lock = FileLock(self._home / "lock", timeout=0)
        self._made: list[Path] = []

    def open(self, *, resume: bool) -> Journal:
        """Take the folder, clear away what a killed run left; return the journal.

        Raises `UsageError` where another run has the folder, or it cannot be written.
        """
        try:
            self._home.mkdir(parents=True, exist_ok=True)
            self._take()
            self._clear(resume=resume)
            return Journal(self._home / "journal.jsonl")
        except Timeout:
            raise UsageError("output-busy", path=self.root) from None
        except OSError as error:
            self._lock.release()
            raise failed(self.root, error) from error

    def _take(self) -> None:
        # Some network file systems know no locks: there nobody watches over two runs.
        with contextlib.suppress(NotImplementedError):
            self._lock.acquire()

    def _clear(self, *, resume: bool) -> None:
        shutil.rmtree(self._temporary, ignore_errors=True)
        (self.root / MANIFEST).unlink(
            missing_ok=True
        )  # its presence says that a run came to its end
        if not resume:
            shutil.rmtree(self._spool, ignore_errors=True)
            for path in (self._home / "journal.jsonl", self.root / LINES):
                path.unlink(missing_ok=True)
        self._temporary.mkdir(exist_ok=True)

    def close(self) -> None:
        """Leave no temporary files, and let the next run have the folder."""
        shutil.rmtree(self._temporary, ignore_errors=True)
        self._lock.release()

    def temporary(self, name: str) -> Path:
        """Return a path for a file on its way."""
        return reachable((self._temporary / name).absolute())

    def commit(self, temporary: Path, target: str) -> None:
        """Put a result in its place. Raises `OSError`."""
        path = self._path(target)
        try:
            temporary.replace(path)
        except FileNotFoundError:  # the folder is not there yet: cheaper than to ask each time
            path.parent.mkdir(parents=True, exist_ok=True)
            temporary.replace(path)
        if self.formats.files and sys.platform == "win32":
            self._made.append(path)

    def discard(self, target: str) -> None:
        """Remove what an earlier run left for a file that gives no plan now."""
        with contextlib.suppress(OSError):
            self._path(target).unlink(missing_ok=True)

    def place(self, line: Line) -> Place | None:
        """Return where a line's result stands, nothing where it is gone or was changed."""
        places = [Place(self._path(line.target), 0, line.size)]
        if not self.formats.files and line.start is not None:
            places.append(Place(self.root / LINES, line.start, line.size))
        return next((place for place in places if place.read(line.entry.result)), None)

    def outputs(self, target: str) -> tuple[str, ...]:
        """Return the names of the files that hold a result, below the folder."""
        wanted = ((target, self.formats.files), (LINES, self.formats.lines))
        return tuple(name for name, asked in wanted if asked)

    def settle(self) -> None:
        """Have the results of this run on the disk, and remove what is no longer needed."""
        self._flush()
        if not self.formats.lines:
            (self.root / LINES).unlink(missing_ok=True)
        shutil.rmtree(self._spool, ignore_errors=True)

    def _flush(self) -> None:
        """Have the results on the disk: by one call for all, a thousand times as fast as each."""
        if sys.platform != "win32":
            os.sync()
            return
        for path in self._made:
            with contextlib.suppress(OSError), path.open("r+b") as stream:
                os.fsync(stream.fileno())

    def prepare(self, name: str, pieces: Iterable[bytes]) -> Path:
        """Write what a file of the folder shall hold, and have it on the disk."""
        temporary = self.temporary(name)
        with temporary.open("wb") as stream:
            for data in pieces:
                stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        return temporary

    def publish(self, temporary: Path, name: str) -> None:
        """Put what was prepared in its place."""
        temporary.replace(self.root / name)

    def _path(self, target: str) -> Path:
        if self.formats.files:
            return reachable((self.root / target).absolute())
        return self._spool / f"{hashlib.sha256(target.encode()).hexdigest()}.json"


def failed(path: Path, error: OSError) -> UsageError:
    """Return why something cannot be written as an error that ends the run."""
    return UsageError("output-failed", path=path, reason=reason_of(error))
