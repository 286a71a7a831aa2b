r"""Reads Vietnamese plan documents (kế hoạch) into validated records.

>>> import kehoach_parser
>>> plan = kehoach_parser.parse_text("KẾ HOẠCH\nKiểm tra công tác văn thư năm 2025")
>>> plan.source.format.value
'txt'
"""

from importlib import import_module
from typing import TYPE_CHECKING, Final

from kehoach_parser._version import __version__

if TYPE_CHECKING:
    from kehoach_parser.api import parse, parse_bytes, parse_text
    from kehoach_parser.batch.many import Outcome, parse_many
    from kehoach_parser.errors import KehoachError
    from kehoach_parser.exporters import ExportOptions, export
    from kehoach_parser.model import Plan
    from kehoach_parser.pipeline import Options
    from kehoach_parser.readers.base import Limits, Recognition

__all__ = [
    "ExportOptions",
    "KehoachError",
    "Limits",
    "Options",
    "Outcome",
    "Plan",
    "Recognition",
    "__version__",
    "export",
    "parse",
    "parse_bytes",
    "parse_many",
    "parse_text",
]

_HOMES: Final = {
    "ExportOptions": "kehoach_parser.exporters",
    "KehoachError": "kehoach_parser.errors",
    "Limits": "kehoach_parser.readers.base",
    "Options": "kehoach_parser.pipeline",
    "Outcome": "kehoach_parser.batch.many",
    "Plan": "kehoach_parser.model",
    "Recognition": "kehoach_parser.readers.base",
    "export": "kehoach_parser.exporters",
    "parse": "kehoach_parser.api",
    "parse_bytes": "kehoach_parser.api",
    "parse_many": "kehoach_parser.batch.many",
    "parse_text": "kehoach_parser.api",
}
"""Public name: the module that holds it, loaded at first use (`--version` needs none)."""


def __getattr__(name: str) -> object:
    """Return a public name from its home."""
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    """Return the public names."""
    return sorted(__all__)
