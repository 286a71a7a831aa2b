"""Where exporters are found: a table of our own, and entry points of other packages."""

from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import PurePath
from typing import Final, NamedTuple

from kehoach_parser.errors import UsageError
from kehoach_parser.exporters.base import Exporter, ExportOptions
from kehoach_parser.model import Plan

GROUP: Final = "kehoach_parser.exporters"
"""The entry point group in which another package offers an exporter."""


class _Ours(NamedTuple):
    """An exporter of our own; its module is loaded when it is asked to render."""

    name: str
    suffix: str
    module: str
    binary: bool = False
    lossless: bool = False
    function: str = "render"

    def render(self, plans: Sequence[Plan], options: ExportOptions) -> bytes:
        """Return all plans in this format."""
        module = import_module(f"{__package__}.{self.module}")
        render: Callable[[Sequence[Plan], ExportOptions], bytes] = getattr(module, self.function)
        return render(plans, options)


_OURS: Final = {
    one.name: one
    for one in (
        _Ours("xlsx", "xlsx", "xlsx", binary=True),
        _Ours("ics", "ics", "ics"),
        _Ours("register-xlsx", "xlsx", "register", binary=True, function="render_xlsx"),
        _Ours("register-csv", "csv", "register", function="render_csv"),
        _Ours("docx", "docx", "docx", binary=True),
        _Ours("md", "md", "markdown"),
        _Ours("csv", "csv", "csv_table"),
        _Ours("jsonl", "jsonl", "jsonl", lossless=True),
        _Ours("html", "html", "page.render"),
    )
}


def names() -> tuple[str, ...]:
    """Return the names of all formats, ours first; a name of ours cannot be taken.

    >>> names()[0]
    'xlsx'
    """
    others = {entry.name for entry in entry_points(group=GROUP)}
    return (*_OURS, *sorted(others - set(_OURS)))


def exporter(name: str) -> Exporter:
    """Return the exporter of a format. Raises `UsageError` where there is none."""
    if name in _OURS:
        return _OURS[name]
    for entry in entry_points(group=GROUP, name=name):
        made: Exporter = entry.load()()
        return made
    raise UsageError("export-unknown", name=name, names=", ".join(names()))


def by_suffix(path: str) -> str | None:
    """Return the format that a file name's ending tells, null where it tells none.

    >>> by_suffix("Sổ nhiệm vụ.CSV"), by_suffix("k.abc")
    ('csv', None)
    """
    suffix = PurePath(path).suffix.lower()
    return next((name for name in _OURS if f".{name}" == suffix), None)
