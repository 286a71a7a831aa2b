"""STR: what parts a plan has."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from kehoach_parser.checks.rule import Hit, edit, hit, rule
from kehoach_parser.checks.subject import Subject
from kehoach_parser.checks.wording import clipped
from kehoach_parser.model import Section, SectionKind, Severity
from kehoach_parser.text.folding import fold
from kehoach_parser.text.patterns import pattern

_NEEDED: Final = (
    ("mục đích, yêu cầu", {SectionKind.PURPOSE, SectionKind.OBJECTIVES}, ("mục đích", "mục tiêu")),
    ("nội dung, nhiệm vụ", {SectionKind.TASKS, SectionKind.SCHEDULE}, ("nội dung", "nhiệm vụ")),
    (
        "tổ chức thực hiện",
        {SectionKind.ORGANIZATION, SectionKind.REPORTING},
        ("tổ chức", "trách nhiệm", "phân công"),
    ),
)
"""The sections that a plan has, by the kinds that serve for each, or words of a heading."""

_RESULT: Final = pattern(
    r"(?<!\w)(?:báo cáo|sơ kết|tổng kết|kế hoạch|đề án|quy chế|quy trình|quy định|hướng dẫn"
    r"|văn bản|tờ trình|nghị quyết|quyết định|danh mục|danh sách|dự thảo|lộ trình|cơ sở dữ liệu"
    r"|phần mềm|hệ thống|mô hình|hội nghị|hội thảo|tọa đàm|cuộc thi|tập huấn|chuyên mục"
    r"|chuyên đề|tin, bài|bài viết|phóng sự|tờ rơi|pa nô|sổ tay|tài liệu|hồ sơ|dự án|công trình"
    r"|bộ tiêu chí|bài kiểm tra|đề thi|đáp án"
    r"|chiến dịch|lễ|đợt|lớp|buổi|trang thiết bị|sản phẩm|\d+(?:[.,]\d+)?\s?%)(?!\w)"
)
"""Things that can be shown when a task is done; a task that names one says its result."""

_APPENDIX: Final = pattern(
    r"\b[Pp]hụ lục(?:\s+(?:số\s+)?(?P<label>[IVX]{1,5}|\d{1,2})(?![\w/]))?"
    r"(?P<after>[^\n;]{0,120})"
)
_ELSEWHERE: Final = pattern(
    r"(?:ban hành\s+)?(?:kèm theo|của|thuộc|tại|trong)?\s*(?:các\s+)?(?:Nghị|Thông tư|Quyết định"
    r"|Luật|Công văn|Hướng dẫn|Chỉ thị|Đề án|Quy chế|Quy định|Chương trình|Kế hoạch số|Bộ luật"
    r"|Hiệp định|Văn bản|Tờ trình|Báo cáo|hợp đồng|hồ sơ)"
)
_OTHERS: Final = pattern(
    r"kèm theo (?:các )?(?:Nghị|Thông tư|Quyết định|Công văn|Hướng dẫn)[^\n]{0,20}? số"
)
_OURS: Final = pattern(r"\W{0,3}(?:kèm theo|đính kèm|gửi kèm|ban hành kèm theo Kế hoạch này)")
_NUMERALS: Final = {"I": "1", "II": "2", "III": "3", "IV": "4", "V": "5", "VI": "6", "VII": "7"}
_LABEL: Final = pattern(r"(?:[IVX]+|\d+)\Z")
_LONGEST_HEADING: Final = 150  # characters; longer is a paragraph
_ENDS_OPEN: Final = pattern(r":\s*\Z")


@rule(
    "STR001", "section-missing", Severity.WARNING,
    title=("Thiếu một phần mà kế hoạch cần có", "A section that a plan needs is missing"),
    message=("Không có phần {section}", "There is no section for {section}"),
    why=("Một kế hoạch phải nói vì sao làm (mục đích, yêu cầu), làm gì (nội dung, nhiệm vụ) và ai"
         " tổ chức thực hiện.",
         "A plan says why (purpose, requirements), what (content, tasks) and who carries it out."),
    source="Thông lệ trình bày kế hoạch; NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.6",
    fires=edit(("III. TỔ CHỨC THỰC HIỆN\n", "III. KINH PHÍ\n")),
    silent=edit(("III. TỔ CHỨC THỰC HIỆN\n", "III. PHÂN CÔNG TRÁCH NHIỆM\n")),
)  # fmt: skip
def section_missing(subject: Subject) -> Iterator[Hit]:
    """Find which of the three needed sections a plan with an outline lacks."""
    if not subject.is_plan or not subject.plan.sections:
        return
    kinds = {section.kind for section in subject.plan.sections}
    headings = [fold(one.heading) for one in subject.plan.sections if one.parent is None]
    for name, serving, words in _NEEDED:
        named = any(word in heading for heading in headings for word in words)
        if not kinds & serving and not named:
            yield hit(section=name)


@rule(
    "STR002", "appendix-missing", Severity.WARNING,
    title=("Nhắc đến phụ lục không có trong tệp", "An appendix that is named is not in the file"),
    message=("Nhắc đến “{label}” nhưng tệp không có phụ lục này",
             "“{label}” is named, but the file has no such appendix"),
    why=("Văn bản có phụ lục kèm theo thì phải có chỉ dẫn, và phụ lục phải gửi cùng.",
         "A document that refers to its appendix is sent with it."),
    source="NĐ 30/2020/NĐ-CP, Phụ lục I, mục III.1",
    fires=edit(("tại Phụ lục kèm theo", "tại Phụ lục II kèm theo")),
    silent=edit(("tại Phụ lục kèm theo", "tại Phụ lục II Quyết định số 118/QĐ-TTg")),
)  # fmt: skip
def appendix_missing(subject: Subject) -> Iterator[Hit]:
    """Find mentions of the plan's own appendices that are not among its sections."""
    labels = _appendices(subject)
    if not subject.is_plan:
        return
    told: set[str] = set()
    for match in _APPENDIX.finditer(subject.plan.text, 0, subject.appended):
        after = match["after"].lstrip(" ,(")
        if (
            _ELSEWHERE.match(after)
            or _OTHERS.search(after)
            or (match["label"] is None and not _OURS.match(match["after"]))
        ):
            continue
        label = _plain(match["label"] or "")
        if label in told or (label in labels if label else labels):
            continue
        told.add(label)
        end = match.start("after")
        yield hit((match.start(), end), label=match.string[match.start() : end])


def _appendices(subject: Subject) -> set[str]:
    """Return the labels of the appendices, an unnumbered one's as an empty text."""
    found: set[str] = set()
    for section in subject.plan.sections:
        if section.kind is SectionKind.APPENDIX and section.parent is None:
            match = _LABEL.search(section.label or "")
            found.add(_plain(match[0]) if match else "")
    return found


def _plain(label: str) -> str:
    return _NUMERALS.get(label, label.lstrip("0"))


@rule(
    "STR003", "heading-empty", Severity.WARNING,
    title=("Đề mục không có nội dung", "A heading has nothing below it"),
    message=("Dưới “{heading}” không có nội dung", "There is nothing below “{heading}”"),
    why=("Đề mục bỏ trống thường là phần chưa soạn hoặc bị mất khi ghép văn bản.",
         "An empty heading is mostly a part that is not written yet, or that a merge has lost."),
    fires=edit(("1. Mục đích: Nâng cao mức độ hài lòng của người dân, doanh nghiệp.\n",
                "1. Mục đích:\n")),
    silent=edit(("1. Mục đích: Nâng cao", "1. Mục đích:\n\n- Nâng cao")),
)  # fmt: skip
def heading_empty(subject: Subject) -> Iterator[Hit]:
    """Find a heading (capitals, or open with a colon) that the next section follows at once."""
    sections = subject.plan.sections
    parents = {section.parent for section in sections}
    for section, after in pairwise(sections):
        if section.id in parents or section.kind is SectionKind.APPENDIX or not section.label:
            continue
        between = subject.plan.text[section.span[1] : after.span[0]]
        bare = len(section.text) <= _LONGEST_HEADING and _is_bare(section)
        if not between.strip() and bare and section.label != after.label:
            yield hit(section.span, heading=clipped(section.text))


def _is_bare(section: Section) -> bool:
    return section.heading.isupper() or _ENDS_OPEN.search(section.text) is not None


@rule(
    "STR004", "task-without-result", Severity.INFO,
    title=("Nhiệm vụ không nêu sản phẩm, kết quả", "A task says no result"),
    message=("Không rõ kết quả: “{task}”", "No result: “{task}”"),
    why=("“5 rõ”: không nêu sản phẩm thì không có căn cứ đánh giá hoàn thành.",
         "The “5 rõ” rule: without a product nobody can say that the task is done."),
    source="Phương châm “5 rõ”: rõ người, rõ việc, rõ thời gian, rõ trách nhiệm, rõ kết quả",
    fires=edit(("xây dựng, trình Ủy ban nhân dân tỉnh ban hành Quyết định về quy trình một cửa",
                "nâng cao tinh thần phục vụ của công chức")),
    silent=edit(("xây dựng, trình Ủy ban nhân dân tỉnh ban hành Quyết định về quy trình một cửa",
                 "ban hành quy chế về quy trình một cửa")),
)  # fmt: skip
def task_without_result(subject: Subject) -> Iterator[Hit]:
    """Find tasks whose result is neither in its column nor among their words."""
    for task in subject.unclear("deliverable", lambda clarity: clarity.result):
        if not _RESULT.search(fold(task.text)):
            yield hit(task.span, task=clipped(task.text))


@rule(
    "STR005", "heading-repeated", Severity.INFO,
    title=("Hai mục cùng cấp có cùng đề mục", "Two sibling sections have the same heading"),
    message=("Đề mục “{heading}” đã có ở mục {path}", "“{heading}” is the heading of {path} too"),
    why=("Đề mục lặp lại thường do chép nhầm; người đọc không biết theo mục nào.",
         "A repeated heading is mostly a slip of copying; readers cannot tell which one counts."),
    fires=edit(("III. TỔ CHỨC THỰC HIỆN\n", "III. NHIỆM VỤ\n")),
    silent=edit(("III. TỔ CHỨC THỰC HIỆN\n", "III. NHIỆM VỤ TRỌNG TÂM\n")),
)  # fmt: skip
def heading_repeated(subject: Subject) -> Iterator[Hit]:
    """Find siblings with one heading, letters' case and marks apart."""
    known: dict[tuple[str | None, str], Section] = {}
    for section in subject.plan.sections:
        if not section.label or section.span[0] >= subject.appended:
            continue
        first = known.setdefault((section.parent, fold(section.heading)), section)
        if first is not section:
            yield hit(section.span, heading=clipped(section.heading), path=first.path)
