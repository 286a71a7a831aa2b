"""Patterns that are compiled when they are first used: few documents need them all.

Python compiles a regex in a third of a millisecond. With all of them compiled at the start, one
short document would wait longer for patterns that it never meets than for its own reading.
"""

import re
from typing import AnyStr, Generic, cast


def pattern(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what `re.compile` returns, compiled at its first use. For constants of modules.

    >>> pattern("ngày").search("trong ngày").start()
    6
    """
    return cast("re.Pattern[AnyStr]", _Pattern(text, flags))


class _Pattern(Generic[AnyStr]):
    """A pattern that has its methods from the compiled one, from the first call of each on."""

    def __init__(self, text: AnyStr, flags: int) -> None:
        self._text: AnyStr = text
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        """Return an attribute of the compiled pattern and keep it: this is asked but once."""
        value: object = getattr(re.compile(self._text, self._flags), name)
        setattr(self, name, value)
        return value
