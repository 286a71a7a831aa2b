"""Tables of contents stand apart from the text whose headings they repeat."""

import pytest

from kehoach_parser.readers.contents import without_contents
from kehoach_parser.text.document import Cell, Document, Grid, Paragraph
from readers.docx_files import docx, paragraph
from readers.shown import lines, opened

_HEADINGS = ("I. MỤC ĐÍCH", "II. NHIỆM VỤ", "1. Rà soát hồ sơ", "2. Số hóa tài liệu")
_BODY = ("KẾ HOẠCH", "Số hóa hồ sơ", *_HEADINGS, "Sở Nội vụ rà soát.")
_TITLE = "MỤC LỤC"


def _read(*texts: str) -> tuple[list[str], tuple[str, ...]]:
    document = without_contents(Document("docx", tuple(map(Paragraph, texts)), ("đầu trang",)))
    return lines(document), document.margins[1:]


def _entries(gap: str, first: int = 1) -> tuple[str, ...]:
    return tuple(f"{words}{gap}{page}" for page, words in enumerate(_HEADINGS, first))


@pytest.mark.parametrize("gap", ["\t", " ......... ", "…………", " . . . . . ", "_____"])
@pytest.mark.parametrize("title", [(_TITLE,), ("Mục lục:",), ()])
def test_entries_with_leaders(gap: str, title: tuple[str, ...]) -> None:
    entries = (*title, *_entries(gap))
    assert _read(*entries, *_BODY) == (list(_BODY), entries)


def test_entries_without_leaders_come_again_below() -> None:
    entries = (_TITLE, *_entries(" "))
    assert _read(*entries, *_BODY) == (list(_BODY), entries)
    assert _read(*entries, "KẾ HOẠCH")[1] == ()
    assert _read(*_entries(" "), *_BODY)[1] == ()


def test_an_entry_may_take_several_lines() -> None:
    entries = (_TITLE, "Trang", "I. MỤC ĐÍCH\t1", "II. NHIỆM VỤ CỦA CÁC SỞ,", "CÁC XÃ\t2")
    assert _read(*entries, *_BODY) == (list(_BODY), entries)


def test_pages_never_fall_and_what_follows_is_no_entry() -> None:
    entries = (_TITLE, *_entries("\t", 30))
    for after in ("THỰC HIỆN NGHỊ QUYẾT SỐ 57", "Số đại biểu\t12"):
        assert _read(*entries, after, *_BODY) == ([after, *_BODY], entries)


@pytest.mark.parametrize(
    "texts",
    [
        ("Xã Đông\t12", "Xã Tây\t15", "Xã Nam\t20", "Xã Bắc\t31"),
        ("I. MỤC ĐÍCH\t1", "II. NHIỆM VỤ\t2"),
        (_TITLE, "Hồ sơ gồm\t1"),
        (_TITLE, "x" * 500 + "\t1", "y\t2"),
        ("Trích yếu …………",),
    ],
)
def test_other_lists_stay(texts: tuple[str, ...]) -> None:
    assert _read(*texts, *_BODY) == ([*texts, *_BODY], ())


def test_a_document_of_nothing_else_stays() -> None:
    entries = (_TITLE, *_entries("\t"))
    assert _read(*entries) == (list(entries), ())


def test_a_table_ends_the_entries() -> None:
    grid = Grid(((Cell("A\t7", 0), Cell("B", 1)),), 2)
    found = without_contents(Document("docx", (*map(Paragraph, _entries("\t")), grid)))
    assert found.blocks[-1] is grid


def test_word_writes_them_in_a_control_of_their_own() -> None:
    entries = "".join(
        f"<w:p><w:r><w:t>{words}</w:t><w:tab/><w:t>{page}</w:t></w:r></w:p>"
        for page, words in enumerate(_HEADINGS, 1)
    )
    control = f"<w:sdt><w:sdtContent>{paragraph('Mục lục')}{entries}</w:sdtContent></w:sdt>"
    body = control + "".join(map(paragraph, _BODY))
    assert lines(opened(docx(body))) == list(_BODY)
