"""The expected result beside a document, `NAME.EXT.expected.json`: its text, and what differs."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from kehoach_parser.checks.comparison import Comparison, Difference, compare, is_fields
from kehoach_parser.checks.rule import Hit, hit
from kehoach_parser.messages import Language, Words
from kehoach_parser.model import Plan

SUFFIX: Final = ".expected.json"
MOST: Final = 30
"""Differences that are listed for one document; the rest is counted."""

_CHANGED: Final = Words("{where}: {old} → {new}", "{where}: {old} → {new}")
_GONE: Final = Words("{where} không còn: {old}", "{where} is gone: {old}")
_ADDED: Final = Words("{where} mới có: {new}", "{where} is new: {new}")
_LINES: Final = Words("toàn văn khác {count} dòng: {old} → {new}",
                      "the text differs in {count} lines: {old} → {new}")  # fmt: skip
_MOVED: Final = Words("vị trí của {count} chi tiết thay đổi", "{count} details have moved")
_MORE: Final = Words("và {count} khác biệt nữa", "and {count} more differences")
_NAMES: Final = {
    "metadata": Words("phần đầu", "metadata"),
    "sections": Words("mục", "section"),
    "tasks": Words("nhiệm vụ", "task"),
    "references": Words("văn bản", "reference"),
    "citations": Words("viện dẫn", "citation"),
    "deadlines": Words("thời hạn", "deadline"),
    "tables": Words("bảng", "table"),
    "units": Words("đơn vị", "unit"),
    "diagnostics": Words("lưu ý", "diagnostic"),
}


def beside(document: Path) -> Path:
    """Return where a document's expectation stands."""
    return document.with_name(document.name + SUFFIX)


def expected_text(plan: Plan) -> str:
    """Return a result as its expectation is written: indented JSON without the parser's version."""
    result = json.loads(plan.model_dump_json())
    del result["source"]["parser"]
    return json.dumps(result, ensure_ascii=False, indent=1) + "\n"


def differing(expected: str, plan: Plan, language: Language) -> Iterator[Hit]:
    """Yield what differs, in words. Raises `ValueError` where `expected` is no JSON object."""
    old: object = json.loads(expected)
    if not is_fields(old):
        raise ValueError(expected[:20])
    found = compare(old, json.loads(plan.model_dump_json()))
    for difference in found.differences[:MOST]:
        yield hit(message=_said(difference, language))
    yield from _rest(found, language)


def _said(found: Difference, language: Language) -> str:
    if found.where == "text":
        form = _LINES
    elif found.old is None:
        form = _ADDED
    else:
        form = _GONE if found.new is None else _CHANGED
    where = _NAMES[found.where].in_language(language) if found.where in _NAMES else found.where
    name = " ".join(part for part in (where, found.name) if part)
    return form.in_language(language).format(
        where=f"{name}, {found.field}" if found.field else name,
        old=found.old or "∅", new=found.new or "∅", count=found.field,
    )  # fmt: skip


def _rest(found: Comparison, language: Language) -> Iterator[Hit]:
    if len(found.differences) > MOST:
        yield hit(message=_MORE.in_language(language).format(count=len(found.differences) - MOST))
    if found.moved:
        yield hit(message=_MOVED.in_language(language).format(count=found.moved))
