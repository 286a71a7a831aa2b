"""Rows over page ends: a table that goes on, its repeated heads, the row that a page end cuts."""

from collections.abc import Sequence
from typing import Final

from kehoach_parser.lexicon.ocr_words import bare
from kehoach_parser.readers.pdf.cut_words import is_one_word
from kehoach_parser.readers.pdf.paragraphs import is_open, is_range, joined
from kehoach_parser.readers.pdf.tables import Row, Table
from kehoach_parser.text.document import Cell
from kehoach_parser.text.syllables import is_syllable

_ALIGNED: Final = 4.0
_MOSTLY: Final = 0.7
_FEW: Final = 3
_STOPS: Final = (".", ";", ":", "!", "?", "…")
_BULLETS: Final = "-–+•*"
_SUMS: Final = ("tổng", "cộng")


def goes_on(first: Table, second: Table) -> bool:
    """Return whether a table at the top of a page is the rest of the one before it.

    Both are as wide, and the edges of one are all among those of the other; the whole may be
    shifted, as on pages that are bound on other sides.
    """
    few, many = sorted((first.xs, second.xs), key=len)
    shift = many[0] - few[0]
    if abs(few[-1] + shift - many[-1]) > _ALIGNED or (shift and len(few) < len(many)):
        return abs(shift) <= _ALIGNED and _among(few, many, 0.0)
    return _among(few, many, shift)


def _among(few: Sequence[float], many: Sequence[float], shift: float) -> bool:
    ends = abs(few[0] + shift - many[0]) <= _ALIGNED and abs(few[-1] + shift - many[-1]) <= _ALIGNED
    return ends and all(any(abs(x + shift - y) <= _ALIGNED for y in many) for x in few)


def continued(first: Table, second: Table) -> Table:
    """Return both parts of a table as one; repeated heads are dropped, a cut row is made whole."""
    xs = max((first.xs, second.xs), key=len)
    above, below = _on_edges(first, xs), _on_edges(second, xs)
    heads = _repeated_heads(above, below)
    rest, pages = list(below[heads:]), list(second.pages[heads:])
    before = list(above)
    if rest and _is_rest(before, rest[0]):
        _add_rest(before, rest[0])
        rest, pages = rest[1:], pages[1:]
    elif rest and _numbered(before):
        rest[0] = _under_merged(before, rest[0])
    return Table(
        xs, (*before, *rest), first.pages + tuple(pages), first.box, max(first.heads, heads)
    )


def _on_edges(table: Table, xs: tuple[float, ...]) -> tuple[Row, ...]:
    """Return the rows with their columns counted on other edges."""
    if len(table.xs) == len(xs):
        return table.rows
    index = [min(range(len(xs)), key=lambda n: abs(xs[n] - x)) for x in table.xs]
    return tuple(tuple(_moved(cell, index) for cell in row) for row in table.rows)


def _moved(cell: Cell, index: Sequence[int]) -> Cell:
    start = index[cell.column]
    return cell._replace(column=start, columns=index[cell.column + cell.columns] - start)


def _repeats(first: Row, second: Row) -> bool:
    """Return whether two rows say the same; of a scan, marks may differ and a cell may be lost.

    Of three cells or more one may be misread where a scan has the row.
    """
    pairs = [(_said(one), _said(other)) for one, other in zip(first, second, strict=False)]
    same = sum(bool(one) and one == other for one, other in pairs)
    scanned = any(cell.confidence is not None for cell in (*first, *second))
    wrong = sum(one != other and bool(one) and bool(other) for one, other in pairs)
    allowed = scanned and same >= _FEW
    return len(first) == len(second) and same * 2 >= len(pairs) and wrong <= allowed


def _said(cell: Cell) -> str:
    return bare(cell.text) or " ".join(cell.text.split())


def _repeated_heads(above: Sequence[Row], below: Sequence[Row]) -> int:
    """Return how many first rows of a part repeat the table's own first rows."""
    count = 0
    for first, second in zip(above, below[:-1], strict=False):
        if not _repeats(first, second):
            break
        count += 1
    return count


def _is_rest(before: Sequence[Row], row: Row) -> bool:
    """Return whether a page's first row is only the rest of the row that the page end cut.

    It has no number of its own, and a sentence goes on in it, or few of its cells hold anything,
    or all rows above have a number; where its first cell holds words, these and half of the
    others go on with those above.
    """
    filled = [(_cell_above(before, cell.column), cell) for cell in row if cell.text]
    pairs = [(above, cell) for above, cell in filled if above and above.columns == cell.columns]
    if not filled or len(pairs) < len(filled):
        return False
    cut = [_runs_on(above.text, below.text) for above, below in pairs]
    if any(below.column == 0 for _, below in pairs):
        on = sum(
            here or below.text[0].islower() for here, (_, below) in zip(cut, pairs, strict=True)
        )
        return cut[0] and len(before) > 1 and on * 2 >= len(cut)
    few = len(filled) * _FEW <= sum(cell.columns for cell in row)
    if any(cut) or (_numbered(before) and few):
        return True
    said = {cell.text for head in before[:_FEW] for cell in head}
    other = filled[0][1].text.lower().startswith(_SUMS) or filled[0][1].text in said
    return _numbered(before, 1.0) and len(before) > _FEW and not other


def _numbered(rows: Sequence[Row], share: float = _MOSTLY) -> bool:
    """Return whether so many of the rows below the first begin with a filled cell."""
    firsts = [bool(cell.text) for row in rows[1:] for cell in row if cell.column == 0]
    return bool(firsts) and sum(firsts) >= share * len(firsts)


def _under_merged(before: list[Row], row: Row) -> Row:
    """Return a row without its cells that those above it, merged over the page end, cover.

    A page end draws one cell as two, with its words in one of them. First cells are so where they
    are empty; of others one half covers several rows.
    """
    kept: list[Cell] = []
    for number, cell in enumerate(row):
        place = _reaching(before, cell.column)
        above = before[place[0]][place[1]] if place else None
        if place is None or above is None or above.columns != cell.columns:
            kept.append(cell)
        elif _is_one_cell(above, cell, first=not kept and number < len(row) - 1):
            line, at = place
            cells = list(before[line])
            rows = len(before) - line + cell.rows
            cells[at] = above._replace(text=above.text or cell.text, rows=rows)
            before[line] = tuple(cells)
        else:
            kept.append(cell)
    return tuple(kept)


def _is_one_cell(above: Cell, below: Cell, *, first: bool) -> bool:
    if below.text:
        return not above.text and min(above.rows, below.rows) > 1
    return first or (bool(above.text) and max(above.rows, below.rows) > 1)


def _reaching(before: Sequence[Row], column: int) -> tuple[int, int] | None:
    """Return the row and number of the cell that stands in a column of the last row."""
    for line in range(len(before) - 1, -1, -1):
        for number, cell in enumerate(before[line]):
            if cell.column == column:
                return (line, number) if line + cell.rows >= len(before) else None
    return None


def _cell_above(before: Sequence[Row], column: int) -> Cell | None:
    """Return the cell that a page end cuts in a column: of the last row, or reaching down to it."""
    place = _reaching(before, column)
    return before[place[0]][place[1]] if place else None


def _add_rest(before: list[Row], rest: Row) -> None:
    """Put what a page end cut off to the cells above, which may be merged with rows below."""
    for more in rest:
        place = _reaching(before, more.column)
        if place is None:
            continue
        line, number = place
        cells = list(before[line])
        above = cells[number]
        text = _sentence(above.text, more.text)
        cells[number] = above._replace(text=text, rows=above.rows + more.rows - 1)
        before[line] = tuple(cells)


def _runs_on(above: str, below: str) -> bool:
    """Return whether a cell's text is cut in the middle of a sentence."""
    if not above or above.rstrip().endswith(_STOPS):
        return False
    return below[0].islower() or above.endswith(",") or is_open(above.lower(), below)


def _is_cut_word(above: str, below: str) -> bool:
    """Return whether a page end cuts a word that was wider than its cell."""
    first, second = above.rsplit(maxsplit=1)[-1], below.split(maxsplit=1)[0]
    return is_one_word(first, second) and not is_syllable(first.lower())


def _sentence(above: str, below: str) -> str:
    if not above or not below:
        return above + below
    if _is_cut_word(above, below):
        return above + below
    ended = above.rstrip().endswith(_STOPS) and not below[0].islower()
    listed = below[0] in _BULLETS and not is_range(above, below)
    return f"{above}\n{below}" if ended or listed else joined([above, below])
