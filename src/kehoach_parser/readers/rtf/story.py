"""One flow of an RTF (the body, a note, a box, a page header): paragraphs and tables built up."""

from kehoach_parser.errors import LimitError
from kehoach_parser.readers.cells import as_note
from kehoach_parser.readers.letterhead import bears_motto
from kehoach_parser.readers.rtf.looks import ParagraphLook
from kehoach_parser.readers.rtf.tables import Row, RowLook, framed, make_grid
from kehoach_parser.readers.runs import Piece, paragraph_of
from kehoach_parser.text.document import Block


class _Table:
    """A table whose rows still come: the row, and the cell, that are open."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.cells: list[list[Block]] = []
        self.open: list[Block] = []


class Story:
    """Takes words, paragraph marks and cell marks in order.

    `row` and `inner_row` are the looks of the next row of a table, and of one in a cell.
    """

    def __init__(self, name: str, most: int) -> None:
        """Begin with nothing; tables nest at most this deep (`LimitError`)."""
        self.label = ""
        self.row = RowLook()
        self.inner_row = RowLook()
        self._name = name
        self._most = most
        self._blocks: list[Block] = []
        self._tables: list[_Table] = []
        self._pieces: list[Piece] = []
        self._words: list[str] = []
        self._look = (False, False)
        self._boxes: list[Block] = []
        self._notes: list[Block] = []

    def add(self, words: str, *, bold: bool, italic: bool) -> None:
        """Add words to the paragraph that is open."""
        if self._look != (bold, italic):
            self._end_piece()
            self._look = (bold, italic)
        self._words.append(words)

    def add_box(self, blocks: list[Block]) -> None:
        """Keep a text box for the place after its paragraph."""
        self._boxes += blocks

    def add_note(self, blocks: list[Block]) -> None:
        """Keep a note for the place after the paragraph or table with its mark."""
        self._notes += map(as_note, blocks)

    def end_paragraph(self, look: ParagraphLook) -> None:
        """Close a paragraph where it stands."""
        depth = look.depth
        if not depth and self._tables and (self._tables[0].cells or self._tables[0].open):
            # Some programs leave \intbl out inside a row.
            depth = 1
        self._go_to(depth)
        self._close(look)

    def end_cell(self, look: ParagraphLook, depth: int) -> None:
        """Close a cell, and the paragraph at its end, `depth` tables deep."""
        self._go_to(depth)
        self._close(look)
        table = self._tables[-1]
        table.cells.append(table.open)
        table.open = []

    def join(self) -> None:
        """Let the paragraph go on in the next one; of nothing no number stays."""
        if not self._pieces and not self._words:
            self.label = ""

    def end_row(self, look: RowLook, depth: int) -> None:
        """Close a row."""
        self._go_to(depth)
        table = self._tables[-1]
        if table.cells:
            table.rows.append(Row(look, table.cells))
            table.cells = []

    def finish(self, look: ParagraphLook) -> list[Block]:
        """Return all blocks; what is open ends here."""
        self.end_paragraph(look)
        for table in self._tables:
            if table.open:
                table.cells.append(table.open)
            if table.cells:
                table.rows.append(Row(RowLook(), table.cells))
                table.cells, table.open = [], []
        self._go_to(0)
        return self._blocks

    def _end_piece(self) -> None:
        if self._words:
            self._pieces.append(Piece("".join(self._words), *self._look))
            self._words = []

    def _close(self, look: ParagraphLook) -> None:
        """Put the open paragraph, then its boxes and notes, where the flow is; a head first."""
        self._end_piece()
        place = self._tables[-1].open if self._tables else self._blocks
        if self._boxes and bears_motto(self._boxes):
            place += self._boxes
            self._boxes = []
        paragraph = paragraph_of(
            self.label, self._pieces, centered=look.centered, heading=look.heading
        )
        if paragraph is not None:
            place.append(paragraph)
        self._pieces, self.label = [], ""
        place += self._boxes
        self._boxes = []
        self._place_notes()

    def _go_to(self, depth: int) -> None:
        """Close the tables deeper than this, and open those up to it."""
        if depth > self._most:
            raise LimitError("too-deep", name=self._name, most=self._most)
        while len(self._tables) > depth:
            self._end_table()
        while len(self._tables) < depth:
            self._tables.append(_Table())

    def _end_table(self) -> None:
        """Put a table where it stands; cells above one another are frames around paragraphs."""
        table = self._tables.pop()
        place = self._tables[-1].open if self._tables else self._blocks
        inner = framed(table.rows)
        if inner is not None:
            place += inner
        elif table.rows:
            place.append(make_grid(table.rows))
        place += table.open
        self._place_notes()

    def _place_notes(self) -> None:
        if not self._tables:
            self._blocks += self._notes
            self._notes = []
