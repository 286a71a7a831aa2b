"""Scans from file to document: modes, formats, what is missing, what is kept."""

from pathlib import Path

import pytest

from kehoach_parser import parse, parse_bytes
from kehoach_parser.errors import FormatError, UsageError
from kehoach_parser.lexicon.ocr_words import bare
from kehoach_parser.readers.base import DEFAULT_LIMITS, Limits, Recognition
from kehoach_parser.readers.ocr import engines as ocr_engines
from kehoach_parser.readers.read import read
from kehoach_parser.text.document import Document
from kehoach_parser.text.source import build
from readers.ocr_pictures import (
    PRINTED,
    cut,
    drawn,
    needs_tesseract,
    needs_tesserocr,
    needs_trueocr,
    packed,
)
from readers.pdf_files import Page, Text, pdf
from samples_source.scan_pages import as_pdf, stamped
from samples_source.scan_pages import drawn as colours

_LAST = 2
"""The page of the printed sample that bears the signature."""

SCAN = pdf([Page(picture=True)])


def _limits(*chosen: str | None) -> Limits:
    return DEFAULT_LIMITS._replace(ocr=Recognition(*chosen))  # type: ignore[arg-type]


def _text(document: Document) -> str:
    return build(document).text


@needs_trueocr
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "PDF"])
def test_each_format_of_a_scan_is_read(kind: str) -> None:
    found = read(packed(cut(drawn(0), 0.05, 0.3), kind), "quet", DEFAULT_LIMITS)

    assert found.format == {"JPEG": "jpg"}.get(kind, kind.lower())
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in _text(found)
    assert found.ocr is not None
    assert found.ocr.startswith("trueocr ")
    assert found.findings[0].code == "ocr-used"


@needs_tesseract
def test_tesseract_reads_where_it_is_asked_for() -> None:
    found = read(packed(cut(drawn(0), 0.05, 0.3)), "quet", _limits("auto", "tesseract"))

    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in _text(found)
    assert found.ocr is not None
    assert found.ocr.startswith("tesseract ")


@needs_trueocr
def test_a_good_text_layer_is_left_alone_unless_all_is_to_be_read() -> None:
    assert read(PRINTED.read_bytes(), PRINTED.name, _limits("auto")).ocr is None


@needs_trueocr
@pytest.mark.parametrize("picture", [True, False])
def test_words_that_a_scanner_put_behind_its_picture_are_read_again(*, picture: bool) -> None:
    text = "Trường tổ chức lễ khai giảng năm học mới cho học sinh các khối lớp"
    good = Page([Text(85, 100 + 20 * n, text) for n in range(3)])
    layer = Page([Text(85, 100, "Hội cha mẹ học sinh góp ý", hidden=True)], picture=picture)
    data = pdf([good, layer])

    assert ("Hội cha mẹ" in _text(read(data, "quet.pdf", DEFAULT_LIMITS))) is not picture
    assert "Hội cha mẹ" in _text(read(data, "quet.pdf", _limits("never")))


@needs_trueocr
def test_what_was_recognised_is_kept_in_a_folder_that_is_asked_for(tmp_path: Path) -> None:
    data = packed(cut(drawn(0), 0.05, 0.2))

    first = read(data, "quet", _limits("auto", None, str(tmp_path)))
    (kept,) = tmp_path.iterdir()
    again = read(data, "quet", _limits("auto", None, str(tmp_path)))
    kept.write_text("[[broken", "utf-8")

    assert first == again == read(data, "quet", _limits("auto", None, str(tmp_path)))
    assert first == read(data, "quet", DEFAULT_LIMITS)


def test_without_an_engine_the_message_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def found_nothing(_: str) -> None:
        return None

    monkeypatch.setattr(ocr_engines, "find_spec", found_nothing)

    with pytest.raises(FormatError, match=r"kehoach-parser\[ocr\]"):
        read(SCAN, "quet.pdf", DEFAULT_LIMITS)
    with pytest.raises(FormatError, match=r"kehoach-parser\[ocr\]"):
        read(b"\x89PNG\r\n\x1a\n", "quet.png", DEFAULT_LIMITS)
    with pytest.raises(UsageError, match=r"kehoach-parser\[ocr\]"):
        read(SCAN, "quet.pdf", _limits("always"))
    with pytest.raises(UsageError, match="apt install tesseract-ocr"):
        read(SCAN, "quet.pdf", _limits("auto", "tesseract"))


def test_an_unknown_engine_is_named_with_the_known_ones() -> None:
    with pytest.raises(UsageError, match="trueocr, tesseract"):
        read(SCAN, "quet.pdf", _limits("auto", "gocr"))


def test_switched_off_a_scan_is_refused() -> None:
    with pytest.raises(FormatError) as caught:
        read(b"\x89PNG\r\n\x1a\n", "quet.png", _limits("never"))
    assert caught.value.code == "needs-ocr"


@needs_trueocr
@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0\x00\x10JFIF"])
def test_a_broken_picture_is_told(data: bytes) -> None:
    with pytest.raises(FormatError) as caught:
        read(data, "quet.png", DEFAULT_LIMITS)
    assert caught.value.code == "image-broken"


@needs_trueocr
@pytest.mark.parametrize("place", [(0.6, 0.67), (0.62, 0.66)])
def test_who_signed_is_read_under_a_red_stamp(place: tuple[float, float]) -> None:
    pages = [each for number, each in enumerate(colours(PRINTED)) if number in (0, _LAST)]
    signed = as_pdf([pages[0], stamped(pages[1], (place,))], 200)

    found = parse_bytes(signed, name="quet.pdf").metadata
    printed = parse(PRINTED).metadata

    assert [(s.capacity, s.position, s.name) for s in found.signers] == [
        (s.capacity, s.position, s.name) for s in printed.signers]  # fmt: skip
    assert len(found.recipients) == len(printed.recipients)


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("trueocr", marks=needs_trueocr),
        pytest.param("tesseract", marks=needs_tesserocr),
    ],
)
def test_a_box_is_looked_at_as_one_line(name: str) -> None:
    reader = ocr_engines.engine(name)
    shown = drawn(0)
    assert reader is not None
    words = [word for word in reader.read(shown, ()) if bare(word.text) in ("ke", "hoach")][:2]
    box = (
        round(words[0].x0) - 9,
        round(words[0].top),
        round(words[1].x1) + 9,
        round(words[0].bottom),
    )

    found = reader.look(shown, box)

    assert [bare(word.text) for word in found] == ["ke", "hoach"]
    assert all(box[0] <= word.x0 < word.x1 <= box[2] for word in found)
    assert reader.look(shown, (-40, 2, -10, 40)) == []
    assert reader.look(shown, (5, 5, 60, 40)) == []
