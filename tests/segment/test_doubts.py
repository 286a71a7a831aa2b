"""Doubts of OCR: a doubtful number counts as blank, a doubtful fact is told and less sure."""

from typing import Final

from kehoach_parser.extract.citations import find_references
from kehoach_parser.segment.doubts import doubtful, with_confidence, without_guesses
from kehoach_parser.segment.header import read_header
from kehoach_parser.text.document import Document, Doubt, Paragraph
from kehoach_parser.text.source import SourceText, build

HEAD: Final = (
    "ỦY BAN NHÂN DÂN TỈNH SƠN HẢI",
    "Số: 45/KH-UBND",
    "Sơn Hải, ngày 12 tháng 3 năm 2026",
    "KẾ HOẠCH",
    "Kiểm tra công tác văn thư",
    "Căn cứ Quyết định số 31/QĐ-UBND ngày 02/01/2026",
)


def _source(word: str, sure: float = 0.3) -> SourceText:
    """Return the text with one word that OCR was not sure of."""
    blocks: list[Paragraph] = []
    for line in HEAD:
        at = line.find(word)
        doubts = (Doubt(at, at + len(word), sure),) if at >= 0 else ()
        blocks.append(Paragraph(line, confidence=0.9, doubts=doubts))
    return build(Document("pdf", tuple(blocks)))


def test_a_doubtful_number_is_blank() -> None:
    source = _source("45/KH-UBND")

    header = without_guesses(source, read_header(source))

    assert (header.metadata.number, header.metadata.code) == (None, None)
    assert header.metadata.symbol == "KH-UBND"
    assert "ocr-number-doubtful" in [found.code for found in header.findings]


def test_other_doubts_in_the_head_are_told() -> None:
    source = _source("12", 0.5)

    header = without_guesses(source, read_header(source))

    assert header.metadata.code == "45/KH-UBND"
    assert str(header.metadata.issued_on) == "2026-03-12"
    (found,) = [found for found in header.findings if found.code == "ocr-doubtful"]
    assert found.span is not None
    assert "12 tháng 3" in source.text[slice(*found.span)]


def test_a_day_that_is_a_guess_is_blank() -> None:
    source = _source("12", 0.3)

    header = without_guesses(source, read_header(source))

    assert header.metadata.issued_on is None
    assert header.metadata.place == "Sơn Hải"
    (found,) = [found for found in header.findings if found.code.startswith("ocr-")]
    assert (found.code, dict(found.params)) == (
        "ocr-date-doubtful", {"text": "ngày 12 tháng 3 năm 2026"})  # fmt: skip


def test_a_day_stands_where_only_its_letters_are_doubtful() -> None:
    source = _source("tháng", 0.3)

    assert without_guesses(source, read_header(source)).metadata.issued_on is not None


def test_a_fact_is_as_sure_as_its_least_sure_word() -> None:
    source = _source("31/QĐ-UBND")
    (citation,) = find_references(source, read_header(source)).citations

    (less,) = with_confidence(source, [citation])

    assert less.confidence == 0.3
    assert [found.code for found in doubtful(source, [citation.span])] == ["ocr-doubtful"]


def test_without_doubts_nothing_changes() -> None:
    source = _source("không có")
    header = read_header(source)

    assert source.doubts == ()
    assert without_guesses(source, header) is header
