"""Text without its paragraph breaks in files of word processors."""

from kehoach_parser.readers.pasted import with_breaks
from kehoach_parser.text.document import Cell, Document, Grid, Paragraph
from readers.docx_files import docx, paragraph
from readers.odt_files import odt, p
from readers.rtf_files import rtf
from readers.shown import lines, opened

_TEXT = (
    "ỦY BAN NHÂN DÂN TỈNH HẠ LONG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc "
    "------------- Số: 12/KH-UBND Hạ Long, ngày 05 tháng 3 năm 2026 KẾ HOẠCH Trồng rừng năm 2026 "
    "I. MỤC ĐÍCH 1. Nâng độ che phủ của rừng. 2. Giữ nguồn nước cho các hồ. II. NHIỆM VỤ 1. Sở "
    "Nông nghiệp và Môi trường cấp cây giống. 2. Công an tỉnh tuần tra, bảo vệ rừng."
)
_SHOWN = [
    "I. MỤC ĐÍCH", "1. Nâng độ che phủ của rừng.", "2. Giữ nguồn nước cho các hồ.", "II. NHIỆM VỤ",
    "1. Sở Nông nghiệp và Môi trường cấp cây giống.", "2. Công an tỉnh tuần tra, bảo vệ rừng.",
]  # fmt: skip


def test_breaks_are_found_again_in_every_format() -> None:
    first, title, second = _TEXT.partition("Trồng rừng năm 2026")
    halves = (first, title + second)
    files = (
        docx("".join(map(paragraph, halves))),
        odt("".join(map(p, halves))),
        rtf("".join(rf"\pard {half}\par " for half in halves)),
    )
    for data in files:
        assert lines(opened(data, "a.docx"))[-6:] == _SHOWN


def test_what_somebody_laid_out_stays() -> None:
    plain = Paragraph(_TEXT)
    for more in (
        Paragraph("Mục", bold=3),
        Paragraph("Mục", centered=True),
        Grid(((Cell("a", 0),),), 1),
    ):
        document = Document("docx", (plain, more))
        assert with_breaks(document) is document
    assert with_breaks(Document("docx", ())).blocks == ()
    ordinary = Document("docx", (Paragraph("I. MỤC ĐÍCH"), Paragraph("1. Nâng độ che phủ.")))
    assert with_breaks(ordinary) is ordinary
