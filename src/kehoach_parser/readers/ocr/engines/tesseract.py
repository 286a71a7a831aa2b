"""Tesseract with a Vietnamese model: in process through tesserocr, else its command.

One thread always: with more it is slower, under load many times.
"""

import os
import subprocess
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from shutil import which
from typing import Any, Final, Protocol

from kehoach_parser.errors import UsageError
from kehoach_parser.readers.ocr.engines.base import Bounds, Columns, Spotted, Wall
from kehoach_parser.readers.ocr.engines.tessdata import Model, find_model
from kehoach_parser.readers.ocr.pixels import PAPER, Picture, ink_bounds, opencv, within
from kehoach_parser.text.patterns import pattern

_WORD_LEVEL: Final = "5"
_COLUMNS: Final = 12
_PAGE_MODE: Final = 3  # automatic layout, no orientation
_LINE_MODE: Final = 7
_ORIENTATION_MODE: Final = 0
_UPRIGHT_MODEL: Final = "osd"
_SURE_TURN: Final = 2.0
_TURN: Final = pattern(r"Rotate:\s*(?P<degrees>\d+)")
_TURN_SURE: Final = pattern(r"Orientation confidence:\s*(?P<sure>[\d.]+)")
_VERSION: Final = pattern(r"tesseract\s+v?(?P<version>[\d.]+)")
_LONGEST: Final = 300


class _Caller(Protocol):
    """A way to call Tesseract."""

    version: str

    def table(self, shown: Picture) -> str:
        """Return the words of a page as Tesseract's TSV."""
        ...

    def line(self, shown: Picture) -> str:
        """Return the words of a single line as Tesseract's TSV."""
        ...

    def turns(self, shown: Picture) -> int:
        """Return how many quarter turns clockwise set the page upright."""
        ...


class Tesseract:
    """The engine; the model's name is part of its version."""

    def __init__(self, model: Model) -> None:
        """Take the library where it is installed, else the command."""
        os.environ["OMP_THREAD_LIMIT"] = "1"  # read when the library loads, and by the command
        library = find_spec("tesserocr") is not None
        self._caller: _Caller = _Library(model) if library else _Command(model)
        self._model = model

    @property
    def version(self) -> str:
        """Name, version and model."""
        return f"tesseract {self._caller.version} ({self._model.name.rsplit('/', 1)[-1]})"

    def turns(self, shown: Picture) -> int:
        """Return how many quarter turns clockwise set the page upright."""
        return self._caller.turns(shown)

    def read(self, shown: Picture, walls: tuple[Wall, ...], columns: Columns = ()) -> list[Spotted]:
        """Return the words of a page; what is left of the ruling is painted over before."""
        del columns  # it finds them itself
        gray = shown.gray.copy()
        for wall in walls:
            x = round(wall.x)
            gray[round(wall.top) : round(wall.bottom), max(x - 3, 0) : x + 4] = PAPER
        return list(_spotted(self._caller.table(shown._replace(gray=gray))))

    def look(self, shown: Picture, box: Bounds) -> list[Spotted]:
        """Return the words of what a box shows as one line; none from the command."""
        left, top, right, bottom = within(shown, box)
        part = shown._replace(gray=shown.gray[top:bottom, left:right].copy())
        words = (
            _spotted(self._caller.line(part))
            if ink_bounds(shown.gray, (left, top, right, bottom))
            else ()
        )
        return [word._replace(x0=word.x0 + left, x1=word.x1 + left, top=top, bottom=bottom)
                for word in words]  # fmt: skip


def load() -> Tesseract:
    """Return the engine; raises `UsageError` where no Vietnamese model is installed."""
    model = find_model()
    if model is None:
        raise UsageError("ocr-install-tesseract")
    return Tesseract(model)


class _Library:
    """Tesseract in this process."""

    def __init__(self, model: Model) -> None:
        self._module: Any = import_module("tesserocr")
        self._api: Any = self._module.PyTessBaseAPI(
            path=model.folder, lang=model.name, psm=_PAGE_MODE
        )
        self._upright: Any = None
        if Path(model.folder, f"{_UPRIGHT_MODEL}.traineddata").is_file():
            self._upright = self._module.PyTessBaseAPI(
                path=model.folder, lang=_UPRIGHT_MODEL, psm=_ORIENTATION_MODE
            )
        found = _VERSION.match(str(self._module.tesseract_version()))
        self.version = found["version"] if found else ""

    def table(self, shown: Picture) -> str:
        self._show(self._api, shown)
        return str(self._api.GetTSVText(0))

    def line(self, shown: Picture) -> str:
        self._api.SetPageSegMode(_LINE_MODE)
        try:
            return self.table(shown)
        finally:
            self._api.SetPageSegMode(_PAGE_MODE)

    def turns(self, shown: Picture) -> int:
        if self._upright is None:
            return 0
        self._show(self._upright, shown)
        said: Any = self._upright.DetectOrientationScript()
        if not said or float(said["orient_conf"]) < _SURE_TURN:
            return 0
        return -int(said["orient_deg"]) // 90 % 4

    def _show(self, api: Any, shown: Picture) -> None:  # noqa: ANN401 - of a module by name
        api.SetImageBytes(shown.gray.tobytes(), shown.width, shown.height, 1, shown.width)
        api.SetSourceResolution(round(shown.dpi))


class _Command:
    """Tesseract as a program; pictures go to its standard input."""

    def __init__(self, model: Model) -> None:
        self._program = which("tesseract") or "tesseract"
        self._model = model
        said = self._run(b"", "--version")
        found = _VERSION.search(said)
        self.version = found["version"] if found else ""

    def table(self, shown: Picture) -> str:
        resolution = str(round(shown.dpi))
        return self._run(
            _as_png(shown), "-", "-", "-l", self._model.name, "--tessdata-dir",
            self._model.folder, "--psm", str(_PAGE_MODE), "--dpi", resolution, "tsv",
        )  # fmt: skip

    def line(self, shown: Picture) -> str:
        """Return nothing: the program would be started for each of many boxes."""
        del shown
        return ""

    def turns(self, shown: Picture) -> int:
        said = self._run(
            _as_png(shown), "-", "-", "--tessdata-dir", self._model.folder,
            "--psm", str(_ORIENTATION_MODE), "--dpi", str(round(shown.dpi)),
        )  # fmt: skip
        turn, sure = _TURN.search(said), _TURN_SURE.search(said)
        if not turn or not sure or float(sure["sure"]) < _SURE_TURN:
            return 0
        return round(int(turn["degrees"]) / 90) % 4

    def _run(self, data: bytes, *words: str) -> str:
        done = subprocess.run(  # noqa: S603 - a program that the user has installed and asked for
            [self._program, *words], input=data, capture_output=True, check=False,
            timeout=_LONGEST, env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )  # fmt: skip
        return (done.stdout or done.stderr).decode("utf-8", "replace")


def _as_png(shown: Picture) -> bytes:
    return bytes(opencv().imencode(".png", shown.gray)[1].tobytes())


def _spotted(table: str) -> Iterator[Spotted]:
    """Yield the words of Tesseract's TSV, which has a row for each block, line and word."""
    lines: dict[tuple[str, ...], int] = {}
    for row in table.splitlines():
        fields = row.split("\t")
        if len(fields) != _COLUMNS or fields[0] != _WORD_LEVEL or not fields[11].strip():
            continue
        line = lines.setdefault(tuple(fields[1:5]), len(lines))
        left, top, width, height = map(int, fields[6:10])
        sure = max(min(float(fields[10]) / 100, 1.0), 0.0)
        yield Spotted(fields[11].strip(), left, top, left + width, top + height, sure, line)
