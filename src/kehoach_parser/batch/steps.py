"""One file's way with a worker, in a slot's thread: look, choose, then parse or copy."""

import hashlib
import os
import time
from pathlib import Path
from typing import Final, NamedTuple

from kehoach_parser.api import printable
from kehoach_parser.batch.journal import Entry, Failure, Line
from kehoach_parser.batch.ledger import DONE, FAILED, Content, Item, Keep, Ledger, Repeat, Wait
from kehoach_parser.batch.many import loss
from kehoach_parser.batch.names import reachable
from kehoach_parser.batch.process import LostError, Worker
from kehoach_parser.batch.settings import Settings
from kehoach_parser.batch.store import Store
from kehoach_parser.batch.wire import Copy, Look, Made, Note, Parse, Ready, Refused, Seen
from kehoach_parser.errors import KehoachError

_PARSED: Final = "parsed"
_COPIED: Final = "copied"
KEPT: Final = "kept"


class Office(NamedTuple):
    """What all errands of a run share; `fingerprint` is that of the settings."""

    ledger: Ledger
    store: Store
    settings: Settings
    fingerprint: str


class Step(NamedTuple):
    """What became of a file: its line, and the temporary file with its result, if there is one.

    `how` is `parsed`, `copied` (from a duplicate) or `kept` (from an earlier run), `seconds` the
    time it took, `content` is known where the file could be read. `stop` says that no other
    result can be written either; `alone` that its worker had read no other file.
    """

    item: Item
    line: Line
    how: str
    seconds: float
    content: Content | None = None
    temporary: Path | None = None
    stop: bool = False
    alone: bool = False


class Parked(NamedTuple):
    """The same content is under way elsewhere."""

    item: Item


def serve(office: Office, worker: Worker, item: Item) -> Step | Parked:
    """Return what became of a file; the worker's end is an outcome too."""
    errand = _Errand(office, worker, item)
    try:
        return errand.run()
    except LostError as lost:
        return errand.failed(loss(lost, Path(item.path), worker))


def failed_line(office: Office, item: Item, seen: Seen | Entry | None, error: KehoachError) -> Line:
    """Return the line of a file that gave no plan.

    Its sentence names the file as the manifest does, wherever the folder lies.
    """
    shown = item.target if error.code == "output-failed" else item.name
    params = {key: shown if key == "path" else value for key, value in error.params}
    told = KehoachError(error.code, **params)
    message = told.in_language(office.settings.options.language)
    entry = Entry(path=item.name, status=FAILED, error=Failure(code=error.code, message=message))
    return _line(office, item, _with(entry, seen)).model_copy(update={"params": told.params})


def _with(entry: Entry, seen: Seen | Entry | None) -> Entry:
    if seen is None:
        return entry
    return entry.model_copy(update={"sha256": seen.sha256, "bytes": seen.bytes})


def _line(office: Office, item: Item, entry: Entry, size: int = 0) -> Line:
    return Line(
        entry=entry,
        settings=office.fingerprint,
        bounds=office.settings.bounds(),
        target=item.target,
        size=size,
    )


class _Errand:
    """One file with one worker."""

    def __init__(self, office: Office, worker: Worker, item: Item) -> None:
        self._office = office
        self._worker = worker
        self._item = item
        self._start = time.monotonic()
        self._seen: Seen | None = None

    def run(self) -> Step | Parked:
        """Do what the file's content asks for. Raises `LostError`."""
        reply = self._ask(Look(str(reachable(Path(self._item.path)))))
        if not isinstance(reply, Seen):
            return self._refused(reply)
        self._seen = reply
        choice = self._office.ledger.choose(self._item, reply)
        if isinstance(choice, Wait):
            return Parked(self._item)
        if isinstance(choice, Keep):
            return self._step(choice.line, KEPT)
        return self._repeat(choice) if isinstance(choice, Repeat) else self._parse()

    def failed(self, error: KehoachError, *, stop: bool = False) -> Step:
        """Return an error as the outcome."""
        line = failed_line(self._office, self._item, self._seen, error)
        return self._step(line, _PARSED)._replace(stop=stop)

    def _parse(self) -> Step:
        temporary = self._temporary()
        reply = self._ask(Parse(str(temporary)))
        if not isinstance(reply, Made):
            return self._refused(reply)
        return self._made(reply, reply.warnings, _PARSED)._replace(temporary=temporary)

    def _repeat(self, choice: Repeat) -> Step:
        """Take over a duplicate's outcome, with this file's own name in it."""
        if choice.place is None:
            words = dict(choice.line.params)
            own = {"name": printable(Path(self._item.path).name)} if "name" in words else {}
            code = choice.line.entry.error.code if choice.line.entry.error else ""
            return self.failed(KehoachError(code, **{**words, **own}))._replace(how=_COPIED)
        temporary = self._temporary()
        digest = choice.line.entry.result or ""
        path, start, size = choice.place
        reply = self._ask(Copy(str(path), start, size, digest, str(temporary)))
        if isinstance(reply, Made):
            made = self._made(reply, choice.line.entry.warnings, _COPIED)
            return made._replace(temporary=temporary)
        if isinstance(reply, Refused) and reply.code == "result-changed":
            return self._parse()
        return self._refused(reply)

    def _made(self, made: Made, warnings: tuple[Note, ...], how: str) -> Step:
        outputs = self._office.store.outputs(self._item.target)
        entry = Entry(
            path=self._item.name, status=DONE, outputs=outputs, result=made.sha256,
            warnings=warnings,
        )  # fmt: skip
        line = _line(self._office, self._item, _with(entry, self._seen), made.bytes)
        return self._step(line, how)

    def _refused(self, reply: Ready | Seen | Made | Refused) -> Step:
        if not isinstance(reply, Refused):  # an answer to another question
            self._worker.end()
            raise LostError(late=False)
        return self.failed(reply.rebuilt(), stop=reply.stop)

    def _step(self, line: Line, how: str) -> Step:
        return Step(
            self._item,
            line,
            how,
            time.monotonic() - self._start,
            self._item.content(self._seen) if self._seen else None,
            alone=self._worker.documents == 1,
        )

    def _ask(self, request: Look | Parse | Copy) -> Ready | Seen | Made | Refused:
        return self._worker.ask(request)[0]

    def _temporary(self) -> Path:
        """Return a path that no worker of a killed parent can be writing to."""
        digest = hashlib.sha256(self._item.target.encode()).hexdigest()
        return self._office.store.temporary(f"{os.getpid()}-{digest[:32]}.json")
