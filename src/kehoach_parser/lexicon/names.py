"""Names of bodies in sentence case: heads of documents print them in capitals."""

from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import Final

from kehoach_parser.lexicon.bodies import bodies
from kehoach_parser.text.folding import fold
from kehoach_parser.text.patterns import pattern

_TERRITORY: Final = pattern(
    r"(?<!\w)(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|phường|xã|thị trấn|đặc khu"
    r"|(?:dân|khu) phố|(?<!nông )thôn|ấp)\s+"
    r"(?!ủy|đoàn|số\s|hội(?:\W*\Z|[,;]|\s(?:tỉnh|thành|huyện|cấp)\s))"
    r"(?P<name>(?:[^,;\-–(]|\b-\b)+)"
)
_COMMITTEE: Final = pattern(
    r"\A(?:tỉnh|thành|huyện|quận|thị|thị xã) (?:ủy|uỷ|đoàn)\s+(?P<name>[^,;\-–(]+)"
)
_PLACE_NAMED: Final = pattern(
    r"(?<!\w)(?:(?:trường|đoàn|liên đội|chi đội|cđcs|cđ)(?:\s(?:trường|mầm non|mẫu giáo|tiểu học"
    r"|trung học (?:cơ sở|phổ thông)|chuyên|mn|mg|ptdtbt|ptdtnt|pt dtnt|th|thcs|thpt|th ?[&-] ?thcs"
    r"|thcs ?[&-] ?thpt|và|đại học|cao đẳng|trung cấp|cđ|đh|chính trị))+"
    r"|công ty(?:\s(?:tnhh|cổ phần|mtv|một thành viên))*"
    r"|bệnh viện đa khoa(?:\skhu vực)?|khu vực|chi nhánh|phân hiệu|liên đội"
    r"|(?:sở|phòng)\s(?:gd(?:\s?[&–-]\s?)?đt|giáo dục và đào tạo)"
    r"(?!\s(?:tỉnh|thành phố|tp|huyện|quận|thị xã)))"
    r"\s+(?P<name>[^,;\-–(]+)"
)
_COUNTRY: Final = pattern(r"(?<!\w)(?P<name>việt nam)(?!\w)")
_ROMAN: Final = pattern(r"(?<=khu vực )[ivx]+(?!\w)|(?<!hành\s)(?<=\s)(?:[ivx]?i{1,3}|i?[vx])\Z")
"""The number of a region, or one that ends a name (`BỆNH VIỆN II`)."""

_NO_VOWEL: Final = pattern(r"(?<!\w)(?!ty(?!\w))[bcdđghklmnpqrstvxy&]{2,}(?!\w)")
_INSIDE: Final = pattern(
    r"(?<=\s)(?<!công )(?<!liên )"
    r"(?=(?:đoàn (?:tncs|thanh niên|trường|xã|phường|khối)|đảng (?:bộ|ủy)|công đoàn"
    r"|liên đoàn lao động|hội (?:nông dân|liên hiệp|cựu chiến binh|sinh viên|chữ thập đỏ"
    r"|khuyến học)|ủy ban mttq)(?!\w))"
    r"(?P<name>\w)"
)
"""Organisations within the name of their board (`Ban Chấp hành Trung ương Đoàn TNCS …`)."""

_FUNCTION: Final = pattern(
    r"(?<!\w)(?:bộ|sở|ban|phòng(?!\s(?:chống|cháy|thủ|ngừa|không))|cục|chi cục|tổng cục|vụ|viện"
    r"|trung tâm|hội|liên đoàn|văn phòng|thanh tra|học viện|đảng bộ|đảng ủy)"
    r"\s(?!số )(?P<name>\w)"
)
_FIELD: Final = pattern(
    r"(?:\bban (?:chỉ (?:huy|đạo)|công tác(?= mặt))\s|\bđoàn (?=thanh)|\bkhối (?=\w\Z)|[&–-]\s)"
    r"(?P<name>\w)"
)
"""What begins anew with a capital inside a name: a board's field, what `&` joins."""
_WORD: Final = pattern(r"\w+")
_SOCIETY: Final = "xã hội"
_TERRITORY_WORDS: Final = ("tỉnh", "huyện", "xã", "phường", "thành phố", "quận", "thị xã")
_KIND_OF_TERRITORY: Final = pattern(r"\A(?:tỉnh|thành phố)\s")
_DAMAGED: Final = ("TRƯỜNGM", "TRƯỜNGT", "TRƯỜNGP", "Y BAN NHÂN")
_GLUED: Final = pattern(r"\ATRƯỜNG(?=(?:MN|MG|MẦM|MẪU|TH|TIỂU|THCS|THPT|PTDT\w*)\s)")
"""Heads that lost a blank or their first letter (`TRƯỜNGMN HOA SEN`, `Y BAN NHÂN DÂN`)."""

_KEPT: Final = pattern(r"(?<!\w)(?:ubnd|bchtw|atgt|tw)(?!\w)")


def sentence_case(name: str) -> str:
    """Return a name in capitals as a sentence writes it; another one stays as it is.

    Known bodies and territories have their own case, words after a territory or a kind of
    school each a capital, abbreviations stay.

    >>> sentence_case("ỦY BAN NHÂN DÂN TỈNH NGHỆ AN"), sentence_case("TRƯỜNG THPT LÊ LỢI")
    ('Ủy ban nhân dân tỉnh Nghệ An', 'Trường THPT Lê Lợi')
    >>> sentence_case("TỈNH ỦY SƠN HẢI"), sentence_case("KHO BẠC NHÀ NƯỚC KHU VỰC XI")
    ('Tỉnh ủy Sơn Hải', 'Kho bạc Nhà nước khu vực XI')
    >>> sentence_case("BAN VĂN HÓA - XÃ HỘI"), sentence_case("UBND XÃ HỘI SƠN")
    ('Ban Văn hóa - Xã hội', 'UBND xã Hội Sơn')
    >>> sentence_case("BỆNH VIỆN II"), sentence_case("TRƯỜNG MN HOA SEN I")
    ('Bệnh viện II', 'Trường MN Hoa Sen I')
    >>> sentence_case("TRƯỜNGMN HOA SEN"), sentence_case("Y BAN NHÂN DÂN XÃ HẠ LONG")
    ('Trường MN Hoa Sen', 'Ủy ban nhân dân xã Hạ Long')
    >>> sentence_case("TỔNG CÔNG TY CẢNG VIỆT NAM"), sentence_case("SỞ Y TẾ TỈNH A-B | |")
    ('Tổng công ty Cảng Việt Nam', 'Sở Y tế tỉnh A-B')
    >>> sentence_case("MẶT TRẬN TỔ QUỐC VIỆT NAM"), sentence_case("BAN THƯỜNG TRỰC ỦY BAN MTTQ XÃ")
    ('Mặt trận Tổ quốc Việt Nam', 'Ban Thường trực Ủy ban MTTQ xã')
    """
    words = " ".join(name.split()).strip(" .:;,*-–_|/")
    if not words.isupper():
        return words
    if words.startswith(_DAMAGED):
        words = _GLUED.sub("TRƯỜNG ", words).replace("Y BAN NHÂN", "ỦY BAN NHÂN", 1)
    lower = words.lower()
    letters = list(lower)
    for form in (_TERRITORY, _COMMITTEE, _PLACE_NAMED, _COUNTRY, _INSIDE):
        for match in form.finditer(lower):
            _set(letters, match.start("name"), match["name"].title())
    for match in chain(_FUNCTION.finditer(lower), _FIELD.finditer(lower)):
        start = match.start("name")
        if lower.startswith(_SOCIETY, start) or not lower.startswith(_TERRITORY_WORDS, start):
            letters[start] = match["name"].upper()
    for form in (_NO_VOWEL, _KEPT, _ROMAN):
        for match in form.finditer(lower):
            _set(letters, match.start(), match[0].upper())
    for start, known in _known(fold(lower)):
        _set(letters, start, known)
    return (letters[0].upper() + "".join(letters[1:])).strip()


def _set(letters: list[str], at: int, text: str) -> None:
    letters[at : at + len(text)] = text


@cache
def _names() -> dict[str, str]:
    names = {fold(body.name): body.name for body in bodies()}
    for body in bodies():
        if body.level == "territory":
            short = _KIND_OF_TERRITORY.sub("", body.name)
            names.setdefault(fold(short), short)
    return names


def _known(folded: str) -> Iterator[tuple[int, str]]:
    """Yield the known names in a folded text with their starts: at each word the longest one."""
    names = _names()
    words = [match.span() for match in _WORD.finditer(folded)]
    last = 0
    for number, (start, _) in enumerate(words):
        if start < last:
            continue
        for _, end in reversed(words[number:]):
            if known := names.get(folded[start:end]):
                yield start, known
                last = end
                break
