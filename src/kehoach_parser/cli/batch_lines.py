"""A run told in plain lines: each failure, now and then how far it is, and the end."""

import time
from collections import Counter
from pathlib import Path, PurePath
from typing import Final

from kehoach_parser.batch.names import MANIFEST
from kehoach_parser.batch.runner import BusyNow, Report
from kehoach_parser.batch.steps import Step
from kehoach_parser.batch.walk import Skipped
from kehoach_parser.cli import console
from kehoach_parser.cli.words import word
from kehoach_parser.messages import Language

INTERVAL: Final = 10.0
"""Seconds between two lines about progress."""

_MOST_TYPES: Final = 6


class Pace:
    """How far a run is, and how fast."""

    def __init__(self, total: int) -> None:
        """Start the clock."""
        self.total = total
        self.done = 0
        self._failed = 0
        self._start = time.monotonic()

    def count(self, *, failed: bool) -> None:
        """Count a file."""
        self.done += 1
        self._failed += failed

    def told(self, language: Language) -> str:
        """Return the counts, documents a second, and the time left, in words."""
        speed = self.done / max(time.monotonic() - self._start, 0.001)
        left = duration((self.total - self.done) / speed) if self.done else "?"
        return word(
            "batch-progress", language, done=self.done, total=self.total, failed=self._failed,
            speed=_decimal(speed, language), left=left,
        )  # fmt: skip


class Lines:
    """Tells a run where there is no terminal. When its reader goes away, the work goes on."""

    def __init__(self, language: Language) -> None:
        """Take the language; the clock starts with `begun`."""
        self._language: Language = language
        self._pace = Pace(0)
        self._told = time.monotonic()

    def begun(self, total: int, skipped: list[Skipped], busy: BusyNow) -> None:
        """Start the clock; tell which kinds of files were passed over."""
        del busy
        self._pace = Pace(total)
        for text in passed_over(skipped, self._language):
            self._tell(text)

    def finished(self, step: Step) -> None:
        """Count a file; tell a failure, and progress when it is time."""
        error = step.line.entry.error
        self._pace.count(failed=error is not None)
        if error:
            self._tell(named(step.item.name, error.message), "error")
        self._tell_progress()

    def postponed(self, step: Step) -> None:
        """Tell that a file is tried again at the end; of a missing one only the end is told."""
        error = step.line.entry.error
        if error and error.code != "file-missing":
            self._tell(named(step.item.name, error.message), "batch-again")

    def _tell(self, text: str, label: str = "") -> None:
        say(text, word(label, self._language) if label else "")

    def _tell_progress(self) -> None:
        now = time.monotonic()
        if now > self._told + INTERVAL:
            self._told = now
            self._tell(self._pace.told(self._language))


def named(name: str, message: str) -> str:
    """Return a message about a file, after the file's path where it does not name it.

    >>> named("2024/a.docx", "Tệp a.docx rỗng."), named("a.docx", "Tệp a.docx rỗng.")
    ('2024/a.docx: Tệp a.docx rỗng.', 'Tệp a.docx rỗng.')
    """
    return message if name in message else f"{name}: {message}"


def _decimal(number: float, language: Language) -> str:
    """Return a number with one decimal, after a comma in Vietnamese."""
    text = f"{number:.1f}"
    return text.replace(".", ",") if language == "vi" else text


def ended(report: Report, output: Path, language: Language) -> None:
    """Tell what came of a run."""
    kept = word("batch-kept", language, kept=report.kept) if report.kept else ""
    counts = {"done": report.done, "failed": report.failed, "kept": kept}
    say(word("batch-ended", language, **counts, manifest=output / MANIFEST))


def say(text: str, label: str = "") -> None:
    """Print a line to standard error, after a label where it is a complaint."""
    try:
        console.complain(label, text) if label else console.tell(text)
    except OSError:  # `2>&1 | head`
        console.abandon()


def duration(seconds: float) -> str:
    """Return a time as hours, minutes, seconds.

    >>> duration(3725)
    '1:02:05'
    """
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{rest:02}"


def passed_over(skipped: list[Skipped], language: Language) -> list[str]:
    """Return sentences about what is not read: other types of files, links."""
    told: list[str] = []
    names = (PurePath(path) for path, why in skipped if why == "type")
    types = Counter(name.suffix.lower() or name.name for name in names)
    if types:
        often = sorted(types, key=lambda name: (-types[name], name))[:_MOST_TYPES]
        told.append(word("batch-types", language, count=types.total(), types=", ".join(often)))
    links = [path for path, why in skipped if why == "link"]
    if links:
        told.append(word("batch-links", language, count=len(links), first=links[0]))
    return told
