"""PDFs that cannot be read as they are: scans, rubbish, locks, breaks, limits."""

from dataclasses import replace

import pytest

from kehoach_parser.errors import FormatError, LimitError
from kehoach_parser.readers.base import DEFAULT_LIMITS, Recognition
from kehoach_parser.readers.pdf.reader import read_pdf
from kehoach_parser.readers.read import read
from kehoach_parser.text.document import Document, SignatureMark
from readers.pdf_files import Page, Stamp, Text, pdf, repeated

WORDS = "Trường tổ chức lễ khai giảng năm học mới cho học sinh các khối lớp"
OPENER = "mo-ra"
GOOD = Page([Text(85, 100 + 20 * n, WORDS) for n in range(3)])
SCAN = Page(picture=True)
SIGNED = Page(
    stamps=[Stamp((20, 20, 300, 60), (Text(24, 30, "Ký bởi: Cục Thống kê", 8),
                                      Text(24, 40, "Ngày ký: 01/02/2026 10:11:12", 8)))],
    picture=True,
)  # fmt: skip


WITHOUT_OCR = DEFAULT_LIMITS._replace(ocr=Recognition("never"))


def _read(data: bytes, **limits: object) -> Document:
    return read(data, "thu.pdf", WITHOUT_OCR._replace(**limits))  # type: ignore[arg-type]


def _code(data: bytes, **limits: object) -> str:
    with pytest.raises(FormatError) as caught:
        _read(data, **limits)
    return caught.value.code


def _shifted(text: str, by: int) -> str:
    return "".join(char if char == " " else chr(ord(char) + by) for char in text)


@pytest.mark.parametrize(
    "page",
    [
        SCAN,
        SIGNED,
        Page([replace(text, text=_shifted(text.text, 1)) for text in GOOD.items
              if isinstance(text, Text)]),
        Page([Text(85, 100 + 20 * n, "Trucrng t6 chirc 16 khai gi6ng n5m hqc mdi cho hgc sinh")
              for n in range(3)], picture=True),
        Page([Text(85, 100 + 20 * n, "Bao cao két qua thang, quy, nam theo mau dinh kém; ky bao")
              for n in range(3)], picture=True),
        Page([Text(85, 100 + 20 * n, "!# $%&' ()*+ ,- <=>? @A #B$ [ C%") for n in range(3)]),
    ],
    ids=["scan", "only-a-signature", "no-unicode", "wrong-language", "few-marks", "signs"],
)  # fmt: skip
def test_a_file_without_usable_text_needs_ocr(page: Page) -> None:
    data = pdf([page])

    assert _code(data) == "needs-ocr"
    with pytest.raises(FormatError, match="--ocr auto"):
        _read(data)


def test_a_page_without_usable_text_is_reported() -> None:
    found = _read(pdf([GOOD, SCAN, SIGNED]))

    assert [(f.code, f.page) for f in found.findings] == [
        ("page-needs-ocr", 2), ("page-needs-ocr", 3),
    ]  # fmt: skip
    assert found.signatures == (SignatureMark("Cục Thống kê", "2026-02-01T10:11:12"),)


def test_blank_pages_are_no_scans() -> None:
    assert not _read(pdf([GOOD, Page()])).findings
    assert _code(pdf([Page(), Page()])) == "pdf-blank"


def test_figures_and_forms_are_text() -> None:
    rows = [
        "12.450 (+3,5%) | 8.120 / 9.300",
        "........./......... 01-15/3: 7 & 8",
        "[ ] Có  [ ] Không *",
    ]
    page = Page([Text(85, 100 + 20 * n, rows[n % 3]) for n in range(9)])

    assert not _read(pdf([page])).findings


def test_short_forms_are_no_rubbish() -> None:
    items = ["- TTr. HĐND, UBND, UBMTTQVN;", "- VP ĐĐBQH&HĐND; BTV ĐTNCSHCM;",
             "- TCT, BQL, QLDA, KTHT, LĐTBXH;",
             "- Lưu: VT, KSTTHC, CNXD, NNTN. (H-25b)"]  # fmt: skip
    page = Page([Text(85, 100 + 20 * n, item) for n, item in enumerate(items * 2)])

    assert not _read(pdf([page])).findings


def test_few_words_are_not_judged() -> None:
    assert _read(pdf([Page([Text(85, 100, "QWZX 12 KPJ")])])).blocks


def test_few_words_in_the_letters_of_rubbish_pages_are_left_to_ocr() -> None:
    signs = [Text(85, 100 + 20 * n, "!# $%&' ()*+ ,- <=>? @A #B$ [ C%") for n in range(3)]
    last = Page([Text(85, 100, "v:+ 6 X Y G( 4pJPL")])
    own = Page([Text(85, 100, "Nguyễn Văn Định")])

    assert _code(pdf([Page(signs), last])) == "needs-ocr"
    assert [f.page for f in _read(pdf([Page(signs), last, own])).findings] == [1]


def test_a_password_opens_a_locked_file() -> None:
    data = pdf([GOOD], password=OPENER)

    assert _code(data) == "pdf-password"
    assert _code(data, password=OPENER[1:]) == "pdf-password-wrong"
    assert _read(data, password=OPENER).blocks == _read(pdf([GOOD])).blocks
    with pytest.raises(FormatError, match="--password"):
        _read(data)


@pytest.mark.parametrize(
    "data",
    [b"%PDF-1.4\n", b"%PDF-1.7\n" + bytes(range(256)) * 20, pdf([GOOD])[:300]],
    ids=["nine-bytes", "rubbish", "cut-short"],
)
def test_a_broken_file_is_refused(data: bytes) -> None:
    assert _code(data) == "pdf-broken"


def test_what_a_cut_file_still_holds_is_read_and_reported() -> None:
    found = _read(pdf([GOOD]).replace(b"startxref\n", b"startxref\n9"))

    assert found.blocks
    assert [f.code for f in found.findings] == ["pdf-mended"]


def test_a_page_tree_that_names_itself_ends() -> None:
    looped = repeated(1).replace(b"/Kids[3 0 R ]", b"/Kids[2 0 R ]")

    assert _code(looped) in {"pdf-empty", "pdf-blank", "pdf-broken"}


def test_pages_over_the_limit_are_left_out_and_reported() -> None:
    pages = [Page([Text(85, 400, f"Ngày thứ {n}.")]) for n in range(5)]

    found = _read(pdf(pages), max_pages=3)

    assert found.pages == 5
    assert [(f.code, dict(f.params)) for f in found.findings] == [
        ("pages-cut", {"pages": "5", "most": "3"})
    ]
    assert [block.page for block in found.blocks] == [1, 2, 3]


def test_a_tree_of_a_hundred_thousand_pages_ends_soon() -> None:
    assert _code(repeated(100_000)) == "pdf-blank"


def test_a_file_that_takes_too_long_is_stopped() -> None:
    with pytest.raises(LimitError) as caught:
        _read(pdf([GOOD] * 3), timeout=-1.0)
    assert caught.value.code == "pdf-timeout"


def test_reading_twice_gives_the_same() -> None:
    data = pdf([GOOD, SIGNED])

    assert read_pdf(data, "a.pdf", DEFAULT_LIMITS) == read_pdf(data, "a.pdf", DEFAULT_LIMITS)
