"""Word 97-2003 files made in memory: an OLE container with text, paragraphs and fonts."""

import struct
from dataclasses import dataclass, field
from typing import Final

_FREE: Final = 0xFFFFFFFF
_END: Final = 0xFFFFFFFE
_FAT: Final = 0xFFFFFFFD
_SECTOR: Final = 512
_MINI: Final = 64
_CUTOFF: Final = 4096
_TEXT_AT: Final = 0x600
_PAGE: Final = 512


@dataclass(frozen=True)
class Looks:
    """How letters are stored (`packed`: a byte each) and which fonts they have.

    `fonts` gives the run of a paragraph, by number, a font; `styles` are a font and a base each;
    `gone` gives such a run a property that is on: deleted (0x0800) or hidden (0x083C).
    """

    packed: bool = False
    fonts: dict[int, int] = field(default_factory=dict[int, int])
    styles: tuple[tuple[int | None, int], ...] = ()
    gone: dict[int, int] = field(default_factory=dict[int, int])


def compound(streams: dict[str, bytes]) -> bytes:
    """Return an OLE container; streams below 4,096 bytes stand in the mini stream."""
    sectors: list[bytes] = []
    fat: list[int] = []
    mini, mini_fat = bytearray(), list[int]()
    entries: list[tuple[str, int, int, int]] = []
    for name, content in sorted(streams.items(), key=lambda stream: (len(stream[0]), stream[0])):
        if len(content) < _CUTOFF:
            start = len(mini_fat)
            count = -(-len(content) // _MINI)
            mini += content.ljust(count * _MINI, b"\x00")
            mini_fat += [*range(start + 1, start + count), _END][:count]
        else:
            start = _store(content, sectors, fat)
        entries.append((name, 2, start, len(content)))
    mini_start = _store(bytes(mini), sectors, fat) if mini else _END
    mini_fat_start = _store(struct.pack(f"<{len(mini_fat)}I", *mini_fat), sectors, fat, b"\xff")
    root = ("Root Entry", 5, mini_start, len(mini))
    listing = b"".join(
        _entry(*entry, following=number if 0 < number - 1 < len(entries) else _FREE)
        for number, entry in enumerate((root, *entries), 1)
    )
    directory = _store(listing, sectors, fat)
    fats = 1
    place = len(sectors)
    fat += [_FAT] * fats
    sectors.append(struct.pack(f"<{len(fat)}I", *fat).ljust(_SECTOR, b"\xff"))
    header = struct.pack(
        "<8s16xHHHHH6xIIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6,
        0, fats, directory, 0, _CUTOFF, mini_fat_start, 1, _END, 0, place,
    )  # fmt: skip
    return header.ljust(_SECTOR, b"\xff") + b"".join(sectors)


def doc(  # noqa: PLR0913 - one parameter for each thing that tests vary
    paragraphs: list[str],
    *,
    boxes: str = "",
    fonts: tuple[str, ...] = ("Times New Roman",),
    alignments: dict[int, int] | None = None,
    encrypted: bool = False,
    list_uses: int = 0,
    looks: Looks | None = None,
) -> bytes:
    """Return a .doc; `boxes` is the text of its text boxes, `alignments` gives paragraphs by
    number a `sprmPJc80` value (1: centred).

    `looks` says how letters are stored and which fonts they have. `list_uses` is the count that
    its table of list uses claims; the table itself is empty.
    """
    body = "".join(f"{text}\r" for text in paragraphs)
    text = body + (f"{boxes}\r\r\r" if boxes else "")
    looks = looks or Looks()
    raw = text.encode("cp1252" if looks.packed else "utf-16-le")
    width = 1 if looks.packed else 2
    main = bytearray(_TEXT_AT) + raw
    main += b"\x00" * (-len(main) % _PAGE)
    page = len(main) // _PAGE
    main += _paragraph_page(paragraphs, len(raw), alignments or {}, width)
    runs = len(main) // _PAGE
    main += _run_page(paragraphs, len(raw), looks, width)
    table = bytearray()
    struct.pack_into("<HH6xH", main, 0, 0xA5EC, 0xC1, 0x1200 | (0x0100 if encrypted else 0))
    struct.pack_into("<H", main, 0x20, 14)
    struct.pack_into("<H", main, 0x3E, 22)
    struct.pack_into("<7I", main, 0x4C, len(body), 0, 0, 0, 0, 0, len(text) - len(body))
    struct.pack_into("<H", main, 0x98, 0x5D)
    end = _TEXT_AT + len(raw)
    place = 0x40000000 | 2 * _TEXT_AT if looks.packed else _TEXT_AT
    pieces = struct.pack("<IIHIH", 0, len(text), 0, place, 0)
    _place(main, table, 0x1A2, b"\x02" + struct.pack("<I", len(pieces)) + pieces)
    _place(main, table, 0x102, struct.pack("<III", _TEXT_AT, end, page))
    _place(main, table, 0xFA, struct.pack("<III", _TEXT_AT, end, runs))
    _place(main, table, 0x112, _font_table(fonts))
    if looks.styles:
        _place(main, table, 0xA2, _styles(looks.styles))
    _place(main, table, 0x2EA, struct.pack("<I", list_uses))
    return compound({"WordDocument": bytes(main).ljust(_CUTOFF, b"\x00"), "1Table": bytes(table)})


def _place(main: bytearray, table: bytearray, at: int, content: bytes) -> None:
    struct.pack_into("<II", main, at, len(table), len(content))
    table += content


def _places(paragraphs: list[str], size: int, width: int) -> list[int]:
    """Return where each paragraph begins in the stream, and where the last one ends."""
    places = [_TEXT_AT]
    for text in paragraphs:
        places.append(places[-1] + width * (len(text) + 1))
    if places[-1] < _TEXT_AT + size:
        places.append(_TEXT_AT + size)
    return places


def _paragraph_page(
    paragraphs: list[str], size: int, alignments: dict[int, int], width: int
) -> bytes:
    places = _places(paragraphs, size, width)
    count = len(places) - 1
    page = bytearray(_PAGE)
    struct.pack_into(f"<{count + 1}I", page, 0, *places)
    at = _PAGE - 2
    for number, value in alignments.items():
        at -= 6
        struct.pack_into("<BHHB", page, at, 3, 0, 0x2403, value)
        page[4 * (count + 1) + 13 * number] = at // 2
    page[-1] = count
    return bytes(page)


def _run_page(paragraphs: list[str], size: int, looks: Looks, width: int) -> bytes:
    """Return a page with a run for each paragraph, its font by `sprmCRgFtc0` where one is said."""
    places = _places(paragraphs, size, width)
    count = len(places) - 1
    page = bytearray(_PAGE)
    struct.pack_into(f"<{count + 1}I", page, 0, *places)
    at = _PAGE - 2
    for number, font in looks.fonts.items():
        at -= 6
        struct.pack_into("<BHH", page, at, 4, 0x4A4F, font)
        page[4 * (count + 1) + number] = at // 2
    for number, code in looks.gone.items():
        at -= 4
        struct.pack_into("<BHB", page, at, 3, code, 1)
        page[4 * (count + 1) + number] = at // 2
    page[-1] = count
    return bytes(page)


def _styles(fonts: tuple[tuple[int | None, int], ...]) -> bytes:
    """Return a style sheet of paragraph styles: the font of each, and the style it is based on."""
    found = struct.pack("<HHHHHHHHHH", 18, len(fonts), 10, 0, 0, 0, 0, 0, 0, 0)
    for font, base in fonts:
        run = b"" if font is None else struct.pack("<HH", 0x4A4F, font)
        style = struct.pack("<HHHHH", 0, 1 | base << 4, 2, 0, 0)
        style += struct.pack("<H", 1) + "x\x00".encode("utf-16-le")
        style += struct.pack("<HH", 2, 0) + struct.pack("<H", len(run)) + run
        found += struct.pack("<H", len(style)) + style
    return found


def _font_table(fonts: tuple[str, ...]) -> bytes:
    found = struct.pack("<HH", len(fonts), 0)
    for name in fonts:
        content = bytes(39) + f"{name}\x00".encode("utf-16-le")
        found += bytes((len(content),)) + content
    return found


def _store(content: bytes, sectors: list[bytes], fat: list[int], fill: bytes = b"\x00") -> int:
    start = len(sectors)
    count = max(-(-len(content) // _SECTOR), 1)
    for number in range(count):
        part = content[number * _SECTOR : (number + 1) * _SECTOR]
        sectors.append(part.ljust(_SECTOR, fill))
        fat.append(start + number + 1 if number + 1 < count else _END)
    return start


def _entry(name: str, kind: int, start: int, size: int, *, following: int) -> bytes:
    """Return a directory entry; siblings, sorted, hang on each other's right side."""
    raw = f"{name}\x00".encode("utf-16-le")
    links = struct.pack("<III", _FREE, following, 1 if kind == 5 else _FREE)
    return struct.pack("<64sHBB12s36xIQ", raw, len(raw), kind, 1, links, start, size)
