"""Shapes of numbers that OCR mistakes: dates, document numbers, and the small words before them."""

import re
from typing import Final

from kehoach_parser.lexicon.bigrams import bigrams
from kehoach_parser.lexicon.ocr_words import bare, known_symbols, shape, symbols
from kehoach_parser.text.folding import fold
from kehoach_parser.text.numerals import day_of
from kehoach_parser.text.patterns import pattern

_DIGITS: Final = str.maketrans({"l": "1", "I": "1", "|": "1", "i": "1", "O": "0", "o": "0"})
_NEARLY: Final = r"[0-9lIiOo|]"
_DATE: Final = pattern(
    rf"(?P<lead>\W?)(?P<day>{_NEARLY}{{1,2}})(?P<gap>[/.-])(?P<month>{_NEARLY}{{1,2}})(?P=gap)"
    rf"(?P<year>{_NEARLY}{{4}})(?P<rest>\W*)"
)
_CODE: Final = pattern(
    r"(?P<number>\d[\dlIO]{0,5}[a-z]?)(?P<year>/\d{4})?(?P<symbol>[/-].{1,24}?)(?P<rest>[\W_]*)"
)
_PART: Final = pattern(r"[^\W\d_]+|[^\W_]+")
_ABBREVIATION: Final = pattern(r"[A-ZĐÀ-Ỹ01|!]{4,8}")
_YEAR: Final = pattern(r"(?:19|20)\d\d\b")
_COUNTED: Final = pattern(r"\d{1,2}\b")
_DATED: Final = {"thang": "tháng", "ngay": "ngày", "tuan": "tuần"}
_OFTEN: Final = {**_DATED, "lan": "lần", "nam": "năm", "quy": "quý", "ky": "kỳ"}
_ENDS: Final = ".,;:)"
_ROMAN: Final = pattern(r"[IVX]{1,4}\b")
_BEFORE_ROMAN: Final = {"quy": "quý", "phan": "phần"}
_NUMBERED: Final = pattern(r"\d[\w.]*[/-]")
_AFTER_MARK: Final = pattern(r"(?<=[^\W\d_]|\))[,;:](?=[^\W\d_])")
_BRACKET: Final = pattern(r"(?<=[^\W_])\((?=[^\W\d_]{2})|(?<=\d{4})\((?=\d)")
_BEFORE_COUNT: Final = pattern(r"\A(ngày|tháng|năm)(\d{1,4}\W?)\Z")
_SPECK_WITHIN: Final = pattern(
    r"(?P<one>[^\W\d_]{2,})(?P<speck>[.-])(?P<other>[^\W\d_]{2,})(?P<after>\W*)"
)
_ONE_WORD: Final = 150
"""What two syllables cost at most beside each other that no hyphen joins; it stands in `tế-xã`."""

_GLUED_DATES: Final = pattern(r"(?<=/(?:19|20)\d\d)(?=\d{1,2}/\d{1,2}/(?:19|20)\d\d)")
_SPECK: Final = pattern(
    r"(?<=[^\W_])_(?=[^\W\d_])|(?<=[^\W\d_])_(?=\d)|\A_+(?=[^\W_])"
    r"|(?<=\d{4})-(?=(?:của|về|và|theo|trên)\b)"
)
_GLUED_SIGN: Final = pattern(r"\A(S\w{1,2}:)(?!\d{1,5}[a-zđ]?(?:[/-]|\Z))(?=\w)")
_SCRAWLED_MONTH: Final = pattern(r"\Atháng(\w{1,2})năm\Z")
_NUMBER_SIGN: Final = pattern(r"S[06jJoóòỏõọôốồổỗộơớờởỡợ]\s?:|S:(?=\d{1,5}[a-zđ]?[/-][A-ZĐ])")
_GLUED: Final = {"noinhan": "Nơi nhận", "kinhgui": "Kính gửi"}
"""Words that stand at the beginning of a line, by their letters."""

_LOST_SIGN: Final = pattern(r"S[6jJ]")
_PARTY_CODE: Final = pattern(r"\d{1,5}-[A-ZĐ]")
"""What `Số` is read as in heads of the Party, which have no colon."""

_NUMBER_WORD: Final = pattern(r"[sS][oóòỏõọôồổỗộ]")
"""What `số` is read as; `sơ` and `sở` are words of their own."""

_RANGED: Final = frozenset(("nam", "doan", "ky", "hoc", "khoa"))
_LONGEST_RANGE: Final = 10
"""Words before a range of years, and how many years it spans at most."""

_MISREAD: Final = {("1006", True): "100%", ("(đế", True): "(để"}
"""What a word and whether letters follow it tell: `1006 hồ sơ`, `(đế báo cáo)`."""

_BESIDE: Final = {
    "hang": ("hằng", "hàng", frozenset(("nam", "quy", "thang", "tuan", "ngay"))),
    "truong": ("trường", "", frozenset(("thcs", "thpt", "ththcs", "ptdtnt", "ptdtbt"))),
}
"""Syllables with the marks that the word after them calls for, and those that it allows too."""

_NOT_SIGNED: Final = 4  # letters; shorter abbreviations are too like one another


def repaired_number(text: str, before: str, after: str) -> str:
    """Return a word put right by its own shape and the words beside it, else as it is.

    >>> repaired_number("0l/l0/2025", "", ""), repaired_number("12/KH-UBNĐ,", "", "")
    ('01/10/2025', '12/KH-UBND,')
    >>> repaired_number("nãm", "trong", "2026"), repaired_number("sổ", "định", "15/QĐ-UBND")
    ('năm', 'số')
    >>> repaired_number("Ol/2O", "", ""), repaired_number("Nam", "Việt", "2026")
    ('Ol/2O', 'Nam')
    """
    if (text, after[:1].isalpha()) in _MISREAD:
        return _MISREAD[text, True]
    if _is_number_sign(text, before, after) or (
        _LOST_SIGN.fullmatch(text) and _PARTY_CODE.match(after)
    ):
        return "Số" + text[1 if text[1] == ":" else 2 :]
    if text[:1].isdigit() or "/" in text or "." in text:
        return _date(text) or _code(text) or _times(text) or text
    if _ABBREVIATION.fullmatch(text):
        return _symbol(text)
    return _small_word(text, before, after) or _beside(text, after) or text


def _is_number_sign(text: str, before: str, after: str) -> bool:
    """Return whether a word is `Số:`; `Thanh tra Sở:` is no sign before a number."""
    sign = _NUMBER_SIGN.match(text)
    alone = sign is not None and sign.end() == len(text) and not after[:1].isdigit()
    return sign is not None and not (alone and before.isalpha())


def _times(text: str) -> str | None:
    """Return how often something is done (`2 lần/tháng`, `tháng/lần`) with its marks, else null."""
    first, _, then = text.partition("/")
    words = [_OFTEN.get(bare(word), "") for word in (first, then)]
    if "lần" not in words or not all(words) or not first.isalpha():
        return None
    return f"{words[0]}/{words[1]}{then[len(then.rstrip(_ENDS)) :]}"


def parted(text: str) -> str:
    """Return what is one word only because a narrow blank was not seen, in two.

    >>> parted("Giang,ngày"), parted("ngày30"), parted("QĐ-UBND_ngày"), parted("1,5")
    ('Giang, ngày', 'ngày 30', 'QĐ-UBND ngày', '1,5')
    >>> parted("_ngày"), parted("____"), parted("Số:2%3"), parted("Số:23/KH-SYT")
    ('ngày', '____', 'Số: 2%3', 'Số:23/KH-SYT')
    >>> parted("dựng.kế"), parted("soyte.gov"), parted("hiện.Các")
    ('dựng kế', 'soyte.gov', 'hiện.Các')
    >>> parted("kịp-thời"), parted("tế-xã"), parted("2025-của"), parted("2025-nay")
    ('kịp thời', 'tế-xã', '2025 của', '2025-nay')
    >>> parted("30/6),cả"), parted("14/02/2026(27"), parted("đồng(s)")
    ('30/6), cả', '14/02/2026 (27', 'đồng(s)')
    >>> parted("Nơinhân:"), parted("Kínhgửi")
    ('Nơi nhận:', 'Kính gửi')
    >>> parted("01/3/202605/3/2026"), parted("tháng4năm")
    ('01/3/2026 - 05/3/2026', 'tháng 4 năm')
    """
    glued = _GLUED.get(bare(text))
    if glued:
        return f"{glued}{text[-1]}" if text[-1] in ":;." else glued
    text = _AFTER_MARK.sub(lambda match: f"{match[0]} ", text)
    text = _BRACKET.sub(" (", text)
    text = _SPECK_WITHIN.sub(_without_speck, text)
    text = _GLUED_DATES.sub(" - ", text)
    text = _GLUED_SIGN.sub(r"\1 ", text)
    text = _SCRAWLED_MONTH.sub(r"tháng \1 năm", text)
    text = _BEFORE_COUNT.sub(r"\1 \2", text)
    return _SPECK.sub(" ", text).strip()


def _without_speck(match: re.Match[str]) -> str:
    """Return two syllables apart that a speck stands between, else what was read."""
    one, other = match.group("one", "other")
    pair = fold(one), fold(other)
    apart = other.islower() and all(map(bigrams().is_known, pair))
    if match["speck"] == "-":
        apart = apart and bigrams().cost(*pair) <= _ONE_WORD
    return f"{one} {other}{match['after']}" if apart else match[0]


def is_range(before: str, first: str, last: str) -> bool:
    """Return whether two years stand side by side because the dash between them is unread.

    >>> is_range("năm", "2026", "2027"), is_range("năm", "2026", "2050"), is_range("từ", "26", "27")
    (True, False, False)
    """
    if bare(before) not in _RANGED or not (_YEAR.fullmatch(first) and _YEAR.match(last)):
        return False
    return 0 < int(last[:4]) - int(first) <= _LONGEST_RANGE


def _date(text: str) -> str | None:
    match = _DATE.fullmatch(text)
    if not match or text.replace(match["gap"], "").isdigit():
        return None
    day, month, year = (match[part].translate(_DIGITS) for part in ("day", "month", "year"))
    if day_of(year, month, day) is None:
        return None
    gap = match["gap"]
    return f"{match['lead']}{day}{gap}{month}{gap}{year}{match['rest']}"


def _code(text: str) -> str | None:
    """Return a document number with the symbols of types and bodies put right."""
    match = _CODE.fullmatch(text)
    if not match or _DATE.fullmatch(text):
        return None
    good = _PART.sub(lambda part: _symbol(part[0]), match["symbol"])
    number = match["number"].translate(_DIGITS) if match["number"][:-1].isdigit() else None
    if good == match["symbol"] and number in (None, match["number"]):
        return None
    number = match["number"] if number is None else number
    return f"{number}{match['year'] or ''}{good}{match['rest']}"


def _symbol(part: str) -> str:
    if part in known_symbols() or not part.isupper():
        return part
    return symbols().get(shape(part), part) if len(part) >= _NOT_SIGNED else part


def _small_word(text: str, before: str, after: str) -> str | None:
    """Return the small word that the number after it calls for (`năm`, `quý`, `số`)."""
    key = bare(text)
    if not after or not text.isalpha() or text.isupper():
        return None
    first = text[0].isupper()
    if key == "nam":
        return "năm" if not first and _YEAR.match(after) else None
    if key in _DATED and _COUNTED.match(after) and not (first and before[:1].isupper()):
        return _cased(_DATED[key], first=first)
    if key in _BEFORE_ROMAN and _ROMAN.match(after):
        return _cased(_BEFORE_ROMAN[key], first=first)
    if _NUMBER_WORD.fullmatch(text) and (
        _NUMBERED.match(after) or (bare(before) in _SIGNED and after[0].isdigit())
    ):
        return _cased("số", first=first)
    return None


def _beside(text: str, after: str) -> str | None:
    """Return a syllable with the marks that the word after it calls for."""
    if (key := bare(text)) not in _BESIDE or not text.isalpha() or text.isupper():
        return None
    right, other, followers = _BESIDE[key]
    called = bare(after) in followers and text.lower() != other
    return _cased(right, first=text[0].isupper()) if called else None


_SIGNED: Final = frozenset(
    ("dinh", "quyet", "hoach", "thi", "tu", "luan", "trinh", "bao", "van", "an", "cao", "lenh")
)
"""Last syllables of types of documents, before their number."""


def _cased(word: str, *, first: bool) -> str:
    return word.capitalize() if first else word
