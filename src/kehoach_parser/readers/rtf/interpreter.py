"""Follows the tokens of an RTF: groups and their looks, destinations, labels, rows of tables."""

from collections.abc import Callable
from typing import Final, NamedTuple, Protocol

from kehoach_parser.errors import LimitError
from kehoach_parser.readers.cells import cell_text
from kehoach_parser.readers.number_formats import bullet
from kehoach_parser.readers.rtf.letters import Letters
from kehoach_parser.readers.rtf.looks import CHARACTER_WORDS, PARAGRAPH_WORDS, PLAIN, Group
from kehoach_parser.readers.rtf.story import Story
from kehoach_parser.readers.rtf.tables import ROW_WORDS, RowLook
from kehoach_parser.readers.rtf.tokens import Tokens
from kehoach_parser.readers.rtf.words import (
    ESCAPED,
    LINE_ENDS,
    PAGES,
    PLACES,
    SIGNS,
    SILENT,
    STARRED,
    STORIES,
    Place,
)
from kehoach_parser.text.document import Block
from kehoach_parser.text.legacy import font_of

_DEEPEST: Final = 256
"""Groups within one another; real files have some twenty."""


class _Opened(NamedTuple):
    """A destination that was opened at a depth of groups."""

    place: Place | None
    depth: int


class Mender(Protocol):
    """Takes the words of the text as they come, and gives what to show."""

    def words(self, words: str, font: str) -> str:
        """Return the words, which stand in a font of this name."""
        ...

    def end_paragraph(self) -> None:
        """Note that a paragraph, or a cell, ends."""
        ...


class RtfReader:
    """Reads one file; `margins` and `cut_off` are known when it is read."""

    def __init__(self, data: bytes, name: str, most: int, mender: Mender | None = None) -> None:
        """Take the file; tables nest at most this deep. A mender sees all words of the text."""
        self.margins: list[str] = []
        self.cut_off = False
        self._tokens = Tokens(data)
        self._letters = Letters(utf8=_is_utf8(data))
        self._name = name
        self._most = most
        self._now = Group()
        self._outer: list[Group] = []
        self._opened = [_Opened(None, 0)]
        self._stories = [Story(name, most)]
        self._starred = self._drops_next = False
        self._replaced = 0
        self._label = ""
        self._own_font = self._defined_font = 0
        self._fonts: dict[int, str] = {}
        self._mender = mender
        self._handlers: Final[dict[bytes, Callable[[int | None], None]]] = {
            b"par": self._end_paragraph, b"sect": self._end_paragraph,
            b"cell": self._end_cell, b"nestcell": self._end_inner_cell,
            b"row": self._end_row, b"nestrow": self._end_inner_row, b"trowd": self._begin_row,
            b"u": self._numbered, b"uc": self._fallback, b"f": self._font, b"deff": self._own,
            b"fcharset": self._charset, b"cpg": self._font_page, b"ansicpg": self._page,
            b"bin": self._binary, b"upr": self._alternatives,
        }  # fmt: skip

    def read(self) -> list[Block]:
        """Return the blocks of the body.

        Raises `LimitError` where groups or tables nest too deeply.
        """
        for kind, value, number in self._tokens:
            if kind == "word":
                self._word(value, number)
            elif kind == "text":
                self._text(value)
            elif kind == "byte":
                self._byte(int(value, 16))
            elif kind == "sign":
                self._sign(value)
            elif value == b"{":
                self._enter()
            elif value == b"}":
                self._leave()
                if not self._outer:
                    break
        self.cut_off = bool(self._outer)
        while len(self._stories) > 1:
            self._end_story(Place.MARGIN)
        return self._stories[0].finish(self._now.paragraph)

    @property
    def _story(self) -> Story:
        return self._stories[-1]

    def _enter(self) -> None:
        self._starred, self._replaced = False, 0
        if len(self._outer) >= _DEEPEST:
            raise LimitError("too-deep", name=self._name, most=_DEEPEST)
        self._outer.append(self._now)
        if self._drops_next:
            self._drops_next = False
            self._tokens.skip_group()

    def _leave(self) -> None:
        self._starred, self._replaced = False, 0
        place, depth = self._opened[-1]
        if depth == len(self._outer) and place is not None:
            self._opened.pop()
            if place is Place.LABEL:
                self._story.label = _shown_label(self._label)
            elif place in STORIES:
                self._end_story(place)
        if self._outer:
            self._now = self._outer.pop()

    def _word(self, word: bytes, number: int | None) -> None:
        starred, self._starred = self._starred, False
        if word in SIGNS:
            self._shown(SIGNS[word])
            return
        self._replaced = 0
        if starred and word not in STARRED:
            self._tokens.skip_group()
        elif word in self._handlers:
            self._handlers[word](number)
        elif word in CHARACTER_WORDS:
            self._now = self._now._replace(look=self._now.look.said(word, number))
        elif word in PARAGRAPH_WORDS:
            self._now = self._now._replace(paragraph=self._now.paragraph.said(word, number))
        elif word in ROW_WORDS:
            self._row.said(word, number)
        elif word in SILENT:
            self._tokens.skip_group()
        elif word in PLACES:
            self._open(PLACES[word])
        elif word in PAGES:
            self._page(PAGES[word])

    def _open(self, place: Place) -> None:
        if place in STORIES:
            if self._now.look.unseen:
                self._tokens.skip_group()
                return
            self._stories.append(Story(self._name, self._most))
            self._now = self._now._replace(paragraph=PLAIN)
        elif place is Place.LABEL:
            self._label = ""
        self._opened.append(_Opened(place, len(self._outer)))

    def _end_story(self, place: Place) -> None:
        blocks = self._stories.pop().finish(self._now.paragraph)
        if place is Place.NOTE:
            self._story.add_note(blocks)
        elif place is Place.BOX:
            self._story.add_box(blocks)
        else:
            lines = (line.strip() for line in cell_text(blocks).split("\n"))
            self.margins += filter(None, lines)

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            self._starred = True
        elif sign in LINE_ENDS:
            self._end_paragraph(None)
        elif sign in ESCAPED:
            self._shown(ESCAPED[sign])

    def _text(self, words: bytes) -> None:
        if self._replaced:
            left = words[self._replaced :]
            self._replaced = max(self._replaced - len(words), 0)
            words = left
        if words:
            self._add(self._letters.bare(words, self._codec))

    def _byte(self, byte: int) -> None:
        if self._replaced:
            self._replaced -= 1
        else:
            self._add(self._letters.escaped(byte, self._codec))

    def _shown(self, sign: str) -> None:
        r"""Add a sign, unless it stands for a character that `\u` gave."""
        if self._replaced:
            self._replaced -= 1
        else:
            self._add(sign)

    def _numbered(self, number: int | None) -> None:
        self._add(self._letters.numbered(number or 0))
        self._replaced = self._now.fallback

    def _add(self, words: str) -> None:
        place, look = self._opened[-1].place, self._now.look
        if place is Place.LABEL:
            self._label += words
        elif place is Place.FONTS:
            self._name_font(words)
        elif not look.unseen and words:
            if self._mender is not None:
                words = self._mender.words(words, self._fonts.get(self._used_font, ""))
            words = words.upper() if look.capitals else words
            self._story.add(words, bold=look.bold, italic=look.italic)

    def _name_font(self, words: str) -> None:
        """Keep a font's name; old Vietnamese fonts hold Western codes, whatever the page is."""
        name = (self._fonts.get(self._defined_font, "") + words).partition(";")[0].strip()
        self._fonts[self._defined_font] = name
        if font_of(name):
            self._letters.define(self._defined_font, charset=0)

    @property
    def _used_font(self) -> int:
        font = self._now.look.font
        return self._own_font if font is None else font

    @property
    def _codec(self) -> str:
        return self._letters.page(self._used_font)

    @property
    def _row(self) -> RowLook:
        inner = self._opened[-1].place is Place.INNER_ROW
        return self._story.inner_row if inner else self._story.row

    def _end_paragraph(self, _: int | None) -> None:
        if self._opened[-1].place is Place.LABEL:
            return
        if self._now.look.unseen:
            self._story.join()
        else:
            self._part()
            self._story.end_paragraph(self._now.paragraph)

    def _part(self) -> None:
        if self._mender is not None:
            self._mender.end_paragraph()

    def _end_cell(self, _: int | None) -> None:
        self._part()
        self._story.end_cell(self._now.paragraph, 1)

    def _end_inner_cell(self, _: int | None) -> None:
        self._part()
        self._story.end_cell(self._now.paragraph, max(self._now.paragraph.depth, 2))

    def _end_row(self, _: int | None) -> None:
        self._story.end_row(self._story.row, 1)

    def _end_inner_row(self, _: int | None) -> None:
        self._story.end_row(self._story.inner_row, max(self._now.paragraph.depth, 2))

    def _begin_row(self, _: int | None) -> None:
        if self._opened[-1].place is Place.INNER_ROW:
            self._story.inner_row = RowLook()
        else:
            self._story.row = RowLook()

    def _fallback(self, number: int | None) -> None:
        self._now = self._now._replace(fallback=max(number or 0, 0))

    def _font(self, number: int | None) -> None:
        if self._opened[-1].place is Place.FONTS:
            self._defined_font = number or 0
        else:
            self._now = self._now._replace(look=self._now.look._replace(font=number or 0))

    def _own(self, number: int | None) -> None:
        self._own_font = number or 0

    def _charset(self, number: int | None) -> None:
        if self._opened[-1].place is Place.FONTS:
            self._letters.define(self._defined_font, charset=number or 0)

    def _font_page(self, number: int | None) -> None:
        if self._opened[-1].place is Place.FONTS:
            self._letters.define(self._defined_font, page=number or 0)

    def _page(self, number: int | None) -> None:
        self._letters.use_page(number or 0)

    def _binary(self, number: int | None) -> None:
        self._tokens.skip(number or 0)

    def _alternatives(self, _: int | None) -> None:
        r"""Leave out the first of two texts (`\upr`): the second has it in Unicode."""
        self._drops_next = True


def _shown_label(written: str) -> str:
    """Return a number or bullet with one blank after it where one is written, "" for none."""
    label = written.strip()
    if len(label) == 1 and not label.isalnum():
        label = bullet(label)
    return f"{label} " if label and written[-1:].isspace() else label


def _is_utf8(data: bytes) -> bool:
    if data.isascii():
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
