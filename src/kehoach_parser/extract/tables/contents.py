"""What a column of a register is for by what stands in it, where its header does not tell."""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Final

from kehoach_parser.extract.copies import copy_of
from kehoach_parser.extract.names.heads import begins
from kehoach_parser.lexicon.duty_words import sort_at
from kehoach_parser.lexicon.register_headers import ACTING, PERIOD
from kehoach_parser.text.folding import key, lower
from kehoach_parser.text.patterns import pattern
from kehoach_parser.text.row_labels import ROW_LABEL
from kehoach_parser.text.source import GridText, SourceText
from kehoach_parser.text.syllables import is_syllable

Roles = list[str | None]

TIMES: Final = frozenset({"deadline", "mark", PERIOD})
"""Roles of columns that say when."""

SESSION: Final = "session"
"""The role of a half of a day in a timetable, in which each cell is something to be done."""

_LEADS: Final = frozenset({"lead", "lead+coop"})
_BESIDE_TASKS: Final = frozenset({"coop", "deadline", "deliverable", "supervisor"})
"""Roles that beside a lead show a table to be a register."""

_LONGEST_NAME: Final = 60
_MOST_ASKED: Final = 200
_FEWEST_WORDS: Final = 3
"""Words of a duty; fewer are an office (`Thành viên`, `Trưởng ban`)."""

_BODIES: Final = pattern(
    r"(?:tên )?(?:(?:cơ quan|đơn vị|bộ phận|cá nhân|tập thể|khoa|phòng|ban|địa phương)(?: |\Z))"
    r"{1,3}(?:được phân công|\Z)"
)
_DUTIES: Final = pattern(
    r"nhiệm vụ|công việc|phần việc|hoạt động|phân công|trách nhiệm|(?:phải|cần) (?:làm|thực hiện)"
)
"""In a division of work the column of bodies is that of the doers: `Đơn vị | Nhiệm vụ`."""

_RECEIVES: Final = pattern(
    r"được (?!giao|phân công)|kiểm tra|giám sát|thanh tra|nhận\b|thụ hưởng|đối tượng|địa|nơi"
    r"|ban hành|trình|duyệt|mời|dự\b|tên|đề nghị|đề xuất|thành viên|khen|bầu"
)
"""Words in the header of a column of bodies that do not do the work of the row."""

_NOT_HELD: Final = pattern(
    r"khu vực|địa|nơi|điểm|vị trí|tuyến|thôn|đơn vị|cơ quan|trường|tiêu|chỉ số"
)
"""Words of columns that say where, at whom or how far, not what is held."""

_TOLD: Final = pattern(r"(?:(?:cơ quan|đơn vị|bộ phận) )?chủ trì\s?:")
"""How a cell begins that tells itself who leads and who helps (`Chủ trì: Sở A. Phối hợp: Sở B`)."""

_HELP: Final = "hỗ trợ"
"""What heads those who help beside those who lead; elsewhere it may be money."""

_POSTS: Final = ("chức vụ", "chức danh")
"""How the header of a column begins that holds the posts of the persons beside it."""

_NAMES: Final = ("họ ", "tên ", "thành viên")
"""How the header of a column begins that holds persons' names."""

_HALF_DAY: Final = pattern(r"(?:buổi )?(?:sáng|chiều|tối)")
_TIME: Final = pattern(
    r"(?:(?:xong|hoàn thành|dự kiến|trong|trước|sau|từ|đến|chậm nhất|hạn|vào|cả)\s){0,3}"
    r"(?:(?:ngày|tháng|quý|tuần|năm|thứ|sáng|chiều|tối|đầu|giữa|cuối|hằng|hàng)\s"
    r"|thường xuyên|định kỳ|\d{1,2}(?:[/.]\d|\s?(?:h|giờ)\b))"
)
"""How a remark begins that is a time."""

_PIECE: Final = pattern(r"\s*[,;:.+/\N{EN DASH}-]\s+")
_OFFICE: Final = pattern(r"(?:phó|trưởng|thành viên|ủy viên|thư ký|thường trực|cố vấn)\b")


def is_led(roles: Roles) -> bool:
    """Return whether columns of who acts and of what belongs to it show a register."""
    told = {*roles} & _BESIDE_TASKS.union(ACTING)
    return len(told) > 1 and not told.isdisjoint(ACTING)


class Contents:
    """The cells of a register below its header, asked for what they hold."""

    def __init__(
        self, source: SourceText, grid: GridText, texts: tuple[str, ...], after: int
    ) -> None:
        """Keep the table; `texts` are its headers, `after` is its first row below them."""
        self._source = source
        self._rows = grid.rows[after:]
        self._headers = [key(text) for text in texts]

    def with_tasks(self, roles: Roles) -> Roles:
        """Return the roles, where none is of tasks the first unknown column of actions.

        Beside who acts and when it may be of anything that is held (`Lớp bồi dưỡng`).
        """
        if "task" in roles or SESSION in roles:
            return roles
        # `Họ và tên | Phân công`, `Đơn vị | Trách nhiệm`
        bodies = any(map(self._is_of_bodies, _unknown(roles)))
        shared = ("lead",) if "person" in roles or bodies else ()
        unknown = (n for n, role in enumerate(roles) if role is None or role in shared)
        found = _put("task", roles, (n for n in unknown if self._holds(n, is_action)))
        if "task" in found or "person" in roles or not is_led(roles):
            return found
        held = (n for n in _unknown(roles) if not _NOT_HELD.search(self._headers[n]))
        return _put("task", roles, (n for n in held if self._holds(n, _is_activity)))

    def with_leads(self, roles: Roles) -> Roles:
        """Return the roles, where none is of who leads a column of doers.

        A column of mere bodies is that where duties are shared (`Đơn vị | Nhiệm vụ`), and beside
        who helps.
        """
        if any(role in _LEADS for role in roles):
            return roles
        led = (n for n in _unknown(roles) if self._may_lead(n) and self._holds(n, is_doer))
        roles = _put("lead", roles, led)
        if "lead" in roles or not ("coop" in roles or self._shares(roles)):
            return roles
        roles = _put("lead", roles, filter(self._is_of_bodies, _unknown(roles)))
        return roles if "lead" in roles else self._with_persons(roles)

    def with_told(self, roles: Roles) -> Roles:
        """Return the roles, where none is of doers a column whose cells tell who they are.

        Its header may be one of tasks (`Phân công nhiệm vụ`), if another column has these.
        """
        if any(role in ACTING for role in roles):
            return roles
        free = (None, "task") if roles.count("task") > 1 else (None,)
        told = (n for n, role in enumerate(roles) if role in free and self._holds(n, _tells_lead))
        return _put("lead+coop", roles, told)

    def with_helpers(self, roles: Roles) -> Roles:
        """Return the roles, beside who leads a column `Hỗ trợ` of doers as that of who helps."""
        if "coop" in roles or not any(role in _LEADS for role in roles):
            return roles
        helping = (n for n in _unknown(roles) if self._headers[n].endswith(_HELP))
        return _put("coop", roles, (n for n in helping if self._holds(n, is_doer)))

    def with_times(self, roles: Roles) -> Roles:
        """Return the roles, where none is of times a column of remarks that are times."""
        if any(role in TIMES for role in roles):
            return roles
        others = (n for n, role in enumerate(roles) if role in (None, "note"))
        return _put("deadline", roles, (n for n in others if self._holds(n, is_time)))

    def with_sessions(self, roles: Roles) -> Roles:
        """Return the roles of a timetable, its halves of days as sessions where things are done."""
        if "task" in roles or "deadline" not in roles:
            return roles
        halves = {n for n in _unknown(roles) if is_half_day(self._headers[n])}
        filled = [text for column in halves for text in self._filled(column)]
        if 2 * sum(map(_is_activity, filled)) <= len(filled):
            return roles
        return [SESSION if n in halves else role for n, role in enumerate(roles)]

    def with_labels(self, roles: Roles) -> Roles:
        """Return the roles, a first column that counts the rows as STT, whatever its header."""
        if roles[0] is not None or is_syllable(self._headers[0]):
            return roles
        filled = self._filled(0)
        counts = len(filled) > 1 and all(map(ROW_LABEL.fullmatch, filled))
        return ["stt", *roles[1:]] if counts else roles

    def _with_persons(self, roles: Roles) -> Roles:
        """Return the roles where persons' duties stand beside them (`Họ tên | Chức vụ | Nhiệm vụ`).

        Their posts act; without a column of posts the persons do, who may have theirs beside them.
        """
        persons = [n for n, role in enumerate(roles) if role == "person"]
        if not persons or "task" not in roles or not self._holds(roles.index("task"), _is_duty):
            return roles
        posts = [n for n in persons if self._headers[n].startswith(_POSTS)]
        named = next((n for n in persons if self._headers[n].startswith(_NAMES)), None)
        acting = (posts or persons)[0]
        return [
            "supervisor" if n == named and posts
            else "lead" if n == acting
            else role
            for n, role in enumerate(roles)
        ]  # fmt: skip

    def _shares(self, roles: Roles) -> bool:
        return "task" in roles and bool(_DUTIES.search(self._headers[roles.index("task")]))

    def _may_lead(self, column: int) -> bool:
        words = self._headers[column]
        return bool(words) and not (self._is_of_bodies(column) or _RECEIVES.search(words))

    def _is_of_bodies(self, column: int) -> bool:
        return _BODIES.fullmatch(self._headers[column]) is not None

    def _holds(self, column: int, test: Callable[[str], bool]) -> bool:
        """Return whether most filled cells of a column pass a test."""
        filled = self._filled(column)
        return 2 * sum(map(test, filled)) > len(filled)

    def _filled(self, column: int) -> list[str]:
        """Return the filled cells of a column, of a long one as many as tell what it holds."""
        filled = (
            text
            for row in self._rows
            for cell in row
            if cell.column == column and (text := self._source.cell(cell))
        )
        return list(islice(filled, _MOST_ASKED))


def _put(role: str, roles: Roles, columns: Iterator[int]) -> Roles:
    """Return the roles with that of the first of some columns, if there is one."""
    column = next(columns, None)
    return roles if column is None else [*roles[:column], role, *roles[column + 1 :]]


def _unknown(roles: Roles) -> Iterator[int]:
    return (column for column, role in enumerate(roles) if role is None)


def is_half_day(header: str) -> bool:
    """Return whether a header is a half of a day (`Buổi sáng`), below which things are done."""
    return _HALF_DAY.fullmatch(key(header)) is not None


def is_time(text: str) -> bool:
    """Return whether a cell begins as a time does."""
    return _TIME.match(lower(text)) is not None


def _is_activity(text: str) -> bool:
    """Return whether a cell says what is done, not only who comes or what is taught."""
    return text.count(" ") >= _FEWEST_WORDS - 1 and not is_doer(text)


def is_action(text: str) -> bool:
    """Return whether a cell begins with a verb and says more (`Bổ sung sơ đồ tại cổng`)."""
    return text.count(" ") >= _FEWEST_WORDS and sort_at(lower(text), 0) == "verb"


def is_doer(text: str) -> bool:
    """Return whether a cell begins with who acts (`GVCN, tổ bảo vệ`)."""
    return len(text) < _LONGEST_NAME and begins(copy_of(text), 0, len(text), listing=True)


def _tells_lead(text: str) -> bool:
    return _TOLD.match(lower(text)) is not None


def _is_duty(text: str) -> bool:
    """Return whether a cell says what somebody does, and not only as what (`Thành viên`)."""
    pieces = (key(piece) for piece in _PIECE.split(text))
    return any(
        piece.count(" ") >= _FEWEST_WORDS - 1 and not _OFFICE.match(piece) for piece in pieces
    )
