"""Heads whose line holds two bodies: where the one below begins (`UBND TỈNH A SỞ Y TẾ`)."""

from typing import Final

from kehoach_parser.text.patterns import pattern

_NEXT_BODY: Final = pattern(
    r"(?<=\w)(?<!\bVÀ)(?<!\bCỦA) (?=(?:SỞ|(?<!CHI )(?<!TỔNG )CỤC|TỔNG (?:CỤC|CÔNG TY)"
    r"|CHI (?:CỤC|BỘ|NHÁNH)|(?<!VĂN )(?<!HẢI )(?<!QUỐC )PHÒNG(?!,? (?:CHỐNG|CHÁY|NGỪA|THỦ)\b)"
    r"|(?<!MÔI )(?<!THỊ )(?<!NÔNG )(?<!LÂM )(?<!CÔNG )(?<!HIỆN )(?<!QUẢNG )"
    r"(?<!BỘ )(?<!ĐOÀN )(?<!ĐỘI )TRƯỜNG"
    r"|TRUNG TÂM|BỆNH VIỆN|VĂN PHÒNG|(?<!TỔNG )THANH TRA|(?<!BỘ )CÔNG AN|ĐẢNG (?:ỦY|ĐOÀN)"
    r"|(?<!TỔNG )LIÊN (?:NGÀNH|ĐOÀN LAO|ĐỘI|HIỆP)|CĐCS|CĐ|CÔNG ĐOÀN (?:CƠ|NGÀNH)"
    r"|BẢO HIỂM XÃ HỘI (?:VIỆT|TỈNH|THÀNH|HUYỆN|CƠ)"
    r"|(?<!PHÒNG )(?<!TỊCH )(?:UBND|[ỦU][YỶ] BAN NHÂN DÂN) (?:XÃ|PHƯỜNG|HUYỆN|QUẬN|THỊ|ĐẶC)"
    r"|(?<![ỦU]Y )(?<!UỶ )BAN (?:CHỈ (?:ĐẠO|HUY)|QUẢN LÝ|TUYÊN|TỔ CHỨC|DÂN VẬN|NỘI CHÍNH"
    r"|DÂN TỘC|AN TOÀN|THƯỜNG (?:VỤ|TRỰC)|CHẤP HÀNH|KINH TẾ|VĂN HÓA|PHÁP CHẾ))(?= )"
    r"|(?:VĂN PHÒNG|BAN THƯỜNG (?:VỤ|TRỰC))\Z)"
)
"""The blank before the second body; lookbehinds keep what is a word of the first one."""

_FIRST: Final = frozenset(
    ("SỞ", "CỤC", "TỔNG", "CHI", "PHÒNG", "TRƯỜNG", "TRUNG", "BỆNH", "VĂN", "THANH", "CÔNG",
     "ĐẢNG", "LIÊN", "CĐCS", "CĐ", "BẢO", "UBND", "ỦY", "UỶ", "UY", "BAN")
)  # fmt: skip
"""How the second body begins, which most lines do not hold."""

_SHORTEST: Final = 2
"""Words of a body's name at least."""


def split_bodies(words: str) -> list[str]:
    """Return the two bodies that a line in capitals names, else the line alone.

    >>> split_bodies("ỦY BAN NHÂN DÂN TỈNH SƠN HẢI SỞ Y TẾ")
    ['ỦY BAN NHÂN DÂN TỈNH SƠN HẢI', 'SỞ Y TẾ']
    >>> split_bodies("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG TỈNH SƠN HẢI")
    ['SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG TỈNH SƠN HẢI']
    >>> split_bodies("CHI CỤC THUẾ SƠN HẢI"), split_bodies("UBND THÀNH PHỐ HẢI PHÒNG SỞ Y TẾ")
    (['CHI CỤC THUẾ SƠN HẢI'], ['UBND THÀNH PHỐ HẢI PHÒNG', 'SỞ Y TẾ'])
    """
    if _FIRST.isdisjoint(words.split()[_SHORTEST:]):
        return [words]
    return _NEXT_BODY.split(words, maxsplit=1)
