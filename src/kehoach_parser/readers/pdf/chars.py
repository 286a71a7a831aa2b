"""The words of a PDF page with their boxes and looks, turned upright as the page is read."""

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple, Self
from unicodedata import normalize

from kehoach_parser.readers.pdf.native import PdfFile, call, close_page
from kehoach_parser.readers.pdf.styles import Styles
from kehoach_parser.text.document import Box
from kehoach_parser.text.normalise import marks_apart
from kehoach_parser.text.patterns import pattern

_WORD: Final = pattern(r"[^\s\x00-\x1f\ufffe]+\ufffe?|\ufffe")
_MARK: Final = pattern(r"[\u0300-\u036f]")
_RAISED: Final = pattern(r"(?<=[^\W\d_])\d{1,3}\Z|(?<=[.,;:)”\"])\d{1,3}\Z")
_LINE_END_HYPHEN: Final = "\ufffe"  # PDFium's own sign for a hyphen that ends a line
_HYPHEN_CODE: Final = 2  # the same, asked for by its index
_LINE_END: Final = pattern(r"(?P<blank>[ ]?)\r\n(?P<next>\S)")
_FEWEST_ENDS: Final = 5
_MOSTLY: Final = 0.75
_RAISED_SIZE: Final = 0.8
_ASCENT: Final = 0.8
_SAMPLED: Final = 40
_LINE_STEP: Final = 4
"""Points by which lines are told apart."""

_CLOSE: Final = 0.06
_ASIDE: Final = frozenset({0, 1, 2, 16})
"""Annotations that show no words of the page: unknown, comment, link, popup."""


@dataclass(slots=True)
class Word:
    """A word as it stands: box and baseline in points from the top left.

    `raised` counts trailing characters set as a superscript, `order` is its place in the
    content stream, `close` says that no blank parts it from the word before, `stamp` marks words
    of an annotation, `turned` those at a right angle, `slanted` those at another one. `blank` says
    whether the file has a blank where its line ends, as far as that tells anything.
    `confidence` is that of OCR (0 to 1). `font` is the name of its font. `places` are those of
    its letters among the characters of the page, counted from `order`, where not each letter is
    one character.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    base: float
    size: float
    bold: bool
    italic: bool
    order: int
    raised: int = 0
    close: bool = False
    stamp: bool = False
    turned: bool = False
    slanted: bool = False
    blank: bool | None = None
    confidence: float | None = None
    font: str = ""
    places: tuple[int, ...] = ()

    @property
    def reach(self) -> int:
        """How many characters of the page it takes."""
        return self.places[-1] + 1 if self.places else len(self.text)

    def compose(self) -> None:
        """Join accents that stand apart from their letters (NFD) with them."""
        letters: list[str] = []
        starts: list[int] = []
        for place, char in zip(self.places or range(len(self.text)), self.text, strict=True):
            if letters and _MARK.match(char):
                letters[-1] = normalize("NFC", letters[-1] + char)
            else:
                letters.append(char)
                starts.append(place)
        self.text = "".join(letters)
        self.places = tuple(
            start for start, letter in zip(starts, letters, strict=True) for _ in letter
        )


class Frame(NamedTuple):
    """How page space (origin bottom left, y up) becomes reading space (top left, y down)."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    @property
    def width(self) -> float:
        """Width as the page is read."""
        return self.top - self.bottom if self.turns % 2 else self.right - self.left

    @property
    def height(self) -> float:
        """Height as the page is read."""
        return self.right - self.left if self.turns % 2 else self.top - self.bottom

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return a point of page space as it is read."""
        if self.turns == 0:
            return x - self.left, self.top - y
        if self.turns == 1:
            return y - self.bottom, x - self.left
        if self.turns == 2:  # noqa: PLR2004 - upside down
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """Return the box between two corners as it is read."""
        (a, b), (c, d) = self.point(x0, y0), self.point(x1, y1)
        return min(a, c), min(b, d), max(a, c), max(b, d)


class OpenPage:
    """A page and its text while PDFium holds them; a context manager.

    Annotations with looks of their own (stamps, form fields, signature boxes) are drawn into
    the page first, so that their words are read too.
    """

    def __init__(self, file: PdfFile, index: int) -> None:
        """Load page `index` (0-based); `handle` is 0 where the page cannot be read."""
        self.handle = file.page(index) or 0
        self.text = 0
        self.hidden = 0  # how many words are not drawn, as far as they were read
        self.stamps: list[Box] = []
        if not self.handle:
            return
        rects = list(_annotations(self.handle))
        if rects and call("FPDFPage_Flatten")(self.handle, 0) == 1:
            close_page(self.handle)
            self.handle = file.page(index) or 0
        self.text = call("FPDFText_LoadPage")(self.handle) if self.handle else 0
        self.chars = _characters(self.text) if self.text else ""
        self.marks = marks_apart(self.chars)
        self.spans = [match.span() for match in _WORD.finditer(self.chars)]
        self.styles = Styles(self.text, file.looks)
        self.frame = self._frame()
        self.stamps = [self.frame.box(*rect) for rect in rects]

    def __enter__(self) -> Self:
        """Return the page itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Give the page's memory back."""
        if self.text:
            call("FPDFText_ClosePage")(self.text)
        if self.handle:
            close_page(self.handle)

    def words(self) -> list[Word]:
        """Return the words in the order of the content stream."""
        if not self.spans:
            return []
        blanks = _blanks(self.chars)
        places = self._upright_places() if self.frame.turns == 0 else self._turned_places()
        found: list[Word] = []
        reach = -math.inf
        for (start, end), (x0, edge, base) in zip(self.spans, places, strict=True):
            bold, italic, size, turns, font, slanted, hidden = self.styles.of(start)
            self.hidden += hidden
            x1 = edge if font else self._advanced(end - 1, size)
            top = base - _ASCENT * size
            word = Word(
                self.chars[start:end], x0, top, x1, top + size, base, size, bold, italic, start,
                font=font, slanted=slanted, blank=blanks.get(end),
            )  # fmt: skip
            if -size / 2 < x0 - reach < _CLOSE * size:
                word.close = self._is_close(found[-1], word)
            reach = x1
            found.append(word)
            if turns != self.frame.turns:
                self._lay_down(word)
        self._finish(found)
        if self.marks:
            for word in found:
                word.compose()
        return found

    def _advanced(self, last: int, size: float) -> float:
        """Return about where a word's last letter ends, of a font without a name (Type 3).

        The boxes of its letters are all as wide as the font's widest.
        """
        return self._origin(last)[0] + size / 2

    def _origin(self, index: int) -> tuple[float, float]:
        """Return where a character begins on its baseline."""
        point = (ctypes.c_double * 2)()
        at = ctypes.addressof(point)
        call("FPDFText_GetCharOrigin")(self.text, index, at, at + 8)
        return self.frame.point(*point[:])

    def _is_close(self, last: Word, word: Word) -> bool:
        """Return whether only PDFium, not the file, has a gap between words that all but touch."""
        return (
            abs(word.base - last.base) < last.size / 2
            and call("FPDFText_IsGenerated")(self.text, word.order - 1) == 1
        )

    def edges(self, word: Word) -> list[tuple[float, float]]:
        """Return the left and right edge of each character of a word."""
        places = word.places or range(len(word.text))
        if not word.font:
            starts = [self._origin(word.order + offset)[0] for offset in places]
            return list(pairwise([*starts, max(word.x1, *starts)]))
        boxes = (self._tight(word.order + offset) for offset in places)
        return [(box[0], box[2]) for box in boxes]

    def is_pale(self, word: Word) -> bool:
        """Return whether a word is nearer to white than to black, or can be seen through."""
        return self.styles.is_pale(word.order)

    def _frame(self) -> Frame:
        rect = (ctypes.c_float * 4)()
        call("FPDF_GetPageBoundingBox")(self.handle, ctypes.addressof(rect))
        left, top, right, bottom = rect
        own = call("FPDFPage_GetRotation")(self.handle) % 4
        votes = Counter({own: 0})
        votes.update(turns for turns, _ in self._sampled_lines())
        turns = max(votes, key=lambda turns: (votes[turns], turns == own))
        return Frame(left, bottom, right, top, turns)

    def _sampled_lines(self) -> set[tuple[int, int]]:
        """Return lines of the page: how each is turned, and about where it stands.

        A strip along an edge is one line, however many words it has.
        """
        point = (ctypes.c_double * 2)()
        at = ctypes.addressof(point)
        found: set[tuple[int, int]] = set()
        for start, _ in self.spans[:: max(len(self.spans) // _SAMPLED, 1)]:
            turns = self.styles.of(start).turns
            call("FPDFText_GetCharOrigin")(self.text, start, at, at + 8)
            found.add((turns, round(point[1 - turns % 2] / _LINE_STEP)))
        return found

    def _upright_places(self) -> Iterator[tuple[float, float, float]]:
        """Yield x0, x1 and baseline of each word."""
        count = len(self.spans)
        rects, points = (ctypes.c_float * (8 * count))(), (ctypes.c_double * (2 * count))()
        rect, point = ctypes.addressof(rects), ctypes.addressof(points)
        text = self.text
        box, origin = call("FPDFText_GetLooseCharBox"), call("FPDFText_GetCharOrigin")
        for number, (start, end) in enumerate(self.spans):
            box(text, start, rect + 32 * number)
            box(text, end - 1, rect + 32 * number + 16)
            origin(text, start, point + 16 * number, point + 16 * number + 8)
        left, top = self.frame.left, self.frame.top
        for x0, x1, base in zip(rects[0::8], rects[6::8], points[1::2], strict=True):
            yield x0 - left, x1 - left, top - base

    def _turned_places(self) -> Iterator[tuple[float, float, float]]:
        for start, end in self.spans:
            x0, base = self._origin(start)
            yield x0, self._tight(end - 1)[2], base

    def _tight(self, index: int) -> Box:
        box = (ctypes.c_double * 4)()
        at = ctypes.addressof(box)
        call("FPDFText_GetCharBox")(self.text, index, at, at + 8, at + 16, at + 24)
        left, right, bottom, top = box
        return self.frame.box(left, bottom, right, top)

    def _finish(self, words: list[Word]) -> None:
        for word in words:
            last = word.text[-1]
            if last.isdigit() and len(word.text) > 1:
                word.raised = self._raised(word)
            elif last == _LINE_END_HYPHEN:
                word.text = word.text[:-1] + "-"
        for word in reversed(words):
            middle = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
            if not any(_holds(box, *middle) for box in self.stamps):
                break
            word.stamp = True

    def _raised(self, word: Word) -> int:
        """Return how many digits at the end are set small (`ngành` with its note's number)."""
        match = _RAISED.search(word.text)
        if not match:
            return 0
        size, index = call("FPDFText_GetFontSize"), word.order + len(word.text) - 1
        small = size(self.text, index) < _RAISED_SIZE * size(self.text, word.order)
        return len(match[0]) if small else 0

    def _lay_down(self, word: Word) -> None:
        boxes = [self._tight(word.order + offset) for offset in range(len(word.text))]
        word.x0, word.x1 = min(box[0] for box in boxes), max(box[2] for box in boxes)
        word.top, word.bottom = min(box[1] for box in boxes), max(box[3] for box in boxes)
        word.base, word.turned = word.bottom, True


def _characters(text: int) -> str:
    """Return the page's characters, one for each index that PDFium knows."""
    count = max(call("FPDFText_CountChars")(text), 0)
    buffer = ctypes.create_string_buffer(2 * count + 2)
    got = call("FPDFText_GetText")(text, 0, count, ctypes.addressof(buffer))
    found = buffer.raw[: 2 * max(got - 1, 0)].decode("utf-16-le", "surrogatepass")
    if len(found) == count:
        return found
    units = (call("FPDFText_GetUnicode")(text, index) for index in range(count))
    return "".join(_LINE_END_HYPHEN if unit == _HYPHEN_CODE else chr(unit) for unit in units)


def _blanks(chars: str) -> dict[int, bool]:
    """Return whether a blank stands at the line ends of a page, by where its last words end.

    Word and LibreOffice write the blanks at which they wrap lines; without one a paragraph ends,
    or the file has none at all. Lines that surely go on tell which.
    """
    ends = list(_LINE_END.finditer(chars))
    wrapped = [bool(end["blank"]) for end in ends if end["next"].islower()]
    if len(wrapped) < _FEWEST_ENDS or sum(wrapped) < _MOSTLY * len(wrapped):
        return {end.start(): True for end in ends if end["blank"]}
    return {end.start(): bool(end["blank"]) for end in ends}


def _annotations(page: int) -> Iterator[tuple[float, float, float, float]]:
    rect = (ctypes.c_float * 4)()
    for index in range(call("FPDFPage_GetAnnotCount")(page)):
        found = call("FPDFPage_GetAnnot")(page, index)
        if not found:
            continue
        if call("FPDFAnnot_GetSubtype")(found) not in _ASIDE:
            call("FPDFAnnot_GetRect")(found, ctypes.addressof(rect))
            left, top, right, bottom = rect
            yield left, bottom, right, top
        call("FPDFPage_CloseAnnot")(found)


def _holds(box: Box, x: float, y: float) -> bool:
    return box[0] - 1 <= x <= box[2] + 1 and box[1] - 1 <= y <= box[3] + 1
