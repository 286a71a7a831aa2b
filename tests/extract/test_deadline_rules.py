"""Rules of recurring deadlines: python-dateutil reads them, and finds the days that are meant."""

import json
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from dateutil.rrule import rrulestr

from kehoach_parser.extract.deadlines.grammar import parse
from kehoach_parser.lexicon.rows import rows
from kehoach_parser.text.folding import lower

FOLDER = Path(__file__).parents[1] / "cases"
START = datetime(2026, 1, 1)  # noqa: DTZ001 - days of a calendar, in no zone


def rules_of_cases() -> list[str]:
    """Return every rule that a case or an example of a table gives, each once."""
    found: set[str] = set()
    for file in sorted(FOLDER.glob("deadline*.json")):
        cases: list[dict[str, Any]] = json.loads(file.read_text("utf-8"))
        texts = [text for case in cases for text in case.get("lines", [case.get("text", "")])]
        texts += [cell for case in cases for row in case.get("table", []) for cell in row]
        found |= {rule for text in texts for rule in rules_in(text)}
    for table in ("deadline_classes", "deadline_forms"):
        for row in rows(table):
            found |= set(rules_in(row.get("examples", row.get("example", ""))))
    return sorted(found)


def rules_in(text: str) -> list[str]:
    return [one.rule for one in parse(lower(text)) if one.rule]


def days(rule: str, count: int) -> list[str]:
    occurrences = islice(rrulestr(rule, dtstart=START), count)
    return [f"{day:%d/%m}" for day in occurrences]


@pytest.mark.parametrize("rule", rules_of_cases())
def test_each_rule_has_days(rule: str) -> None:
    assert len(days(rule, 3)) == 3


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("trước ngày 15/11 hằng năm", ["15/11", "15/11"]),
        ("trước ngày 05/6 và 05/12 hằng năm", ["05/06", "05/12", "05/06"]),
        ("trước ngày 20 của tháng cuối quý", ["20/03", "20/06", "20/09", "20/12", "20/03"]),
        ("ngày cuối cùng hằng tháng", ["31/01", "28/02", "31/03", "30/04"]),
        ("thứ Sáu hằng tuần", ["02/01", "09/01", "16/01"]),
        ("thứ Bảy cuối cùng của tháng", ["31/01", "28/02", "28/03"]),
        ("thứ Ba tuần thứ 1 và thứ Ba tuần thứ 3 hằng tháng", ["06/01", "20/01", "03/02"]),
        ("từ ngày 1 đến ngày 3 hằng tháng", ["01/01", "02/01", "03/01", "01/02"]),
        ("hằng quý", ["01/01", "01/04", "01/07"]),
        ("định kỳ 02 tuần/lần", ["01/01", "15/01", "29/01"]),
    ],
)
def test_days_of_a_rule(words: str, wanted: list[str]) -> None:
    (rule,) = rules_in(words)
    assert days(rule, len(wanted)) == wanted


def test_days_that_no_rule_holds_together_are_apart() -> None:
    first, second = rules_in("trước ngày 30/6 và 31/12 hằng năm")
    assert days(first, 2) + days(second, 2) == ["30/06", "30/06", "31/12", "31/12"]
