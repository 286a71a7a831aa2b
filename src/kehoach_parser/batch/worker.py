"""The child process that reads documents: it answers one question after another, then dies.

It writes results to temporary files only; the parent puts them in place. So a worker that
outlives its parent for a moment can do no harm.
"""

import gc
import hashlib
import os
import pickle
import signal
import sys
import threading
from pathlib import Path, PurePath
from queue import SimpleQueue
from typing import BinaryIO, Final, NoReturn

from pydantic_core import to_json

from kehoach_parser.api import content, parse_bytes, printable, rendered
from kehoach_parser.batch.memory import limit_memory, offer_to_die, unbounded, with_relief
from kehoach_parser.batch.settings import Settings
from kehoach_parser.batch.wire import (
    HOPELESS,
    Copy,
    Look,
    Made,
    Note,
    Parse,
    Ready,
    Refused,
    Request,
    Seen,
    piece,
    refused,
    send,
)
from kehoach_parser.errors import (
    CrashError,
    KehoachError,
    LimitError,
    UsageError,
    place,
    reason_of,
)
from kehoach_parser.model import Diagnostic, Plan, Severity

GARBAGE: Final = 100_000
"""How many new objects the collector waits for; see `cli/entry.py`."""


def main() -> None:
    """Answer what comes on standard input until it ends."""
    answers = _own_stdout()
    settings: Settings = pickle.load(sys.stdin.buffer)  # noqa: S301 - from our parent
    limit_memory(settings.max_memory)
    offer_to_die()
    gc.set_threshold(GARBAGE)
    gc.freeze()
    requests: SimpleQueue[Request] = SimpleQueue()
    threading.Thread(target=_listen, args=(requests,), daemon=True).start()
    send(answers, Ready())
    desk = Desk(settings)
    while True:
        reply, sent = desk.answer(requests.get())
        send(answers, reply, sent)


def _own_stdout() -> BinaryIO:
    """Return standard output for answers, and let whatever else prints there print nowhere."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    devnull = os.open(os.devnull, os.O_WRONLY)
    os.dup2(devnull, sys.stdout.fileno())
    os.close(devnull)
    return answers


def _listen(requests: SimpleQueue[Request]) -> None:
    """Hand questions over; when the parent is gone, end at once, even within a document."""
    while True:
        try:
            requests.put(pickle.load(sys.stdin.buffer))  # noqa: S301 - from our parent
        except (EOFError, OSError, pickle.UnpicklingError):
            _end()


def _end() -> NoReturn:
    """End this process, and the programs that it has started: it leads a group of its own."""
    if sys.platform != "win32" and os.getpgrp() == os.getpid():
        os.killpg(os.getpid(), signal.SIGKILL)
    os._exit(0)


class Desk:
    """Answers questions; keeps the file that was read last."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._name = ""
        self._data = b""

    def answer(self, request: Request) -> tuple[Seen | Made | Refused, bytes]:
        """Return the answer, and the bytes that follow it. A fault is an answer too."""
        try:
            return with_relief(lambda: self._answer(request))
        except KehoachError as error:
            return refused(error), b""
        except MemoryError:
            return refused(LimitError("file-memory", name=self._name)), b""
        except _WriteError as error:
            return error.refused(), b""
        except Exception as error:  # noqa: BLE001 - a fault in one file must not end the others
            words = {"name": self._name, "kind": type(error).__name__, "place": place(error)}
            return refused(CrashError("internal", **words)), b""

    def _answer(self, request: Request) -> tuple[Seen | Made | Refused, bytes]:
        if isinstance(request, Look):
            return self._look(Path(request.path)), b""
        if isinstance(request, Copy):
            return self._copy(request), b""
        return self._parse(request)

    def _look(self, path: Path) -> Seen:
        self._data = b""  # the last file's bytes go before the next one's come
        self._name = printable(path.name)
        self._data = content(path, self._settings.options.limits.max_bytes)
        return Seen(sha256=hashlib.sha256(self._data).hexdigest(), bytes=len(self._data))

    def _parse(self, request: Parse) -> tuple[Made, bytes]:
        plan = parse_bytes(self._data, name=self._name, options=self._settings.options)
        result = unbounded(lambda: rendered(plan, text=self._settings.text))
        made = _made(result, notes(plan))
        if request.to is None:
            return made.model_copy(update={"sent": len(result)}), result
        _write(Path(request.to), result)
        return made, b""

    def _copy(self, request: Copy) -> Made:
        """Write the result of a file with the same content, this file's name in it."""
        result = piece(Path(request.source), request.start, request.size)
        if hashlib.sha256(result).hexdigest() != request.sha256:
            raise CrashError("result-changed", path=printable(request.source))
        result = renamed(result, PurePath(self._name.replace("\\", "/")).name)
        _write(Path(request.to), result)
        return _made(result, ())


class _WriteError(Exception):
    """The result could not be written."""

    def __init__(self, path: Path, error: OSError) -> None:
        self._path = path
        self._error = error

    def refused(self) -> Refused:
        """Return it as an answer."""
        path = printable(str(self._path))
        error = UsageError("output-failed", path=path, reason=reason_of(self._error))
        return refused(error, stop=self._error.errno in HOPELESS)


def _write(path: Path, result: bytes) -> None:
    try:
        path.write_bytes(result)
    except OSError as error:
        raise _WriteError(path, error) from error


def _made(result: bytes, warnings: tuple[Note, ...]) -> Made:
    digest = hashlib.sha256(result).hexdigest()
    return Made(sha256=digest, bytes=len(result), warnings=warnings)


def notes(plan: Plan) -> tuple[Note, ...]:
    """Return the errors and warnings about a document, without mere information."""
    return tuple(map(_note, (d for d in plan.diagnostics if d.severity is not Severity.INFO)))


def _note(diagnostic: Diagnostic) -> Note:
    severity = diagnostic.severity.value
    return Note(code=diagnostic.code, severity=severity, message=diagnostic.message)


def renamed(result: bytes, name: str) -> bytes:
    r"""Return a result as JSON with another `source.name`, the first name in it.

    >>> renamed(b'{"source":{"name":"a.txt","format":"txt"}}', "b.txt")
    b'{"source":{"name":"b.txt","format":"txt"}}'
    """
    head, sign, rest = result.partition(b'"name":"')
    _, _, tail = rest.partition(b'","format":')
    return head + sign[:-1] + to_json(name) + b',"format":' + tail
