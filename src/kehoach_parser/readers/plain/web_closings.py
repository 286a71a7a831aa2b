"""The end of a text that has lost its lines: recipients, signature, and what is attached."""

import re
from typing import Final

from kehoach_parser.lexicon.signing import CAPACITY_TEXT
from kehoach_parser.text.letters import LOWER, UPPER
from kehoach_parser.text.patterns import pattern

_RECIPIENTS: Final = pattern(r" (?=Nơi nhận ?:)")
_RECIPIENT: Final = pattern(r" (?=[-+] ?\S)")
_CAPACITY: Final = pattern(rf" (?={CAPACITY_TEXT}\s?\.? [{UPPER}]{{2}})")
_POST: Final = pattern(
    r"(?<!KT\.)(?<!TM\.)(?<!TL\.)(?<!TUQ\.)(?<!PHÓ)(?<!TỔNG)(?<!,)"
    r" (?=(?:(?:PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC|THỦ TƯỚNG|BÍ THƯ|CHÁNH VĂN PHÒNG|TRƯỞNG BAN|HIỆU TRƯỞNG|"
    r"CHỦ NHIỆM|(?:TỔNG )?(?:CỤC|VỤ) TRƯỞNG|TỔNG GIÁM ĐỐC)|BỘ TRƯỞNG|THỨ TRƯỞNG)(?: |\Z))"
)
_NAME: Final = pattern(
    rf" (?=(?:\([^()]{{2,20}}\) )?[{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]+){{1,5}}\Z)"
)
_ORDERED: Final = pattern(r"(?<=[.;] )(?=Thừa lệnh [^.;]{4,90}(?:thông báo|truyền đạt) )")
_TITLE_END: Final = pattern(r"Nơi nhận ?:|(?:TM|KT|TL|TUQ)\. ")
_CLOSING_MARKS: Final = ("Nơi nhận", "TM. ", "KT. ", "TL. ", "TUQ. ")
_ARCHIVE: Final = pattern(r"(?:[-+] ?)?Lưu ?:? ?V")
_SIGNED: Final = pattern(
    rf"""
    [ ](?P<post>(?:PHÓ[ ])?(?:CHỦ[ ]TỊCH|(?:TỔNG[ ])?GIÁM[ ]ĐỐC|(?:THỦ|BỘ|THỨ)[ ]TƯỚNG|BỘ[ ]TRƯỞNG
        |THỨ[ ]TRƯỞNG|BÍ[ ]THƯ|CHÁNH[ ]VĂN[ ]PHÒNG|TRƯỞNG[ ]BAN|HIỆU[ ]TRƯỞNG|CHỦ[ ]NHIỆM
        |(?:CỤC|VỤ)[ ]TRƯỞNG))
    [ ](?P<name>(?:(?:Đại|Thượng|Trung|Thiếu)[ ]t(?:ướng|á)[ ])?
        [{UPPER}][{LOWER}]+(?:[ ](?!(?:Biểu|Mẫu|Phụ|Bảng)[ ])[{UPPER}][{LOWER}]+){{1,5}})(?=[ ]|\Z)
    """,
    re.VERBOSE,
)
_MOST: Final = 400
"""Characters within which the signature ends."""

_ATTACHED: Final = pattern(
    rf"""
    (?P<type>KẾ[ ]HOẠCH|QUY[ ]ĐỊNH|QUY[ ]CHẾ|ĐỀ[ ]ÁN|CHƯƠNG[ ]TRÌNH(?:[ ]HÀNH[ ]ĐỘNG)?
        |PHƯƠNG[ ]ÁN|ĐIỀU[ ]LỆ|NỘI[ ]QUY
        |DANH[ ]MỤC|PHỤ[ ]LỤC(?:[ ](?:[IVX]{{1,5}}|\d{{1,2}}))?)?
    (?:(?:\A|(?<=[ ])|[ ])(?P<title>[^{LOWER}()]{{8,400}}))?[ ]
    (?P<with>\([ ]?(?:[Bb]an[ ]hành[ ])?[Kk]èm[ ]theo[^()]{{4,200}}\))
    """,
    re.VERBOSE,
)
"""How the document begins that a decision carries."""

_WITH: Final = pattern(r" \( ?(?:[Bb]an hành )?[Kk]èm theo ")
_BEFORE_TITLE: Final = pattern(rf"(?:[.;)…]|(?:[{UPPER}][{LOWER}]+ ){{1,4}}[{UPPER}][{LOWER}]+)\Z")
"""What stands before the title of a document that follows: a sentence's end, or a name."""

_UNMARKED: Final = pattern(
    rf"""
    (?<=[.])[ ](?:(?P<post>(?:PHÓ[ ])?(?:CHỦ[ ]TỊCH|GIÁM[ ]ĐỐC)|(?:BỘ|THỨ)[ ]TRƯỞNG)[ ])?
    (?P<name>(?:[{UPPER}][{LOWER}]+[ ]){{1,4}}[{UPPER}][{LOWER}]+)(?:[ ](?P<done>\([Đđ]ã[ ]ký\)))?\Z
    """,
    re.VERBOSE,
)
"""A signature without the mark of a capacity, after the last article."""


def archived(piece: str) -> list[str]:
    """Split what follows the last recipient (`Lưu: VT`): signature, name, the attached document.

    Empty where no post with a name follows.
    """
    signed = _SIGNED.search(piece, 0, _MOST) if _ARCHIVE.match(piece) else None
    if signed is None:
        return []
    before = piece[: signed.end("post")]
    capacity = _CAPACITY.search(before)
    cut = capacity.start() if capacity else signed.start()
    lines = [*_items(before[:cut].strip()), *_parts(before[cut:].strip()), signed["name"]]
    return [*lines, *attached(piece[signed.end() :].strip())]


def _parts(signature: str) -> list[str]:
    return [line for block in _CAPACITY.split(signature) for line in _signature(block)]


def attached(text: str) -> list[str]:
    """Split the title of a document that a decision carries: type, title, what it goes with."""
    head = _ATTACHED.match(text)
    if head is None:
        return [text] if text else []
    rest = text[head.end() :].strip()
    parts = (head["type"], (head["title"] or "").strip(), head["with"], rest.lstrip(" ."))
    return [part for part in parts if part]


def closing_lines(piece: str) -> list[str]:
    """Split off the final formula, Nơi nhận, the signature, and the document that follows it."""
    cut = _carried(piece) if "èm theo " in piece else 0
    if cut:
        return [*_unmarked(piece[:cut].strip()), *attached(piece[cut:].strip())]
    lines = [line.strip() for line in _ORDERED.split(piece)]
    if not any(mark in lines[-1] for mark in _CLOSING_MARKS):
        return lines
    found = _TITLE_END.search(lines[-1])
    if not found:
        return lines
    last = lines.pop()
    if found.start():
        lines.append(last[: found.start()].strip())
    for part in _RECIPIENTS.split(last[found.start() :]):
        for block in _CAPACITY.split(part):
            lines += _signature(block) if not block.startswith("Nơi nhận") else _items(block)
    return lines


def _carried(piece: str) -> int:
    """Return where the title of a document begins that a decision carries, 0 if nowhere."""
    remark = _WITH.search(piece)
    if remark is None:
        return 0
    small = remark.start()
    while small and not (piece[small - 1].islower() or piece[small - 1] == ")"):
        small -= 1
    found = _ATTACHED.match(piece, small + 1) if piece[small : small + 1] == " " else None
    if found and (found["type"] or _BEFORE_TITLE.search(piece, max(0, small - 40), small)):
        return small + 1
    return 0


def _unmarked(piece: str) -> list[str]:
    """Split the lines of a closing whose signature may stand without its capacity."""
    signed = _UNMARKED.search(piece)
    if signed is None:
        return closing_lines(piece)
    lines = (signed["post"], signed["name"], signed["done"])
    return [piece[: signed.start()], *filter(None, lines)]


def _items(block: str) -> list[str]:
    return [line.strip() for line in _RECIPIENT.split(block)]


def _signature(block: str) -> list[str]:
    if block.startswith(("-", "+")):
        return _items(block)
    return [line.strip() for part in _POST.split(block) for line in _NAME.split(part, maxsplit=1)]
