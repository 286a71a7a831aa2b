"""Labels in a .doc, from its lists, its styles and the properties of its paragraphs."""

import struct
from typing import Final

import pytest

from kehoach_parser.readers.doc.word97_labels import read_labels, with_numbers
from kehoach_parser.readers.doc.word97_lists import read_lists
from kehoach_parser.readers.doc.word97_text import Piece, Streams
from kehoach_parser.text.document import Cell, Grid, Paragraph

_IN_TABLE: Final = b"\x16\x24\x01"
_ROW_END: Final = _IN_TABLE + b"\x17\x24\x01"
_TEXT_AT: Final = 0x600


def _numbered(use: int, level: int = 0) -> bytes:
    return _IN_TABLE + struct.pack("<HBHH", 0x260A, level, 0x460B, use)


def _level(
    text: str, kind: int = 0, start: int = 1, *, flags: int = 0, follow: int = 0, after: int = 0
) -> bytes:
    properties = b"\x00" * 3  # what stands between a level and its text
    return (
        struct.pack("<iBB9xB8xBBBx", start, kind, flags, follow, 2, 1, after) + properties
        + struct.pack("<H", len(text)) + text.encode("utf-16-le")
    )  # fmt: skip


def _override(start: int, flags: int, level: bytes = b"") -> bytes:
    return struct.pack("<iI", start, flags) + level


def _streams(
    paragraphs: list[tuple[str, bytes]],
    lists: list[tuple[int, list[bytes]]],
    uses: list[int],
    overrides: dict[int, list[bytes]] | None = None,
) -> tuple[Streams, list[Piece]]:
    """Return streams with these paragraphs, lists (one level or nine) and list uses.

    `overrides` are what uses, by number, say of levels.
    """
    begun = [(overrides or {}).get(number, []) for number in range(len(uses))]
    raw = "".join(text for text, _ in paragraphs).encode("utf-16-le")
    main = bytearray(_TEXT_AT) + raw
    main += b"\x00" * (-len(main) % 512)
    page = bytearray(512)
    places = [_TEXT_AT]
    for text, _ in paragraphs:
        places.append(places[-1] + 2 * len(text))
    struct.pack_into(f"<{len(places)}I", page, 0, *places)
    at = 510
    for number, (_, said) in enumerate(paragraphs):
        if said:
            words = (len(said) + 3) // 2
            at -= 2 + 2 * words
            page[at : at + 4] = bytes((0, words, 0, 0))
            page[at + 4 : at + 4 + len(said)] = said
            page[4 * len(places) + 13 * number] = at // 2
    page[-1] = len(paragraphs)
    index = struct.pack("<III", _TEXT_AT, places[-1], len(main) // 512)
    main += page
    table = bytearray()

    def place(at: int, content: bytes) -> None:
        struct.pack_into("<II", main, at, len(table), len(content))
        table.extend(content)

    place(0x102, index)
    records = (struct.pack("<i8xB3x", use, len(own)) for use, own in zip(uses, begun, strict=True))
    place(
        0x2EA,
        struct.pack("<I", len(uses)) + b"".join(records)
        + b"".join(b"\xff" * 4 + b"".join(own) for own in begun),
    )  # fmt: skip
    heads = b"".join(struct.pack("<i22xBx", name, len(levels) == 1) for name, levels in lists)
    place(0x2E2, struct.pack("<H", len(lists)) + heads)
    table.extend(b"".join(b"".join(levels) for _, levels in lists))
    piece = Piece(0, len(raw) // 2, _TEXT_AT, 2)
    return Streams(bytes(main), bytes(table)), [piece]


_SIMPLE: Final = [(7, [_level("\x00.")])]


def _row(first: str, said: bytes, *others: str) -> list[tuple[str, bytes]]:
    cells = [(f"{first}\x07", said), *((f"{other}\x07", _IN_TABLE) for other in others)]
    return [*cells, ("\x07", _ROW_END)]


def test_rows_are_found_by_the_words_of_their_other_cells() -> None:
    paragraphs = [
        ("Phân công\r", b""),
        *_row("TT", _IN_TABLE, "Việc", "Ai"),
        *_row("", _numbered(1), "Rà soát", "Sở Y tế"),
        *_row("", _numbered(1), "Lập danh mục", ""),
        *_row("", _IN_TABLE, "Không số", ""),
        ("Khác\r", b""),
    ]
    streams, pieces = _streams(paragraphs, _SIMPLE, [7])
    numbers = read_labels(streams, pieces).rows
    assert numbers == {"RàsoátSởYtế": ["1."], "Lậpdanhmục": ["2."]}
    grid = Grid(
        (
            (Cell("TT", 0), Cell("Việc", 1), Cell("Ai", 2)),
            (Cell("", 0), Cell("Rà soát", 1), Cell("Sở\nY tế", 2)),
            (Cell("", 0), Cell("Lập danh mục", 1), Cell("", 2)),
            (Cell("", 0), Cell("Không số", 1), Cell("", 2)),
            (Cell("Lập danh mục", 1),),
        ),
        3,
    )
    other, numbered = with_numbers((Paragraph("a"), grid), numbers)
    assert other == Paragraph("a")
    assert isinstance(numbered, Grid)
    assert [row[0].text for row in numbered.rows] == ["TT", "1.", "2.", "", "Lập danh mục"]
    assert numbers["Lậpdanhmục"] == ["2."]


def test_numbers_count_through_the_text_and_rows_alike_take_turns() -> None:
    paragraphs = [
        ("Chung\r", struct.pack("<HH", 0x460B, 1)),
        *_row("", _numbered(1), "Như trên"),
        *_row("", _numbered(1), "Như trên"),
    ]
    streams, pieces = _streams(paragraphs, _SIMPLE, [7])
    assert read_labels(streams, pieces).rows == {"Nhưtrên": ["2.", "3."]}


@pytest.mark.parametrize(
    ("levels", "depths", "labels"),
    [
        ([_level("\x00)", 4)], [0, 0], ["a) ", "b) "]),
        ([_level("\x00", 1, 3)], [0, 0], ["III ", "IV "]),
        ([_level("\uf0b7", 23)], [0], ["- "]),
        ([_level("\x00."), _level("\x00.\x01"), *[_level("")] * 7], [0, 1, 1, 0, 1, 2],
         ["1. ", "1.1 ", "1.2 ", "2. ", "2.1 ", ""]),
        ([_level("Điều \x00:")], [0, 5], ["Điều 1: ", ""]),
        ([_level("\x00.", follow=2)], [0], ["1."]),
        ([_level("\x00.", 1), _level("\x00.\x01.", flags=4), *[_level("")] * 7], [0, 1],
         ["I. ", "1.1. "]),
        ([_level("\x00."), _level("\x01)", flags=8, after=0), *[_level("")] * 7],
         [0, 1, 0, 1], ["1. ", "1) ", "2. ", "2) "]),
    ],
)  # fmt: skip
def test_labels_have_the_form_of_their_level(
    levels: list[bytes], depths: list[int], labels: list[str]
) -> None:
    lists = read_lists(_streams([("a\r", b"")], [(9, levels)], [4, 9])[0])
    assert [lists.label(2, depth) for depth in depths] == labels
    assert lists.label(1, 0) == lists.label(3, 0) == lists.label(0, 0) == ""


def test_broken_lists_are_an_error_that_the_reader_knows() -> None:
    streams, pieces = _streams(_row("", _numbered(1), "a"), _SIMPLE, [7])
    for size in range(len(streams.table)):
        cut = Streams(streams.main, streams.table[:size])
        try:
            assert isinstance(read_labels(cut, pieces).rows, dict)
        except (struct.error, IndexError):
            continue


@pytest.mark.parametrize(
    ("override", "labels"),
    [
        ([], ["1. ", "2. ", "3. ", "4. "]),
        ([_override(1, 0x10)], ["1. ", "2. ", "1. ", "2. "]),
        ([_override(5, 0x10)], ["1. ", "2. ", "5. ", "6. "]),
        ([_override(1, 0x30, _level("\x00)", 4, 3))], ["1. ", "2. ", "c) ", "d) "]),
        ([_override(1, 0x20, _level("\x00)"))], ["1. ", "2. ", "3) ", "4) "]),
        ([_override(7, 0x13)], ["1. ", "2. ", "3. ", "4. "]),
    ],
)
def test_a_use_may_begin_anew(override: list[bytes], labels: list[str]) -> None:
    """Word writes so what "Restart at 1" makes of a list."""
    streams, _ = _streams([("a\r", b"")], _SIMPLE, [7, 7], {1: override})
    lists = read_lists(streams)
    assert [lists.label(use, 0) for use in (1, 1, 2, 2)] == labels


def test_paragraphs_have_the_labels_of_their_lists_and_styles() -> None:
    paragraphs = [
        ("Chung\r", struct.pack("<HH", 0x460B, 1)),
        ("Không số\r", b""),
        ("Không số\r", struct.pack("<HH", 0x460B, 1)),
        ("\x13 REF x \x14Mục đích\x15\r", struct.pack("<HH", 0x460B, 1)),
        ("Khác\r", b""),
    ]
    labels = read_labels(*_streams(paragraphs, _SIMPLE, [7]))
    assert [labels.take(text) for text in ("Chung", "Không số", "Không số", "Mục đích")] == [
        "1. ", "", "2. ", "3. ",
    ]  # fmt: skip
    assert labels.take("Chung") is None, "each label is used once"
    assert labels.take("Khác") is None, "no list numbers it"


def test_a_style_numbers_its_paragraphs() -> None:
    said = struct.pack("<HH", 0, 0x460B) + struct.pack("<H", 1)
    style = struct.pack("<HHHHH", 0, 1 | 0xFFF << 4, 2, 0, 0) + struct.pack("<H", 1)
    style += "x\x00".encode("utf-16-le") + struct.pack("<H", len(said)) + said + b"\x00\x00"
    based = struct.pack("<HHHHH", 0, 1 | 0 << 4, 2, 0, 0) + struct.pack("<H", 1)
    based += "y\x00".encode("utf-16-le") + struct.pack("<HH", 2, 0) + b"\x00\x00"
    sheet = struct.pack("<HHHHHHHHHH", 18, 2, 10, 0, 0, 0, 0, 0, 0, 0)
    sheet += b"".join(struct.pack("<H", len(one)) + one for one in (style, based))
    # What says of itself that it is in no list has style 1, all others style 0.
    paragraphs = [("Mục đích\r", b""), ("Yêu cầu\r", struct.pack("<HH", 0x460B, 0))]
    streams, pieces = _streams(paragraphs, _SIMPLE, [7])
    main = bytearray(streams.main)
    struct.pack_into("<II", main, 0xA2, len(streams.table), len(sheet))
    labels = read_labels(Streams(bytes(main), streams.table + sheet), pieces)
    assert labels.take("Mục đích") == "1. "
    assert labels.take("Yêu cầu") is None
