"""Patterns that are compiled when they are first used: few documents need them all.

Python compiles a regex in a fifth of a millisecond. With all of them compiled at the start, one
short document would wait longer for patterns that it never meets than for its own reading.
"""

import re
from collections.abc import Iterable
from typing import AnyStr, Final, Generic, cast

from kehoach_parser.text.kept_patterns import compiled


def pattern(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what `re.compile` returns, compiled at its first use. For constants of modules.

    >>> pattern("ngày").search("trong ngày").start()
    6
    """
    return cast("re.Pattern[AnyStr]", _Pattern(text, flags))


def alternatives(words: Iterable[str]) -> str:
    """Return the regex of one of some words, the longest first, in the same order in each process.

    >>> alternatives({"sở", "ubnd", "bộ"})
    'ubnd|bộ|sở'
    """
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


class _Compiled:
    """A pattern from its first use on: it has the compiled one's methods as its own attributes."""


class _Pattern(_Compiled, Generic[AnyStr]):
    """A pattern before its first use.

    A class that makes attributes up is slow to be asked for those that are there. So the first
    question gives the pattern all of them, and a class that makes none up.
    """

    def __init__(self, text: AnyStr, flags: int) -> None:
        self._text: AnyStr = text
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        """Return an attribute of the compiled pattern: this is asked but once."""
        found = compiled(self._text, self._flags)
        self.__dict__.update((each, getattr(found, each)) for each in _SHARED)
        self.__class__ = _Compiled  # type: ignore[assignment]
        return getattr(self, name)


_SHARED: Final = tuple(name for name in dir(re.Pattern) if not name.startswith("_"))
