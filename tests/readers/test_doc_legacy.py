"""Word 97-2003 files in TCVN3 and VNI: the letter that is a soft hyphen, fonts for capitals."""

from contextlib import suppress
from typing import Final

import pytest

from kehoach_parser.errors import FormatError
from kehoach_parser.readers.base import Limits
from kehoach_parser.readers.doc.compound import CompoundFile
from kehoach_parser.readers.doc.word97_legacy import STAND_INS
from kehoach_parser.readers.read import read
from kehoach_parser.text.legacy_names import TCVN3, VNI
from legacy_text import encoded
from readers.doc_files import Looks, doc
from readers.shown import lines, opened

LINES: Final = [
    "Người được phân công chủ trì, phối hợp với các cơ quan",
    "Căn cứ Quyết định số 12/QĐ-UBND ngày 05/3/2026",
    "Lưu trữ",
]
FONTS: Final = ("Times New Roman", ".VnTime", ".VnTimeH")


def _old(texts: list[str], soft: str = "\x1f") -> list[str]:
    return [encoded(text, TCVN3).replace("\xad", soft) for text in texts]


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("soft", ["\x1f", "\xad"])
def test_the_letter_that_is_a_soft_hyphen(soft: str, *, packed: bool) -> None:
    document = opened(doc(_old(LINES, soft), looks=Looks(packed=packed)), "a.doc")
    assert lines(document) == LINES
    assert document.encoding == TCVN3
    assert [found.code for found in document.findings] == ["legacy-decoded"]


def test_soft_hyphens_of_unicode_are_none_of_its_letters() -> None:
    mixed = [*_old(LINES), "Thông tin li\x1fên lạc của Ủy ban nhân dân tỉnh"]
    assert lines(opened(doc(mixed), "a.doc")) == [*LINES, mixed[-1].replace("\x1f", "")]


def test_vni() -> None:
    document = opened(doc([encoded(line, VNI) for line in LINES]), "a.doc")
    assert lines(document) == LINES
    assert document.encoding == VNI


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize(
    ("looks", "expected"),
    [
        (Looks(fonts={0: 2}), [True, False, False]),
        (Looks(fonts={0: 1, 2: 2}), [False, False, True]),
        (Looks(styles=((2, 0xFFF),)), [True, True, True]),
        (Looks(styles=((None, 1), (2, 0xFFF)), fonts={1: 1}), [True, False, True]),
        (Looks(styles=((None, 0),)), [False, False, False]),
    ],
    ids=["run", "runs", "style", "base", "circle"],
)
def test_fonts_for_capitals(looks: Looks, expected: list[bool], *, packed: bool) -> None:
    small = [line.lower() for line in LINES]
    looks = Looks(packed, looks.fonts, looks.styles)
    shown = lines(opened(doc(_old(small), fonts=FONTS, looks=looks), "a.doc"))
    assert [line.isupper() for line in shown] == expected
    assert [line.lower() for line in shown] == [line.lower() for line in LINES]


def test_words_in_ascii_are_drawn_large_too() -> None:
    looks = Looks(fonts={0: 2})
    shown = lines(opened(doc(["thanh tra", *_old(LINES)], fonts=FONTS, looks=looks), "a.doc"))
    assert shown == ["THANH TRA", *LINES]


def test_a_text_that_uses_every_sign() -> None:
    document = opened(doc([STAND_INS, *_old(LINES)]), "a.doc")
    assert lines(document)[1:] == ["Người được phân công chủ trì, phối hợp với các cơ quan".replace(
        "Người", "Ngời"), LINES[1], "Lu trữ"]  # fmt: skip
    assert "doc-soft-hyphens" in [found.code for found in document.findings]


def test_damaged_tables_do_no_harm() -> None:
    looks = Looks(fonts={0: 2, 1: 1}, styles=((1, 1), (2, 0)))
    whole = doc(_old(LINES), fonts=FONTS, looks=looks)
    for at in range(512, len(whole), 41):
        damaged = bytearray(whole)
        damaged[at] ^= 0xFF
        with suppress(FormatError):
            assert read(bytes(damaged), "a.doc", Limits()).format == "doc"


def test_streams_are_replaced_as_a_whole() -> None:
    file = CompoundFile(doc(LINES), "a.doc")
    main = file.read("WordDocument")
    changed = main[:-1] + b"x"
    assert CompoundFile(file.replaced("WordDocument", changed), "a.doc").read(
        "WordDocument"
    ) == changed  # fmt: skip
    for stream, content in (("WordDocument", main[1:]), ("1Table", file.read("1Table"))):
        with pytest.raises(ValueError, match=stream):
            file.replaced(stream, content)
