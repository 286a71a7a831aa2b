"""What is to be done with a file once its content is known: nothing, copy, wait, or parse."""

import threading
from pathlib import PurePath
from typing import Final, NamedTuple

from kehoach_parser.batch.journal import Journal, Line
from kehoach_parser.batch.settings import Settings, within
from kehoach_parser.batch.store import Place, Store
from kehoach_parser.batch.wire import Seen

_PASSING: Final = frozenset(
    (
        "worker-died", "file-timeout", "pdf-timeout", "file-memory", "internal", "output-failed",
        "result-changed", "pdf-password", "pdf-password-wrong", "needs-ocr", "ocr-install",
        "ocr-install-trueocr", "ocr-install-tesseract",
    )
)  # fmt: skip
"""Errors that lie in the day, a password or what is installed: `--resume` tries again."""

_POORER: Final = frozenset(("page-ocr-install",))
"""Warnings of a plan that would say more once something is installed: read again as well."""

DONE: Final = "done"
FAILED: Final = "failed"

Content = tuple[str, str]
"""A content's hash and the file's extension, which has a say in how text is read."""


class Item(NamedTuple):
    """A file to read: where, its name in the manifest, and its result's name."""

    path: str
    name: str
    target: str

    def content(self, seen: Seen) -> Content:
        """Return what makes another file a duplicate of this one."""
        return seen.sha256, PurePath(self.name).suffix.lower()


class Keep(NamedTuple):
    """The file was done before and is current."""

    line: Line


class Repeat(NamedTuple):
    """The same content was met: its line, and where its result stands (none if it failed)."""

    line: Line
    place: Place | None


class Wait(NamedTuple):
    """The same content is being parsed: come back later."""


class Begin(NamedTuple):
    """Nobody has parsed this content yet."""


Choice = Keep | Repeat | Wait | Begin


class Ledger:
    """Knows which content is done, which is under way, and what earlier runs have done.

    Slots ask from their threads; the runner settles what has been journalled.
    """

    def __init__(self, journal: Journal, store: Store, settings: Settings) -> None:
        """Take the journal with the lines of earlier runs."""
        self._journal = journal
        self._store = store
        self._settings = settings.fingerprint()
        self._bounds = settings.bounds()
        self._contents: dict[Content, str | None] = {}
        self._turn = threading.Lock()

    def choose(self, item: Item, seen: Seen) -> Choice:
        """Return what to do with a file; `Begin` gives its content to the one who asked."""
        old = self._journal.get(item.name)
        if old and self._current(old, item, seen):
            return Keep(old)
        with self._turn:
            content = item.content(seen)
            if content not in self._contents:
                self._contents[content] = None
                return Begin()
            first = self._contents[content]
        line = self._journal.get(first) if first else None
        if line is None:
            return Wait()
        place = self._store.place(line)
        return Repeat(line, place) if place or line.entry.error else Begin()

    def settle(self, content: Content, name: str) -> None:
        """Note which file's line has the outcome of a content."""
        with self._turn:
            self._contents.setdefault(content, None)
            if self._contents[content] is None:
                self._contents[content] = name

    def release(self, content: Content) -> None:
        """Let another file with this content be parsed: this one came to no end."""
        with self._turn:
            self._contents.pop(content, None)

    def _current(self, line: Line, item: Item, seen: Seen) -> bool:
        """Return whether an undisturbed run with these settings would give the same."""
        entry = line.entry
        same = (line.settings, line.target, entry.sha256) == (
            self._settings,
            item.target,
            seen.sha256,
        )
        if not same or entry.outputs != (
            self._store.outputs(item.target) if not entry.error else ()
        ):
            return False
        if entry.error:
            return line.bounds == self._bounds and entry.error.code not in _PASSING
        if any(note.code in _POORER for note in entry.warnings):
            return False
        return within(line.bounds, self._bounds) and self._store.place(line) is not None
