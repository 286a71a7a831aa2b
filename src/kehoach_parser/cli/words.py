"""Words of the command line by code and language, and typer's own English ones in Vietnamese."""

import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Final

from kehoach_parser.messages import Language, Words, words_by_code

PHRASES: Final = (
    (r"No such option: (\S+)", r"Không có tuỳ chọn \1"),
    (r" \(Possible options: (.+)\)", r" (có phải \1?)"),
    (r"\.? Did you mean (.+?)\?", r" (có phải \1?)"),
    (r"No such command ('.*?')\.?", r"Không có lệnh \1"),
    (r"Missing command\.?", r"Chưa nêu lệnh nào"),
    (r"Missing argument '(.+)'\.?", r"Chưa nêu \1"),
    (r"Got unexpected extra argument(?:s|\(s\))? \((.*)\)", r"Thừa đối số: \1"),
    (r"Option ('\S+') requires an argument\.?", r"Tuỳ chọn \1 cần một giá trị"),
    (r"Option ('\S+') does not take a value\.?", r"Tuỳ chọn \1 không nhận giá trị"),
    (r"Invalid value for ('[^']+'(?: / '[^']+')*): ", r"Giá trị của \1 không hợp lệ: "),
    (r"(?:Value error, )?('[^']*') is not one of (.+?)\.?$", r"\1 không thuộc \2"),
    (r"Input should be a valid integer.*", "cần một số nguyên"),
    (r"Input should be a valid number.*", "cần một con số"),
    (r"Input should be greater than or equal to (\S+)", r"phải từ \1 trở lên"),
    (r"(\S+) completion installed in (.+)", r"Đã cài tự hoàn thành lệnh cho \1 vào \2"),
    (r"Completion will take effect once you restart the terminal",
     "Mở lại cửa sổ dòng lệnh để có hiệu lực"),
    (r"Shell (\S+) is not supported\.?", r"Chưa hỗ trợ shell \1"),
)  # fmt: skip
"""What typer (and pydantic under it) says, as pattern and Vietnamese; a test provokes each."""


@cache
def _table() -> dict[str, Words]:
    return words_by_code(Path(__file__).with_name("words.tsv"))


def word(code: str, language: Language = "vi", **params: object) -> str:
    """Return the words for a code.

    >>> word("head-usage"), word("head-usage", "en")
    ('Cách dùng', 'Usage')
    """
    return _table()[code].in_language(language).format(**params)


def series(prefix: str, language: Language = "vi") -> tuple[str, ...]:
    """Return the words of all codes `PREFIX-…` in the table's order.

    >>> series("example-schema")
    ('kehoach schema -o plan.schema.json',)
    """
    return tuple(word(code, language) for code in _table() if code.startswith(f"{prefix}-"))


def translated(text: str, language: Language = "vi") -> str:
    """Return what typer says in the user's language, without a full stop.

    >>> translated("No such option: --foo")
    'Không có tuỳ chọn --foo'
    """
    if language == "vi":
        for pattern, vietnamese in PHRASES:
            text = re.sub(pattern, vietnamese, text, flags=re.MULTILINE)
    return text.rstrip(".\n")


def language_of(words: list[str]) -> Language:
    """Return the language that a command line asks for; help must know it before typer reads it.

    >>> language_of(["parse", "--lang", "en", "--help"]), language_of(["schema"])
    ('en', 'vi')
    """
    english = "--lang=en" in words or ("--lang", "en") in pairwise(words)
    return "en" if english else "vi"
