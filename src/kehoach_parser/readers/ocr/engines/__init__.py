"""OCR engines, one file each: pictures of pages in, words with their boxes out."""

from importlib import import_module
from importlib.util import find_spec
from typing import Final, Protocol, cast

from kehoach_parser.errors import UsageError
from kehoach_parser.readers.ocr.engines.base import Engine
from kehoach_parser.readers.ocr.engines.tessdata import find_model, is_installed

ENGINES: Final = {"trueocr": "embedded", "tesseract": "tesseract"}
"""Name as the command line takes it, and the module in this package; the first is preferred."""

_LIBRARIES: Final = ("numpy", "cv2", "PIL")


class _Module(Protocol):
    """What every engine's file has."""

    def load(self) -> Engine:
        """Return the engine, ready to read."""
        ...


def available() -> tuple[str, ...]:
    """Return the names of the engines that are installed, the preferred one first."""
    return tuple(name for name in ENGINES if is_available(name))


def is_available(name: str) -> bool:
    """Return whether an engine, and what it needs, is installed."""
    if any(find_spec(library) is None for library in _LIBRARIES):
        return False
    if name == "tesseract":
        return is_installed() and find_model() is not None
    return find_spec(name) is not None


def engine(name: str | None) -> Engine | None:
    """Return an engine by name, without a name the preferred one, null where none is installed.

    Raises `UsageError` where a named one is not installed.
    """
    if name is None:
        name = next(iter(available()), None)
        return _loaded(name) if name else None
    if name not in ENGINES:
        raise UsageError("ocr-engine-unknown", engine=name, engines=", ".join(ENGINES))
    if not is_available(name):
        raise UsageError(f"ocr-install-{name}")
    return _loaded(name)


def required() -> UsageError:
    """Return the error that says that no engine is installed, and how to install one."""
    return UsageError("ocr-install-trueocr")


_READY: Final[dict[str, Engine]] = {}
"""Engines that this process has loaded: a model loads in a fifth of a second, once."""


def _loaded(name: str) -> Engine:
    if name not in _READY:
        module = cast(_Module, import_module(f"{__package__}.{ENGINES[name]}"))
        _READY[name] = module.load()
    return _READY[name]
