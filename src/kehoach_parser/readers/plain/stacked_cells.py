"""Which lines of a stacked row stand in which column, judged by what columns are for."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from kehoach_parser.lexicon.register_headers import PEOPLE
from kehoach_parser.lexicon.unit_words import heads_at, unit_words
from kehoach_parser.text.folding import fold
from kehoach_parser.text.patterns import pattern

_TIME: Final = pattern(
    r"(?:trước|trong|hằng|hàng|quý|tháng|năm|từ|đến|chậm nhất|thường xuyên|định kỳ|ngày|xong"
    r"|sau khi|theo (?:tiến độ|yêu cầu|kế hoạch|quy định|các mốc|thời gian)|giai đoạn|cả năm|đợt"
    r"|các tháng|buổi|sáng|chiều|đầu|cuối|giữa|khi)\b"
    r"|\d{1,2}[/.-]\d{1,2}\b|\d{1,2}\s?(?:h|giờ|g)\s?\d{0,2}\b|\d{1,2}:\d{2}\b|(?:19|20)\d{2}\b"
)
"""How a line that says when begins, folded."""

_BODIES: Final = PEOPLE | {"approver", "audience"}
_SHORT: Final = 60
"""Characters of a line that can be a body's name or a time alone."""

_BULLETS: Final = "-+•* "
_LONG: Final = 200
"""Characters of a line that can say when with all its conditions."""

_GAPS: Final[dict[str | None, float]] = {
    "task": -3.0, "lead": -2.0, "lead+coop": -2.0, "deadline": -1.5, "coop": -0.8,
    "note": -0.3, "status": -0.3, None: -0.3,
}  # fmt: skip
"""What a column without lines costs where empty cells left none behind."""

_GAP: Final = -1.0
_MORE: Final = -0.3
"""What each further line of a cell costs."""

_CLEARLY: Final = 2.0
_NEVER: Final = float("-inf")


class _Fits(NamedTuple):
    """How well a line fits a column, by what it is.

    A time, a body's name, a long line that begins with a body's name, other words.
    """

    time: float
    body: float
    acting: float
    words: float


_FITS: Final[dict[str | None, _Fits]] = {
    "task": _Fits(-1.5, -1.0, 1.0, 1.0),
    **dict.fromkeys(_BODIES, _Fits(-2.0, 2.0, 2.0, -1.0)),
    **dict.fromkeys((None, "note", "status"), _Fits(-0.5, -0.5, -0.5, 0.0)),
}
_FITS_ELSEWHERE: Final = _Fits(-1.0, -0.5, 0.5, 0.5)


class _Best(NamedTuple):
    """The best way to fill columns so far, and where each of them begins."""

    score: float
    starts: tuple[int, ...]


def rows_of(lines: Sequence[str], roles: Sequence[str | None]) -> list[list[str]]:
    """Return the cells of a row, and of the rows beside which its first cells are merged.

    Those rows have a line for each column, blank where cells are merged (the label's column too),
    or none for the first column or two.
    """
    lines = _without_end(lines, len(roles))
    for left_out in (-1, 1, 2):
        size = len(roles) - left_out
        count, rest = divmod(len(lines) - len(roles), size) if size > 1 else (0, 1)
        if count > 0 and rest == 0:
            parts = [lines[at : at + size] for at in range(len(roles), len(lines), size)]
            rows = [list(lines[: len(roles)]), *(_row_below(part, left_out) for part in parts)]
            if all(fit_columns(row, roles) for row in rows):
                return rows
    return [_cells_of(lines, roles)]


def _row_below(part: Sequence[str], left_out: int) -> list[str]:
    """Return the cells of a row below merged ones, without the label's."""
    return [""] * left_out + list(part) if left_out > 0 else list(part[1:])


def _without_end(lines: Sequence[str], width: int) -> Sequence[str]:
    """Return the lines without the blank ones behind an empty last cell."""
    while len(lines) > width and not (lines[-1] or lines[-2]):
        lines = lines[:-1]
    return lines


def fit_columns(cells: Sequence[str], roles: Sequence[str | None]) -> bool:
    """Return whether cells hold something, and none that tells something stands elsewhere."""
    return any(cells) and all(
        _fit(cell, role) > 0 if role == "deadline" or role in _BODIES else _fit(cell, role) >= 0
        for cell, role in zip(cells, roles, strict=True)
        if cell
    )


def _cells_of(lines: Sequence[str], roles: Sequence[str | None]) -> list[str]:
    """Return the cells of a row from its lines in order; a blank line is an empty cell.

    Where there are as many lines as columns, each is a cell, unless they fit far better
    otherwise.
    """
    alone = _NEVER
    if len(lines) == len(roles):
        alone = sum(_worth([line], role) for line, role in zip(lines, roles, strict=True))
        if "" in lines:
            return list(lines)
    best = [_Best(0.0 if n == 0 else _NEVER, ()) for n in range(len(lines) + 1)]
    for role in roles:
        best = [_filled(best, lines, end, role) for end in range(len(lines) + 1)]
    chosen = best[-1]
    if chosen.score <= alone + _CLEARLY:
        return _cut(lines, len(roles))
    ends = (*chosen.starts[1:], len(lines))
    return [_joined(lines[start:end]) for start, end in zip(chosen.starts, ends, strict=True)]


def _filled(best: Sequence[_Best], lines: Sequence[str], end: int, role: str | None) -> _Best:
    """Return the best way to have this column end before a line."""
    found = _Best(_NEVER, ())
    for start in range(end + 1):
        score = best[start].score
        if score != _NEVER:
            score += _worth(lines[start:end], role)
        if score > found.score:
            found = _Best(score, (*best[start].starts, start))
    return found


def _worth(lines: Sequence[str], role: str | None) -> float:
    """Return how well lines fit a column; a blank line fills one alone."""
    if not lines:
        return _GAPS.get(role, _GAP)
    if "" in lines:
        return 0.0 if len(lines) == 1 else _NEVER
    return sum(_fit(line, role) for line in lines) + _MORE * (len(lines) - 1)


@lru_cache(maxsize=4096)
def _fit(line: str, role: str | None) -> float:
    """Return how well one line fits a column that is for `role`."""
    short = len(line) <= _SHORT
    words = fold(line).lstrip(_BULLETS)
    begins = len(line) <= _LONG and _TIME.match(words) is not None
    if role == "deadline":
        return (2.0 if short else 1.0) if begins else -1.0
    fits = _FITS.get(role, _FITS_ELSEWHERE)
    if begins and short:
        return fits.time
    if not _names_body(words):
        return fits.words
    return fits.body if short else fits.acting


def _names_body(folded: str) -> bool:
    """Return whether folded words begin with a body's, a post's or a person's name."""
    words = unit_words()
    if words.posts.at(folded, 0):
        return True
    if words.duties.at(folded, 0):
        return False
    if heads_at(folded, 0):  # `Tổ chức` and `Trường hợp` are no bodies
        return True
    first = folded.partition(" ")[0]
    return first in {"các", "toàn"} or first.capitalize() in words.surnames


def _cut(lines: Sequence[str], width: int) -> list[str]:
    """Return the lines one a column, the rest in the last: nothing tells more."""
    return [*lines[: width - 1], _joined(lines[width - 1 :])][:width] + [""] * (width - len(lines))


def _joined(lines: Sequence[str]) -> str:
    text = ""
    for line in lines:
        text += line if not text else f" {line}" if line[:1].islower() else f"\n{line}"
    return text
