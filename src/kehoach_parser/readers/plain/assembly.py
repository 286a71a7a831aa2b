"""Lines of a text to blocks: paragraphs joined, tables and columns recognised, marks dropped."""

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from kehoach_parser.readers.columns import begins_columns, read_columns, read_signatures
from kehoach_parser.readers.plain.bare_pipes import begins_register, read_register
from kehoach_parser.readers.plain.dashed import read_dashed, rules_columns
from kehoach_parser.readers.plain.drawn import STROKES, begins_drawn, read_drawn
from kehoach_parser.readers.plain.labels import Counts, begins_unit
from kehoach_parser.readers.plain.laid_out import read_laid_out
from kehoach_parser.readers.plain.lines import continues, joint
from kehoach_parser.readers.plain.markup import Run, strip_marks
from kehoach_parser.readers.plain.pipes import begins_table, read_table
from kehoach_parser.readers.plain.printed import LONG
from kehoach_parser.readers.plain.stacked import begins_stack, read_stack
from kehoach_parser.readers.plain.tabbed import begins_tabbed, read_spaced, read_tabbed
from kehoach_parser.readers.plain.wrapping import is_full, wrapping_of
from kehoach_parser.text.document import Block, Grid, Paragraph
from kehoach_parser.text.letters import ENDS
from kehoach_parser.text.patterns import pattern

_RULE: Final = pattern(r"(?:[-\N{EN DASH}\N{EM DASH}_*=~]\s*)+\Z")
_FENCE: Final = pattern(r"(?:```|~~~)[\w-]*\s*\Z")
_ATX: Final = pattern(r"(?P<marks>\#{1,6})\s+(?P<words>\S.*?)(?:\s+\#+)?\Z")
_STAR_BULLET: Final = pattern(r"\A[*·]\s+(?=\S)")
_BULLET_GAP: Final = pattern(r"\A([-+•\N{EN DASH}]|\d{1,2}[.)])\s{2,}")
_LISTED_LABEL: Final = pattern(
    r"\A-\s+(?=\**(?:[IVX]{1,6}[.-]|[A-ZĐ]\.|\d{1,2}(?:\.\d{1,2}){0,3}[.)-]|[a-zđ]\))\**\s)"
)
"""The bullet that converters put before what has a label already (`- a) Rà soát`)."""

_QUOTE: Final = pattern(r"(?:>\s?)+")
_NOTE: Final = pattern(r"\[\^(?P<mark>[^\]\s]{1,20})\]:\s*")
_HTML_TABLE: Final = pattern(
    r"(?:<html>\s*)?(?:<body>\s*)?(?:<div\b[^<>]*>\s*)?<table\b", re.IGNORECASE
)
_HARD: Final = "\N{NO-BREAK SPACE}"
_MOST_IN_VAIN: Final = 2_000
"""Lines read below what looked like the header of a table and was none, before no more is."""

_FAR_RIGHT: Final = " " * 24
"""What stands before the upper line of a single column's head."""

_FIRST_LINE: Final = 4
"""Blanks by which the first line of a paragraph is indented."""

_FEWEST_STEPS: Final = 5
"""Paragraphs from whose lines on the others of a text are held to be set like them."""

_BEFORE_BULLETS: Final = ".;:"
_LABEL_LENGTH: Final = 8
_TITLE_LENGTH: Final = 40
_SAMPLE_LINES: Final = 4000


@dataclass(slots=True)
class _Open:
    """The paragraph that lines are still added to; `last` is its last line."""

    pieces: list[str]
    indent: int
    bold: int
    all_bold: bool
    italic: bool
    footnote: bool = False
    last: str = field(init=False)

    def __post_init__(self) -> None:
        self.last = self.pieces[0]

    def add(self, run: Run) -> None:
        blank = joint(self.last, run.text)
        self.pieces.append(blank)
        self.pieces.append(run.text)
        if self.all_bold:
            self.bold += len(blank) + run.bold
            self.all_bold = run.bold >= len(run.text)
        self.italic = self.italic and run.italic
        self.last = run.text

    def paragraph(self) -> Paragraph:
        text = "".join(self.pieces)
        return Paragraph(text, min(self.bold, len(text)), self.italic, footnote=self.footnote)


class Assembly:
    """Turns lines into blocks in one pass; `markdown` says which marks count."""

    def __init__(self, lines: list[str], *, markdown: bool) -> None:
        """Take the lines, and measure how they are wrapped and spaced."""
        self.lines = lines
        self.markdown = markdown
        self.blocks: list[Block] = []
        self.open: _Open | None = None
        self.gap = False
        self.paged = False
        self.bold = False
        self.wrapping = wrapping_of(lines[:_SAMPLE_LINES])
        self.counts = Counts()
        self.in_vain = 0
        self.dashed = rules_columns(lines)
        self.indented: bool | None = None
        self.last_table = _last_table(lines) if markdown else -1

    def run(self) -> tuple[Block, ...]:
        """Return the blocks of all lines."""
        at = 0
        while at < len(self.lines):
            at = self._step(at)
        self._close()
        return tuple(self.blocks)

    def _step(self, at: int) -> int:
        """Take what begins with a line, and return the line behind it."""
        raw = self.lines[at]
        line = raw.strip()
        if not line:
            self.gap = True
            self.paged = self.paged or raw == "\f"
            self.bold = False
            return at + 1
        found = self._ruled(at, line) or self._grid(at, raw, line)
        if found is not None:
            grid, after = found
            self._close()
            if grid.rows:
                self.blocks.append(grid)
            return after
        if line[0] == "<" and at <= self.last_table and _HTML_TABLE.match(line):
            return self._html_table(at)
        if line[0] in "`~#" and (_FENCE.match(line) or not line.strip("#")):
            return at + 1
        if line[0] in "-–—_*=~" and _RULE.match(line) and not self._lone_bullet(line):
            self.gap = True
            self._close()
        else:
            self._text(line, len(raw) - len(raw.lstrip()))
        return at + 1

    def _ruled(self, at: int, line: str) -> tuple[Grid, int] | None:
        """Return the table with ruling that begins with a line, and the line behind it."""
        if line[0] in STROKES and begins_drawn(line):
            return read_drawn(self.lines, at, markdown=self.markdown)
        if self.dashed and (found := read_dashed(self.lines, at, markdown=self.markdown)):
            return found
        if "|" in line:
            if begins_table(line, self._after(at)):
                return read_table(self.lines, at)
            if begins_register(line):
                return read_register(self.lines, at)
        return None

    def _grid(self, at: int, raw: str, line: str) -> tuple[Grid, int] | None:
        """Return the table without ruling that begins with a line, and the line behind it."""
        if "\t" in line and begins_tabbed(self.lines, at):
            return read_tabbed(self.lines, at)
        if "  " in line or _HARD in line or raw.startswith(_FAR_RIGHT):
            grid, seen = read_spaced(self.lines, at) or (
                read_laid_out(self.lines, at) if self.in_vain < _MOST_IN_VAIN else (None, at)
            )
            if grid:
                return grid, seen
            self.in_vain += seen - at
        if begins_stack(line) and (stack := read_stack(self.lines, at)):
            return stack.grid, stack.end
        if "   " not in raw and "\t" not in raw:
            return None
        if begins_columns(raw):
            return read_columns(self.lines, at)
        return read_signatures(self.lines, at) if line.isupper() else None

    def _lone_bullet(self, line: str) -> bool:
        """Return whether a dash is a bullet above its words, no rule below a title."""
        return line == "-" and self.open is not None and self.open.last[-1] in _BEFORE_BULLETS

    def _html_table(self, at: int) -> int:
        from kehoach_parser.readers.html.inset import read_inset  # noqa: PLC0415 - rarely needed

        self._close()
        grid, rest, after = read_inset(self.lines, at)
        if grid is not None:
            self.blocks.append(grid)
        if rest:
            self._text(rest, 0)
        return after

    def _after(self, at: int) -> str:
        return self.lines[at + 1] if at + 1 < len(self.lines) else ""

    def _text(self, line: str, indent: int) -> None:
        heading = _ATX.match(line) if line[0] == "#" else None
        if heading:
            self._heading(heading)
            return
        if self.markdown:
            line = self._bare(line)
            note = _NOTE.match(line)
            if note:
                self._note(note, line)
                return
        if line[:1] in "*·":
            line = _STAR_BULLET.sub("- ", line, count=1)
        if "  " in line[:_LABEL_LENGTH]:
            line = _BULLET_GAP.sub(r"\1 ", line, count=1)
        run = strip_marks(line, bold=self.bold, markdown=self.markdown)
        self.bold = run.open
        if run.text.strip():
            self._line(run, indent)
        self.gap = self.paged = False

    def _bare(self, line: str) -> str:
        if "<!--" in line:
            line = _without_comments(line)
        if line[:2] == "- ":
            line = _LISTED_LABEL.sub("", line, count=1)
        return _QUOTE.sub("", line, count=1) if line.startswith(">") else line

    def _line(self, run: Run, indent: int) -> None:
        words = run.text.strip()
        if len(words) != len(run.text):
            stray = len(run.text) - len(run.text.lstrip())
            run = run._replace(text=words, bold=max(run.bold - stray, 0))
        if self.open is not None and self._joins(self.open, run, indent):
            self.open.add(run)
            return
        self._close()
        self.counts.note(run.text)
        whole = run.bold >= len(run.text)
        self.open = _Open([run.text], indent, run.bold, whole, run.italic)

    def _joins(self, before: _Open, run: Run, indent: int) -> bool:
        whole = run.bold >= len(run.text)
        if before.footnote and self.gap:
            return False
        if whole and before.all_bold and not self.gap and self._title(before.last, run.text):
            return True
        if before.all_bold != whole and before.last.isupper() and not run.text.isupper():
            return False
        if self._hangs(before, run.text, indent):
            return True
        goes_on = continues(
            before.last, run.text, gap=self.gap, paged=self.paged, wrapping=self.wrapping,
            counts=self.counts,
        )  # fmt: skip
        return goes_on or (indent < before.indent and self._returns(before, run.text, indent))

    def _returns(self, before: _Open, line: str, indent: int) -> bool:
        """Return whether a line is back at the margin that its paragraph's first line left."""
        if self.gap or indent > before.indent - _FIRST_LINE or len(before.last) < LONG:
            return False
        if begins_unit(line, before.last, self.counts):
            inside = line[0] == "(" and is_full(before.last, line, self.wrapping)
        else:
            inside = before.last[-1] not in ENDS and not line.isupper()
        return inside and self._indented()

    def _indented(self) -> bool:
        """Return whether the first lines of paragraphs are indented, and the others are not."""
        if self.indented is None:
            sample = self.lines[:_SAMPLE_LINES]
            steps = sum([_steps_back(line, after) for line, after in pairwise(sample)])
            self.indented = steps >= _FEWEST_STEPS
        return self.indented

    def _title(self, before: str, line: str) -> bool:
        """Return whether two bold lines are one title in lower case."""
        if (
            len(before) < _TITLE_LENGTH
            or before[-1] in ".;:/"
            or begins_unit(line, before, self.counts)
        ):
            return False
        return not before.isupper() and not line.isupper()

    def _hangs(self, before: _Open, line: str, indent: int) -> bool:
        """Return whether a line stands under the words of the bullet above."""
        return (
            not self.gap
            and before.pieces[0][0] in "-+•"
            and indent > before.indent
            and before.last[-1] not in ".;:!?"
            and not begins_unit(line, before.last, self.counts)
        )

    def _heading(self, match: re.Match[str]) -> None:
        self._close()
        run = strip_marks(match["words"])
        if run.text.strip():
            text = run.text.strip()
            self.counts.note(text)
            self.blocks.append(Paragraph(text, len(text), run.italic, heading=len(match["marks"])))
        self.gap = False

    def _note(self, match: re.Match[str], line: str) -> None:
        self._close()
        run = strip_marks(line[match.end() :])
        self.open = _Open(
            [f"[{match['mark']}] {run.text}"], 0, 0, all_bold=False, italic=False, footnote=True
        )
        self.gap = False

    def _close(self) -> None:
        if self.open is not None:
            self.blocks.append(self.open.paragraph())
            self.open = None


def _steps_back(line: str, after: str) -> bool:
    """Return whether the second line of a paragraph stands left of its first."""
    words, goes_on = line.lstrip(), after.lstrip()
    if not words or not goes_on[:1].islower():
        return False
    return len(line) - len(words) >= len(after) - len(goes_on) + _FIRST_LINE


def _without_comments(line: str) -> str:
    """Return a line without the comments that end in it."""
    kept: list[str] = []
    at = 0
    while (start := line.find("<!--", at)) >= 0 and (end := line.find("-->", start)) >= 0:
        kept.append(line[at:start])
        at = end + len("-->")
    return "".join((*kept, line[at:]))


def _last_table(lines: list[str]) -> int:
    """Return the number of the last line that closes a table of HTML, -1 without one."""
    return next((at for at in range(len(lines) - 1, -1, -1) if "</table" in lines[at].lower()), -1)
