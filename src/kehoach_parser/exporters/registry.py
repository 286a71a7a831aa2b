"""Where exporters are found: a table of our own, and entry points of other packages."""

from importlib.metadata import EntryPoint, entry_points
from pathlib import PurePath
from typing import Final

from kehoach_parser.errors import UsageError
from kehoach_parser.exporters.base import Exporter

GROUP: Final = "kehoach_parser.exporters"
"""The entry point group in which another package offers an exporter."""

_OURS: Final = (
    ("xlsx", "xlsx:Xlsx"),
    ("ics", "ics:Ics"),
    ("register-xlsx", "register:RegisterXlsx"),
    ("register-csv", "register:RegisterCsv"),
    ("docx", "docx:Docx"),
    ("md", "markdown:Markdown"),
    ("csv", "csv_table:Csv"),
    ("jsonl", "jsonl:Jsonl"),
    ("html", "html:Html"),
)
"""Name, and the class in a module of this package, loaded when it is asked for."""


def names() -> tuple[str, ...]:
    """Return the names of all formats, ours first; a name of ours cannot be taken.

    >>> names()[0]
    'xlsx'
    """
    ours = tuple(name for name, _ in _OURS)
    return ours + tuple(sorted({entry.name for entry in entry_points(group=GROUP)} - set(ours)))


def exporter(name: str) -> Exporter:
    """Return the exporter of a format. Raises `UsageError` where there is none."""
    place = dict(_OURS).get(name)
    if place:
        return _made(EntryPoint(name, f"{__package__}.{place}", GROUP))
    for entry in entry_points(group=GROUP, name=name):
        return _made(entry)
    raise UsageError("export-unknown", name=name, names=", ".join(names()))


def by_suffix(path: str) -> str | None:
    """Return the format that a file name's ending tells, null where it tells none.

    >>> by_suffix("Sổ nhiệm vụ.CSV"), by_suffix("k.abc")
    ('csv', None)
    """
    suffix = PurePath(path).suffix.lower()
    return next((name for name, _ in _OURS if f".{name}" == suffix), None)


def _made(entry: EntryPoint) -> Exporter:
    made: Exporter = entry.load()()
    return made
