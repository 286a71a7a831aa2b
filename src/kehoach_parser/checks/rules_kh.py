"""KH: the file itself; what the parser has noticed while it read."""

from collections.abc import Iterator
from typing import Final

from kehoach_parser.checks.rule import Example, Hit, edit, hit, noticing, rule
from kehoach_parser.checks.subject import Subject
from kehoach_parser.model import Severity

BARRED: Final = "KH006"
"""The one finding of a secret document that says more than its title."""

_LEFT_OUT: Final = (
    "pages-cut", "page-needs-ocr", "page-broken", "pdf-mended", "html-too-deep", "doc-text-boxes",
    "docx-drawn-words", "docx-only-images",
)  # fmt: skip
"""Diagnostics that say that a part of the file was not read."""


def _never(subject: Subject) -> tuple[Hit, ...]:
    """Find nothing: who reads the file or its expectation makes these findings."""
    del subject
    return ()


UNREADABLE: Final = rule(
    "KH001", "unreadable", Severity.ERROR,
    title=("Không đọc được tệp", "The file cannot be read"),
    why=("Tệp hỏng, đặt mật khẩu, là bản quét hoặc không phải văn bản thì không kiểm tra được gì;"
         " người nhận cũng sẽ không mở được.",
         "A file that is broken, encrypted, a scan or no document at all cannot be checked; those"
         " who receive it cannot open it either."),
    fires=Example(whole=""),
    silent=edit(),
)(_never)  # fmt: skip


@rule(
    "KH002", "not-official", Severity.WARNING,
    title=("Không phải văn bản hành chính", "No administrative document"),
    why=("Không thấy số, tên loại hay quốc hiệu nên không kiểm tra được thể thức; thường là bài báo"
         " hoặc bản chép thiếu phần đầu.",
         "There is no number, type or motto, so that its form cannot be checked; it is mostly a"
         " news article, or a copy without its head."),
    source="NĐ 30/2020/NĐ-CP, Điều 8",
    fires=Example(whole="Sáng nay, Sở Nội vụ tổ chức hội nghị tập huấn.\n\nHội nghị có 80 đại biểu"
                        " từ các xã, phường tham dự.\n"),
    silent=edit(("Số: 24/KH-UBND\n", "")),
)  # fmt: skip
def not_official(subject: Subject) -> Iterator[Hit]:
    """Find a file that is no administrative document."""
    for code in ("not-a-plan", "head-lost"):
        for _ in subject.noticed(code):
            yield hit()


@rule(
    "KH003", "several-documents", Severity.WARNING,
    title=("Tệp chứa nhiều văn bản; chỉ văn bản đầu tiên được kiểm tra",
           "The file bundles several documents; only the first is checked"),
    why=("Mỗi văn bản có số, ngày và người ký riêng nên phải là một tệp riêng.",
         "Each document has its own number, date and signer, and should be its own file."),
    source="NĐ 30/2020/NĐ-CP, Phụ lục I",
    fires=edit(("PHỤ LỤC\nNHIỆM VỤ CHI TIẾT\n",
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nỦY BAN"
                " NHÂN DÂN\nTỈNH SƠN HẢI\nSố: 25/KH-UBND\n\nSơn Hải, ngày 10 tháng 3 năm"
                " 2026\n\nKẾ HOẠCH\nTập huấn công chức\n\nI. MỤC ĐÍCH\n\n1. Nâng cao kỹ"
                " năng.\n")),
    silent=edit(("PHỤ LỤC\nNHIỆM VỤ CHI TIẾT\n",
                 "PHỤ LỤC\nNHIỆM VỤ CHI TIẾT\n"
                 "(Kèm theo Kế hoạch số 24/KH-UBND ngày 09 tháng 3 năm 2026)\n")),
)  # fmt: skip
def several_documents(subject: Subject) -> Iterator[Hit]:
    """Find a file that holds more than one document."""
    for found in subject.noticed("several-documents"):
        yield hit(page=found.page)


WRONG_EXTENSION: Final = rule(
    "KH004", "wrong-extension", Severity.WARNING,
    title=("Đuôi tệp không đúng với nội dung", "The extension does not fit the content"),
    why=("Phần mềm văn phòng và trục liên thông chọn cách mở theo đuôi tệp.",
         "Office programs and exchange platforms open a file by its extension."),
    fires=Example(name="ke-hoach.docx"),
    silent=Example(name="ke-hoach.md"),
)(noticing("wrong-extension"))  # fmt: skip


PARTLY_READ: Final = rule(
    "KH005", "partly-read", Severity.WARNING,
    title=("Một phần của tệp không đọc được", "A part of the file was not read"),
    why=("Những gì không đọc được thì không được kiểm tra.", "What is not read is not checked."),
    fires=Example(whole="<html><body>" + "<div>" * 3000 + "KẾ HOẠCH<p>Kiểm tra công tác văn thư"
                        + "</div>" * 3000 + "</body></html>", name="ke-hoach.html"),
    silent=Example(whole="<html><body>" + "<div>" * 20 + "KẾ HOẠCH<p>Kiểm tra công tác văn thư"
                         + "</div>" * 20 + "</body></html>", name="ke-hoach.html"),
)(noticing(*_LEFT_OUT))  # fmt: skip


@rule(
    BARRED, "secret", Severity.WARNING,
    title=("Văn bản mang dấu độ mật", "The document bears a mark of secrecy"),
    message=("Văn bản mang dấu {mark}: không được lưu trong kho dùng chung hay đưa lên mạng",
             "The document is marked {mark}: it may neither stand in a shared repository nor go"
             " online"),
    why=("Văn bản mật chỉ được lưu, gửi theo Luật Bảo vệ bí mật nhà nước; kho mã nguồn và dịch vụ"
         " CI không phải chỗ của nó. Báo cáo không trích lời văn bản này.",
         "A secret document is kept and sent as the law on state secrets says; repositories and CI"
         " services are no place for it. Reports do not quote it."),
    source="Luật Bảo vệ bí mật nhà nước 2018; NĐ 30/2020/NĐ-CP, Phụ lục I, mục III.1",
    fires=edit(("Số: 24/KH-UBND\n", "Số: 24/KH-UBND\nMẬT\n")),
    silent=edit(("Số: 24/KH-UBND\n", "Số: 24/KH-UBND\nHỎA TỐC\n")),
)  # fmt: skip
def secret(subject: Subject) -> Iterator[Hit]:
    """Find a mark of secrecy in the head."""
    if subject.meta.secrecy:
        yield hit(subject.meta.spans.get("secrecy"), mark=subject.meta.secrecy)


EXPECTED_DIFFERS: Final = rule(
    "KH007", "expected-differs", Severity.ERROR,
    title=("Kết quả khác với tệp .expected.json", "The result differs from the .expected.json"),
    why=("Tệp mong đợi bên cạnh văn bản giữ kết quả đã được người duyệt; khác đi nghĩa là văn bản"
         " hoặc bộ đọc đã đổi. Nếu thay đổi là đúng, chạy lại với --update.",
         "The expectation beside a document holds what somebody has approved; a difference means"
         " that the document or the parser has changed. If that is right, run with --update."),
    fires=Example(expected=(('"number": "24"', '"number": "42"'),)),
    silent=Example(expected=()),
)(_never)  # fmt: skip

EXPECTED_BROKEN: Final = rule(
    "KH008", "expected-broken", Severity.ERROR,
    title=("Tệp .expected.json không đọc được", "The .expected.json cannot be read"),
    message=("{name} không đọc được hoặc không phải JSON đúng cú pháp{place};"
             " hãy tạo lại bằng --update",
             "{name} cannot be read or is no valid JSON{place}; write it anew by --update"),
    why=("Tệp mong đợi phải là JSON hợp lệ; có thể tạo lại bằng --update.",
         "The expectation must be valid JSON; --update writes it anew."),
    fires=Example(expected=(('"number": "24"', '"number": '),)),
    silent=Example(expected=()),
)(_never)  # fmt: skip

UNUSED_SUPPRESSION: Final = rule(
    "KH009", "unused-suppression", Severity.INFO,
    title=("Dòng bỏ qua trong tệp .kehoach.toml không còn tác dụng",
           "An entry of the .kehoach.toml suppresses nothing"),
    message=("Dòng bỏ qua {entry} không còn tác dụng; hãy xóa đi",
             "The entry {entry} suppresses nothing; remove it"),
    why=("Lời bỏ qua còn sót lại sẽ che lỗi mới cùng mã.",
         "An entry that is left over hides a new finding of the same code."),
    fires=Example(sidecar='[[ignore]]\ncode = "FMT001"\nreason = "văn thư cấp số sau"\n'),
    silent=Example((("Số: 24/KH-UBND", "Số:      /KH-UBND"),),
                   sidecar='[[ignore]]\ncode = "FMT001"\nreason = "văn thư cấp số sau"\n'),
)(_never)  # fmt: skip
