"""What a process that reads many documents keeps: nothing that grows with them."""

import functools
import inspect
import pkgutil
from collections.abc import Iterator
from importlib import import_module

import pytest

import kehoach_parser
from kehoach_parser.text import folding

OF_OUR_TABLES = {
    "kehoach_parser.extract.clarity._clarity",  # six yes or no
    "kehoach_parser.extract.deadlines.forms._over_codes",  # the rows of a table
    "kehoach_parser.lexicon.citation_words.words_of",  # the roles of a table
    "kehoach_parser.lexicon.doctypes._codes",
    "kehoach_parser.lexicon.doctypes._names",
    "kehoach_parser.lexicon.rows.rows",
    "kehoach_parser.readers.pdf.native.call",  # the functions of a library
    "kehoach_parser.text.legacy._letters",  # the encodings that we know
    "kehoach_parser.text.legacy.code_pattern",
    "kehoach_parser.text.legacy.codes",
    "kehoach_parser.text.legacy_evidence._word_pattern",
}
"""Caches without a bound whose arguments no document chooses."""


def _unbounded() -> Iterator[str]:
    """Yield the functions whose cache grows with every other argument."""
    for module in pkgutil.walk_packages(kehoach_parser.__path__, "kehoach_parser."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(import_module(module.name)).items():
            function = getattr(value, "__wrapped__", None)
            settings = getattr(value, "cache_parameters", None)
            if settings is None or function is None or value.__module__ != module.name:
                continue
            if inspect.signature(function).parameters and settings()["maxsize"] is None:
                yield f"{module.name}.{name}"


def test_caches_over_the_words_of_documents_are_bounded() -> None:
    assert set(_unbounded()) == OF_OUR_TABLES


def test_a_cache_without_bound_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    @functools.cache
    def remembered(text: str) -> str:
        return text

    remembered.__module__ = folding.__name__
    monkeypatch.setattr(folding, "remembered", remembered, raising=False)
    assert f"{folding.__name__}.remembered" in set(_unbounded())
