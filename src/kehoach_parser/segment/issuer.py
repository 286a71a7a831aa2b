"""The issuing body: from the lines of the head, else from the first sentence or the signature."""

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import Final

from kehoach_parser.lexicon.heads_of_two import split_bodies
from kehoach_parser.lexicon.names import sentence_case
from kehoach_parser.model import Issuer
from kehoach_parser.segment.pieces import Piece
from kehoach_parser.text.folding import fold
from kehoach_parser.text.letters import UPPER
from kehoach_parser.text.patterns import pattern
from kehoach_parser.text.syllables import is_syllable

_MOTTO: Final = pattern(
    r"(?<!nước cộng hòa )x\w h\w{1,2} ch\w ngh\w{1,3}(?: vi[eệ]t|\W*\Z)"
    r"|t[ựu] do\W+h[aạ]nh|đảng cộng sản việt nam"
    r"|\A\W*c[oộ]ng h[oò][aà] x[aã] h[oộ]i(?: ch[uủ])?\W*\Z"
)
_MOTTO_REST: Final = pattern(r"(?:(?:ch[uủ] )?ngh[iĩ]a )?vi[eệ]t nam")
_MOTTO_WHOLE: Final = "cộng hòa xã hội chủ nghĩa việt nam"
_COUNTRY: Final = pattern(r"\W*VIỆT NAM\W*")
"""How Quốc hiệu ends on a line of its own, and the name of a body above it."""

_SHORT: Final = (2, 3)
"""Letters of a place's last syllable that may stand alone (`THÀNH PHỐ CẦN` / `THƠ`)."""

_LONGEST_MOTTO: Final = 300  # both columns of a head in one row
_FEWEST_LETTERS: Final = 4  # of a name, which is no rule
_SKIP: Final = pattern(
    r"\W*(?:DỰ THẢO|BẢN THẢO|BẢN SAO|BẢN CHÍNH|SAO Y|ĐẾN\b|V/[vV]"
    r"|Số\b|SỐ\b|KẾ HOẠCH\s|CHƯƠNG TRÌNH\s|QUYẾT ĐỊNH\s|THÔNG BÁO\s|HƯỚNG DẪN\s|ĐỀ ÁN\s|CÔNG VĂN\s"
    r"|NGHỊ QUYẾT\s|BÁO CÁO\s|CHỈ THỊ\s|TỜ TRÌNH\s|CÁC NỘI DUNG\s|HOẠT ĐỘNG\s|PHIẾU\s)"
)
_UNION: Final = pattern(
    r"ĐOÀN (?:TNCS|THANH NIÊN CỘNG SẢN) HỒ CHÍ MINH"
    r"|HỘI (?:SINH VIÊN|LHTN|LIÊN HIỆP THANH NIÊN) VIỆT NAM"
)
"""What stands at the right of the heads of young people's unions, as Quốc hiệu does elsewhere."""

_PIONEERS: Final = pattern(r"\s*ĐỘI (?:TNTP|THIẾU NIÊN TIỀN PHONG) (?:HỒ CHÍ MINH|HCM)\Z")
"""The same at the right of the Pioneers' heads, also behind the name beside it."""

_CENTRAL: Final = "BAN CHẤP HÀNH TRUNG ƯƠNG"
"""A board that is whose stands at the right."""

_NEXT: Final = 3
"""Characters that part a line from the one above it."""

_ARRIVED: Final = pattern(r"\W*(?:(?:CÔNG VĂN|VĂN BẢN)\s)?ĐẾN\b\W*(?:[SN]|\Z)")
"""What a stamp of arrival says below the name of who received the document."""

_CODED: Final = pattern(
    r"\d/(?!(?:CP|TW|TƯ|UBND|TP|T)\b(?!-))|\A[A-ZĐ]{2,4}/[A-ZĐ&-]+\Z|\A[\W_]*/\s?[A-ZĐ]{2,4}\b"
)
_HEAD: Final = pattern(
    r"(?!(?:nhà bè|hội an|vụ bản|trạm tấu|trường sa)(?!\w))"
    r"(?:bộ|sở|ban|ủy ban|cơ quan|hội|phòng(?!,?\s(?:chống|cháy|ngừa|thủ))"
    r"|trường(?:mn|mg|th|thcs|thpt)?|cục|vụ|viện|trung tâm|đoàn|tập đoàn|văn phòng"
    r"|thanh tra"
    r"|(?:tỉnh|thành|huyện|quận|thị) (?:ủy|đoàn)|đảng (?:ủy|bộ|đoàn)|công (?:ty|an|đoàn)"
    r"|chi (?:cục|bộ|đội|đoàn|hội|nhánh)|tổng (?:cục|công ty|liên đoàn)"
    r"|liên (?:đoàn|hiệp|đội|ngành|minh)|(?:bệnh|học|phân|thư) viện|phân hiệu|tòa án|kho bạc"
    r"|bảo (?:hiểm|tàng)|chính phủ|quốc hội|thủ tướng|chủ tịch|ngân hàng|đại học|báo|đài"
    r"|kiểm toán|mặt trận|quân (?:khu|chủng|đoàn)|(?:sư|trung|lữ|tiểu|hải) đoàn|đại đội"
    r"|binh chủng|vùng(?= \d)|đồn"
    r"|tổ|đội|khối(?= \w\Z)|hạt|trạm|khoa(?! học)|khu(?! vực)|nhà|quỹ|câu lạc bộ"
    r"|hợp tác xã|htx|xí nghiệp"
    r"|(?:nông|lâm) trường|vườn quốc gia|bưu điện|điện lực"
    r"|cđ(?= (?:trường|thcs|thpt|th|tiểu|mầm|mn|cơ)\b)|lch|lcđ|bch|btv|bcđ|cđcs|lđlđ"
    r"|ubnd|hđnd|ubmttq|bvđk|bv|ttyt|nhnn|agribank|vietcombank|vietinbank|bidv"
    r"|(?:thuế|thống kê|thi hành án dân sự) (?:tỉnh|thành phố|tp|cơ sở)|hải quan khu vực)(?!\w)"
)
"""How a body's name begins; places that begin with the same words are none."""

_ALONE: Final = (
    "BỘ", "SỞ", "CỤC", "VỤ", "BAN", "PHÒNG", "HỘI", "VIỆN", "TRƯỜNG",
    "CHI BỘ", "CHI ĐOÀN", "LIÊN ĐỘI", "CÔNG ĐOÀN", "CÔNG ĐOÀN CƠ SỞ", "CĐCS",
)  # fmt: skip
"""Words that name no body by themselves: the line below goes on."""

_OPEN_ENDS: Final = (",", "-", " VÀ", " CỦA", " VỀ", " CÁC")
"""How a line ends that another goes on."""

_HALVES: Final = {
    "TRƯỜNG": (" MÔI", " LÝ THỊ"), "PHÒNG": ("BỘ QUỐC", "PHỐ HẢI"), "KHOA": (" ĐA",),
    "VỤ": (" NGHĨA", " DỊCH"), "VỰC": (" KHU",),
}  # fmt: skip
"""Words that a line's end parts, by their second half, which heads bodies, too, or is no line of
its own: môi trường, quản lý thị trường, Hải Phòng (`SỞ NÔNG NGHIỆP VÀ MÔI` / `TRƯỜNG`)."""

_STEERS: Final = ("ban chỉ đạo", "ban chỉ huy", "tiểu ban", "tổ công tác")
_OWNERS: Final = ("tỉnh ủy", "thành ủy", "huyện ủy", "quận ủy", "đảng ủy", "ủy ban", "ubnd")
"""Whose a steering committee above it is, and no body below that."""

_MIXED: Final = pattern(
    rf"(?:UBND|Ủy ban [Nn]hân dân|Sở|Phòng|Trường|Trung tâm|Công ty|Bệnh viện|Công đoàn|Liên đoàn"
    rf"|Đoàn|Hội|Đảng [uủ]y|Chi bộ|BCH|Ban [Cc]hấp hành)\s"
    rf"(?:[{UPPER}]|mầm non|tiểu học|trung học|thành phố|tỉnh|huyện|quận|thị xã"
    rf"|xã|phường|đặc khu)[^.,;:()|\n]{{1,80}}"
)
"""A line that is a body's name in small letters; the words of its head begin with capitals."""

_MIXED_UNDER: Final = pattern(
    rf"(?:Liên đội|Chi đoàn|Công đoàn|Trường|Chi bộ)\s(?:[tT]rường\s)?"
    rf"(?:[{UPPER}]|mầm non|tiểu học|trung học|cơ quan|khối)[^.,;:()|/\n\d]{{2,60}}"
)
"""A body in small letters below the one in capitals that it belongs to."""

_UPPER_BODY: Final = pattern(
    r"(?:UBND|(?:ỦY|UỶ) BAN NHÂN DÂN|BỘ(?! ĐỘI)|SỞ|ĐẢNG BỘ|TỔNG CỤC|LIÊN ĐOÀN LAO ĐỘNG|LĐLĐ"
    r"|CÔNG ĐOÀN (?:GIÁO DỤC|NGÀNH))\s"
)
_SCHOOL: Final = r"trường\s(?i:mầm\snon|mẫu\sgiáo|tiểu\shọc|trung\shọc|thcs|thpt|mn|th)"
_ISSUES: Final = pattern(
    rf"(?:^|[;,.:]\s+|(?<=\n))(?P<name>(?:(?:Các\s)?[{UPPER}]|{_SCHOOL}\s[{UPPER}])"
    rf"[^;:.()\n]{{3,90}}?)(?<!\sđã)(?<!\svừa)\s+"
    r"(?:\((?:khóa|nhiệm kỳ)\s[^()\n]{1,20}\)\s+)?"
    r"(?:xây dựng|ban hành|lập|triển khai|đề ra|tổ chức)\s+(?:và\s+ban\shành\s+)?"
    r"(?:Kế hoạch|kế hoạch|Chương trình|chương trình(?= (?:hành động|thực hiện))|Đề án|Phương án)\b"
)
_ASSIGNS: Final = pattern(r"\s(?:giao|yêu cầu|đề nghị|chỉ đạo|phân công)\s")
"""What tells that others are to plan (`UBND huyện giao Phòng Y tế xây dựng Kế hoạch`)."""

_OF_QUARTER: Final = pattern(
    r"(?:ban (?:công tác mặt trận|điều hành|quản lý|vận động)|chi (?:bộ|hội|đoàn)|tổ (?!dân phố))"
)
"""Organisations of a quarter of a town, whose name stands in a line of its own."""

_QUARTERS: Final = ("khu phố ", "tổ dân phố ", "khu dân cư ")
_LEVELLESS: Final = ("ủy ban nhân dân", "hội đồng nhân dân")
_AUTHORITY: Final = pattern(
    r"\W*(?:CHỦ TỊCH\s)?(?P<name>(?:[ỦU][YỶ] BAN|HỘI ĐỒNG) NHÂN DÂN\s(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN"
    r"|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU)\s[^,;:]{2,40}?)\W*"
)
_BARE: Final = pattern(r"\b(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)\Z")
_REASON: Final = pattern(
    r"(?:Căn cứ|Thực hiện|Để|Nhằm|Theo|Trên cơ sở|Xét|Sau khi|Triển khai|Tiếp tục|Trong)\b"
)
_OF: Final = pattern(r"\A\W*(?:TM\.|T/M|TM)\s*")


def is_motto(words: str) -> bool:
    """Return whether a line is Quốc hiệu, tiêu ngữ or the Party's name, or a narrow half of it."""
    if len(words) > _LONGEST_MOTTO:
        return False
    folded = fold(words)
    begun = " " in folded and _MOTTO_WHOLE.startswith(folded)
    return begun or _MOTTO_REST.fullmatch(folded) is not None or _MOTTO.search(folded) is not None


def read_issuer(found: list[Piece]) -> tuple[Issuer, tuple[int, int]] | None:
    """Return the issuer that the head's lines in capitals name, with its place."""
    bodies: list[list[Piece]] = []
    for before, piece in zip((None, *found), found, strict=False):
        stamped = "ĐẾN" in piece.text and _ARRIVED.match(piece.text)
        if stamped and bodies and piece.start - bodies[-1][-1].end <= _NEXT:
            del bodies[-1]
        above = bodies[-1][-1] if bodies else None
        ends_name = above is not None and above is before and _ends_name(above, piece)
        if not (ends_name or _may_name(piece.text)):
            continue
        if bodies and not _begins_body(piece, bodies[-1]):
            if piece.start > bodies[-1][-1].start:  # else it stands above, in the other column
                bodies[-1].append(piece)
        else:
            bodies.append([piece])
    names = [_joined(body) for body in bodies]
    if names and _SKIP.match(names[0]):  # a page's headline, cut into lines
        del names[0], bodies[0]
    names, bodies = _without_unions(names, bodies)
    if len(names) == 1 and _UPPER_BODY.match(names[0]):
        names = split_bodies(names[0])
    if not names:
        return None
    span = (bodies[-1][0].start, bodies[-1][-1].end)
    parent = sentence_case(names[-2]) if len(names) > 1 else None
    return Issuer(name=sentence_case(names[-1]), parent=parent), span


def _ends_name(above: Piece, piece: Piece) -> bool:
    """Return whether a line ends the name above it: the country, a school's number, `HUẾ`."""
    text = piece.text
    numbered = text.isdigit() and above.text.endswith(" SỐ")
    short = len(text) in _SHORT and text.isupper() and text.isalpha()
    if short and not _SKIP.match(text) and is_syllable(text.lower()):
        return True
    return numbered or _COUNTRY.fullmatch(text) is not None or _halved(above.text, text)


def _without_unions(
    names: list[str], bodies: list[list[Piece]]
) -> tuple[list[str], list[list[Piece]]]:
    """Return the names and their pieces without the union that stands at a head's right."""
    if any("ĐỘI T" in name for name in names):
        names = [_PIONEERS.sub("", name) for name in names]
        bodies = [body for body, name in zip(bodies, names, strict=True) if name]
        names = [name for name in names if name]
    if len(names) > 1 and _UNION.fullmatch(names[-1]):
        own = names[-2]
        names = [*names[:-2], f"{own} {names[-1]}" if own == _CENTRAL else own]
        bodies = bodies[:-1]
    return names, bodies


def _joined(body: list[Piece]) -> str:
    """Return a name over several lines; the dash at the end of one goes on to the next."""
    lines = [piece.text.strip(" _*") for piece in body]
    name = " ".join(line.lstrip("-– ") for line in lines if line.strip("-–"))
    return name.rstrip("-– ")


def read_mixed_issuer(found: list[Piece]) -> tuple[Issuer, tuple[int, int]] | None:
    """Return the issuer of a head without capitals (`Trường Tiểu học Hòa Bình`), with its place.

    The last line that is a body's name and nothing more is the issuer, one before it the parent.
    """
    found = [*_with_level_below(found)]
    bodies = [piece for piece in found if _MIXED.fullmatch(piece.text) and not is_motto(piece.text)]
    if not bodies:
        return None
    parent = bodies[-2].text if len(bodies) > 1 else None
    last = bodies[-1]
    return Issuer(name=last.text, parent=parent), (last.start, last.end)


def _with_level_below(found: list[Piece]) -> Iterator[Piece]:
    """Yield the lines, a committee's together with its level and place in the line below."""
    for piece, below in zip_longest(found, found[1:]):
        if below and fold(piece.text) in _LEVELLESS and below.text[:1].islower():
            yield piece._replace(text=f"{piece.text} {below.text}", end=below.end)
        else:
            yield piece


def with_small_letters(issuer: Issuer, span: tuple[int, int], found: list[Piece]) -> Issuer:
    """Return the issuer with the body in small letters that a head has below or above it."""
    for piece in found:
        below = piece.start - span[1]
        if below > 0 and _MIXED_UNDER.fullmatch(piece.text):
            return Issuer(name=piece.text, parent=issuer.name)
        if 0 < below <= _NEXT and _MIXED.fullmatch(piece.text):
            return Issuer(name=piece.text, parent=issuer.name)
    if issuer.parent is None:
        above = [piece.text for piece in found if piece.end < span[0]]
        parents = [words for words in above if _MIXED.fullmatch(words) and not is_motto(words)]
        if parents:
            return Issuer(name=issuer.name, parent=parents[-1])
    return issuer


def with_level(issuer: Issuer, below: Iterable[str]) -> Issuer:
    """Return the issuer with the place that a head of one line leaves out (`ỦY BAN NHÂN DÂN`).

    `below` are the lines under the title, one of which may name the authority in full.
    """
    if not is_levelless(issuer.name) or issuer.parent:
        return issuer
    for words in below:
        full = _AUTHORITY.fullmatch(words)
        if full and fold(full["name"]).startswith(fold(issuer.name)):
            return Issuer(name=sentence_case(full["name"]))
    return issuer


def is_levelless(name: str) -> bool:
    """Return whether a name says not whose committee or council it is."""
    return fold(name) in _LEVELLESS


def has_level(words: str) -> bool:
    """Return whether a line in capitals names a committee or council, or its head, in full."""
    return _AUTHORITY.fullmatch(words) is not None


def issuer_of_sentence(
    text: str, offset: int, place: str | None
) -> tuple[Issuer, tuple[int, int]] | None:
    """Return the body that the preamble says issues the plan (`Sở Y tế xây dựng Kế hoạch …`).

    `text` is the preamble, `offset` its place. A bare `Ủy ban nhân dân tỉnh` takes the place's
    name.
    """
    for match in _ISSUES.finditer(text):
        name = match["name"].strip(" ,")
        at = offset + match.start("name")
        if "," in name and _REASON.match(name):
            skipped = name.rindex(",") + 1
            at += skipped + len(name[skipped:]) - len(name[skipped:].lstrip())
            name = name[skipped:].strip()
        if _REASON.match(name) or not _HEAD.match(fold(name)) or _ASSIGNS.search(name):
            continue
        return Issuer(name=_with_place(name[0].upper() + name[1:], place)), (at, at + len(name))
    return None


def issuer_of_capacity(capacity: str | None, place: str | None) -> Issuer | None:
    """Return the body in whose name the signer signs (`TM. ỦY BAN NHÂN DÂN`)."""
    if capacity is None or not _OF.match(capacity):
        return None
    name = re.split(r"\s(?:KT|TL|TUQ|K/T|T/L)\b", _OF.sub("", capacity))[0]
    if not _HEAD.match(fold(name)):
        return None
    return Issuer(name=_with_place(sentence_case(name), place))


def _with_place(name: str, place: str | None) -> str:
    return f"{name} {place}" if place and _BARE.search(name) else name


def _may_name(text: str) -> bool:
    if not text.isupper() or _SKIP.match(text) or _CODED.search(text) or is_motto(text):
        return False
    letters = sum(c.isalpha() for c in text)  # rules and asterisks have none
    return letters >= _FEWEST_LETTERS or _HEAD.fullmatch(fold(text)) is not None


def _begins_body(piece: Piece, above: list[Piece]) -> bool:
    folded = fold(piece.text)
    before = above[-1].text.strip()
    if before.endswith(f" {piece.text.strip()}"):
        return True  # `CỤC QUẢN LÝ THI HÀNH ÁN DÂN SỰ` above `THI HÀNH ÁN DÂN SỰ`, `TỈNH …`
    if folded.startswith(_OWNERS) and fold(above[0].text).startswith(_STEERS):
        return False
    if _HEAD.match(folded) is None:
        return False
    if folded.startswith(_QUARTERS) and _OF_QUARTER.match(fold(above[0].text)):
        return False
    if (len(above) == 1 and before in _ALONE) or before.endswith(_OPEN_ENDS):
        return False
    return not _halved(before, piece.text)


def _halved(above: str, below: str) -> bool:
    """Return whether a word begins in the line above and ends in the one below."""
    return above.endswith(_HALVES.get(below.split(" ", 1)[0], ()))
