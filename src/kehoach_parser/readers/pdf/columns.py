"""Two columns side by side: the head of a document and its closing block, read by column."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from kehoach_parser.lexicon.signing import CAPACITY_TEXT, RECIPIENTS, RECIPIENTS_TEXT
from kehoach_parser.readers.columns import begins_appendix
from kehoach_parser.readers.headtext import names_type
from kehoach_parser.readers.pdf.chars import Word
from kehoach_parser.readers.pdf.lines import COLUMN_GAP, Line, line_text, pieces
from kehoach_parser.readers.pdf.paragraphs import LABEL, cut_at_end, joined
from kehoach_parser.text.patterns import pattern

_GUTTER: Final = 5.0
_BULLETS: Final = "-–+•*"
_ALIGNED: Final = 5.0
_NEAR: Final = 4.0
_SIGNING_ROOM: Final = 11.0
_HEAD: Final = pattern(
    r"C[ỘỌ]NG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI|ĐẢNG\s+CỘNG\s+SẢN|Độc\s+lập\s*[-–]|(?:^|\n)Số\s*:?\s*[\d/.…-]"
    r"|ngày[\s\d.…]*tháng[\s\d.…]*năm"
)
_MOTTO: Final = pattern(r"C[ỘỌ]NG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI|ĐẢNG\s+CỘNG\s+SẢN|Độc\s+lập\s*[-–]")
_NEAR_MOTTO: Final = 0.6
"""Room in sizes that parts the columns of a head where the words tell the right one."""

_CLOSING: Final = pattern(rf"{RECIPIENTS_TEXT}|\b{CAPACITY_TEXT}[./]?\s")
_DATE_BEGUN: Final = pattern(r"ngày[\s\d.…]*(?:tháng[\s\d.…]*(?:năm)?)?\Z")
_DATE_ENDS: Final = pattern(r"(?:tháng\b.*|[\d.…]*\s*(?:năm\b.*)?)\d{4}\Z")
_LONE_LABEL: Final = pattern(r"(?:[-–+•]|\(?\w{1,4}(?:\.\d{1,2}){0,3}[.)/:-])\Z")
"""A label that a tab parts from its words."""

_FEW: Final = 5
"""Words of a line that its column had no room for."""

_ADDRESSED: Final = pattern(r"(?:Đồng\s+)?[Kk]ính\s+gửi|KÍNH\s+GỬI")
_ITEM_ENDED: Final = pattern(r"[;:.]\s*\Z")


@dataclass(slots=True)
class Columns:
    """Two columns of lines with a gutter (`low` to `high`) between them, points."""

    low: float
    high: float
    left: list[Line] = field(default_factory=lambda: [])
    right: list[Line] = field(default_factory=lambda: [])

    @property
    def known(self) -> bool:
        """Whether the words are those of a document's head or of its closing block."""
        sides = ["\n".join(line.text for line in side) for side in (self.left, self.right)]
        if not all(sides):
            return False
        if any(_HEAD.search(text) or _CLOSING.search(text) for text in sides):
            return True
        first = self.left[0].text
        signed = first.isupper() and self.right[0].text.isupper()
        return signed and len(self.left[0].words) > 1 and not LABEL.match(first)

    @property
    def lines(self) -> list[Line]:
        """All lines, by column."""
        return self.left + self.right


Item = Line | Columns


def part_columns(
    rows: Sequence[list[Word]], page: int, middle: float, above: Columns | None = None
) -> list[Item]:
    """Return a page's rows as lines, and as columns where two stand side by side.

    `middle` is the centre of the text, where titles stand. `above` are columns that ended the
    page before: a list of recipients that goes on is put into them.
    """
    items: list[Item] = []
    current: Columns | None = None
    pending: list[list[Word]] = []
    taken = 0
    if above is not None and rows and _may_go_on(above, rows[0]):
        taken = next(
            (n for n, row in enumerate(rows) if not _taken(above, row, page, middle)), len(rows)
        )
    for row in rows[taken:]:
        if current is not None and _taken(current, row, page, middle):
            pending.append(row)
            continue
        if current is not None:
            items += _settled(current, pending, page)
            current, pending = None, []
        started = _begun(row, page)
        if started is None:
            items.append(Line(row, page))
            continue
        current, pending = started, [row]
        _take_back(current, items, pending, middle)
    if current is not None:
        items += _settled(current, pending, page)
    return items


def _may_go_on(above: Columns, row: list[Word]) -> bool:
    """Return whether the first row of a page looks like the rest of the recipients above."""
    if not any(RECIPIENTS.match(line.text) for line in above.left):
        return False
    first, last = row[0].text[0], above.left[-1]
    aside = min(abs(row[0].x0 - word.x0) for line in above.left for word in line.words[:2])
    cut = aside <= _ALIGNED and not _ITEM_ENDED.search(last.text)
    return cut or first in _BULLETS or first == "(" or len(pieces(row, COLUMN_GAP)) > 1


def _begun(row: list[Word], page: int) -> Columns | None:
    parts = pieces(row, COLUMN_GAP)
    if len(parts) == 1:
        parts = _before_the_motto(row)
    if len(parts) == 1 or _is_own_line(row):
        return None
    gaps = [(b[0].x0 - max(w.x1 for w in a), n) for n, (a, b) in enumerate(pairwise(parts))]
    _, widest = max(gaps)
    left = [word for part in parts[: widest + 1] for word in part]
    right = [word for part in parts[widest + 1 :] for word in part]
    if _LONE_LABEL.match(line_text(left)):
        return None
    columns = Columns(max(w.x1 for w in left), right[0].x0)
    columns.left.append(Line(left, page))
    columns.right.append(Line(right, page))
    return columns


def _is_own_line(row: list[Word]) -> bool:
    """Return whether a row says to whom or what a document is, whose letters may stand apart."""
    text = line_text(row)
    return _ADDRESSED.match(text) is not None or names_type(text)


def _before_the_motto(row: list[Word]) -> list[list[Word]]:
    """Return a row parted before Quốc hiệu, which a long name in the other column may near."""
    parts = pieces(row, _NEAR_MOTTO)
    at = next((n for n, part in enumerate(parts) if n and _MOTTO.match(line_text(part))), 0)
    halves = (parts[:at], parts[at:]) if at else (parts,)
    return [[word for part in half for word in part] for half in halves]


def _taken(columns: Columns, row: list[Word], page: int, middle: float) -> bool:
    """Put a row into its columns, where it fits them."""
    if _is_own_line(row):
        return False
    left, right = (Line(words, page) if words else None for words in _parted(columns, row))
    if left and right:
        if not _beside(left, right, columns):
            return False
        columns.low = max(columns.low, min(left.x1, right.x0 - _GUTTER))
        columns.high = min(columns.high, right.x0)
    else:
        side = columns.left if left else columns.right
        if not _belongs(left or right or side[0], side, columns, middle, signing=right is not None):
            return False
    columns.left += [left] if left else []
    columns.right += [right] if right else []
    return True


def _beside(left: Line, right: Line, columns: Columns) -> bool:
    """Return whether both halves of a row keep clear of the gutter, or stand in their columns."""
    if min(columns.high, right.x0) - max(columns.low, left.x1) >= _GUTTER:
        return True
    aligned = any(abs(left.x0 - other.x0) <= _ALIGNED for other in columns.left)
    return aligned and abs(_centre([right]) - _centre(columns.right)) < 10 * _ALIGNED


def _centre(lines: Sequence[Line]) -> float:
    return (min(line.x0 for line in lines) + max(line.x1 for line in lines)) / 2


def _parted(columns: Columns, row: list[Word]) -> tuple[list[Word], list[Word]]:
    """Return the words left and right of the widest room over the gutter, one side if none."""
    if row[0].x0 >= columns.high - 1:
        return [], row
    parts = pieces(row, COLUMN_GAP * 0.6)
    rooms: list[tuple[float, int]] = []
    count = 0
    for part, after in pairwise(parts):
        count += len(part)
        if count == len(part) and _LONE_LABEL.match(line_text(part)):
            continue
        x1 = max(word.x1 for word in part)
        over = min(columns.high, after[0].x0) - max(columns.low, x1)
        wide = after[0].x0 - x1 > COLUMN_GAP * after[0].size
        if over >= _GUTTER or (wide and after[0].x0 > columns.low - 10 * _ALIGNED):
            rooms.append((max(over, 0.0), count))
    if rooms:
        _, count = max(rooms)
        return row[:count], row[count:]
    x0, x1 = row[0].x0, max(word.x1 for word in row)
    if columns.high - x1 >= x0 - columns.low:
        return row, []
    return [], row


def _belongs(
    line: Line, side: list[Line], columns: Columns, middle: float, *, signing: bool
) -> bool:
    """Return whether a line that stands alone in its row goes on with one of the columns."""
    lowest = max(columns.left[-1].base, columns.right[-1].base)
    room = _SIGNING_ROOM if signing else _NEAR
    if line.base - lowest > room * line.size:
        return False
    if begins_appendix(line.text):
        return False
    if signing and _wraps(side, line):
        return True
    centre, own = _centre([line]), _centre(side)
    if abs(centre - middle) < min(abs(centre - own), 3 * _ALIGNED):
        return False
    if signing:
        set_left = abs(line.x0 - min(other.x0 for other in side)) <= _ALIGNED
        return line.x0 > columns.low and (set_left or abs(centre - own) < 10 * _ALIGNED)
    return _goes_on_left(line, columns, abs(centre - own))


def _goes_on_left(line: Line, columns: Columns, aside: float) -> bool:
    """Return whether a line this far aside of the left column's middle goes on with it."""
    side = columns.left
    aligned = any(abs(line.x0 - other.x0) <= _ALIGNED for other in side)
    small = line.size < 0.95 * max(other.size for other in columns.right)
    listed = aligned and any(RECIPIENTS.match(other.text) for other in side)
    if line.x1 > columns.high - _GUTTER:
        return aligned and (small or (listed and line.text[0] in _BULLETS))
    short = line.x1 <= max(other.x1 for other in side) + 1
    named = line.text.isupper() and not LABEL.match(line.text)
    return listed or aside < 3 * _ALIGNED or (aligned and (short or named)) or small


def _wraps(side: list[Line], line: Line) -> bool:
    """Return whether a line of the right column ends its date, or at its left edge its capacity."""
    last = side[-1].text
    dated = _DATE_BEGUN.search(last) is not None and _DATE_ENDS.match(line.text) is not None
    at_left = abs(line.x0 - min(other.x0 for other in side)) <= _ALIGNED
    if len(line.words) > _FEW or not (at_left or dated):
        return False
    return dated or (last.isupper() and line.text.isupper() and _CLOSING.search(last) is not None)


def _take_back(
    columns: Columns, items: list[Item], pending: list[list[Word]], middle: float
) -> None:
    """Take lines into their column that stand just above the first row with both columns."""
    count = _closing_above(columns, items) or _capitals_above(columns, items, middle)
    for _ in range(count):
        line = items.pop()
        if isinstance(line, Line):
            side = columns.left if _is_left(line, columns) else columns.right
            side.insert(0, line)
            pending.insert(0, line.words)


def _is_left(line: Line, columns: Columns) -> bool:
    return line.x1 < columns.high - _GUTTER


def _closing_above(columns: Columns, items: list[Item]) -> int:
    """Return how many lines up the block of recipients and signature begins."""
    found = 0
    for count, line in enumerate(reversed(items), 1):
        if not isinstance(line, Line):
            break
        if _is_left(line, columns):
            if abs(line.x0 - columns.left[0].x0) > _ALIGNED:
                break
            if RECIPIENTS.match(line.text):
                found = count
        elif line.x0 < columns.low + _GUTTER:
            break
        elif found:
            found = count
    return found


def _capitals_above(columns: Columns, items: list[Item], middle: float) -> int:
    """Return how many lines in capitals stand over the middle of their column."""
    base = min(columns.left[0].base, columns.right[0].base)
    count = 0
    for line in reversed(items):
        if not (isinstance(line, Line) and line.text.isupper()):
            break
        left = _is_left(line, columns)
        centre, own = _centre([line]), _centre((columns.left if left else columns.right)[:1])
        aside = abs(centre - middle) >= 3 * _ALIGNED and abs(centre - own) <= _ALIGNED
        if not (aside and (left or line.x0 > columns.low) and base - line.base < 1.8 * line.size):
            break
        base = line.base
        count += 1
    return count


def _settled(columns: Columns, pending: list[list[Word]], page: int) -> list[Item]:
    if columns.known:
        return [columns]
    return [Line(row, page) for row in pending]


def column_text(lines: Sequence[Line]) -> str:
    r"""Return a column's paragraphs joined by `\n`; only wrapped list items are joined."""
    found: list[list[str]] = []
    reach = max((line.x1 for line in lines), default=0.0)
    last: Line | None = None
    for line in lines:
        if last is not None and _wrapped(last, line, reach):
            found[-1].append(line.text)
        else:
            found.append([line.text])
        last = line
    return "\n".join(joined(texts) for texts in found)


def _wrapped(last: Line, line: Line, reach: float) -> bool:
    if cut_at_end(last.text, line.text):
        return True
    if line.text[0] == "(" and last.text[0] in _BULLETS:
        return True
    need = line.words[0].x1 - line.words[0].x0
    full = last.x1 + need > reach - _NEAR / 2
    if full and len(line.words) == 1 and line.text.isupper() and last.text.isupper():
        return True
    if LABEL.match(line.text) or _ITEM_ENDED.search(last.text) or last.text.isupper():
        return False
    if last.all_bold != line.all_bold or last.italic != line.italic:
        return False
    return line.text[0].islower() or last.text.endswith(",") or (full and not line.centered)
