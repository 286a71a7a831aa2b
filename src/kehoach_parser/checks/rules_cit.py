"""CIT: the documents that a plan cites."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from kehoach_parser.checks.rule import Hit, as_noticed, edit, hit, noticing, rule
from kehoach_parser.checks.subject import Subject
from kehoach_parser.checks.wording import clipped
from kehoach_parser.lexicon.doctypes import type_of_code
from kehoach_parser.model import Citation, CitationForm, Reference, ReferenceRole, Severity
from kehoach_parser.text.folding import fold
from kehoach_parser.text.patterns import pattern

_CITING: Final = "NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.6"
_WHOLE: Final = frozenset({CitationForm.FULL, CitationForm.LIST})
_DATE: Final = pattern(r"(?:ngày|tháng)\s+\d|\d{1,2}/\d{1,2}/\d{4}|\bnăm\s+\d{4}")
_WHOLE_DATE: Final = pattern(r"\d{2}/\d{2}/\d{4}")
_CODE: Final = pattern(r"\d[\w.]*\s?(?:[/-]\s?(?P<year>(?:19|20)\d\d)\s?)?[/-]\s?[A-ZĐ][\w&./-]*")
_SYMBOL: Final = pattern(r"\s?\d*\s?[/-]?\s?(?:(?:19|20)\d\d\s?/)?\s?[A-ZĐ]{2}")
_LEAD: Final = 24  # characters before a mention in which its type may stand
_BESIDE: Final = 24  # characters after a mention in which its date may stand
_UNDATED: Final = frozenset({"L", "PL", "HP", "BL"})
"""Types of which only type and name are given (luật, pháp lệnh, Hiến pháp)."""


@rule(
    "CIT001", "never-in-full", Severity.WARNING,
    title=("Văn bản chỉ được dẫn tắt, không nơi nào ghi đủ số, ký hiệu",
           "A document is cited in short form only"),
    message=("“{text}” chỉ được dẫn tắt; không nơi nào ghi đủ số và ký hiệu",
             "“{text}” is a short form; its number and symbol stand nowhere in full"),
    why=("Khi viện dẫn lần đầu phải ghi đầy đủ tên loại, số, ký hiệu, thời gian ban hành, tên cơ"
         " quan ban hành và trích yếu.",
         "The first mention gives type, number, symbol, date, issuing body and subject in full."),
    source=_CITING,
    fires=edit(("theo Quyết định số 118/QĐ-TTg, hoàn", "theo Đề án số 08, hoàn")),
    silent=edit(("theo Quyết định số 118/QĐ-TTg, hoàn", "theo Quyết định số 118, hoàn")),
)  # fmt: skip
def never_in_full(subject: Subject) -> Iterator[Hit]:
    """Find documents none of whose mentions has its number with its symbol."""
    if not subject.is_official:
        return
    for reference, mentions in _cited(subject):
        if reference.type in _UNDATED or reference.role is ReferenceRole.SELF:
            continue
        first = mentions[0]
        if any(mention.form in _WHOLE for mention in mentions):
            continue
        if not _SYMBOL.match(subject.plan.text, first.span[1]):  # else a blank splits the code
            yield hit(first.span, text=clipped(first.text))


@rule(
    "CIT002", "two-dates", Severity.WARNING,
    title=("Một số văn bản được dẫn với hai ngày", "One number is cited with two dates"),
    why=("Một trong hai ngày là sai; người đọc không tìm được đúng văn bản.",
         "One of the dates is wrong, and readers cannot find the document."),
    source=_CITING,
    fires=edit(("theo Quyết định số 118/QĐ-TTg, hoàn",
                "theo Quyết định số 118/QĐ-TTg ngày 16 tháng 01 năm 2026, hoàn")),
    silent=edit(("theo Quyết định số 118/QĐ-TTg, hoàn",
                 "theo Quyết định số 118/QĐ-TTg ngày 15/01/2026, hoàn")),
)  # fmt: skip
def two_dates(subject: Subject) -> Iterator[Hit]:
    """Find a number that is dated twice, differently.

    A law is named with the days of those that amend it, and a number without a year comes again
    each year: these are several documents.
    """
    for found in as_noticed(subject, "citation-dates-differ"):
        number = _CODE.search(subject.plan.text, *found.span) if found.span else None
        years = {day[-4:] for day in _WHOLE_DATE.findall(dict(found.params)["message"])}
        if number and (len(years) == 1 or number["year"]):
            yield found


@rule(
    "CIT003", "cited-later", Severity.WARNING,
    title=("Dẫn văn bản ban hành sau chính kế hoạch này",
           "A document is cited that is later than the plan"),
    message=("“{text}” có ngày {date}, sau ngày ban hành {issued}",
             "“{text}” is dated {date}, after the plan's own {issued}"),
    why=("Kế hoạch không thể căn cứ vào văn bản chưa có; thường là gõ nhầm năm.",
         "A plan cannot rest on what does not exist yet; mostly the year is mistyped."),
    source=_CITING,
    fires=edit(("ngày 15 tháng 01 năm 2026 của Thủ", "ngày 15 tháng 6 năm 2026 của Thủ")),
    silent=edit(("ngày 15 tháng 01 năm 2026 của Thủ", "ngày 09 tháng 3 năm 2026 của Thủ")),
)  # fmt: skip
def cited_later(subject: Subject) -> Iterator[Hit]:
    """Find references dated after the plan, by day or, where only a year is known, by year."""
    issued = subject.meta.issued_on
    if issued is None:
        return
    for reference, mentions in _cited(subject):
        if reference.role is not ReferenceRole.SELF and (day := _later(reference, issued)):
            first = mentions[0]
            yield hit(first.span, text=clipped(first.text), date=day,
                      issued=f"{issued:%d/%m/%Y}")  # fmt: skip


def _later(reference: Reference, issued: date) -> str | None:
    if reference.issued_on:
        return f"{reference.issued_on:%d/%m/%Y}" if reference.issued_on > issued else None
    return str(reference.year) if (reference.year or 0) > issued.year else None


@rule(
    "CIT004", "type-against-code", Severity.WARNING,
    title=("Tên loại và ký hiệu của văn bản viện dẫn không khớp",
           "A cited document's type word and its symbol disagree"),
    why=("Tên loại hoặc ký hiệu đã gõ nhầm; người đọc không tìm được đúng văn bản.",
         "The word or the symbol is mistyped, and readers cannot find the document."),
    source=_CITING,
    fires=edit(("theo Quyết định số 118/QĐ-TTg, hoàn", "theo Chỉ thị số 118/QĐ-TTg, hoàn")),
    silent=edit(("theo Quyết định số 118/QĐ-TTg, hoàn", "theo văn bản số 118/QĐ-TTg, hoàn")),
)  # fmt: skip
def type_against_code(subject: Subject) -> Iterator[Hit]:
    """Find `Chỉ thị số 118/QĐ-TTg`; `Thông tư hướng dẫn số …/TT-BTC` says its type too."""
    text = subject.plan.text
    for found in as_noticed(subject, "citation-type-differs"):
        start, end = found.span or (0, 0)
        doctype = type_of_code(code[0]) if (code := _CODE.search(text, start, end)) else None
        name = fold(doctype.name).removesuffix(" liên tịch") if doctype else ""
        if not name or name not in fold(text[max(0, start - _LEAD) : end]):
            yield found


@rule(
    "CIT005", "ambiguous", Severity.WARNING,
    title=("Lời dẫn có thể chỉ nhiều văn bản", "A citation may mean several documents"),
    why=("Cùng số, khác năm hoặc khác cơ quan: phải ghi thêm ký hiệu hoặc ngày.",
         "The same number of several years or bodies: add the symbol or the date."),
    source=_CITING,
    fires=edit(("theo Quyết định số 118/QĐ-TTg, hoàn",
                "theo Quyết định số 118/QĐ-UBND ngày 10 tháng 02 năm 2026 của Ủy ban nhân dân tỉnh"
                " và Quyết định số 118, hoàn")),
    silent=edit(("theo Quyết định số 118/QĐ-TTg, hoàn",
                 "theo Quyết định số 119/QĐ-UBND ngày 10 tháng 02 năm 2026 của Ủy ban nhân dân tỉnh"
                 " và Quyết định số 118, hoàn")),
)  # fmt: skip
def ambiguous(subject: Subject) -> Iterator[Hit]:
    """Find mentions that fit several documents; a consolidated text is several in one."""
    kind = subject.meta.document_type
    if kind and kind.code != "VBHN":
        yield from as_noticed(subject, "citation-ambiguous")


@rule(
    "CIT006", "undated", Severity.INFO,
    title=("Văn bản viện dẫn không nơi nào ghi ngày", "A cited document is nowhere dated"),
    message=("“{text}” không ghi thời gian ban hành", "“{text}” has no date"),
    why=("Khi viện dẫn lần đầu phải ghi thời gian ban hành; số văn bản lặp lại mỗi năm.",
         "The first mention gives the date; numbers start again each year."),
    source=_CITING,
    fires=edit(("số 118/QĐ-TTg ngày 15 tháng 01 năm 2026 của", "số 118/QĐ-TTg của")),
    silent=edit(("số 118/QĐ-TTg ngày 15 tháng 01 năm 2026 của", "số 118/QĐ-TTg ngày 15/01/2026"
                 " của")),
)  # fmt: skip
def undated(subject: Subject) -> Iterator[Hit]:
    """Find references with number and symbol of which no mention has a date."""
    if not subject.is_official:
        return
    for reference, mentions in _cited(subject):
        if reference.type in _UNDATED or reference.role is ReferenceRole.SELF:
            continue
        first = next((mention for mention in mentions if mention.form in _WHOLE), None)
        bare = reference.issued_on is None and "/" in (reference.code or "")
        if first and bare and not _dated(subject, mentions):
            yield hit(first.span, text=clipped(first.text))


UNRESOLVED: Final = rule(
    "CIT007", "unresolved", Severity.INFO,
    title=("Không rõ lời dẫn chỉ văn bản nào", "It is not clear which document is meant"),
    why=("“Nghị quyết này”, “Chỉ thị trên” phải đứng sau văn bản mà nó chỉ.",
         "“This resolution” must stand behind the document it points to."),
    source=_CITING,
    fires=edit(("theo Quyết định số 118/QĐ-TTg, hoàn",
                "theo Đề án số 12/ĐA-SNV, Đề án số      /ĐA-SNV và Đề án nêu trên, hoàn")),
    silent=edit(("theo Quyết định số 118/QĐ-TTg, hoàn",
                 "theo Quyết định số 118/QĐ-TTg và nội dung Quyết định này, hoàn")),
)(noticing("citation-unresolved"))  # fmt: skip


def _dated(subject: Subject, mentions: list[Citation]) -> bool:
    """Return whether a mention has a date all the same, be it a month or in brackets."""
    text = subject.plan.text
    return any(
        _DATE.search(text, one.span[0], min(one.span[1] + _BESIDE, len(text))) for one in mentions
    )


def _cited(subject: Subject) -> Iterator[tuple[Reference, list[Citation]]]:
    """Yield each reference with its mentions."""
    mentions = {mention.id: mention for mention in subject.plan.citations}
    for reference in subject.plan.references:
        found = [mentions[name] for name in reference.mentions if name in mentions]
        if found:
            yield reference, found
