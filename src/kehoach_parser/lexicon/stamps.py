"""What is stamped on a document's head: how secret it is, how urgent, that it is a draft."""

from typing import Final, NamedTuple

from kehoach_parser.text.patterns import pattern


def _loose(words: str) -> str:
    """Return the regex of capitals that may stand apart (`M Ậ T`)."""
    return r"\s+".join(r"\s?".join(word) for word in words.split())


_DEGREES: Final = ("TUYỆT MẬT", "TỐI MẬT", "MẬT")
_HASTES: Final = ("HỎA TỐC HẸN GIỜ", "HỎA TỐC", "HOẢ TỐC", "THƯỢNG KHẨN", "KHẨN")
_SHOWN: Final = {
    words.replace(" ", ""): words.replace("HOẢ", "HỎA") for words in (*_DEGREES, *_HASTES)
}
_DEGREE: Final = "|".join(map(_loose, _DEGREES))
_HASTE: Final = "|".join(map(_loose, _HASTES))
_FIELD: Final = r"(?:(?:MỨC )?ĐỘ (?:MẬT|KHẨN)\W{1,3})?"
_STAMP: Final = pattern(
    rf"(?P<number>\W*SỐ\b.{{1,40}}?\s)?\W*{_FIELD}(?P<kind>TÀI LIỆU )?"
    rf"(?:(?P<secrecy>{_DEGREE})|(?P<urgency>{_HASTE})(?: CẤP)?)"
    rf"(?:\W+{_FIELD}(?:(?P<secrecy2>{_DEGREE})|(?P<urgency2>{_HASTE})(?: CẤP)?))?"
    r"(?:\W+(?:(?:TÀI LIỆU )?THU HỒI|BẢN (?:SAO )?SỐ\W{0,3}\w{0,4}))?\W*"
)
_DRAFT: Final = pattern(
    r"\W*(?:BẢN\s)?DỰ\sTHẢO(?:\s(?:LẦN\s)?(?:THỨ\s)?\w{1,4})?(?:\W+(?:NGÀY\s)?[\d/.]{8,10})?\W*"
)
_SIGNS: Final = ("MẬT", "TỐC", "KHẨN")
_LONGEST: Final = 100


class Stamp(NamedTuple):
    """What a stamp says; `alone` that nothing stands with it (`TÀI LIỆU MẬT` may end a title)."""

    secrecy: str | None
    urgency: str | None
    alone: bool


def stamped(words: str) -> Stamp | None:
    """Return what a line says that is nothing but a stamp, null for any other.

    A page may give the number and the stamp below it as one line.

    >>> stamped("M Ậ T"), stamped("Số: 8/KH-UBND HỎA TỐC").urgency
    (Stamp(secrecy='MẬT', urgency=None, alone=True), 'HỎA TỐC')
    >>> stamped("TÀI LIỆU TỐI MẬT").alone, stamped("BẢO VỆ BÍ MẬT")
    (False, None)
    """
    if len(words) > _LONGEST:
        return None
    words = words.upper()
    compact = words.replace(" ", "")
    found = _STAMP.fullmatch(words) if any(sign in compact for sign in _SIGNS) else None
    if found is None:
        return None
    return Stamp(
        _shown(found["secrecy"] or found["secrecy2"]),
        _shown(found["urgency"] or found["urgency2"]),
        not (found["kind"] or found["number"]),
    )


def is_stamp(words: str) -> bool:
    """Return whether a line is a stamp alone, a draft's included.

    >>> is_stamp("Dự thảo lần 2"), is_stamp("MẬT - KHẨN"), is_stamp("Tài liệu mật")
    (True, True, False)
    """
    found = stamped(words)
    if found is not None:
        return found.alone
    return "THẢO" in (large := words[:_LONGEST].upper()) and _DRAFT.fullmatch(large) is not None


def _shown(words: str | None) -> str | None:
    return _SHOWN["".join(words.split())] if words else None
