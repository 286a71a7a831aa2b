"""Patterns that are compiled when they are first used: few documents need them all.

Python compiles a regex in a fifth of a millisecond. With all of them compiled at the start, one
short document would wait longer for patterns that it never meets than for its own reading.
"""

import re
from collections.abc import Iterable
from typing import AnyStr, Generic, cast

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


class _Pattern(Generic[AnyStr]):
    """A pattern that has its methods from the compiled one, from the first call of each on."""

    def __init__(self, text: AnyStr, flags: int) -> None:
        self._text: AnyStr = text
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        """Return an attribute of the compiled pattern and keep it: this is asked but once."""
        value: object = getattr(compiled(self._text, self._flags), name)
        setattr(self, name, value)
        return value
