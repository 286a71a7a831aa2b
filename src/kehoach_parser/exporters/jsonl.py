"""JSON Lines: each plan whole, a line each; what `kehoach parse --format jsonl` writes."""

from collections.abc import Sequence
from typing import Final

from kehoach_parser.exporters.base import ExportOptions
from kehoach_parser.model import Plan


class Jsonl:
    """Plans as they are: the one format that loses nothing."""

    name: Final = "jsonl"
    suffix: Final = "jsonl"
    binary: Final = False
    lossless: Final = True

    def render(self, plans: Sequence[Plan], options: ExportOptions) -> bytes:
        """Return a line for each plan."""
        del options
        return b"".join(plan.model_dump_json().encode() + b"\n" for plan in plans)
