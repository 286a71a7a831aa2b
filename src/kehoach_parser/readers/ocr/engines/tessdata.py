"""Where Tesseract and its models are; nothing is loaded here."""

import os
import shutil
from importlib.util import find_spec
from pathlib import Path
from typing import Final, NamedTuple

_FOLDERS: Final = (
    "/usr/share/tesseract-ocr/5/tessdata",
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tessdata",
    "/usr/local/share/tessdata",
    "/opt/homebrew/share/tessdata",
    "/opt/local/share/tessdata",
    "C:/Program Files/Tesseract-OCR/tessdata",
)
_MODELS: Final = ("script/Vietnamese", "Vietnamese", "vie")
"""The script model errs least, wherever a packager put it; then the language's own."""


class Model(NamedTuple):
    """A Vietnamese model: its folder and its name in it."""

    folder: str
    name: str


def is_installed() -> bool:
    """Return whether Tesseract can be called, as a library or as a command."""
    return find_spec("tesserocr") is not None or shutil.which("tesseract") is not None


def find_model() -> Model | None:
    """Return the best Vietnamese model, null where there is none.

    `TESSDATA_PREFIX` goes before the folders where packages put models.
    """
    said = os.environ.get("TESSDATA_PREFIX")
    folders = [Path(said), Path(said, "tessdata")] if said else []
    folders += map(Path, _FOLDERS)
    for name in _MODELS:
        for folder in folders:
            if folder.joinpath(f"{name}.traineddata").is_file():
                return Model(str(folder), name)
    return None
