"""FMT: thể thức, the form that NĐ 30/2020/NĐ-CP and the Party's rules prescribe."""

import re
from collections.abc import Iterator
from typing import Final

from kehoach_parser.checks.rule import Hit, edit, hit, rule
from kehoach_parser.checks.subject import Subject
from kehoach_parser.lexicon.doctypes import type_of_code
from kehoach_parser.model import Severity
from kehoach_parser.text.folding import fold
from kehoach_parser.text.patterns import pattern

_NUMBER: Final = "NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.3; HD 36-HD/VPTW"
_MOTTOS: Final = ("cộng hòa xã hội chủ nghĩa việt nam", "đảng cộng sản việt nam",
                  "đoàn tncs hồ chí minh", "đoàn thanh niên cộng sản hồ chí minh")  # fmt: skip
_KEPT: Final = pattern(r"[-\s]*(?:lưu|l\.?t)\b")
_DATE_LINE: Final = pattern(
    r"^(?:[^\W\d_][\w ]{1,40},\s*)?[Nn]gày\s+(?:\d{1,2}[/-]\d{1,2}[/-]\d{4}"
    r"|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})(?=\s*$)",
    re.MULTILINE,
)
_SHORT_DAY: Final = pattern(r"ngày\s+(?P<day>[1-9])\s+tháng|tháng\s+(?P<month>[12])\s+năm")
_ONE_DIGIT: Final = pattern(r"[1-9]")


@rule(
    "FMT001", "number-missing", Severity.WARNING,
    title=("Chưa ghi số văn bản", "The number is missing"),
    why=("Số và ký hiệu là căn cứ để đăng ký, viện dẫn và tra cứu văn bản.",
         "A document is registered, cited and found by its number and symbol."),
    source=_NUMBER,
    fires=edit(("Số: 24/KH-UBND", "Số:      /KH-UBND")),
    silent=edit(("Số: 24/KH-UBND", "Số 24 /KH-UBND")),
)  # fmt: skip
def number_missing(subject: Subject) -> Iterator[Hit]:
    """Find a document whose number is blank or not there."""
    if subject.is_official and subject.meta.number is None:
        yield hit(subject.meta.spans.get("symbol"))


@rule(
    "FMT002", "date-missing", Severity.WARNING,
    title=("Chưa ghi đủ ngày, tháng, năm ban hành", "The date of issue is not complete"),
    why=("Thời hạn tính từ ngày ban hành và hiệu lực của văn bản đều dựa vào ngày này.",
         "Terms that count from the date of issue, and the document's effect, rest on it."),
    source="NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.4",
    fires=edit(("ngày 09 tháng 3 năm 2026\n\nKẾ", "ngày      tháng 3 năm 2026\n\nKẾ")),
    silent=edit(("ngày 09 tháng 3 năm 2026\n\nKẾ", "ngày 9 tháng 3 năm 2026\n\nKẾ")),
)  # fmt: skip
def date_missing(subject: Subject) -> Iterator[Hit]:
    """Find a document without a whole date of issue, in any form."""
    if subject.is_official and subject.meta.issued_on is None and not _other_date(subject):
        yield hit(subject.meta.spans.get("place"))


@rule(
    "FMT003", "no-recipients", Severity.WARNING,
    title=("Không có phần Nơi nhận", "There are no recipients (Nơi nhận)"),
    why=("Nơi nhận cho biết ai phải thực hiện, phối hợp, kiểm tra và lưu văn bản.",
         "The recipients are those who carry the document out, help, inspect and keep it."),
    source="NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.9",
    fires=edit(("Nơi nhận:\n- Văn phòng Ủy ban nhân dân tỉnh;\n- Sở Nội vụ;\n- Sở Tài chính;\n"
                "- Các sở, ban, ngành;\n- Lưu: VT, NC.\n", "")),
    silent=edit(("Nơi nhận:\n", "NƠI NHẬN:\n")),
)  # fmt: skip
def no_recipients(subject: Subject) -> Iterator[Hit]:
    """Find a document that says nobody it goes to."""
    if subject.is_official and not subject.meta.recipients:
        yield hit()


@rule(
    "FMT004", "no-signer", Severity.WARNING,
    title=("Không có người ký", "There is no signer"),
    why=("Văn bản phải có chức vụ, họ và tên của người có thẩm quyền ký.",
         "A document bears the position and the full name of whoever may sign it."),
    source="NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.7",
    fires=edit(("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNguyễn Văn Minh\n", "")),
    silent=edit(("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n",
                 "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n")),
)  # fmt: skip
def no_signer(subject: Subject) -> Iterator[Hit]:
    """Find a document that nobody signs."""
    if subject.is_official and not subject.meta.signers and not subject.meta.signatures:
        yield hit()


@rule(
    "FMT005", "date-form", Severity.INFO,
    title=("Địa danh và thời gian ban hành ghi không đúng mẫu",
           "Place and date of issue are not in the prescribed form"),
    message=("“{text}”: phải ghi “địa danh, ngày … tháng … năm …”",
             "“{text}” should read “place, ngày … tháng … năm …”"),
    why=("Địa danh đứng trước, cách dấu phẩy; ngày, tháng, năm ghi đầy đủ bằng chữ số Ả Rập.",
         "The place comes first, then a comma; day, month and year are written out."),
    source="NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.4",
    fires=edit(("Sơn Hải, ngày 09 tháng 3 năm 2026\n\nKẾ", "Ngày 09 tháng 3 năm 2026\n\nKẾ")),
    silent=edit(("Sơn Hải, ngày 09", "Phường Sơn Hải, ngày 09")),
)  # fmt: skip
def date_form(subject: Subject) -> Iterator[Hit]:
    """Find a date in the head that lacks its place or its words."""
    found = _other_date(subject)
    whole = subject.meta.issued_on is not None and subject.meta.place is not None
    if subject.is_official and not whole and found:
        yield hit(found.span(), text=found[0])


def _other_date(subject: Subject) -> re.Match[str] | None:
    """Return a date line above the title that is not in the prescribed form."""
    title = subject.meta.spans.get("title")
    return _DATE_LINE.search(subject.plan.text, 0, title[0] if title else 0)


@rule(
    "FMT006", "no-issuer", Severity.WARNING,
    title=("Phần đầu không ghi tên cơ quan ban hành", "The head does not name the issuing body"),
    why=("Tên cơ quan ban hành đứng ở góc trái phần đầu, viết đầy đủ theo quyết định thành lập.",
         "The issuing body stands at the head's left, by the name it was founded with."),
    source="NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.2",
    fires=edit(("ỦY BAN NHÂN DÂN\nTỈNH SƠN HẢI\nSố", "Số")),
    silent=edit(("ỦY BAN NHÂN DÂN\nTỈNH SƠN HẢI\nSố", "UBND TỈNH SƠN HẢI\nSố")),
)  # fmt: skip
def no_issuer(subject: Subject) -> Iterator[Hit]:
    """Find a document whose head names no body."""
    if subject.is_official and (
        subject.meta.issuer is None or any(subject.noticed("issuer-inferred"))
    ):
        yield hit()


@rule(
    "FMT007", "type-against-symbol", Severity.WARNING,
    title=("Tên loại và ký hiệu của văn bản không khớp",
           "The document's type and its symbol disagree"),
    message=("Tên loại là {type} nhưng ký hiệu {symbol} là của {other}",
             "The type is {type}, but the symbol {symbol} is that of {other}"),
    why=("Ký hiệu ghi chữ viết tắt tên loại văn bản; không khớp thì vào sổ và tra cứu sai.",
         "The symbol abbreviates the type; where they disagree the document is filed wrongly."),
    source="NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.3 và Phụ lục III",
    fires=edit(("Số: 24/KH-UBND", "Số: 24/QĐ-UBND")),
    silent=edit(("Số: 24/KH-UBND", "Số: 24/KH-SNV")),
)  # fmt: skip
def type_against_symbol(subject: Subject) -> Iterator[Hit]:
    """Find a symbol that begins with the letters of another type than the title's."""
    meta = subject.meta
    other = type_of_code(meta.code or meta.symbol or "")
    if meta.document_type and other and other.code != meta.document_type.code:
        yield hit(meta.spans.get("symbol"), type=meta.document_type.name, symbol=meta.symbol,
                  other=other.name)  # fmt: skip


@rule(
    "FMT008", "number-one-digit", Severity.INFO,
    title=("Số dưới 10 phải thêm số 0 ở trước", "A number below 10 has a 0 before it"),
    message=("Số {number} phải ghi là 0{number}", "Number {number} is written 0{number}"),
    why=("Đối với những số nhỏ hơn 10 phải ghi thêm số 0 phía trước.",
         "The Decree puts a 0 before numbers below 10."),
    source=_NUMBER,
    fires=edit(("Số: 24/KH-UBND", "Số: 4/KH-UBND")),
    silent=edit(("Số: 24/KH-UBND", "Số: 04/KH-UBND")),
)  # fmt: skip
def number_one_digit(subject: Subject) -> Iterator[Hit]:
    """Find a number of one digit."""
    number = subject.meta.number
    if number and _ONE_DIGIT.fullmatch(number):
        yield hit(subject.meta.spans.get("number"), number=number)


@rule(
    "FMT009", "date-one-digit", Severity.INFO,
    title=("Ngày dưới 10 và tháng 1, 2 phải thêm số 0 ở trước",
           "Days below 10 and months 1 and 2 have a 0 before them"),
    message=("“{text}” phải ghi là “{right}”", "“{text}” is written “{right}”"),
    why=("Đối với những số thể hiện ngày nhỏ hơn 10 và tháng 1, 2 phải ghi thêm số 0 phía trước.",
         "The Decree puts a 0 before days below 10 and months 1 and 2."),
    source="NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.4",
    fires=edit(("ngày 09 tháng 3 năm 2026\n\nKẾ", "ngày 9 tháng 3 năm 2026\n\nKẾ")),
    silent=edit(("ngày 09 tháng 3 năm 2026\n\nKẾ", "ngày 12 tháng 3 năm 2026\n\nKẾ")),
)  # fmt: skip
def date_one_digit(subject: Subject) -> Iterator[Hit]:
    """Find a date of issue with a day or month of one digit that needs two."""
    span = subject.meta.spans.get("issued_on")
    if span is None or subject.meta.issued_on is None:
        return
    for match in _SHORT_DAY.finditer(subject.plan.text, *span):
        digit = match["day"] or match["month"]
        yield hit(match.span(), text=match[0], right=match[0].replace(digit, f"0{digit}"))


@rule(
    "FMT010", "no-motto", Severity.WARNING,
    title=("Phần đầu không có Quốc hiệu (hoặc tiêu đề Đảng)",
           "The head has no national name (or the Party's)"),
    why=("Văn bản nhà nước mở đầu bằng Quốc hiệu và Tiêu ngữ, văn bản của Đảng bằng tiêu đề “ĐẢNG"
         " CỘNG SẢN VIỆT NAM”.",
         "A state document opens with the national name and motto, a Party document with ĐẢNG CỘNG"
         " SẢN VIỆT NAM."),
    source="NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.1; HD 36-HD/VPTW; QĐ 399-QĐ/TW",
    fires=edit(("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n", "")),
    silent=edit(("CỘNG HÒA XÃ", "CỘNG HOÀ XÃ")),
)  # fmt: skip
def no_motto(subject: Subject) -> Iterator[Hit]:
    """Find a document whose head bears neither the State's name nor the Party's."""
    head = fold(subject.plan.text[: subject.head_end])
    if subject.is_official and head and not any(words in head for words in _MOTTOS):
        yield hit()


@rule(
    "FMT011", "no-title", Severity.WARNING,
    title=("Không có trích yếu", "There is no subject line (trích yếu)"),
    why=("Trích yếu phản ánh khái quát nội dung chủ yếu của văn bản.",
         "The subject line sums up what the document is about."),
    source="NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.5",
    fires=edit(("Nâng cao chất lượng giải quyết thủ tục hành chính năm 2026\n", "")),
    silent=edit(("Nâng cao chất lượng giải quyết thủ tục hành chính năm 2026\n",
                 "Nâng cao chất lượng giải quyết\nthủ tục hành chính năm 2026\n")),
)  # fmt: skip
def no_title(subject: Subject) -> Iterator[Hit]:
    """Find a document without its subject."""
    if subject.is_official and not subject.meta.title:
        yield hit(subject.meta.spans.get("document_type"))


@rule(
    "FMT012", "not-kept", Severity.INFO,
    title=("Nơi nhận không có mục “Lưu”", "The recipients do not say who keeps it (Lưu)"),
    why=("Dòng cuối cùng của Nơi nhận ghi chữ “Lưu”, sau đó là chữ viết tắt “VT” (Văn thư) và đơn"
         " vị soạn thảo.",
         "The last of the recipients is “Lưu”, with VT (the registry) and the drafting unit."),
    source="NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.9; HD 36-HD/VPTW",
    fires=edit(("- Các sở, ban, ngành;\n- Lưu: VT, NC.\n", "- Các sở, ban, ngành.\n")),
    silent=edit(("- Lưu: VT, NC.\n", "- Lưu VT.\n")),
)  # fmt: skip
def not_kept(subject: Subject) -> Iterator[Hit]:
    """Find recipients among whom nobody keeps the document."""
    names = subject.meta.recipients
    if names and not any(_KEPT.match(fold(name)) for name in names):
        yield hit()
