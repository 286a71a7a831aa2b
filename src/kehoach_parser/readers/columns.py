"""Two columns that a text shows side by side: the head of a document, and its closing."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from kehoach_parser.lexicon.signing import RECIPIENTS, RECIPIENTS_TEXT
from kehoach_parser.readers.cells import in_columns
from kehoach_parser.readers.headtext import names_type
from kehoach_parser.readers.signatories import Part, Signatories, begins_signatures
from kehoach_parser.text.document import Block, Grid, Paragraph
from kehoach_parser.text.letters import UPPER
from kehoach_parser.text.patterns import pattern

_WIDE: Final = pattern(r"(?<=\S)(?<!ngày)(?<!tháng)(?<!Số:) {3,}(?=[^\s/])")
"""A gap between columns; what a draft leaves blank is none (`Số:     /KH-UBND`)."""
_LABEL: Final = pattern(r"(?:[-+*•]|\(?\w{1,4}[.)]|Số ?:)\Z")
_LABEL_GAP: Final = 12
"""Blanks at most between a label and its words; the star below a Party body is no bullet."""

_HEAD_RIGHT: Final = pattern(
    r"C[ỘÔO]NG H\w\w X\w H|Cộng hòa xã hội|ĐẢNG CỘNG SẢN|ĐOÀN TNCS|Độc lập\b"
    r"|ngày .{0,12}tháng .{0,8}năm"
)
_CLOSING_LEFT: Final = pattern(
    rf"{RECIPIENTS_TEXT}\s*:?|\s*\Z|(?:(?:PHÊ |KÝ )?DUYỆT|XÁC NHẬN) CỦA [{UPPER} ]{{3,40}}\Z"
)
_CLOSING_RIGHT: Final = pattern(
    rf"(?:T[./]?M|K[./]?T|T[./]?L|TUQ|Q)(?:\s?[./]\s*|\s+)[{UPPER}]|[{UPPER} ]{{8,}}\Z"
)
_APPENDED: Final = pattern(r"\s*(?:PHỤ LỤC|Phụ lục|PHỤ BIỂU)\b")
_ADDRESSED: Final = ("Kính gửi", "KÍNH GỬI")
_RECIPIENT: Final = pattern(r"[-+*•–]\s?\S|Lưu\b|Như\b")
_LAST: Final = "Lưu"
"""What begins the last item of a list of recipients."""

_SLACK: Final = 12
"""Blanks by which a centred line may begin left of the column's other lines."""
_MOST_BLANKS: Final = 6
_LONGEST: Final = 300
"""Characters that two columns side by side take at most."""
_TAB: Final = " " * 8
_STOP: Final = 6
"""Characters of usual width between the stops of a word processor."""

_PART: Final = pattern(r"\S+(?: {1,2}\S+)*")
_OVER: Final = 3
"""Characters by which a line may reach into the column beside it."""


class Split(NamedTuple):
    """A line's left and right part, and the column at which the right one begins."""

    left: str
    right: str
    column: int


def split_line(line: str) -> Split | None:
    """Return the two parts of a line with one wide gap, the label's own blanks apart."""
    if len(line) > _LONGEST:
        return None
    tabbed = _split_at_tab(line) if "\t" in line else None
    if tabbed:
        return tabbed
    line = line.rstrip().replace("\t", _TAB)
    gaps = [
        gap
        for gap in _WIDE.finditer(line)
        if not (len(gap[0]) <= _LABEL_GAP and _LABEL.match(line[: gap.start()].strip()))
    ]
    if len(gaps) != 1:
        return None
    gap = gaps[0]
    return Split(line[: gap.start()].strip(), line[gap.end() :].strip(), gap.end())


def _split_at_tab(line: str) -> Split | None:
    """Return the two parts of a line that tabs part, whatever blanks stand in them.

    Drafts leave blanks for what is to be filled in (`Sơn Hải, ngày     tháng     năm`).
    """
    parts = [part.strip() for part in line.split("\t") if part.strip()]
    if len(parts) != 2 or _LABEL.match(parts[0]):  # noqa: PLR2004 - left and right
        return None
    left, right = parts
    return Split(left, right, len(line.rstrip().replace("\t", _TAB)) - len(right))


def begins_columns(line: str) -> bool:
    """Return whether a line holds a left and a right part of a head or closing.

    >>> begins_columns("UBND XÃ AN BÌNH      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    True
    >>> begins_columns("DUYỆT CỦA HIỆU TRƯỞNG          TỔ TRƯỞNG")
    True
    >>> begins_columns("1.     Sở Y tế")
    False
    """
    if "   " not in line and "\t" not in line:
        return False
    split = split_line(line)
    if split is None or not split.left:
        return False
    if _HEAD_RIGHT.match(split.right):
        return True
    return bool(_CLOSING_LEFT.match(split.left) and _CLOSING_RIGHT.match(split.right))


def begins_appendix(line: str) -> bool:
    """Return whether a line heads what is appended, below the closing.

    >>> begins_appendix("PHỤ LỤC I"), begins_appendix("- Phụ lục: lưu VT.")
    (True, False)
    """
    return _APPENDED.match(line) is not None


def begins_recipients(blocks: Sequence[Block]) -> bool:
    """Return whether blocks begin with `Nơi nhận`, the left side of a closing."""
    first = blocks[0] if blocks else None
    return isinstance(first, Paragraph) and RECIPIENTS.match(first.text) is not None


def read_columns(lines: list[str], start: int) -> tuple[Grid, int]:
    """Return the two columns from a line on as a grid without borders, and the line after it.

    It ends before the first line that crosses the gap between the columns.
    """
    left: list[str] = []
    right: list[str] = []
    gutter = _gutter(lines[start])
    tabbed = "\t" in lines[start]
    listing = RECIPIENTS.match(lines[start]) is not None
    at = seen = start
    blanks = 0
    while at < len(lines) and blanks <= _MOST_BLANKS:
        line = lines[at]
        at += 1
        if not line.strip():
            blanks += 1
            continue
        if names_type(line) or begins_appendix(line) or line.lstrip().startswith(_ADDRESSED):
            break
        split = _sides(line, gutter, tabbed=tabbed, listing=listing)
        listed = split and listing and _RECIPIENT.match(split.left)
        if split is None or (blanks and not listed and not _goes_on(split, lines, at, gutter)):
            break
        listing = listing and _LAST not in split.left
        gutter = min(gutter, split.column) if split.left and split.right else gutter
        left.append(split.left)
        right.append(split.right)
        blanks, seen = 0, at
    return in_columns((filter(None, left), filter(None, right))), seen


def _sides(line: str, gutter: int, *, tabbed: bool, listing: bool) -> Split | None:
    """Return what a line has on each side; a recipient may be longer than its column."""
    found = split_line(line) or (_beside_a_tab(line) if tabbed else None)
    return found or _one_side(line, gutter) or (_recipient(line) if listing else None)


def _gutter(line: str) -> int:
    split = split_line(line)
    return split.column if split else 0


def _one_side(line: str, gutter: int) -> Split | None:
    if len(line) > _LONGEST:
        return None
    line = line.rstrip().replace("\t", _TAB)
    indent = len(line) - len(line.lstrip())
    if indent >= max(gutter - _SLACK, _SLACK):
        return Split("", line.strip(), indent)
    if len(line) <= gutter:
        return Split(line.strip(), "", gutter)
    return None


def _recipient(line: str) -> Split | None:
    """Return the left side that a recipient is, be it longer than those above it."""
    words = line.strip()
    return Split(words, "", len(line)) if _RECIPIENT.match(words) else None


def _beside_a_tab(line: str) -> Split | None:
    """Return the side of a line where a tab parts the columns: blanks do not measure them."""
    words = line.strip()
    if line[:1] == "\t":
        return Split("", words, len(_TAB))
    return Split(words, "", len(_TAB)) if _RECIPIENT.match(words) else None


def _goes_on(split: Split, lines: list[str], at: int, gutter: int) -> bool:
    """Return whether columns go on after blank lines: on the right, or soon on both sides."""
    if split.right:
        return True
    for line in lines[at : at + 3]:
        later = split_line(line) if line.strip() else None
        if later or (
            line.strip() and len(line) - len(line.lstrip()) >= max(gutter - _SLACK, _SLACK)
        ):
            return True
    return False


def read_signatures(lines: Sequence[str], start: int) -> tuple[Grid, int] | None:
    """Return those who sign side by side from a line on, and the line after them; null for none."""
    first = _apart(lines[start])
    if not begins_signatures([part.text for part in first]):
        return None
    columns = Signatories(first)
    sides = [[part.text] for part in first]
    at = seen = start + 1
    while at < len(lines) and at - seen <= _MOST_BLANKS:
        if lines[at].strip():
            parts = _apart(lines[at])
            places = columns.take(parts, _OVER)
            if places is None:
                break
            for place, part in zip(places, parts, strict=True):
                sides[place].append(part.text)
            seen = at + 1
        at += 1
    if not columns.named:
        return None
    return in_columns(sides), seen


def _apart(line: str) -> list[Part]:
    """Return what wide gaps part in a line, by characters."""
    line = line.replace("\t", "   \t").expandtabs(_STOP)
    return [Part(part[0], part.start(), part.end()) for part in _PART.finditer(line)]
