"""What a section is for, read from the words of its heading (`lexicon/heading_words.tsv`)."""

from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from kehoach_parser.lexicon.bodies import body_of
from kehoach_parser.lexicon.phrases import Phrases
from kehoach_parser.lexicon.rows import worded
from kehoach_parser.lexicon.unit_words import heads_at, unit_words
from kehoach_parser.model import SectionKind
from kehoach_parser.text.folding import fold
from kehoach_parser.text.letters import SYLLABLE_OR_NUMBER
from kehoach_parser.text.patterns import pattern

_LEAD_IN: Final = pattern(
    r"(?:(?:một số|các|những|về|công tác|đối với|dự kiến|tổng hợp|thực hiện)\s+)*"
)
_LISTED: Final = pattern(r"[,;:]\s|\s(?:và|-|–)\s")
_SENTENCES: Final = pattern(
    r"(?P<assigns>giao\s(?!nhiệm vụ|chỉ tiêu|kế hoạch|ban|tiếp)\w)"
    r"|(?P<carries>[^\n]{0,2000}(?:chịu trách nhiệm (?:tổ chức )?"
    r"|căn cứ quyết định (?:này )?(?:để )?)(?:thi hành|thực hiện))"
)
"""A unit without heading that assigns work; an article that says who carries a decision out."""
_IN_FORCE: Final = " có hiệu lực"
"""What the first sentence says of an article whose second one says who carries the act out."""

_ON_GROUNDS: Final = pattern(r"căn cứ [^.;:]{4,200}, (?=(?P<doer>\w+))")
"""How a sentence begins that says on what grounds somebody acts; grounds alone are a purpose."""

_DEMANDS: Final = pattern(
    r"(?:(?:để|nhằm|trên cơ sở|từ)\s[^.;:]{4,240},\s(?:\w+\s){0,5}?)?"
    r"(?:yêu cầu|(?<!\A)đề nghị)\s"
    r"(?:(?:các|toàn thể|thủ trưởng|giám đốc|chủ tịch|lãnh đạo)\s)*(?=\w)"
)
"""How a demand on somebody begins (`Để kịp tiến độ, Bộ A yêu cầu Sở B …`).

`Yêu cầu chung` is a heading of a purpose.
"""

_ASKS: Final = pattern(
    r"[^.;:,]{3,80}?(?<!\bcác)(?<!\bnhững)(?<!\btheo)(?<!\bứng)(?<!\bvà)(?<!\bcó)"
    r"\s(?:yêu cầu|đề nghị|chỉ đạo)(?:\s(?:các|một số|những)\s[^.;:]{2,60})?\s?:?\Z"
)
"""How a heading ends in which a body demands what stands below (`Ban Thường vụ yêu cầu:`)."""

_ASKING: Final = (" yêu cầu", " đề nghị", " chỉ đạo")
_ENACTS: Final = ("ban hành kèm theo", "phê duyệt ", "công bố ", "bãi bỏ ", "sửa đổi")
"""How an article begins that enacts something: the words of its title name no kind."""

_REST: Final = ("các nội dung khác", "những nội dung khác", "các nội dung còn lại")
"""How a sentence begins on what stays as it is: it names no contents."""

_OFFICES: Final = ("bộ ", "sở ", "phòng ", "ban ")
"""How bodies' names begin that hold a kind's word (`Sở Tài chính`, no budget)."""

_HOLDS: Final = "tổ chức "
"""With a verb it heads what is to be done (`Tổ chức kiểm kê`), with a noun it is a body."""

_FIELD: Final = "công tác "
"""How a heading begins that names a field of work (`Công tác tuyên truyền`)."""

_STRIVES: Final = (
    "tăng cường ", "đẩy mạnh ", "nâng cao ", "tiếp tục ", "phát huy ", "siết chặt ", "tập trung ",
    "chủ động ", "huy động ", "hoàn thiện ", "cải cách ", "phát triển ", "xây dựng ", "đổi mới ",
    "thúc đẩy ", "củng cố ",
)  # fmt: skip
"""How a part's heading in capitals begins that says what to strive for, no statute's chapter."""

_REVIEWS: Final = (
    "đánh giá công tác ", "đánh giá việc ", "đánh giá hoạt động ", "sơ kết công tác ",
    "kiểm điểm công tác ", "kiểm điểm việc ",
)  # fmt: skip
"""How a top heading begins that looks back (`A. ĐÁNH GIÁ CÔNG TÁC THÁNG 02`)."""

_REVIEW: Final = pattern(
    r"(?:đánh giá|sơ kết|kiểm điểm) (?:(?:kết quả|tình hình|việc|các|thực hiện) )*"
    r"(?:hoạt động|công tác|nhiệm vụ|kế hoạch|phong trào)\b"
    r"(?:(?! và |phương hướng|nhiệm vụ)[^,;:]){0,60}?\b(?:tháng|quý|tuần|năm|học kỳ)\s[\divx]"
)
"""How a heading begins that looks back on a time (`ĐÁNH GIÁ HOẠT ĐỘNG CÔNG ĐOÀN THÁNG 4`)."""

_NEXT: Final = pattern(r"(?:,| và|;) (?:phương hướng|nhiệm vụ|kế hoạch|chương trình)\b")
"""How a heading goes on to what comes after a review."""

_RESULTS: Final = "đánh giá kết quả đạt được"
"""How a heading on any level begins that looks back."""

_CHECKS: Final = pattern(r"(?:công tác )?(?:kiểm tra|giám sát|theo dõi)\b[^:;.]{0,20}?\bđánh giá\b")
"""How a heading begins on what is to be checked, its results too."""

_CRITERION: Final = "tiêu chí"

_TIMETABLE: Final = "lịch "
_HISTORY: Final = "lịch sử"
_FIRST_KINDS: Final = frozenset(
    (SectionKind.PURPOSE, SectionKind.OBJECTIVES, SectionKind.PRINCIPLES, SectionKind.SITUATION)
)
"""What a document's first section is mostly about."""

_LONGEST_FIRST: Final = 8
_LONG_HEADING: Final = 30  # words; longer is a sentence
_SHORTEST_DUTY: Final = 5
_SHORT_HEADING: Final = 14  # words; a longer "heading" of a child is a sentence about its content


class _Word(NamedTuple):
    """What a word of the table names, and whether a section of that kind may hold tasks."""

    kind: SectionKind
    holds_tasks: bool


def kind_of(heading: str, *, sentence: bool = False) -> SectionKind | None:
    """Return the kind that a heading's words name, null where they name none.

    Of several that the heading lists, the first that can hold tasks counts, else the first
    (docs/output.md, Section). A word that only says of what (`kinh phí hoạt động`) does not count.
    A `sentence` and what is long are judged by how they begin.

    >>> kind_of("ĐỐI TƯỢNG, NỘI DUNG VÀ HÌNH THỨC TUYÊN TRUYỀN").value
    'tasks'
    >>> kind_of("PHẠM VI, HÌNH THỨC VÀ THỜI GIAN KHẢO SÁT").value
    'scope'
    >>> kind_of("KẾT QUẢ THỰC HIỆN NHIỆM VỤ").value
    'situation'
    >>> kind_of("Sở Tài chính") is None
    True
    """
    folded = fold(heading)
    if folded.startswith(_ENACTS) or (sentence and _acts_on_grounds(folded)):
        return None
    if folded.startswith(_OFFICES) and body_of(heading.strip(" :.")):
        return None
    assigned = _SENTENCES.match(folded)
    if assigned and not assigned["assigns"]:
        return SectionKind.ORGANIZATION
    if assigned or _demands(folded) or _asks(folded):
        return SectionKind.TASKS
    size = len(heading.split())
    acts = sentence and size > _SHORTEST_DUTY and _begins_with_verb(folded)
    if acts or size > (_SHORT_HEADING if sentence else _LONG_HEADING):
        return child_kind(" ".join(heading.split()[:_SHORT_HEADING]))
    strives = heading.isupper() and folded.startswith(_STRIVES)
    kind = _kind_by_words(folded) or (SectionKind.TASKS if strives else _kind_by_start(folded))
    if kind is SectionKind.SITUATION and _CHECKS.match(folded):
        kind = None
    over = kind and not sentence and _looks_back(folded)
    reviews = folded.startswith(_REVIEWS) and not _NEXT.search(folded)
    return SectionKind.SITUATION if over or reviews else kind


def _kind_by_words(folded: str) -> SectionKind | None:
    """Return the kind that a heading as a whole is, else that of the words in its parts."""
    bare = folded.rstrip(" .:")
    whole = _table().at(folded, 0)
    if whole and whole.end == len(bare):
        return whole.value.kind
    parts = (bare,) if _alone(bare) else _LISTED.split(bare)
    found = [word for part in parts if (word := _alone(part) or _first_word(part))]
    word = next((word for word in found if word.holds_tasks), found[0] if found else None)
    return word.kind if word else None


def heads_body(words: str, title: str = "") -> bool:
    """Return whether a line below a title is the first heading, without a number.

    It says nothing but what a section is for. Below a title in capitals `NHIỆM VỤ` may still be
    its end.

    >>> heads_body("MỤC ĐÍCH, YÊU CẦU", "TRỒNG RỪNG"), heads_body("Mục tiêu tăng trưởng", "Về")
    (True, False)
    """
    if words.count(" ") > _LONGEST_FIRST:
        return False
    folded = _LISTED.sub(" ", fold(words).rstrip(" .:"))
    first = found = _table().at(folded, 0)
    while found and found.end < len(folded):
        found = _table().at(folded, found.end + 1)
    capitals = words.isupper() and not title.isupper()
    if first is None or found is None:
        return False
    return capitals or first.value.kind in _FIRST_KINDS


def _alone(part: str) -> _Word | None:
    """Return what a part of a heading names that says nothing else (`báo cáo`, `các cơ hội`)."""
    lead_in = _LEAD_IN.match(part)
    return _parts().get(part[lead_in.end() :] if lead_in else part)


def _first_word(part: str) -> _Word | None:
    """Return what the first word of the table names that stands in a part of a heading."""
    for word in SYLLABLE_OR_NUMBER.finditer(part):
        found = _table().of(word[0], part, word.start())
        if found:
            return found.value
    return None


def _kind_by_start(folded: str) -> SectionKind | None:
    """Return the kind of a heading with none of the words, by its first ones."""
    if folded.startswith(_FIELD) or (
        folded.startswith(_HOLDS) and _begins_with_verb(folded[len(_HOLDS) :])
    ):
        return SectionKind.TASKS
    timetable = folded.startswith(_TIMETABLE) and not folded.startswith(_HISTORY)
    return SectionKind.SCHEDULE if timetable else None


def _looks_back(folded: str) -> bool:
    """Return whether a heading reviews the work of a time, and nothing more."""
    found = _REVIEW.match(folded)
    return found is not None and _LISTED.search(folded, found.end()) is None


def _acts_on_grounds(folded: str) -> bool:
    """Return whether somebody acts on what a sentence begins with (`Căn cứ …, các sở …`)."""
    grounds = _ON_GROUNDS.match(folded)
    return grounds is not None and grounds["doer"] in unit_words().openers


def carried_out(heading: str, text: str) -> bool:
    """Return whether an article says when the act enters into force, and who carries it out."""
    if _IN_FORCE not in heading:
        return False
    carried = _SENTENCES.match(fold(text))
    return carried is not None and not carried["assigns"]


def _demands(folded: str) -> bool:
    """Return whether somebody is asked to act (`Yêu cầu các sở thực hiện:`)."""
    demand = _DEMANDS.match(folded)
    return demand is not None and bool(heads_at(folded, demand.end()))


def _asks(folded: str) -> bool:
    """Return whether a heading says which body demands what stands below it."""
    asked = any(folded.find(word, 1) > 0 for word in _ASKING)
    return asked and bool(heads_at(folded, 0)) and _ASKS.match(folded) is not None


def _begins_with_verb(folded: str) -> bool:
    """Return whether a sentence says what to do (`Bám sát tình hình, tuần tra ven sông.`)."""
    word = unit_words().duties.at(folded, 0)
    return word is not None and word.value in ("verb", "adverb")


def child_kind(heading: str) -> SectionKind | None:
    """Return the kind that a lower heading claims for itself: it must begin with the words."""
    if heading.count(" ") >= _SHORT_HEADING:
        return None
    folded = fold(heading)
    if folded.startswith(_REST):
        return None
    if folded.startswith(_RESULTS):
        return SectionKind.SITUATION
    if _demands(folded):
        return SectionKind.TASKS
    lead_in = _LEAD_IN.match(folded)
    past = lead_in.end() if lead_in else 0
    found = _table().at(folded, past) or _table().at(folded, 0)
    return found.value.kind if found and not _is_criterion(heading, folded, found.end) else None


def _is_criterion(heading: str, folded: str, end: int) -> bool:
    """Return whether a heading names one criterion, by its number or field, to be worked on.

    `2. Tiêu chí Giao thông` and `Tiêu chí số 2` stand below tasks, `Tiêu chí đánh giá` does not.
    """
    following = heading[end + 1 : end + 2]
    named = following.isdigit() or (following.isupper() and not heading.isupper())
    return folded.endswith(_CRITERION, 0, end) and (named or folded.startswith("số ", end + 1))


@cache
def _table() -> Phrases[_Word]:
    """Return the words that name a kind wherever a heading has them."""
    return Phrases(_words(alone=False))


@cache
def _parts() -> dict[str, _Word]:
    """Return the words that name a kind only where they are all that a heading's part says."""
    return {fold(words): word for words, word in _words(alone=True)}


def _words(*, alone: bool) -> Iterator[tuple[str, _Word]]:
    for words, row in worded("heading_words"):
        if (row["alone"] == "yes") == alone:
            yield words, _Word(SectionKind(row["kind"]), row["holds_tasks"] == "yes")
