"""One worker process as its parent sees it: started, asked, ended."""

import contextlib
import json
import os
import pickle
import signal
import subprocess
import sys
import time
from typing import BinaryIO, Final, cast

from kehoach_parser.batch.settings import Settings
from kehoach_parser.batch.wire import Made, Ready, Refused, Request, Seen, receive
from kehoach_parser.errors import UsageError

_BOOT: Final = (
    "import json, sys; sys.path[:] = json.loads(sys.stdin.buffer.readline());"
    "from kehoach_parser.batch.worker import main; main()"
)
"""The worker's program. It is no `multiprocessing` child: those run the caller's main file again,
which goes wrong in each script without a guard. `-P` keeps the current folder out of its path
until it has that of its parent."""

_ONE_THREAD: Final = {"OMP_NUM_THREADS": "1", "OMP_THREAD_LIMIT": "1"}
"""What keeps an OCR engine from taking all processors in each of the workers."""

_START: Final = 120.0
"""Seconds that a worker may take to load, on the slowest of machines."""

GRACE: Final = 1.0
"""Seconds over the time limit: a reader that minds its time has a better message than a kill."""


class LostError(Exception):
    """The worker is gone; `late` where its time was up."""

    def __init__(self, *, late: bool) -> None:
        super().__init__()
        self.late = late


class Worker:
    """A child process that answers one question at a time."""

    def __init__(self, settings: Settings) -> None:
        """Start it; it loads while the parent goes on."""
        self._settings = settings
        self._process = start_process()
        self._in = cast("BinaryIO", self._process.stdin)
        self._out = cast("BinaryIO", self._process.stdout)
        self._deadline: float | None = None
        self._late = False
        self._ready = False
        self.documents = 0

    @property
    def alive(self) -> bool:
        """Whether it can be asked."""
        return self._process.poll() is None

    @property
    def timeout(self) -> float:
        """Seconds for each question."""
        return self._settings.options.limits.timeout

    @property
    def bounded(self) -> bool:
        """Whether there is a bound on its memory."""
        return self._settings.max_memory is not None

    def ask(self, request: Request) -> tuple[Ready | Seen | Made | Refused, bytes]:
        """Return the answer and the bytes that follow it.

        Raises `LostError` where the worker ends or is ended instead, `UsageError` where it
        cannot even start.
        """
        self._await_ready()
        self._deadline = time.monotonic() + self.timeout + GRACE
        try:
            self._put(pickle.dumps(request))
            return receive(self._out)
        except (EOFError, OSError):
            self.end()
            raise LostError(late=self._late) from None
        finally:
            self._deadline = None

    def end_if_late(self, now: float) -> None:
        """Kill it where its time is up; another thread waits for its answer."""
        deadline = self._deadline
        if deadline is not None and now > deadline:
            self._late = True
            self.kill()

    def kill(self) -> None:
        """Kill it, whatever it does, and the programs that it has started."""
        if sys.platform == "win32":
            self._process.kill()
        elif self._process.returncode is None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)

    def end(self) -> None:
        """Kill it and let go of its pipes."""
        self.kill()
        self._process.wait()
        for stream in (self._in, self._out):
            with contextlib.suppress(OSError):  # what was not yet written can no longer be
                stream.close()

    def _await_ready(self) -> None:
        if self._ready:
            return
        self._deadline = time.monotonic() + _START
        try:
            self._put(json.dumps(sys.path).encode() + b"\n" + pickle.dumps(self._settings))
            receive(self._out)
        except (EOFError, OSError):
            self.end()
            raise UsageError("worker-start") from None
        self._ready = True

    def _put(self, data: bytes) -> None:
        self._in.write(data)
        self._in.flush()


def start_process() -> subprocess.Popen[bytes]:
    """Start the process where Ctrl-C does not reach it: its parent says when to end."""
    flags = 0
    if sys.platform == "win32":
        flags = subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP
    return subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-P", "-c", _BOOT],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **_ONE_THREAD},
        creationflags=flags,
        start_new_session=os.name == "posix",
    )
