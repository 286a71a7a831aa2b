"""Compiled patterns, kept from one run of the command to the next as Python keeps modules.

`re.compile` makes a pattern into numbers, in Python, and the numbers into a matcher, in C. The
first step takes 99 hundredths of the time, a quarter of a whole run over one short file. So the
command keeps the numbers in a file beside this module's own `.pyc`, which goes by the same
switches (`PYTHONDONTWRITEBYTECODE`, `PYTHONPYCACHEPREFIX`) and, like it, serves one version of
Python and of this program only. The library reads the file and never writes it.

The two steps are no public part of `re`: whatever is not as expected there, or in the file, means
that patterns are compiled as ever. Only the program's own patterns pass here, none of a document.
"""

import marshal
import os
import re
import sys
from array import array
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, AnyStr, Final, NamedTuple

from kehoach_parser._version import __version__

_WORD: Final = "I"
"""The type of the numbers in an array: the engine's code units, four bytes."""

Key = tuple[str | bytes, int]
Made = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""What the engine takes: flags, code, how many groups, their numbers by name and names in order."""


class _Engine(NamedTuple):
    """The two steps of `re.compile`, and the versions of this program and of their numbers."""

    parse: Any
    code: Any
    make: Any
    version: str


def compiled(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what `re.compile` returns, from kept numbers where there are any.

    >>> compiled("(?P<day>[0-9]+)/").match("15/11")["day"]
    '15'
    """
    engine = _engine()
    if engine is None:
        return re.compile(text, flags)
    key = (text, int(flags))  # flags are numbers of a kind that cannot be written
    made = _kept().get(key)
    if made is None:
        made = _kept()[key] = _made(engine, text, flags)
        _new.append(text)
    known, code, *groups = made
    found: re.Pattern[AnyStr] = engine.make(text, known, array(_WORD, code).tolist(), *groups)
    return found


def keep() -> None:
    """Write the patterns that this run compiled beside those kept before; say nothing if it fails.

    Another process may write at the same time: each puts a whole file in place, the last one stays.
    """
    file, engine = _file(), _engine()
    if not _new or file is None or engine is None or sys.dont_write_bytecode:
        return
    _new.clear()
    written = file.with_suffix(f".{os.getpid()}")
    try:
        file.parent.mkdir(exist_ok=True)
        written.write_bytes(marshal.dumps((engine.version, _kept())))
        written.replace(file)
    except OSError:  # a folder that takes no file, a full disk; on Windows, a file that is read
        with suppress(OSError):
            written.unlink(missing_ok=True)


_new: Final[list[str | bytes]] = []
"""The patterns that no file held."""


@cache
def _kept() -> dict[Key, Made]:
    """Return what the file holds; nothing where it is missing, damaged, or of another Python."""
    file, engine = _file(), _engine()
    if file is None or engine is None:
        return {}
    try:
        held: tuple[str, dict[Key, Made]] = marshal.loads(file.read_bytes())  # noqa: S302 - as .pyc
        version, kept = held
    except (OSError, EOFError, ValueError, TypeError):
        return {}
    return kept if version == engine.version else {}


def _file() -> Path | None:
    module = __spec__.cached if __spec__ else None
    return Path(module).with_suffix(".patterns") if module else None


@cache
def _engine() -> _Engine | None:
    """Return the steps of `re.compile`, or nothing where this Python has none of these names."""
    try:
        inner: Any = import_module("re._compiler")
        engine: Any = import_module("_sre")
        parse, code = import_module("re._parser").parse, inner._code  # noqa: SLF001 - see above
        version = f"{__version__} {sys.version} {engine.MAGIC} {engine.CODESIZE}"
        fits = array(_WORD).itemsize == engine.CODESIZE
        return _Engine(parse, code, engine.compile, version) if fits else None
    except (ImportError, AttributeError):
        return None


def _made(engine: _Engine, text: str | bytes, flags: int) -> Made:
    """Compile to numbers; raises `re.error` as `re.compile` does."""
    parsed = engine.parse(text, flags)
    state = parsed.state
    code = array(_WORD, engine.code(parsed, flags)).tobytes()
    numbers: dict[str, int] = dict(state.groupdict)
    names: list[str | None] = [None] * state.groups
    for name, number in numbers.items():
        names[number] = name
    return int(flags | state.flags), code, state.groups - 1, numbers, tuple(names)
