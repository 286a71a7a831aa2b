"""Labels at the start of a line: what they say, and how they follow one another.

Forms, from the top of a document's ladder down:

    PHẦN THỨ NHẤT, Phần I · Chương II · Mục 1 · Điều 3 · A. · I. I- I/ I.- · 1. 1- 1/ 1: · 1.1. ·
    II.1 A1.1 · a) a. a/ · (1) · 1) · (a) (i) ii), and wherever they stand Bước 1: ·
    Giai đoạn 2: · Nhiệm vụ 3.

Lists of web pages set a bullet before the number (`- 1. Sở Y tế`); it says nothing.

The form of a label decides with which labels it counts; its value, whether it goes on.
"""

import re
from typing import Final, NamedTuple

from kehoach_parser.text.letters import UPPER
from kehoach_parser.text.numerals import WORD_VALUES, letter_values, roman_value
from kehoach_parser.text.patterns import pattern

_LABEL: Final = pattern(
    rf"""
    (?: (?P<word>PHẦN|Phần|CHƯƠNG|Chương|MỤC|Mục|ĐIỀU|Điều)
        \s (?P<nth>THỨ\s\w+|thứ\s\w+|[IVXLC]{{1,7}}|\d{{1,3}}|[A-H])
        (?=\s*[.:\-–)]|\s*$|\s[{UPPER}]{{2}})
    | (?P<step>(?:Bước|BƯỚC|Giai\ đoạn|GIAI\ ĐOẠN|Nhiệm\ vụ|NHIỆM\ VỤ|Nội\ dung|Hoạt\ động)
        \ \d{{1,2}}) (?=\s?[.:](?!\d))
    | (?P<mixed>[IVXLC]{{1,7}}(?:\.\d{{1,2}}){{1,3}}) (?=[.)\-–:]|\s)
    | (?P<coded>[A-H]\d{{1,2}}(?:\.\d{{1,2}}){{0,2}}) (?=[.):]\s+[^\W\d_])
    | (?P<roman>[IVXLC]{{1,7}}) (?=\s?[.\-–:/)](?![vV]|\d{{4}}\b)|\s[{UPPER}]{{2}})
    | (?P<capital>(?!(?:V/[vV]|Đ[/.][cC])\b)[A-HK-ZĐ]) (?=\s?[.\-–)/](?!\w\.))
    | (?P<decimal>\d{{1,2}}(?:\.\s?\d{{1,2}}){{1,4}}) (?!(?<=\.\s\d\d)\s[a-zđ]|\stháng\s)
        (?=[.)\-–:/]?[-–]?\s*[^\W\d_“"(]|[.):]?\s*$|[.)]\s)
    | (?P<number>\d{{1,3}}) (?=\s?[.\-–]\s*(?!\d)|\.\s\d\d\s(?!phút)[a-zđ]
        |\s?/(?![A-ZĐ]{{2}}[^\W_]*-)\s*(?!\d)|\s?\)\s?|:\s+[{UPPER}])
    | [-–•]\s (?P<listed>\d{{1,2}}) (?=\.\s+[{UPPER}])
    | (?P<letter>[a-zđ]) (?=\s?[)]|\s?\.\s|\.[{UPPER}]|\s?/\s*[{UPPER}]|,\s[{UPPER}])
    | (?P<small>[ivx]{{2,4}}) (?=\)\s)
    | (?P<pair>[a-zđ]\.?\d{{1,2}}) (?=\s?[.)])
    | \( (?P<bracket>\d{{1,2}}|[a-zđ]|[ivx]{{2,4}}) \)
    )
    (?P<mark>\s?(?:[.)\-–:/,](?:\)|(?<=\))\.(?!\d)|(?<=[./:)])\s?[-–](?=\s?[{UPPER}]))?)?)\s*
    """,
    re.VERBOSE,
)
_FIRST: Final = frozenset("PCMĐIVXLABDEFGHKNOQRSTUWYZ0123456789(abcdđeghiklmnopqrstuvxyfjwz-–•")
_WRITTEN: Final = (
    "mixed", "coded", "roman", "capital", "decimal", "number", "listed", "letter", "small", "pair",
    "bracket",
)  # fmt: skip
"""The groups that hold what a label says, words apart."""


class Label(NamedTuple):
    """A label as read: `text` without punctuation, its possible forms with their values.

    `readings` are (form, value), the likeliest first: `i)` can be a letter or a Roman numeral.
    `end` is where the words after the label begin. `parts` are the numbers of a decimal label.
    """

    text: str
    readings: tuple[tuple[str, int], ...]
    end: int
    parts: tuple[int, ...] = ()


def read_label(line: str) -> Label | None:
    """Return the label that a line begins with, null where it has none.

    >>> read_label("đ) Sở Y tế").readings
    (('letter)', 5),)
    >>> read_label("2.1. Mục tiêu").parts
    (2, 1)
    >>> read_label("30/4 là ngày nghỉ") is None, read_label("III/2027, báo cáo") is None
    (True, True)
    """
    if not line or line[0] not in _FIRST:
        return None
    match = _LABEL.match(line)
    if match is None:
        return None
    readings, parts = _readings(match)
    readings = tuple([reading for reading in readings if reading[1] > 0])
    if not readings:
        return None
    return Label(_written(match), readings, match.end(), parts)


def _written(match: re.Match[str]) -> str:
    if match["word"]:
        return f"{match['word']} {match['nth']}"
    if match["step"]:
        return match["step"]
    for group in _WRITTEN:
        if match[group]:
            return match[group].replace(" ", "")
    return ""


def _readings(match: re.Match[str]) -> tuple[tuple[tuple[str, int], ...], tuple[int, ...]]:
    """Return the readings of a label, and the numbers of a decimal one."""
    mark = match["mark"].strip()[:1]
    if match["mixed"]:
        first, *rest = match["mixed"].split(".")
        return _mixed(roman_value(first) or 0, rest)
    if match["coded"]:  # `A1.1` below `A`
        return _mixed(letter_values(match["coded"][0])[0], match["coded"][1:].split("."))
    if match["decimal"]:
        parts = tuple(int(part) for part in match["decimal"].split("."))
        return ((f"decimal{len(parts)}", parts[-1]),), parts
    return _simple_readings(match, mark), ()


def _simple_readings(match: re.Match[str], mark: str) -> tuple[tuple[str, int], ...]:
    readings: tuple[tuple[str, int], ...]
    if match["word"]:
        value = _nth(match["nth"])
        readings = ((match["word"].lower(), value),) if value else ()
    elif match["step"]:
        readings = (("step", int(match["step"].rpartition(" ")[2])),)
    elif match["roman"]:
        readings = _roman_readings(match["roman"], mark)
    elif match["capital"]:
        readings = tuple(("capital", value) for value in letter_values(match["capital"]))
    elif match["number"] or match["listed"]:
        value = int(match["number"] or match["listed"])
        readings = (("number)" if mark == ")" else "number", value),)
    elif match["letter"]:
        readings = _letter_readings(match["letter"], ")" if mark == ")" else ".")
    elif match["small"]:
        readings = (("small roman", roman_value(match["small"].upper()) or 0),)
    elif match["pair"]:
        readings = (("pair", int(re.sub(r"\D", "", match["pair"]))),)
    else:
        readings = _bracket_readings(match["bracket"])
    return readings


def _mixed(first: int, rest: list[str]) -> tuple[tuple[tuple[str, int], ...], tuple[int, ...]]:
    parts = (first, *map(int, rest))
    return ((f"mixed{len(parts)}", parts[-1]),), parts


def _nth(text: str) -> int | None:
    if text.isdigit():
        return int(text)
    if len(text) == 1 and text in "ABCDEFGH":
        return letter_values(text)[0]
    return roman_value(text) or WORD_VALUES.get(text.lower().removeprefix("thứ").strip())


def _roman_readings(text: str, mark: str) -> tuple[tuple[str, int], ...]:
    value = roman_value(text)
    readings = [("roman", value)] if value else []
    if len(text) == 1 and mark:
        readings += [("capital", place) for place in letter_values(text)]
        if text not in "IVX":
            readings.reverse()
    return tuple(readings)


def _letter_readings(text: str, mark: str) -> tuple[tuple[str, int], ...]:
    readings = [(f"letter{mark}", place) for place in letter_values(text)]
    value = roman_value(text.upper()) if text in "ivx" else None
    if value:
        readings.append(("small roman", value))
    return tuple(readings)


def _bracket_readings(text: str) -> tuple[tuple[str, int], ...]:
    if text.isdigit():
        return (("(number)", int(text)),)
    readings = [("(letter)", place) for place in letter_values(text)] if len(text) == 1 else []
    value = roman_value(text.upper())
    if value:
        readings.append(("(roman)", value))
    return tuple(readings)
