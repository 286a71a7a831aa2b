"""Expressions that hang on an event: counted terms, `trước khi …`, `khi có yêu cầu`."""

from typing import Final

from kehoach_parser.extract.deadlines.expression import Expression
from kehoach_parser.extract.deadlines.lexer import CODES
from kehoach_parser.extract.deadlines.moments import Unit
from kehoach_parser.extract.deadlines.run import Run, limit_of
from kehoach_parser.model import DeadlineKind, Modality
from kehoach_parser.text.patterns import pattern
from kehoach_parser.text.source import CELL_GAP

_HOUR: Final = 60
_HALVES: Final = {int(Unit.MONTH): "P15D", int(Unit.YEAR): "P6M"}
_LONGEST_CLAUSE: Final = 90
_BODIES: Final = r"(?:(?<=\s(?:bộ|sở))|(?<=\sban))(?=,\s(?:ban|ngành)\b)"
_PEOPLE: Final = r"(?=,\s(?:công\schức|viên\schức|đảng\sviên|người\slao\sđộng|chiến\ss[ĩỹ])\b)"
_AMENDED: Final = r"\(sửa\sđ|(?<=a\sđổi)\)"
"""Brackets that are part of a law's name (`Luật Khoáng sản (sửa đổi)`)."""

_CLAUSE: Final = pattern(
    rf"(?!{_BODIES}|{_PEOPLE}|{_AMENDED})[,;.:()\n]|\s[|/–-]\s|\s(?:để|nhằm|thì|đồng\sthời|bảo\sđảm|và(?=\s(?:trước|chậm|muộn|thay)\s))\s"
    r"|(?<!khi)\sphải\s"
    r"|(?<=theo\squy\sđịnh)\s(?!(?:của|tại|về|và|hoặc|hiện|pháp|này|trên|nêu|trong|ở)\b)"
    r"|\s(?=(?:trước|(?:chậm|muộn)\snhất)\s(?:là\s)?(?:ngày\s)?\d|(?:và\s)?có\sthể\s)"
)
"""What ends a clause, a limit too; the comma of `các bộ, ngành`, `cán bộ, công chức` does not."""
_MATTER: Final = " về việc "
"""What a long clause can do without (`khi có thông báo của Sở A về việc …`)."""

_LETTERS: Final = {
    CODES["DAY"]: "D", CODES["WEEK"]: "W", CODES["MONTH"]: "M", CODES["YEAR"]: "Y",
}  # fmt: skip
_ANCHORS: Final = tuple(CODES[name] for name in ("SINCE", "AFTER", "BEFORE", "FROM"))
_BOUNDS: Final = tuple(CODES[name] for name in ("WITHIN", "BY", "AFTER", "BEFORE"))
_TRIGGERS: Final = pattern(
    r"khi\s(?:(?:có|được|nhận\sđược|phát\ssinh|xảy\sra)\s(?:\w+\s){0,2}?"
    r"(?:yêu\scầu|văn\sbản|chỉ\sđạo|hướng\sdẫn|đề\snghị|ý\skiến|thông\sbáo|thay\sđổi|biến\sđộng"
    r"|kết\sluận|lệnh"
    r"|vụ\sviệc|sự\sviệc|tình\shuống|phát\ssinh|kế\shoạch|quyết\sđịnh|kết\squả|số\sliệu|nhiệm\svụ|công\sviệc)|cần\b"
    r"|kết\sthúc\s(?:năm\shọc|học\sk[ỳì]|đợt|chiến\sdịch|dự\sán)[^.,;:()\n]{0,20}(?=[.;)\n]|\Z))"
)
_LIMIT: Final = "thời hạn "
_LIMIT_NAME: Final = pattern(
    r"\bthời\shạn\s(?:thanh\stra|kiểm\stra|giải\squyết|xử\slý|thực\shiện|trả\slời|giám\ssát|kiểm\stoán"
    r"|khắc\sphục|thẩm\sđịnh|xác\sminh|làm\sviệc)[^\d.;:,|]{0,40}\Z"
)
_LONGEST_NAME: Final = 70
_TAIL: Final = 3
_BY_HOUR: Final = tuple(CODES["BY"] + CODES[name] for name in ("CLOCK", "MINUTES"))
_LASTING: Final = ("không quá", "tối đa")
_AT_ONCE: Final = ("ngay trong",)
_ENDS: Final = ("", ".", ";", "\n", "|")
_NEEDED: Final = "khi cần thiết"
_SUSPECTED: Final = "khi có dấu hiệu"
"""What calls for an inspection out of turn; alone it names a sort of them."""

_ORDERED: Final = pattern(r"\stheo\s(?:yêu\scầu|chỉ\sđạo|đề\snghị)")
_REORGANISED: Final = pattern(
    r"(?:sáp\snhập|sắp\sxếp|hợp\snhất|(?:(?:triển\skhai|thực\shiện|vận\shành)\s)?"
    r"mô\shình\s(?:tổ\schức\s)?(?:chính\squyền|mới))\b"
)
_DAYS_NAMED: Final = pattern(r"\s?\(?\d{1,2}\s?[-–]\s?\d{1,2}\s?/\s?\d")
"""Days that say which ones are counted (`trong 02 ngày (27-28/6/2026)`)."""

_DEDUCTED: Final = pattern(r"(?:đã\s)?(?:khấu\s|giảm\s|bù\s)?trừ\b|hoàn\strả\b|trích\snộp\b")
"""What is taken off a sum (`sau khi trừ chi phí`), no time."""
_POINTING: Final = ("đó", "này")
_CONSIDERED: Final = pattern(r"(?:nghe|xem\sxét|nghiên\scứu|trao\sđổi|thảo\sluận)\b")
_EMERGENCIES: Final = pattern(
    r"khi\s(?:có|xảy\sra|phát\shiện|nhận)\s(?:\w+\s)?"
    r"(?:dịch|sự\scố|thiên\stai|báo\sđộng|lệnh|ca\sbệnh|tin\sbáo|cháy|bão)\b"
)
_CLAUSE_BEGINS: Final = ("", ".", ";", ":", "|", "-", "+", "•", "\n")
_NAMED_EVENT: Final = pattern(
    r"\b(?:trước\s(?:mỗi\s|từng\s)?(?P<event>đợt|khi|kỳ|phiên|cuộc|buổi|ngày|giờ|lễ|đại|hội|thời|khai"
    r"|thu|gieo)"
    r"|(?P<after>sau|kết\sthúc)\s(?:(?:mỗi|từng)\s\w+|kỳ|phiên|cuộc|buổi|lễ|đại|hội|trồng|cấy|gieo|sạ"
    r"|sinh|tiêm|mổ|phun|thu))\s[\w\s]{0,40}?\Z"
)
"""`sau đợt cao điểm 60 ngày` is none: there the days are how long it lasts."""
_COUNTED: Final = pattern(r"\s(\d{1,3})\s(ngày(?:\slàm\sviệc)?|tuần|tháng|năm)\Z")
_ISO: Final = {"ngày": "D", "ngày làm việc": "BD", "tuần": "W", "tháng": "M", "năm": "Y"}
_AD_HOC: Final = pattern(r"đột\sxuất\s(?:,\s)?\Z")
_AD_HOC_LENGTH: Final = 12


def clause_end(low: str, start: int) -> int:
    """Return where the clause that holds an offset ends, at most 90 characters on.

    >>> clause_end("sau khi trình, báo cáo", 8)
    13
    """
    stop = _CLAUSE.search(low, start, start + _LONGEST_CLAUSE)
    end = min(len(low), start + _LONGEST_CLAUSE)
    if stop:
        end = stop.start()
    elif end < len(low):
        matter = low.find(_MATTER, start, end)
        end = matter if matter > 0 else max(low.rfind(" ", start, end), start)
    return start + len(low[start:end].rstrip())


def term(run: Run) -> list[Expression]:
    """Read `trong thời hạn 15 ngày kể từ ngày …`; a number of days alone is no term."""
    codes = run.codes
    if run.has("HALFUNIT"):  # BLDS 2015, điều 146: half a month is 15 days, half a year 6 months
        whole = _HALVES[run.first("HALFUNIT") or 0]
        return [_anchored(run, limit_of(run.tokens[:1]) or Modality.WITHIN, whole)]
    number = run.first("NUMBER")
    unit = next((code for code in codes if code in _LETTERS), None)
    bounded = codes[0] in _BOUNDS
    anchored = codes[-1] in _ANCHORS and (bounded or codes[-1] != CODES["FROM"])
    if unit is None or number is None or (not anchored and _DAYS_NAMED.match(run.low, run.span[1])):
        return []
    backward = CODES["BEFORE"] in {codes[0], codes[-1]}
    days = "B" if run.has("WORKING") else ""
    duration = f"P{number}{days}{_LETTERS[unit]}"
    if not (anchored or bounded):
        return _after_anchor(run, duration) or _bare(run, duration)
    limit = limit_of(run.tokens[:1]) or Modality.WITHIN
    return [_anchored(run, limit, f"{'-' if backward else ''}{duration}")]


def _bare(run: Run, duration: str) -> list[Expression]:
    """Read `05 ngày làm việc` where nothing follows: what stands before it may make it a term."""
    first, end = run.span
    if not (
        _ends_clause(run.low, end) or (run.low.startswith(",", end) and of_limit(run.low, first))
    ):
        return []
    plain = run.expression(DeadlineKind.RELATIVE)
    return [plain._replace(form="bare", limit=Modality.WITHIN, duration=duration)]


def of_limit(low: str, place: int) -> bool:
    """Tell whether a limit's name stands right before (`thời hạn thanh tra 45 ngày làm việc`)."""
    first = max(place - _LONGEST_NAME, 0)
    named = low.find(_LIMIT, first, place) >= 0
    return named and _LIMIT_NAME.search(low, first, place) is not None


def _ends_clause(low: str, end: int) -> bool:
    return low[end : end + _TAIL].strip(" )")[:1] in _ENDS


def _after_anchor(run: Run, duration: str) -> list[Expression]:
    """Read `trước kỳ họp ít nhất 10 ngày`, `sau hội nghị 05 ngày`: the event stands first.

    Without `ít nhất` a number after `khi …` may be how long it takes (`trước khi mở lớp 03 ngày`).
    """
    least = run.has("LEAST")
    first, end = run.span
    if not (least or _ends_clause(run.low, end) or run.low.startswith(",", end)):
        return []
    named = _NAMED_EVENT.search(run.low, max(first - _LONGEST_CLAUSE, 0), first)
    if named is None or not (least or named["event"] != "khi"):
        return []
    plain = run.expression(DeadlineKind.RELATIVE)
    anchor = run.low[named.start() : end]
    limit = Modality.AFTER if named["after"] else Modality.BEFORE
    flags = (*(("at_least",) if least else ()), "needs_event")
    return [
        plain._replace(
            start=named.start(), end=end, limit=limit,
            duration=duration if named["after"] else f"-{duration}",
            anchor=anchor, flags=flags,
        )
    ]  # fmt: skip


def hours(run: Run) -> list[Expression]:
    """Read `trong vòng 24 giờ kể từ khi …`, `không quá 04 giờ`, `ngay trong ngày`.

    Without an event `chậm nhất 17 giờ` is an hour of the day.
    """
    if run.has("DAY"):
        return [_anchored(run, Modality.WITHIN, "P1D")] if _stands_alone(run, _AT_ONCE) else []
    if run.codes in _BY_HOUR and not _stands_alone(run, _LASTING):
        return []
    minutes = run.clock.hour * _HOUR if run.clock else run.first("MINUTES") or 0
    duration = f"PT{minutes}M" if minutes % _HOUR else f"PT{minutes // _HOUR}H"
    limit = limit_of(run.tokens[:1]) or Modality.WITHIN
    return [_anchored(run, limit, duration)._replace(clock=None)]


def _stands_alone(run: Run, words: tuple[str, ...]) -> bool:
    """Tell whether an expression begins with one of some words and ends its clause."""
    first, end = run.span
    return run.low.startswith(words, first) and (_ends_clause(run.low, end) or run.low[end] == ",")


def _anchored(run: Run, limit: Modality, duration: str) -> Expression:
    plain = run.expression(DeadlineKind.RELATIVE)._replace(limit=limit, duration=duration)
    last = run.tokens[-1]
    if last.code not in _ANCHORS:
        return plain
    end = clause_end(run.low, last.end)
    closed = CODES["OPEN"] == run.codes[-2:-1] and run.low.startswith(")", end)
    return plain._replace(end=end + closed, anchor=run.low[last.start : end])


def event(run: Run) -> list[Expression]:
    """Read `trước khi trình`, `ngay sau khi ban hành`, `ngay sau hội nghị`: up to the clause's end.

    Reorganised bodies (`trước khi sáp nhập`) and what the writer considered are past; `trước và
    ngay sau kỳ nghỉ` names the time around it.
    """
    start = run.tokens[0].start
    end = clause_end(run.low, run.tokens[-1].end)
    happens = run.low[run.tokens[-1].end : end].strip()
    around = not run.has("WHEN") and run.low.endswith(" và ", 0, start)
    past = around or _REORGANISED.match(happens) or _CONSIDERED.match(happens)
    if not happens or past or _DEDUCTED.match(happens) or happens.startswith(_POINTING):
        return []
    before = run.tokens[0].code == CODES["BEFORE"]
    limit = Modality.BEFORE if before else Modality.AFTER
    count = _COUNTED.search(run.low, start, end)  # `sau khi … được phê duyệt 10 ngày`
    duration = f"{'-' if before else ''}P{int(count[1])}{_ISO[count[2]]}" if count else None
    plain = run.expression(DeadlineKind.RELATIVE)._replace(limit=limit, flags=("needs_event",))
    return [plain._replace(end=end, anchor=run.low[start:end], duration=duration)]


def condition(run: Run) -> list[Expression]:
    """Read `khi có yêu cầu`, `đột xuất khi có văn bản của …`; other `khi` is no time."""
    low, start = run.low, run.tokens[0].start
    unplanned = _AD_HOC.search(low, max(start - _AD_HOC_LENGTH, 0), start) is not None
    emergency = _emergency(low, start, anywhere=unplanned)
    suspected = unplanned and low.startswith(_SUSPECTED, start)
    if not (emergency or suspected or _TRIGGERS.match(low, start)):
        return []
    needed = low.startswith(_NEEDED, start)
    end = start + len(_NEEDED) if needed else clause_end(low, run.tokens[0].end)
    flags = ("needs_event", "ad_hoc") if unplanned else ("needs_event",)
    plain = run.expression(DeadlineKind.CONDITIONAL)
    return [plain._replace(end=end, condition=low[start:end], flags=flags)]


def _emergency(low: str, start: int, *, anywhere: bool) -> bool:
    """Tell whether a sentence begins `Khi có dịch …`; inside one it describes a thing.

    After `đột xuất` it may stand anywhere.
    """
    opens = anywhere or low[max(start - 3, 0) : start].rstrip(" ")[-1:] in _CLAUSE_BEGINS
    return opens and _EMERGENCIES.match(low, start) is not None


def ad_hoc(run: Run) -> list[Expression]:
    """Read `đột xuất theo yêu cầu`; `đột xuất` alone says a time only where it fills a cell."""
    start, end = run.span
    if not _ORDERED.match(run.low, end):
        alone = run.low.startswith(CELL_GAP, end) or run.low.startswith("\n", end)
        plain = run.expression(DeadlineKind.CONDITIONAL)
        flags = ("needs_event", "ad_hoc")
        return [plain._replace(form="bare", condition=run.low[start:end], flags=flags)] * alone
    end = clause_end(run.low, end)
    plain = run.expression(DeadlineKind.CONDITIONAL)
    words = run.low[start:end]
    return [plain._replace(end=end, condition=words, flags=("needs_event", "ad_hoc"))]
