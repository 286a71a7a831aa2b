"""`--log FILE.jsonl`: what happened when, a JSON line an event; times stand only here."""

import json
from collections.abc import Generator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from kehoach_parser.api import printable
from kehoach_parser.batch.runner import BusyNow
from kehoach_parser.batch.steps import Step
from kehoach_parser.batch.store import failed
from kehoach_parser.batch.walk import Skipped


class Log:
    """Appends events to a file; later runs add to it."""

    def __init__(self, stream: BinaryIO, path: Path) -> None:
        """Take the open file."""
        self._stream = stream
        self._path = path

    @classmethod
    @contextmanager
    def opened(cls, path: Path) -> Generator["Log"]:
        """Open the log, and close it again. Raises `UsageError` where that cannot be."""
        try:
            stream = path.open("ab")
        except OSError as error:
            raise failed(path, error) from error
        with stream:
            log = cls(stream, path)
            yield log
            log.write("ended")

    def begun(self, total: int, skipped: list[Skipped], busy: BusyNow) -> None:
        """Write how much there is to do, and what was passed over."""
        del busy
        self.write("begun", total=total)
        for path, why in skipped:
            self.write("skipped", path=printable(path), why=why)

    def finished(self, step: Step) -> None:
        """Write what became of a file."""
        self._step("failed" if step.line.entry.error else "done", step)

    def postponed(self, step: Step) -> None:
        """Write that a file is tried again at the end."""
        self._step("postponed", step)

    def _step(self, event: str, step: Step) -> None:
        error = step.line.entry.error
        told = {"code": error.code, "message": error.message} if error else {}
        seconds = round(step.seconds, 3)
        self.write(event, path=step.item.name, how=step.how, seconds=seconds, **told)

    def write(self, event: str, **words: object) -> None:
        """Write an event at once. Raises `UsageError` where the disk does not take it."""
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        line = json.dumps({"time": now, "event": event, **words}, ensure_ascii=False)
        try:
            self._stream.write(line.encode() + b"\n")
            self._stream.flush()
        except OSError as error:
            raise failed(self._path, error) from error
