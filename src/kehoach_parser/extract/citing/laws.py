"""Laws named by their title: `Luật Ngân sách nhà nước năm 2015`, and those that amend others."""

import re
from functools import cache
from typing import Final, NamedTuple

from kehoach_parser.lexicon.citation_words import words_of
from kehoach_parser.lexicon.rows import rows
from kehoach_parser.text.folding import fold
from kehoach_parser.text.patterns import pattern

_NAME: Final = r"(?=[A-ZĐÀ-ÝƠƯẠ-Ỹ]|[sS]ửa\ đổi|[qđa-zâêôơưăíáóúý])"
_TRIGGERS: Final = (
    pattern(r"uật[ ](?<=[lL]uật[ ])(?<!pháp[ ]luật[ ])" + _NAME),
    pattern(r"UẬT[ ](?<=LUẬT[ ])(?<!PHÁP[ ]LUẬT[ ])(?=\w)"),
    pattern(r"áp[ ]lệnh[ ](?<=Pháp[ ]lệnh[ ])" + _NAME),
    pattern(r"iến[ ]pháp[ ](?<=Hiến[ ]pháp[ ])(?=năm|nước)"),
)
"""Literals first; the words that name a type end where a match ends."""

_CONSTITUTION: Final = "Hiến pháp"
_STATE: Final = pattern(
    r"nước[ ](?:C(?:HXHCN|ộng[ ]h(?:òa|oà)[ ](?:XHCN|xã[ ]hội[ ]chủ[ ]nghĩa)))(?:[ ]Việt[ ]Nam)?"
)
"""Whose constitution it is; without a year either one is not cited."""

_REACH: Final = 320
_LONGEST_WORD: Final = 12
_OPENING: Final = 7
_LONGEST_NAME: Final = 170
_MOST_WORDS: Final = 14
_FIRST_WORD: Final = pattern(r"[ ,;.:\n)]")
_BEFORE: Final = pattern(
    r"(?:học|khoa|Khoa|ngành|Hội|hội|chí|nhân|sĩ|Viện|môn|bằng|Phòng|Đoàn)[ ]\Z"
)
_AMENDING: Final = pattern(
    r"""
    [sS]ửa[ ]đổi[^;:\n|()]*?
    (?=,?[ ](?:năm|ngày|số):?[ ](?:số:?[ ])?[0-9]
      | [;:\n|()] | \.(?:\s|\Z) | ,?[ ](?:có[ ]hiệu[ ]lực|được|quy[ ]định|đã)\b | \Z)
    """,
    re.VERBOSE,
)
_AMENDED: Final = pattern(
    r"[sS]ửa[ ]đổi(?:[ ]?,?[ ]bổ[ ]sung)?(?:[ ]một[ ]số[ ]điều)?(?:[ ]của)?[ ](?:Bộ[ ])?"
    r"(?:[lL]uật|Pháp[ ]lệnh)[ ](?=\w)"
)
_AMENDED_NEXT: Final = pattern(
    r"(?:,|[ ]và)(?:[ ]của)?[ ](?:Bộ[ ])?(?:[lL]uật|Pháp[ ]lệnh)[ ](?=\w)"
)
_STOPS: Final = words_of("law_stop")
_ACRONYM: Final = pattern(r"[A-ZĐ&]{2,8}(?=[ ;.,)])")
_AFTER_AND: Final = words_of("after_and")
_AGAINST: Final = pattern(r"Phòng, chống(?=[ ]\w)")
"""How laws against something begin, with the one comma that does not end an unknown name."""

_FEWEST_BEHIND: Final = 2
"""As many words behind its comma make a law's beginning a name (not `Phòng, chống`)."""
_WORD: Final = pattern(r"[ ]?(?P<word>[^\s,;:.()|“”\"/\]*]+)")


def triggers(text: str) -> list[tuple[int, int]]:
    """Return where a law's name may stand: the place of its type word and of the word after it."""
    found = (match.span() for form in _TRIGGERS for match in form.finditer(text))
    return sorted(
        (_word_start(text, start), end)
        for start, end in found
        if not text[end].islower() or text.startswith("Hi", start - 1) or _may_be_known(text, end)
    )


def _word_start(text: str, start: int) -> int:
    """Return where the type word begins (`Bộ luật`, `Luật`, `Pháp lệnh`) that a trigger is in.

    The lists of law portals glue their numbers to it (`2Luật Đất đai 2013`).
    """
    floor = max(0, start - _LONGEST_WORD)
    begin = max(text.rfind(" ", floor, start), text.rfind("\n", floor, start), floor - 1) + 1
    begin += len(text[begin:start]) - len(text[begin:start].lstrip('“"([0123456789'))
    if text[begin - 3 : begin] in {"Bộ ", "BỘ "}:
        return begin - 3
    return begin


class Law(NamedTuple):
    """A law's name as written, and where it ends."""

    title: str
    end: int
    known: bool


class _Name(NamedTuple):
    """A folded name without `Luật`, and where its first comma is or was (-1: it has none)."""

    words: str
    comma: int


@cache
def _names() -> dict[str, tuple[_Name, ...]]:
    """Return the folded names without `Luật`, by their first word, the longest first.

    Many plans leave the commas out (`Luật Phòng chống thiên tai`).
    """
    found: dict[str, list[_Name]] = {}
    for row in sorted(rows("laws"), key=lambda row: len(row["name"]), reverse=True):
        name = (
            fold(row["name"]).removeprefix("bộ ").removeprefix("luật ").removeprefix("pháp lệnh ")
        )
        spellings = dict.fromkeys((name, name.replace(",", "")))
        comma = name.find(",")
        found.setdefault(_FIRST_WORD.split(name, maxsplit=1)[0], []).extend(
            _Name(words, comma) for words in spellings
        )
    return {first: tuple(names) for first, names in found.items()}


def _may_be_known(text: str, end: int) -> bool:
    """Return whether a lower-case word can begin a name in the table or `sửa đổi`."""
    names = _names().get(_FIRST_WORD.split(text[end : end + _LONGEST_WORD], maxsplit=1)[0], ())
    return text.startswith("sửa đổi", end) or any(
        text.startswith(name.words[:_OPENING], end) for name in names
    )


def read_law(text: str, start: int, name_at: int) -> Law | None:
    """Return the law named at an offset (`start`: its type word, `name_at`: the word after it).

    Names in the table are known in any case; another name must begin with a capital, and ends
    before a mark or a word that no title holds.
    """
    window = text[name_at : name_at + _REACH]
    if _BEFORE.search(text[max(0, start - _LONGEST_WORD) : start]):
        return None
    if text.startswith(_CONSTITUTION, start):
        state = _STATE.match(text, name_at)
        end = state.end() if state else name_at - 1
        return Law(text[start:end], end, False)
    size = (_amending(window) if window[0] in "sS" else 0) or _known(window)
    if size:
        return Law(text[start : name_at + size], name_at + size, True)
    shouted = text[start : start + len("Luật")].isupper()
    capital = window[0].isupper() and (not window[1:2].isupper() or _ACRONYM.match(window))
    size = _unknown(window) if capital and not shouted else 0
    return Law(text[start : name_at + size], name_at + size, False) if size else None


def _amending(window: str) -> int:
    """Return the length of the name of a law that amends others, with their names; 0 for none."""
    place = _AMENDED.match(window)
    end = 0
    while place is not None:
        named = window[place.end() :]
        size = _known(named) or _unknown(named)
        if not size:
            break
        end = place.end() + size
        place = _AMENDED_NEXT.match(window, end)
    if end:
        return end
    whole = _AMENDING.match(window)
    return len(window[: whole.end()].rstrip()) if whole else 0


def spelled(title: str) -> str:
    """Return a law's title in capitals as running text has it.

    >>> spelled("LUẬT NGÂN SÁCH NHÀ NƯỚC")
    'Luật Ngân sách nhà nước'
    """
    if not title.isupper():
        return f"{title[:1].upper()}{title[1:]}"
    whole = {fold(row["name"]): row["name"] for row in rows("laws")}.get(fold(title))
    return whole or title.capitalize()


def _known(window: str) -> int:
    """Return the length of the longest name in the table that a text begins with, 0 for none."""
    names = _names().get(_FIRST_WORD.split(window[:_LONGEST_WORD], maxsplit=1)[0].lower(), ())
    folded = fold(window[:_LONGEST_NAME]) if names else ""
    for name, _ in names:
        if folded.startswith(name) and not folded[len(name) : len(name) + 1].isalnum():
            return len(name)
    return max((_shared(folded, *name) for name in names), default=0)


def _shared(folded: str, name: str, comma: int) -> int:
    """Return the length of a name's beginning that is cited for the whole, 0 where it has no comma.

    `Luật Trật tự, an toàn giao thông` leaves out the last words; its comma ends no name.
    """
    pairs = zip(folded, name, strict=False)
    shorter = min(len(folded), len(name))
    size = next((at for at, (here, there) in enumerate(pairs) if here != there), shorter)
    while size and (folded[size : size + 1].isalnum() or not folded[size - 1].isalnum()):
        size -= 1
    words = folded[comma:size].count(" ") if -1 < comma < size else 0
    return size if words >= _FEWEST_BEHIND and not folded[size : size + 1].isalnum() else 0


def _goes_on(window: str, end: int) -> bool:
    """Return whether the words after `và` can belong to a title."""
    word = window[end + 1 :].split(" ", 1)[0]
    return word[:1].islower() and word not in _AFTER_AND


def _unknown(window: str) -> int:
    against = _AGAINST.match(window)
    end = against.end() if against else 0
    for count in range(_MOST_WORDS):
        match = _WORD.match(window, end)
        if match is None or (count and match.start() == match.start("word")):
            break
        word = match["word"]
        if word in _STOPS or (word == "và" and not _goes_on(window, match.end())):
            break
        if word[0].isdigit() or (count and word in {"Luật", "Bộ", "Nghị", "Quyết", "Thông"}):
            break
        end = match.end()
    return end
