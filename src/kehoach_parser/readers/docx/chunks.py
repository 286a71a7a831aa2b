"""Documents inside a docx (`w:altChunk`): web applications and merging tools leave them so."""

from typing import Final

from kehoach_parser.errors import KehoachError
from kehoach_parser.readers.base import Limits
from kehoach_parser.readers.detect import detect
from kehoach_parser.readers.guard import Archive
from kehoach_parser.readers.read import read
from kehoach_parser.text.document import Block

_READ: Final = frozenset(("docx", "html", "mht", "rtf", "txt"))


class Chunks:
    """The chunks of a package by the id of their relation; each is read once, where it stands."""

    def __init__(self, archive: Archive, targets: dict[str, str], limits: Limits) -> None:
        """Take where each chunk's part is; those that are never read stay in `unread`."""
        self._archive = archive
        self._left = targets
        self._due = limits.max_embedded
        # Chunks of chunks would multiply: a few KB could ask for thousands of documents.
        self._limits = limits._replace(
            max_unpacked=limits.max_unpacked // max(limits.max_embedded, 1), max_embedded=0
        )

    @property
    def unread(self) -> int:
        """How many chunks were not read."""
        return len(self._left)

    def blocks(self, relation: str) -> tuple[Block, ...]:
        """Return the blocks of a chunk, none where it is of another format, broken or one more."""
        target = self._left.get(relation)
        if target is None or self._due == 0:
            return ()
        self._due -= 1
        try:
            found = self._parsed(self._archive.read(target))
        except KehoachError:
            return ()
        if found is None:
            return ()
        del self._left[relation]
        return found

    def _parsed(self, data: bytes) -> tuple[Block, ...] | None:
        name = self._archive.name
        if detect(data, name, self._limits) not in _READ:
            return None
        return read(data, name, self._limits).blocks
