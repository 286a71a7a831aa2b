"""Scans from file to document: modes, formats, what is missing, what is kept."""

from pathlib import Path

import pytest

from kehoach_parser.errors import FormatError, UsageError
from kehoach_parser.readers import ocr_engines
from kehoach_parser.readers.base import DEFAULT_LIMITS, Limits, Recognition
from kehoach_parser.readers.detect import read
from kehoach_parser.text.document import Document
from kehoach_parser.text.source import build
from readers.ocr_pictures import PRINTED, cut, drawn, needs_tesseract, needs_trueocr, packed
from readers.pdf_files import Page, pdf

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
