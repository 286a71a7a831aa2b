"""What the lines of a text without a head show of it: the signs of a plan, and those of a story."""

import re
from dataclasses import dataclass, field
from typing import Final

from kehoach_parser.lexicon.duty_words import sort_at
from kehoach_parser.lexicon.unit_words import heads_at, unit_words
from kehoach_parser.model import SectionKind
from kehoach_parser.segment.article import below_menu
from kehoach_parser.segment.closing import CAPACITY, RECIPIENTS
from kehoach_parser.segment.kinds import kind_of
from kehoach_parser.segment.marks import BULLET, REASON
from kehoach_parser.segment.numbering import Label, read_label
from kehoach_parser.text.folding import fold
from kehoach_parser.text.letters import UPPER
from kehoach_parser.text.patterns import pattern
from kehoach_parser.text.source import SourceText

_TOP: Final = 12
"""Lines at the top among which a plan says on what grounds it stands, and a story what happened."""

_FOOT: Final = 4
_LONGEST_PART: Final = 160
_LONGEST_POINT: Final = 70
_LONGEST_UNIT: Final = 120
_REACH: Final = 160
"""Characters of a point within which a body's name is followed by what it does."""

_TELLING: Final = 10
"""Characters of a name by which bodies are told apart."""

_ARTICLE: Final = "điều"
_AMENDS: Final = ("sửa đổi", "bãi bỏ")
_PARTS: Final = frozenset(("roman", "capital", "phần", "mục", "chương"))
_POINTS: Final = frozenset(("number", "number)", "decimal2"))

_GROUND: Final = pattern(r"[-–+•]?\s*(?:Căn cứ|Thực hiện|Xét|Trên cơ sở)\s")
_PLANS: Final = pattern(
    r"(?<! đã)(?<! vừa)\s(?:ban hành|xây dựng|lập|đề ra|thông báo(?: về)?)\s(?:và\s\S+\s\S+\s)?"
    r"(?P<type>kế hoạch|chương trình|phương án|đề án)(?!\w)",
)
_HEADLINES: Final = ("Kế hoạch ", "Chương trình ", "Phương án ", "Đề án ", "KẾ HOẠCH ")
"""How the headline of a page begins that is a plan's title."""

_DEMANDS: Final = pattern(
    r"(?<! đã)(?<! vừa)\s(?:yêu cầu|đề nghị|chỉ thị|giao|thông báo|hướng dẫn)\s"
)
_ASKS: Final = pattern(r"(?<! đã)(?<! vừa)\s(?:yêu cầu|đề nghị|giao(?: cho)?)\s(?:các\s)?")
"""How a sentence hands work to the body named next: `Nhà trường yêu cầu các khoa …`."""

_ASKED_BY: Final = 240
"""Characters of a sentence within which it says who asks, and as many for whom and what."""

_END_SIGN: Final = "./."
_ENDS: Final = pattern(
    r"\W*Trên đây là (?:[Kk]ế hoạch|[Cc]hương trình|[Pp]hương án|[Hh]ướng dẫn)\b"
)
_ACTS: Final = pattern(
    r"(?<!\w)(?:chủ trì|phối hợp|có trách nhiệm|chịu trách nhiệm|tham mưu|chỉ đạo|hướng dẫn|bố trí"
    r"|xây dựng|rà soát|báo cáo|tăng cường|triển khai|thực hiện|tổ chức|bảo đảm|đảm bảo|đôn đốc"
    r"|kiểm tra|tuyên truyền|theo dõi|tổng hợp|vận động|phụ trách|chuẩn bị)(?!\w)"
)
_ASKED: Final = ("giao cho ", "giao ", "đề nghị ", "yêu cầu ", "đối với ")
_BODIES: Final = frozenset({"body", "free", "territory", "group"})

_STORY: Final = pattern(
    rf"""
    \b[Vv]ừa\s(?:ban\shành|ký|có\s(?:công\svăn|văn\sbản|thông\sbáo|chỉ\sthị|báo\scáo)|ra\s|tổ\schức
      |phê\sduyệt|yêu\scầu|chỉ\sđạo|thông\squa|công\sbố|diễn\sra)
    | \A(?:Sáng|Chiều|Tối|Trưa|Hôm\snay|Mới\sđây|Vừa\squa|Theo\sđó|Phát\sbiểu)\b
    | \ANgày\s\d{{1,2}}[/.-]\d
    | \bcho\sbiết\b | \bPV\b | \bTTXVN\b
    | \bđã\s(?:ký|ban\shành|chủ\strì|dự\s|có\s(?:công\svăn|văn\sbản))
    | (?:ông|bà|[Đđ]ồng\schí)\s[{UPPER}][^\n]{{2,60}}?
      \s(?:nhấn\smạnh|khẳng\sđịnh|phát\sbiểu|cho\srằng)
    | \b[Bb]ạn\s(?:cần|có\sthể|nên|phải|muốn|đọc) | \b[Cc]húng\stôi\b | \b[Ll]uật\ssư\b | \?\Z
    | \bquy\sđịnh\snhư\ssau | \b[Ll]uật\s(?:này\s)?quy\sđịnh\s | \bđiểm\smới\b
    """,
    re.VERBOSE,
)
"""How a story tells what has happened, and how a page explains."""

_TEACHING: Final = pattern(
    r"(?:lý do chọn đề tài|cơ sở lý luận|mục đích nghiên cứu|nhiệm vụ nghiên cứu"
    r"|(?:đồ dùng|tiến trình|hoạt động|thiết bị) dạy học|bài cũ|lên lớp|rút kinh nghiệm"
    r"|chức năng|quyền hạn|khái niệm|cài đặt|giải thưởng)(?!\w)"
)
"""Words in the headings of lessons, papers and of pages that present an office."""

_APPLYING: Final = pattern(
    r"(?<!\w)(?:tuyển (?:sinh|dụng)|dự (?:tuyển|thi)|xét tuyển|(?:nhận|nộp) hồ sơ|lệ phí|học phí"
    r"|hồ sơ (?:đăng ký|gồm))(?!\w)"
)
"""Words in the headings of notices to applicants."""


@dataclass(slots=True)
class Signs:
    """What was seen: the kinds of the parts, and how many lines bear each sign.

    `first` is the line where the plan's own text begins, null where nothing tells. `assigned` are
    points that name a body and what it does, or head its duties, `bodies` how those names begin;
    `duties` are points that begin with a verb of acting, `grounds` lines of grounds, `asks`
    sentences without a label in which somebody asks a body to act. `headed` is the line below a
    headline that names a plan, 0 for none; `opens` is the type of the one that a sentence
    announces, `demands` says that one demands what the points below it say, `ended` that a line
    closes with a document's last sign (`./.`), `signed` that it ends as a document does; `story`
    and `teaches` that it is something else.
    `points` are all lines with a label or bullet; `inside` says that the text begins with one, as
    what is cut from the middle of a document, and `articles` that some are a regulation's. `part`
    is the number of the first heading of a kind if that is a part's (`III.`), 0 for a point.
    `applying` counts headings that tell applicants what they need.
    """

    first: int | None = None
    kinds: list[SectionKind] = field(default_factory=lambda: [])
    assigned: int = 0
    bodies: set[str] = field(default_factory=set[str])
    duties: int = 0
    points: int = 0
    grounds: int = 0
    asks: int = 0
    ended: bool = False
    headed: int = 0
    opens: str = ""
    demands: bool = False
    signed: bool = False
    story: bool = False
    teaches: bool = False
    inside: bool = False
    part: int = 0
    articles: bool = False
    applying: int = 0


def signs_of(source: SourceText) -> Signs:
    """Return the signs that a text without a head bears."""
    found = Signs()
    last = len(source.lines)
    top = below_menu(source) + _TOP
    begun = False
    for number, line in enumerate(source.lines):
        if line.table is not None:
            continue
        words = source.words(line)
        label = read_label(words)
        bullet = BULLET.match(words) if label is None else None
        found.points += bool(label or bullet)
        if not begun and not words[0].islower():  # the end of a torn sentence tells nothing
            found.inside, begun = bool(label or bullet), True
        if label is None and (number < top or number >= last - _FOOT):
            found.story |= _STORY.search(words) is not None
        if number < top and label is None:
            _read_opening(found, words, number)
        found.ended |= words.endswith(_END_SIGN)
        if RECIPIENTS.match(words) or CAPACITY.match(words) or _ENDS.match(words):
            found.signed = True
        elif label or words.isupper():
            _read_unit(found, words, label, number)
        elif bullet:
            _read_point(found, fold(words[bullet.end() :]))
        else:
            _read_sentence(found, fold(words[: 2 * _ASKED_BY]), number)
    return found


def _read_opening(found: Signs, words: str, number: int) -> None:
    """Take what a line at the top says on grounds, and what it announces or demands."""
    reasoned = REASON.match(words) is not None or (found.headed > 0 and not found.story)
    if found.first is None and words.startswith(_HEADLINES) and words[-1] not in ".;:":
        found.headed = number + 1
    if _GROUND.match(words) and (words[-1] in ";," or (words[-1] == "." and "," not in words)):
        found.grounds += 1
        _begin(found, number)
    elif words[-1] == ":" or words.endswith("như sau."):
        folded = fold(words)
        plan = _PLANS.search(folded) if reasoned or found.grounds else None
        if plan:
            found.opens = plan["type"]
            found.first = number + 1
        elif (reasoned or found.grounds) and _DEMANDS.search(folded):
            found.demands = True
            _begin(found, number)


def _read_unit(found: Signs, words: str, label: Label | None, number: int) -> None:
    """Take what a labelled line or one in capitals says: a part's heading, or a point."""
    rest = words[label.end :] if label else words
    folded = fold(rest)
    forms = {form for form, _ in label.readings} if label else frozenset[str]()
    part = label is None or not forms.isdisjoint(_PARTS)
    found.articles |= _ARTICLE in forms or folded.startswith(_AMENDS)
    point = not forms.isdisjoint(_POINTS)
    headed = len(words) < (_LONGEST_PART if part else _LONGEST_POINT) and (
        words[-1] not in ";,." or (words[-1] == "." and rest.isupper())
    )
    kind = kind_of(rest) if (part or point) and headed else None
    found.applying += (part or point) and headed and _APPLYING.search(folded) is not None
    if kind is not None and (label is not None or kind is SectionKind.ORGANIZATION):
        if part and label and not found.kinds:
            found.part = label.readings[0][1]
        found.kinds.append(kind)
        found.teaches |= _TEACHING.search(folded) is not None
        _begin(found, number)
    elif label is not None:
        _begin(found, number)
        if not _read_point(found, folded) and (part or point):
            found.teaches |= headed and _TEACHING.search(folded) is not None


def _read_point(found: Signs, folded: str) -> bool:
    """Count a point that names a body and what it does, or that begins with what is to be done."""
    if sort_at(folded, 0) in {"verb", "adverb"} and not folded.startswith(_ASKED):
        found.duties += 1
        return True
    asked = next((len(word) for word in _ASKED if folded.startswith(word)), 0)
    at = asked + len("các ") if folded.startswith("các ", asked) else asked
    if _names_body(folded, at):
        acts = _ACTS.search(folded, at, _REACH)
        alone = len(folded) < _LONGEST_UNIT and folded[-1] not in ".;,"
        done = acts is not None and folded.find(" đã ", at, acts.start()) >= 0
        if (acts or alone) and not done:
            found.assigned += 1
            found.bodies.add(folded[at : at + _TELLING])
            return True
    return False


def _read_sentence(found: Signs, folded: str, number: int) -> None:
    """Count a line without a label that asks a body to act, at its start or whoever asks."""
    if folded.startswith(_ASKED):
        _read_point(found, folded)
        return
    asked = _ASKS.search(folded, 0, _ASKED_BY)
    if asked and _names_body(folded, asked.end()) and _ACTS.search(folded, asked.end()):
        found.asks += 1
        _begin(found, number)


def _names_body(folded: str, at: int) -> bool:
    """Return whether a body's name stands at a place, or a post that stands for it."""
    body = any(head.sort in _BODIES for head in heads_at(folded, at))
    return body or unit_words().posts.at(folded, at) is not None


def _begin(found: Signs, number: int) -> None:
    if found.first is None:
        found.first = number
