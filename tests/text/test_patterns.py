"""Patterns of modules are compiled at their first use."""

import re
from unittest.mock import patch

import pytest

from kehoach_parser.text.patterns import pattern


def test_nothing_is_compiled_before_the_first_use() -> None:
    with patch("kehoach_parser.text.patterns.compiled", wraps=re.compile) as compiled:
        day = pattern(r"(?P<day>\d+) \s tháng", re.VERBOSE)
        assert not compiled.called
        assert day.match("15 tháng")
        assert day.match("15 quý") is None
        assert compiled.call_count == 1


def test_a_pattern_does_what_the_compiled_one_does() -> None:
    ours, plain = pattern(r"\s*[,;]\s*"), re.compile(r"\s*[,;]\s*")
    assert ours.split("a , b;c") == plain.split("a , b;c")
    assert ours.sub("-", "a , b;c", count=1) == plain.sub("-", "a , b;c", count=1)
    assert ours.pattern == plain.pattern
    assert pattern(rb"\d+").findall(b"1 22") == [b"1", b"22"]


def test_what_a_pattern_has_not_is_an_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'seek'"):
        _ = pattern("a").seek  # type: ignore[attr-defined] # pyright: ignore[reportAttributeAccessIssue] - provoked
