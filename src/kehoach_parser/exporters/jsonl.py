"""JSON Lines: each plan whole, a line each; what `kehoach parse --format jsonl` writes."""

from collections.abc import Sequence

from kehoach_parser.exporters.base import ExportOptions
from kehoach_parser.model import Plan


def render(plans: Sequence[Plan], _: ExportOptions) -> bytes:
    """Return a line for each plan: the one format that loses nothing."""
    return b"".join(plan.model_dump_json().encode() + b"\n" for plan in plans)
