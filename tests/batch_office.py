"""A folder of documents and one for results, and what a run over them tells."""

from collections.abc import Callable
from pathlib import Path
from typing import TypedDict, Unpack

from kehoach_parser.batch.runner import BusyNow, Report, Request, run
from kehoach_parser.batch.settings import Settings
from kehoach_parser.batch.steps import Step
from kehoach_parser.batch.store import Formats
from kehoach_parser.batch.walk import Skipped

PLAN = "KẾ HOẠCH\nKiểm tra công tác văn thư năm {year}\n\nI. MỤC ĐÍCH\n\nNâng cao chất lượng.\n"


class Words(TypedDict, total=False):
    """The fields of a request."""

    words: tuple[str, ...]
    output: Path
    formats: Formats
    include: tuple[str, ...]
    exclude: tuple[str, ...]
    settings: Settings
    jobs: int | None
    resume: bool


class Heard:
    """What a run told."""

    def __init__(self) -> None:
        self.total = 0
        self.steps: dict[str, str] = {}
        self.later: list[str] = []
        self.skipped: list[Skipped] = []
        self.at_step: Callable[[], object] = lambda: None
        self.at_later: Callable[[], object] = lambda: None

    def begun(self, total: int, skipped: list[Skipped], busy: BusyNow) -> None:
        self.total, self.skipped = total, skipped
        assert busy() is None

    def finished(self, step: Step) -> None:
        error = step.line.entry.error
        self.steps[step.item.name] = error.code if error else step.how
        self.at_step()

    def postponed(self, step: Step) -> None:
        self.later.append(step.item.name)
        self.at_later()


class Office:
    """A folder of documents, and one for results."""

    def __init__(self, room: Path) -> None:
        self.inside = room / "in"
        self.out = room / "out"
        self.inside.mkdir()

    def put(self, name: str, text: str = PLAN) -> Path:
        file = self.inside / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8", newline="\n")
        return file

    def plans(self, count: int) -> None:
        for number in range(count):
            self.put(f"{number % 3}/k{number}.txt", PLAN.format(year=2000 + number))

    def request(self, **words: Unpack[Words]) -> Request:
        return Request((str(self.inside),), self.out, jobs=1)._replace(**words)

    def run(self, heard: Heard | None = None, **words: Unpack[Words]) -> tuple[Report, Heard]:
        heard = heard or Heard()
        return run(self.request(**words), heard), heard

    def tree(self) -> dict[str, bytes]:
        """Return each file of the results, the journal too, without the empty lock."""
        files = (path for path in self.out.rglob("*") if path.is_file() and path.name != "lock")
        return {path.relative_to(self.out).as_posix(): path.read_bytes() for path in files}

    def results(self) -> dict[str, Path]:
        """Return the results that are in their place, by name: not what is still on its way."""
        found = {path.relative_to(self.out).as_posix(): path for path in self.out.rglob("*.json")}
        return {name: path for name, path in found.items() if not name.startswith(".kehoach/")}
