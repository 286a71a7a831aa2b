"""The end of a run: all results in one file, the journal in order, the manifest."""

from collections.abc import Iterable, Iterator

from kehoach_parser.batch.journal import Journal, Line
from kehoach_parser.batch.ledger import Item
from kehoach_parser.batch.names import LINES, MANIFEST
from kehoach_parser.batch.store import Store, failed
from kehoach_parser.errors import UsageError


class Closing:
    """Writes what stands for the whole run, in the order of the files' names."""

    def __init__(self, items: Iterable[Item], journal: Journal, store: Store) -> None:
        """Take the files of this run; each has its line in the journal."""
        self._names = [item.name for item in items]
        self._journal = journal
        self._store = store
        self._starts: dict[str, int] = {}

    def write(self) -> None:
        """Write `plans.jsonl` if it is wanted, then the journal, last the manifest.

        Raises `UsageError` where the disk does not take it, or a result went away during the
        run; `--resume` mends both.
        """
        store = self._store
        try:
            manifest = store.prepare(MANIFEST, self._manifest())
            if store.formats.lines:
                store.publish(store.prepare(LINES, self._results()), LINES)
            self._journal.replace(self._kept(), store.temporary("journal.jsonl"))
            store.settle()
            store.publish(manifest, MANIFEST)
        except OSError as error:
            raise failed(store.root, error) from error

    def _manifest(self) -> Iterator[bytes]:
        return (line.entry.model_dump_json().encode() + b"\n" for line in self._lines())

    def _lines(self) -> Iterator[Line]:
        return filter(None, map(self._journal.get, self._names))

    def _results(self) -> Iterator[bytes]:
        """Yield each plan as a line, and note where it comes to stand."""
        start = 0
        for line in self._lines():
            if line.entry.error:
                continue
            place = self._store.place(line)
            data = place and place.read(line.entry.result)
            if not data:
                raise UsageError("result-changed", path=line.target)
            self._starts[line.entry.path] = start
            start += len(data)
            yield data

    def _kept(self) -> Iterator[Line]:
        """Yield the journal in order, lines of files that this run was not about among them."""
        for name in self._journal.paths():
            if line := self._journal.get(name):
                yield line.model_copy(update={"start": self._starts.get(name)})
