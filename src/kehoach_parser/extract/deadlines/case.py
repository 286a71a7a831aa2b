"""One time expression with all that its judges look at."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from kehoach_parser.extract.deadlines.expression import LIMITS, Expression
from kehoach_parser.extract.deadlines.frame import Timeframe
from kehoach_parser.extract.deadlines.normal import Normal
from kehoach_parser.extract.deadlines.places import Place, Places
from kehoach_parser.lexicon.duty_words import sort_at
from kehoach_parser.model import DeadlineRole, SectionKind
from kehoach_parser.text.patterns import pattern

_REPORT: Final = pattern(r"báo\scáo|số\sliệu|sơ\skết|tổng\skết|thống\skê")
_EVENT: Final = pattern(
    r"hội\snghị|phát\ssóng|cuộc\shọp|tổ\schức\s(?:hội|lễ|cuộc|kiểm|đợt|lớp)|diễn\sra|khai\smạc"
    r"|nhân\s(?:dịp|ngày|kỷ)|thời\sgian\s(?:kiểm|tổ\schức|làm|họp|thi|diễn)|buổi|kiểm\stra:"
)
LABEL: Final = pattern(
    r"\b(?:thời\s(?:gian|hạn|điểm)|tiến\sđộ|hạn|ngày(?!\s(?:ký|ban))|(?<!du\s)lịch(?!\ssử)|hoàn\sthành)\b"
    r"[^.;|]{0,60}\Z"
)
_DUTIES: Final = (
    r"hoàn\sthành|xong|tổ\schức|ban\shành|triển\skhai|thực\shiện|trình|gửi|nộp|diễn\sra"
    r"|khai\smạc|bắt\sđầu|kiểm\stra|phát\ssóng|áp\sdụng|đưa|bàn\sgiao|nghiệm\sthu|khởi\scông"
    r"|lắp\sđặt|tập\shuấn|khảo\ssát|rà\ssoát|công\sbố|thẩm\sđịnh|phê\sduyệt|phát\sđộng|ra\smắt"
    r"|vận\shành|khánh\sthành|bế\smạc|sơ\skết|tổng\skết|dự\skiến|khai\strương|thông\sxe|ra\squân"
    r"|khai\sgiảng|tựu\strường|chung\skết|ký\skết|chạy\sthử|hoàn\stất|đóng\sđiện|gặp\smặt|tọa\sđàm"
    r"|họp\sbáo|tiêm\sphòng|tiêm\schủng|trao\sgiải|trao\stặng|xây\sdựng|giải\sngân"
)
DUTY: Final = pattern(rf"(?:{_DUTIES})[^.;|]{{0,60}}\Z")
TURN: Final = pattern(
    r"\b(?:đợt|lần|chuyến|bước|giai\sđoạn|vòng|kỳ)\s(?:\d{1,2}|[ivx]{1,4}|cuối)\s?[:(,]?\s?\Z"
)
_MARK: Final = pattern(
    r"[\s\-+*•–—➢▪❖✓○·●(“\"]*(?:\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ]|[ivx]{1,4})[.)/:-]\s)?\s*"
)
_TOPIC: Final = pattern(
    r"\b(?:công\stác|nhiệm\svụ|công\sviệc|hoạt\sđộng|chủ\s(?:điểm|đề)|kế\shoạch|nội\sdung)\s"
    r"(?:(?:trọng\stâm|cụ\sthể)\s)?(?:của\s)?\Z"
)
"""What a heading calls the work of a month (`Công tác trọng tâm tháng 9`)."""

_MAKES_PLAN: Final = pattern(
    r"(?<!hội\snghị\s)\b(?:xây\sdựng|ban\shành|lập|đề\sra)\s(?:và\s\w+\s\w+\s)?kế\shoạch\b"
)
"""What ends the grounds: the body that makes the plan."""

TOLD: Final = pattern(r"[^.;|]{0,60}?\bđã\s")
"""What follows a time at which something was done."""

CLAUSE_ENDS: Final = frozenset(("", ".", ";", ",", ")", "|"))
"""What follows the last word of a clause."""

DIRECTING: Final = (SectionKind.TASKS, SectionKind.ORGANIZATION, SectionKind.SCHEDULE)
"""Kinds of sections that direct what is to be done."""

_BULLETS: Final = ("- ", "+ ", "• ", "– ", "— ", "* ", "➢ ", "▪ ", "❖ ", "✓ ", "○ ", "· ", "● ")
_NEAR: Final = 60
_LINE: Final = 80
_FAR: Final = 160
_TIMES_BESIDE: Final = pattern(
    r"(?:(?:ngày|tháng|tuần|quý|năm|đầu|cuối|giữa|và|thường\sxuyên|[ivx]{1,3})(?!\w)|[\d\s/.,;–-])*"
)
"""Further times beside one."""


@dataclass(frozen=True)
class Case:
    """An expression, its value and its place in the plan; `low` is the text in lower case.

    `joined` is for a day that only a comma or `và` parts from a deadline's day before it.
    """

    low: str
    expression: Expression
    value: Normal
    place: Place
    frame: Timeframe
    places: Places
    joined: bool = False

    @property
    def words(self) -> str:
        """The expression's own words."""
        return self.low[self.expression.start : self.expression.end]

    @cached_property
    def near(self) -> str:
        """The last 60 characters of the sentence before."""
        return self.place.before[-_NEAR:]

    @cached_property
    def line(self) -> str:
        """The last 80 characters of the line or cell before, over the ends of sentences."""
        start = self.expression.start
        return self.low[max(self.place.opens, start - _LINE) : start]

    @cached_property
    def opens(self) -> bool:
        """Whether the expression begins its line or cell, apart from a bullet or label."""
        opens, start = self.place.opens, self.expression.start
        return start - opens <= _NEAR and _MARK.fullmatch(self.low, opens, start) is not None

    @property
    def enclosed(self) -> bool:
        """Whether nothing but times stands in brackets with it: `(Quý II/2026 và thường xuyên)`."""
        if self.near.endswith(("(tức ", "(tức là ")):
            return self.place.after.startswith((")", " )"))
        opens, closes = self.near.rfind("("), self.place.after.find(")", 0, _NEAR)
        return (
            opens >= 0
            and closes >= 0
            and _TIMES_BESIDE.fullmatch(self.near, opens + 1) is not None
            and _TIMES_BESIDE.fullmatch(self.place.after, 0, closes) is not None
        )

    @property
    def heads(self) -> bool:
        """Whether it opens its line as a heading of what follows: `Quý II/2026: tổ chức …`.

        So do those after it in a series: `…; quý III/2026: nghiệm thu`.
        """
        if self.place.after[:1] == ":" and self.line.endswith(("; ", ". ")):
            return True
        after = self.place.after
        if self.place.heading and not after.strip():
            return self.opens or _TOPIC.search(self.line) is not None
        return self.opens and after[:1] in {":", ","}

    @property
    def leads(self) -> bool:
        """Whether it opens its line or clause, and what is to be done follows.

        `Cuối quý II nghiệm thu …`, `…; 6 tháng đầu năm hoàn thành …`.
        """
        begins = self.opens or self.line.endswith(("; ", ". "))
        after = self.place.after
        return begins and after[:1] == " " and sort_at(after, 1) == "verb"

    @property
    def closes(self) -> bool:
        """Whether it ends its clause."""
        return self.place.after.lstrip()[:1] in CLAUSE_ENDS

    @property
    def in_ground(self) -> bool:
        """Whether its line is a ground of the plan (`Căn cứ …`), whose times are of others."""
        bullet = 2 * self.low.startswith(_BULLETS, self.place.opens)
        ground = self.low.startswith("căn cứ ", self.place.opens + bullet)
        return ground and not _MAKES_PLAN.search(self.place.before)

    @property
    def in_results(self) -> bool:
        """Whether it stands in a column of results, where times are parts of names."""
        return self.place.column is not None and self.place.column.is_result

    @property
    def told(self) -> bool:
        """Whether the section tells how things are, and directs nothing."""
        return self.place.kind is SectionKind.SITUATION

    @cached_property
    def after_citation(self) -> bool:
        """Whether a document is cited in the sentence before."""
        start = self.expression.start
        return self.places.count_citations(start - len(self.place.before), start) > 0

    def past(self, day: date | None) -> bool:
        """Tell whether a day lies before the plan."""
        reference = self.frame.reference
        return bool(day and reference and day < reference)

    def ahead(self, day: date | None) -> bool:
        """Tell whether a day lies after the plan."""
        reference = self.frame.reference
        return bool(day and reference and day > reference)

    def usual_role(self) -> DeadlineRole:
        """Return the role that the words around give to a deadline."""
        before = self.place.before[-_FAR:]
        after = self.place.after.partition(". ")[0].partition("; ")[0]
        if self.place.column and self.place.column.is_time and not self.opens:
            after = ""  # `Ban hành trong tháng 01, … và báo cáo …`: what follows has its own time
        if _REPORT.search(before) or _REPORT.search(after):
            return DeadlineRole.REPORT
        if self.place.kind is SectionKind.REPORTING or self.places.cells.reports(self.place.line):
            return DeadlineRole.REPORT
        limited = self.expression.limit in LIMITS
        held = (self.expression.clock or not limited) and _EVENT.search(before)
        return DeadlineRole.EVENT if held else DeadlineRole.DEADLINE
