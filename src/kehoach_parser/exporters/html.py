"""HTML: the page that shows a plan's text beside its facts, all plans in one file."""

from collections.abc import Sequence
from typing import Final

from kehoach_parser.exporters.base import ExportOptions
from kehoach_parser.model import Plan


class Html:
    """One self-contained page; nothing in it asks the network for anything."""

    name: Final = "html"
    suffix: Final = "html"
    binary: Final = False
    lossless: Final = False

    def render(self, plans: Sequence[Plan], options: ExportOptions) -> bytes:
        """Return the page in UTF-8."""
        from kehoach_parser.exporters.page import render_page  # noqa: PLC0415 - loads templates

        return render_page(plans, options).encode()
