"""TOML that people write: configuration and sidecars, with clear words for what is wrong."""

import difflib
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final, TypeGuard

from kehoach_parser.errors import UsageError, reason_of
from kehoach_parser.text.patterns import pattern

_PLACE: Final = pattern(r"\(at line (\d+), column (\d+)\)")


def read_toml(path: Path) -> dict[str, object]:
    """Return a TOML file's content. Raises `UsageError` where it cannot be read."""
    text = ""
    try:
        text = path.read_text("utf-8")
        return tomllib.loads(text)
    except OSError as error:
        raise UsageError("config-unreadable", path=path, reason=reason_of(error)) from error
    except UnicodeDecodeError as error:
        line, column = _end(error.object[: error.start].decode())
        raise UsageError("config-broken", path=path, line=line, column=column) from error
    except tomllib.TOMLDecodeError as error:
        said = _PLACE.search(str(error))
        line, column = map(int, said.groups()) if said else _end(text)
        raise UsageError("config-broken", path=path, line=line, column=column) from error


def _end(text: str) -> tuple[int, int]:
    """Return the line and the column behind a text."""
    return text.count("\n") + 1, len(text) - text.rfind("\n")


def known_only(table: dict[str, object], known: Iterable[str], path: Path) -> None:
    """Raise `UsageError` for a key that is not known, with the nearest one that is."""
    names = sorted(known)
    for key in table:
        if key not in names:
            near = difflib.get_close_matches(key, names, n=1)
            hint = near[0] if near else ", ".join(names)
            raise UsageError("config-key", path=path, key=key, known=hint)


def wrong(path: Path, key: str, wanted: str) -> UsageError:
    """Return the error for a value of the wrong kind."""
    return UsageError("config-value", path=path, key=key, wanted=wanted)


def is_table(value: object) -> TypeGuard[dict[str, object]]:
    """Return whether a value is a TOML table."""
    return isinstance(value, dict)


def is_list(value: object) -> TypeGuard[list[object]]:
    """Return whether a value is a TOML array."""
    return isinstance(value, list)


def texts(value: object, fail: Callable[[], UsageError]) -> tuple[str, ...]:
    """Return an array of strings (one string is an array of one)."""
    if isinstance(value, str):
        return (value,)
    if is_list(value) and all(isinstance(item, str) for item in value):
        return tuple(str(item) for item in value)
    raise fail()
