"""A run told on a terminal: a bar with counts, speed, time left and the slowest file now."""

import sys
import time
from types import TracebackType
from typing import Self

from rich.console import Console, Group, RenderableType
from rich.live import Live
from rich.progress_bar import ProgressBar
from rich.table import Table
from rich.text import Text

from kehoach_parser.batch.runner import BusyNow
from kehoach_parser.batch.steps import Step
from kehoach_parser.batch.walk import Skipped
from kehoach_parser.cli.batch_lines import Pace, named, passed_over, worth_telling
from kehoach_parser.cli.words import word
from kehoach_parser.messages import Language


class Bar:
    """Draws on standard error while its block lasts; failures scroll by above the bar."""

    def __init__(self, language: Language) -> None:
        """Take the language; drawing starts with the block."""
        self._language: Language = language
        self._pace = Pace(0)
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
        self._pace, self._busy = Pace(total), busy
        for text in passed_over(skipped, self._language):
            self._console.print(Text(text, style="dim"))

    def finished(self, step: Step) -> None:
        """Count a file; tell a failure."""
        error = step.line.entry.error
        self._pace.count(failed=error is not None)
        if error:
            self._tell("error", "bold red", named(step.item.name, error.message))

    def postponed(self, step: Step) -> None:
        """Tell that a file is tried again at the end."""
        if error := worth_telling(step):
            self._tell("batch-again", "yellow", named(step.item.name, error.message))

    def _tell(self, label: str, style: str, text: str) -> None:
        head = Text(f"{word(label, self._language)}: ", style=style)
        self._console.print(head + Text(text.replace("\n", " ")), soft_wrap=True)

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
