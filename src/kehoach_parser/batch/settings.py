"""What holds for all files of a run, and how a later run tells that it was the same."""

import hashlib
import json
from collections.abc import Iterator
from typing import Final, NamedTuple, cast

from kehoach_parser._version import __version__
from kehoach_parser.pipeline import DEFAULT, Options

BOUNDS: Final = ("options.limits.max_bytes", "options.limits.timeout", "max_memory")
"""Settings that can keep a plan from being had and never change one: higher ones do no harm."""

_APART: Final = ("options.limits.password", "options.limits.ocr.cache")
"""A password must leave no trace on the disk, not even in a hash; a cache changes no result."""


Bounds = tuple[float | None, ...]
"""Values of `BOUNDS`, in their order."""


class Settings(NamedTuple):
    """How each file is read, and whether its plan is given with the field `text`.

    `max_memory` is in MB for each worker, null for no bound.
    """

    options: Options = DEFAULT
    text: bool = True
    max_memory: int | None = None

    def fingerprint(self) -> str:
        """Return 16 hex digits for the parser's version and all settings that shape a plan."""
        shaping = {
            name: value for name, value in flat(self) if name not in BOUNDS and name not in _APART
        }
        words = json.dumps([__version__, shaping], sort_keys=True, default=str)
        return hashlib.sha256(words.encode()).hexdigest()[:16]

    def bounds(self) -> Bounds:
        """Return the values of `BOUNDS`; null is no bound."""
        limits = self.options.limits
        return limits.max_bytes, limits.timeout, self.max_memory


def flat(record: tuple[object, ...], prefix: str = "") -> Iterator[tuple[str, object]]:
    """Yield the fields of a named tuple, those of named tuples within it by `outer.inner`.

    >>> [name for name, _ in flat(Settings()) if "." not in name]
    ['text', 'max_memory']
    """
    for name, value in zip(_fields(record), record, strict=True):
        if _fields(value):
            yield from flat(cast("tuple[object, ...]", value), f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value


def _fields(value: object) -> tuple[str, ...]:
    """Return the field names of a named tuple, none of another value."""
    return getattr(value, "_fields", ())


def within(then: Bounds, now: Bounds) -> bool:
    """Return whether no bound is lower now than it was.

    >>> within((10, 2.5, None), (10, 3.0, None)), within((10, 2.5, None), (10, 2.5, 512))
    (True, False)
    """
    pairs = zip(then, now, strict=True)
    return all(new is None or (old is not None and new >= old) for old, new in pairs)
