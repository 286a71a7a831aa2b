"""A run told on a terminal: a bar with counts, speed, time left and the slowest file now."""

import sys
import time
from types import TracebackType
from typing import Final, Self

from rich.console import Console, Group, RenderableType
from rich.live import Live
from rich.progress_bar import ProgressBar
from rich.table import Table
from rich.text import Text

from kehoach_parser.batch.runner import BusyNow
from kehoach_parser.batch.walk import Skipped
from kehoach_parser.cli.batch_lines import Lines
from kehoach_parser.cli.words import word
from kehoach_parser.messages import Language

_STYLES: Final = {"error": "bold red", "batch-again": "yellow"}


class Bar(Lines):
    """Draws on standard error while its block lasts; failures scroll by above the bar."""

    def __init__(self, language: Language) -> None:
        """Take the language; drawing starts with the block."""
        super().__init__(language)
        self._busy: BusyNow | None = None
        self._console = Console(file=sys.stderr, highlight=False, emoji=False, markup=False)
        self._live = Live(
            console=self._console, get_renderable=self._drawn, refresh_per_second=5, transient=True
        )

    def __enter__(self) -> Self:
        """Begin to draw."""
        self._live.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Wipe the bar."""
        self._live.stop()

    def begun(self, total: int, skipped: list[Skipped], busy: BusyNow) -> None:
        """Start the clock; tell which kinds of files were passed over."""
        super().begun(total, skipped, busy)
        self._busy = busy

    def _tell(self, text: str, label: str = "") -> None:
        if not label:
            self._console.print(Text(text, style="dim"))
            return
        head = Text(f"{word(label, self._language)}: ", style=_STYLES[label])
        self._console.print(head + Text(text.replace("\n", " ")), soft_wrap=True)

    def _tell_progress(self) -> None:
        """Do nothing: the bar shows it."""

    def _drawn(self) -> RenderableType:
        pace = self._pace
        line = Table.grid(expand=True, padding=(0, 1))
        line.add_column(ratio=1)
        line.add_column(no_wrap=True)
        bar = ProgressBar(total=max(pace.total, 1), completed=pace.done)
        line.add_row(bar, Text(pace.told(self._language)))
        return Group(line, Text(self._slowest(), style="dim", no_wrap=True, overflow="ellipsis"))

    def _slowest(self) -> str:
        """Return which file has been under way for longest, nothing between two files."""
        busy = self._busy() if self._busy else None
        if busy is None:
            return ""
        seconds = time.monotonic() - busy.since
        return word("batch-slowest", self._language, seconds=f"{seconds:.0f}", name=busy.name)
