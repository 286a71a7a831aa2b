"""News and blog pages: their article, as trafilatura finds it, in our own paragraphs.

Pages with an administrative document are not read so: their own forms tell more of where the
document stands than its prose does (docs/adr tells what was compared).
"""

import unicodedata
from typing import Final

from lxml.etree import tostring
from lxml.html import HtmlElement

from kehoach_parser.readers.headtext import MOTTO, NATION
from kehoach_parser.readers.html.content import content_root
from kehoach_parser.readers.quiet import quieten
from kehoach_parser.text.document import Block, Grid
from kehoach_parser.text.patterns import pattern

_TYPE: Final = pattern(r"(?<!\w)(?:KẾ HOẠCH|QUYẾT ĐỊNH|CHƯƠNG TRÌNH|CHỈ THỊ|NGHỊ QUYẾT)(?!\w)")
_SIGNS: Final = (
    NATION, MOTTO, pattern(r"Nơi nhận ?:"), _TYPE, pattern(r"(?:Căn cứ .{0,400}?){2}"),
)  # fmt: skip
_ENOUGH_SIGNS: Final = 2
_LARGEST: Final = 100_000
"""Characters of a page's tree up to which trafilatura reads it; its time grows faster than them."""
_LEAST: Final = 250
"""Letters and digits from which what is kept is an article."""
_LEAST_PIECE: Final = 15
_LEADS: Final = 4
"""Paragraphs (date, author, place) that stand at most between a title and its article."""
_UNREAD: Final = pattern(r"[\W_]+")


class Article:
    """What trafilatura keeps of a page."""

    def __init__(self, root: HtmlElement) -> None:
        """Read the page; without an article `root` is null."""
        self.words = ""
        self.root: HtmlElement | None = None
        source = tostring(root, encoding="unicode")
        if len(source) > _LARGEST:
            return
        self.words = "\n".join(("", *map(_letters, _kept(source).split("\n")), ""))
        if len(self.words) >= _LEAST:
            self.root = _titled(content_root(root, _weights(root, self.words)))

    def within(self, pieces: list[Block]) -> list[Block]:
        """Return the pieces from the article's title to its end; what stands between is kept."""
        kept = [index for index, piece in enumerate(pieces) if self._keeps(piece)]
        if not kept:
            return []
        first, last = kept[0], kept[-1]
        for back in range(first, max(first - _LEADS, 0) - 1, -1):
            piece = pieces[back]
            if isinstance(piece, Grid):
                if back < first:
                    break
            elif piece.heading:
                first = back
                break
        return pieces[first : last + 1]

    def _keeps(self, piece: Block) -> bool:
        if isinstance(piece, Grid):
            texts = ["".join(cell.text for cell in row) for row in piece.rows]
        else:
            texts = piece.text.split("\n")
        return any(_is_in(_letters(text), self.words) for text in texts)


def shows_document(root: HtmlElement) -> bool:
    """Return whether a page shows the forms of an administrative document."""
    text = unicodedata.normalize("NFC", " ".join(root.text_content().split()))
    return sum(sign.search(text) is not None for sign in _SIGNS) >= _ENOUGH_SIGNS


def _kept(source: str) -> str:
    """Return the text that trafilatura keeps of a page."""
    from trafilatura import extract

    quieten("trafilatura")
    return extract(source, favor_recall=True, include_tables=True, include_comments=False) or ""


def _weights(root: HtmlElement, whole: str) -> dict[HtmlElement, float]:
    """Return how much of the kept text stands in each element itself."""
    weights: dict[HtmlElement, float] = {}
    for element in root.iter():
        parent = element.getparent()
        for owner, text in ((element, element.text), (parent, element.tail)):
            words = _letters(text or "")
            if owner is not None and _is_in(words, whole):
                weights[owner] = weights.get(owner, 0.0) + len(words)
    return weights


def _is_in(words: str, whole: str) -> bool:
    """Return whether words are in the kept text; a few must be a line of it."""
    if len(words) < _LEAST_PIECE:
        return bool(words) and f"\n{words}\n" in whole
    return words in whole


def _titled(root: HtmlElement) -> HtmlElement:
    """Return the nearest element around the article that holds a title too, else the article's."""
    found: HtmlElement | None = root
    while found is not None and found.tag not in {"td", "th", "body"}:
        if next(found.iter("h1", "h2", "h3"), None) is not None:
            return found
        found = found.getparent()
    return root


def _letters(text: str) -> str:
    return _UNREAD.sub("", unicodedata.normalize("NFC", text).casefold())
