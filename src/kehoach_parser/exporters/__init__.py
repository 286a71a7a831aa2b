"""What people take away: plans as workbooks, calendars, registers, documents and pages."""

from collections.abc import Iterable
from typing import Final

from kehoach_parser.exporters.base import Exporter, ExportOptions
from kehoach_parser.exporters.characters import without_forbidden
from kehoach_parser.exporters.registry import exporter, names
from kehoach_parser.model import Plan

__all__ = ["DEFAULT", "ExportOptions", "Exporter", "export", "exporter", "names"]

DEFAULT: Final = ExportOptions()


def export(plans: Plan | Iterable[Plan], *, to: str, options: ExportOptions = DEFAULT) -> bytes:
    """Return plans in a format: `xlsx`, `csv`, `jsonl`, `ics`, … (`exporters.names()`).

    Several plans become one workbook, one calendar, one file. Characters that no XML can hold
    are dropped first, and a diagnostic in the export says so; only `jsonl` keeps them.
    Raises `UsageError` for an unknown format.
    """
    chosen = exporter(to)
    given = (plans,) if isinstance(plans, Plan) else tuple(plans)
    language = options.language
    clean = given if chosen.lossless else [without_forbidden(plan, language) for plan in given]
    return chosen.render(clean, options)
