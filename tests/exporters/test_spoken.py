"""Recurrences and durations in words: each that the parser gives, in both languages."""

from pathlib import Path

import pytest

from kehoach_parser.exporters.spoken import spoken_duration, spoken_rule
from kehoach_parser.messages import Language
from kehoach_parser.text.patterns import pattern

CASES = Path(__file__).parents[1] / "cases"
RULE = pattern(r"FREQ=[A-Z]+(?:;[A-Z]+=-?[0-9A-Z,-]+)*")
DURATION = pattern(r'"(-?PT?[0-9]+[A-Z]+)"')
SIGNS = pattern(r"[=;]|P\d")


def _texts() -> list[str]:
    return [path.read_text("utf-8") for path in sorted(CASES.glob("*.json"))]


def _told(value: str) -> bool:
    return not SIGNS.search(value)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_each_rule_of_the_cases_has_words(language: Language) -> None:
    found = {match[0] for text in _texts() for match in RULE.finditer(text)}
    assert len(found) > 30
    assert [rule for rule in found if not _told(spoken_rule(rule, language))] == []


@pytest.mark.parametrize("language", ["vi", "en"])
def test_each_duration_of_the_cases_has_words(language: Language) -> None:
    found = {match[1] for text in _texts() for match in DURATION.finditer(text)}
    assert len(found) > 3
    assert [one for one in found if not _told(spoken_duration(one, language))] == []


@pytest.mark.parametrize(
    ("rule", "vietnamese", "english"),
    [
        ("FREQ=DAILY", "hằng ngày", "daily"),
        ("FREQ=DAILY;INTERVAL=10", "10 ngày một lần", "every 10 days"),
        ("FREQ=WEEKLY;BYDAY=MO,WE", "thứ Hai, thứ Tư hằng tuần", "Monday, Wednesday weekly"),
        ("FREQ=MONTHLY;INTERVAL=3", "hằng quý", "quarterly"),
        ("FREQ=MONTHLY;INTERVAL=6", "6 tháng một lần", "every 6 months"),
        ("FREQ=MONTHLY;BYMONTHDAY=5,-1", "ngày 5, cuối cùng hằng tháng", "day 5, last monthly"),
        ("FREQ=MONTHLY;BYDAY=2FR", "thứ Sáu lần thứ 2 hằng tháng", "Friday no. 2 monthly"),
        ("FREQ=YEARLY;BYMONTH=5,11", "tháng 5, 11 hằng năm", "month 5, 11 yearly"),
        ("FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=30", "ngày 30 tháng 11 hằng năm",
         "day 30 month 11 yearly"),
        ("FREQ=YEARLY;UNTIL=20301231", "FREQ=YEARLY;UNTIL=20301231", "FREQ=YEARLY;UNTIL=20301231"),
        ("FREQ=OFTEN", "FREQ=OFTEN", "FREQ=OFTEN"),
        ("FREQ=DAILY;INTERVAL=x", "FREQ=DAILY;INTERVAL=x", "FREQ=DAILY;INTERVAL=x"),
        ("", "", ""),
    ],
)  # fmt: skip
def test_a_rule_in_words(rule: str, vietnamese: str, english: str) -> None:
    assert (spoken_rule(rule), spoken_rule(rule, "en")) == (vietnamese, english)


@pytest.mark.parametrize(
    ("rule", "vietnamese", "english"),
    [
        ("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15", "trước ngày 15 tháng 12 hằng năm",
         "before day 15 month 12 yearly"),
        ("FREQ=WEEKLY;BYDAY=FR", "trước thứ Sáu hằng tuần", "before Friday weekly"),
        ("FREQ=MONTHLY;INTERVAL=3", "hằng quý", "quarterly"),
        ("", "", ""),
    ],
)  # fmt: skip
def test_a_bare_limit_in_words(rule: str, vietnamese: str, english: str) -> None:
    said = (spoken_rule(rule, before=True), spoken_rule(rule, "en", before=True))
    assert said == (vietnamese, english)


@pytest.mark.parametrize(
    ("duration", "words"),
    [
        ("P1Y", "1 năm"),
        ("P2M", "2 tháng"),
        ("PT30M", "30 phút"),
        ("-P10BD", "trước 10 ngày làm việc"),
        ("P1Y2M", "P1Y2M"),
    ],
)
def test_a_duration_in_words(duration: str, words: str) -> None:
    assert spoken_duration(duration) == words
