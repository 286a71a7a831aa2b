"""Laws named by their title: `Luật Ngân sách nhà nước năm 2015`, and those that amend others."""

import re
from functools import cache
from typing import Final, NamedTuple

from kehoach_parser.lexicon.rows import rows
from kehoach_parser.text.folding import fold

_NAME: Final = r"(?=[A-ZĐÀ-ÝƠƯẠ-Ỹ]|[sS]ửa\ đổi|[qđa-zâêôơưăíáóúý])"
TRIGGERS: Final = (
    re.compile(r"uật[ ](?<=[lL]uật[ ])(?<!pháp[ ]luật[ ])" + _NAME),
    re.compile(r"UẬT[ ](?<=LUẬT[ ])(?<!PHÁP[ ]LUẬT[ ])(?=\w)"),
    re.compile(r"áp[ ]lệnh[ ](?<=Pháp[ ]lệnh[ ])(?=[A-ZĐÀ-ÝƠƯẠ-Ỹ])"),
    re.compile(r"iến[ ]pháp[ ](?<=Hiến[ ]pháp[ ])(?=năm|nước)"),
)
"""Literals first; the words that name a type end where a match ends."""

_REACH: Final = 320
_MOST_WORDS: Final = 14
_BEFORE: Final = re.compile(
    r"(?:học|khoa|Khoa|ngành|Hội|hội|chí|nhân|sĩ|Viện|môn|bằng|Phòng|Đoàn)[ ]\Z"
)
_AMENDING: Final = re.compile(
    r"[sS]ửa đổi(?:, bổ sung|,? bổ sung)?.*?"
    r"(?=,? (?:năm|ngày|số) (?:số )?[0-9]|[;:\n|(]|\.(?:\s|\Z)|,? (?:có hiệu lực|được|quy định|đã)\b|\Z)",
    re.DOTALL,
)
_STOPS: Final = frozenset(
    "năm số ngày của đã được có quy về để trên cho tại theo trong nhằm đến gắn là hoặc do khi đối "
    "thì này với sẽ phải không đang từ bằng như nêu nói trình mới sửa".split()
)
_WORD: Final = re.compile(r"[ ]?(?P<word>[^\s,;:.()|“”\"/\]*]+)")


def triggers(text: str) -> list[tuple[int, int]]:
    """Return where a law's name may stand: the place of its type word and of the word after it."""
    found = ((match.start(), match.end()) for pattern in TRIGGERS for match in pattern.finditer(text))
    return sorted((_word_start(text, start), end) for start, end in found)


def _word_start(text: str, start: int) -> int:
    """Return where the type word begins (`Bộ luật`, `Luật`, `Pháp lệnh`) that a trigger is in."""
    begin = max(text.rfind(" ", 0, start), text.rfind("\n", 0, start)) + 1
    begin += len(text[begin:start]) - len(text[begin:start].lstrip("“\"(["))
    if text[begin - 3 : begin] in {"Bộ ", "BỘ "}:
        return begin - 3
    return begin


class Law(NamedTuple):
    """A law's name as written, and where it ends."""

    title: str
    end: int
    known: bool


@cache
def _names() -> dict[str, tuple[str, ...]]:
    """Return the folded names without `Luật`, by their first word, the longest first."""
    found: dict[str, list[str]] = {}
    for row in sorted(rows("laws"), key=lambda row: len(row["name"]), reverse=True):
        name = fold(row["name"]).removeprefix("bộ ").removeprefix("luật ")
        found.setdefault(re.split(r"[ ,]", name)[0], []).append(name)
    return {first: tuple(names) for first, names in found.items()}


def read_law(text: str, start: int, name_at: int) -> Law | None:
    """Return the law named at an offset (`start`: its type word, `name_at`: the word after it).

    Names in the table are known in any case; another name must begin with a capital, and ends
    before a mark or a word that no title holds.
    """
    window = text[name_at : name_at + _REACH]
    if _BEFORE.search(text[max(0, start - 8) : start]):
        return None
    amending = _AMENDING.match(window)
    if amending and window[:1] in "sS":
        return Law(text[start : name_at + amending.end()].rstrip(), name_at + amending.end(), True)
    size = _known(fold(window[:170]))
    if size:
        return Law(text[start : name_at + size], name_at + size, True)
    if not window[0].isupper() or window[1:2].isupper():
        return None
    size = _unknown(window)
    return Law(text[start : name_at + size], name_at + size, False) if size else None


def _known(folded: str) -> int:
    first = re.split(r"[ ,;.:\n)]", folded, maxsplit=1)[0]
    for name in _names().get(first, ()):
        if folded.startswith(name) and not folded[len(name) : len(name) + 1].isalnum():
            return len(name)
    return 0


def _unknown(window: str) -> int:
    end = 0
    for count in range(_MOST_WORDS):
        match = _WORD.match(window, end)
        if match is None or (count and match.start() == match.start("word")):
            break
        word = match["word"]
        after = window[match.end() : match.end() + 2]
        if word in _STOPS or (word == "và" and not after[1:].islower()):
            break
        if word[0].isdigit() or (count and word in {"Luật", "Bộ", "Nghị", "Quyết", "Thông"}):
            break
        end = match.end()
    return end
