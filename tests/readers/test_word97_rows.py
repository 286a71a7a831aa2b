"""Numbers of rows in a .doc, from its lists and the properties of its paragraphs."""

import struct
from typing import Final

import pytest

from kehoach_parser.readers.doc.word97_lists import read_lists
from kehoach_parser.readers.doc.word97_rows import row_numbers, with_numbers
from kehoach_parser.readers.doc.word97_text import Piece, Streams
from kehoach_parser.text.document import Cell, Grid, Paragraph

_IN_TABLE: Final = b"\x16\x24\x01"
_ROW_END: Final = _IN_TABLE + b"\x17\x24\x01"
_TEXT_AT: Final = 0x600


def _numbered(use: int, level: int = 0) -> bytes:
    return _IN_TABLE + struct.pack("<HBHH", 0x260A, level, 0x460B, use)


def _level(text: str, kind: int = 0, start: int = 1) -> bytes:
    properties = b"\x00" * 3  # what stands between a level and its text
    return (
        struct.pack("<iBx9xB8xBB2x", start, kind, 0, 2, 1) + properties
        + struct.pack("<H", len(text)) + text.encode("utf-16-le")
    )  # fmt: skip


def _streams(
    paragraphs: list[tuple[str, bytes]], lists: list[tuple[int, list[bytes]]], uses: list[int]
) -> tuple[Streams, list[Piece]]:
    """Return streams with these paragraphs, lists (one level or nine) and list uses."""
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
    place(0x2EA, struct.pack("<I", len(uses)) + b"".join(struct.pack("<i12x", use) for use in uses))
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
    numbers = row_numbers(streams, pieces)
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
    assert row_numbers(streams, pieces) == {"Nhưtrên": ["2.", "3."]}


@pytest.mark.parametrize(
    ("levels", "depths", "labels"),
    [
        ([_level("\x00)", 4)], [0, 0], ["a)", "b)"]),
        ([_level("\x00", 1, 3)], [0, 0], ["III", "IV"]),
        ([_level("\uf0b7", 23)], [0], ["-"]),
        ([_level("\x00."), _level("\x00.\x01"), *[_level("")] * 7], [0, 1, 1, 0, 1, 2],
         ["1.", "1.1", "1.2", "2.", "2.1", ""]),
        ([_level("Điều \x00:")], [0, 5], ["Điều 1:", ""]),
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
            assert isinstance(row_numbers(cut, pieces), dict)
        except (struct.error, IndexError):
            continue
