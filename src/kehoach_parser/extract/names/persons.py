"""Persons: where a name with or without a title stands, and what office it holds."""

from collections.abc import Sequence
from typing import Final

from kehoach_parser.extract.copies import Copy
from kehoach_parser.lexicon.unit_words import unit_words
from kehoach_parser.text.letters import UPPER
from kehoach_parser.text.patterns import pattern

_HOLDER: Final = pattern(r"\s*[-–]\s+|:\s+")
"""What stands between a post and who holds it."""

_SYLLABLE: Final = r"[^\W\d_]+(?:['’]\s?[^\W\d_]*)?"
"""A syllable of a person's name, also of the highlands' peoples (`H’Nga Niê`)."""

_APOSTROPHES: Final = frozenset("'’")

_TITLE: Final = pattern(
    r"(?:(?i:đồng chí|đ/c|đ\.c|đc|ông|bà|thầy|cô|chị|anh|(?:bác|y|dược) sĩ|bs(?:ck\w{1,2})?|ths|ts"
    r"|m(?:rs?|s)|ng(?=\.)"
    r"|gs|pgs|ys|đd|nhs|ktv|(?:đại|thượng|trung|thiếu)\s(?:tá|úy)|thiếu tướng"
    r"|hòa thượng|thượng tọa|đại đức|ni (?:sư|trưởng)|sư cô|linh mục|mục sư)[.:]?\s*){1,4}"
    rf"(?=[{UPPER}])(?P<name>{_SYLLABLE}\s?)"
)
"""What stands before a person's name."""

_FAMILIAR: Final = ("đồng chí ", "đ/c ", "đc ", "thầy ", "cô ", "chị ", "anh ", " sĩ ",
                    "mr ", "ms ", "mr. ", "ms. ")  # fmt: skip
"""Titles behind which a first name alone stands; behind others it may be a place (`Bà Nà`)."""

_PLACES: Final = ("cô tô", "anh sơn", "anh dũng")
"""Places that begin as a title does."""

OFFICE_SIGN: Final = pattern(r"\s*(?:[-–]|(?P<bracket>\())\s*(?:là\s+)?")
"""What stands between a person and the person's office."""

_SEAT: Final = pattern(
    r"\s*(?:[-–]\s+(?:phó )?(?:trưởng đoàn|tổ trưởng|chủ tịch(?: hội đồng(?! nhân))?)"
    r"|,\s+(?:phó )?chủ tịch (?:thường trực )?hội đồng(?! nhân)"
    r"|[-–,]\s+(?:phó )?(?:trưởng (?:tiểu )?ban|ban|ủy viên|thành viên|thư ký))"
    r"(?: thường trực)?(?=\s*\Z|\s*[-–,;:]\s)"
)
"""The seat on a board behind a post (`Hiệu trưởng - Trưởng ban`), which acts for nobody."""

_PERSON: Final = pattern(rf"{_SYLLABLE}(?:\s+{_SYLLABLE}){{0,30}}")

_PLACE_SYLLABLES: Final = 2
"""Of how many syllables a place is that reads like a person (`Kho bạc Nhà nước - Hà Nam`)."""
_SYLLABLES: Final = range(2, 6)

_HOLDER_SYLLABLES: Final = (4, 3)
_NAMESAKES: Final = frozenset(
    ("xã", "phường", "trấn", "thôn", "ấp", "học", "THCS", "THPT", "TH", "non", "sở", "thông",
     "đường", "phố", "trường", "viện", "đoàn", "đội")
)  # fmt: skip
"""What comes before a person's name that is a place's or a school's."""

_PERSON_WORD: Final = pattern(_SYLLABLE)


def past_title(copy: Copy, place: int, end: int) -> int:
    """Return where a person's name begins behind a title, the place itself for no title.

    One capital more may be a place (`Bà Nà`, `Cô Tô`); behind some titles it is a first name, and
    so is one of the highlands (`Bà H'Len`).
    """
    match = _TITLE.match(copy.text, place, end)
    if match is None:
        return place
    name = match.start("name")
    if copy.text[match.end() : match.end() + 1].isupper() or _APOSTROPHES & {*match["name"]}:
        return name
    familiar = copy.low.endswith(_FAMILIAR, place, name)
    return name if familiar and not copy.low.startswith(_PLACES, place) else place


def is_person(copy: Copy, place: int, end: int) -> bool:
    """Return whether a Vietnamese person's name stands at a place (surname and 1-4 capitals).

    Names that stood below each other in a cell may follow one another without a sign.
    """
    first = _PERSON_WORD.match(copy.text, place, end)
    if first is None or first[0] not in unit_words().surnames:
        return False
    words = copy.text[place : person_end(copy, place, end)].split()
    return _are_names(words)


def _are_names(words: Sequence[str]) -> bool:
    """Return whether words are names, each of a surname and 1-4 words."""
    begun = {0}
    for end in range(1, len(words) + 1):
        last = end == len(words) or words[end] in unit_words().surnames
        if last and any(end - start in _SYLLABLES for start in begun):
            begun.add(end)
    return len(words) in begun


def person_end(copy: Copy, place: int, end: int) -> int:
    """Return where the person's name that stands at a place ends."""
    match = _PERSON.match(copy.text, place, end)
    stop = place
    for word in _PERSON_WORD.finditer(match[0] if match else ""):
        if not word[0].istitle():
            break
        stop = place + word.end()
    return stop


def past_holder(copy: Copy, place: int, end: int) -> int:
    """Return where the name of a post's holder ends (` - Bà …`), the place itself for none."""
    dash = _HOLDER.match(copy.text, place, end)
    if dash is None:
        return place
    begin = past_title(copy, dash.end(), end)
    titled = begin > dash.end()
    if not (titled or is_person(copy, begin, end)):
        return place
    stop = person_end(copy, begin, end)
    sure = titled or copy.text.count(" ", begin, stop) >= _PLACE_SYLLABLES
    return stop if sure else place


def past_seat(copy: Copy, place: int, end: int) -> int:
    """Return where the seat on a board ends that stands behind a post, the place for none."""
    seat = _SEAT.match(copy.low, place, end)
    return seat.end() if seat else place


def without_holder(copy: Copy, start: int, end: int) -> int:
    """Return where a body's name ends before who holds the post that stands before it.

    `Chủ tịch UBND tỉnh Lê Ngọc Sơn`; communes and schools bear persons' names themselves.
    """
    words = copy.text[start:end].split(" ")
    for size in _HOLDER_SYLLABLES:
        place = end - len(" ".join(words[-size:]))
        before = words[-size - 1] if len(words) > size else ""
        if before.islower() and before not in _NAMESAKES and is_person(copy, place, end):
            return place - 1
    return end
