"""The signature read a second time: stamps and pens lie over it, so that a first reading errs.

What is looked for stands in a closed list (posts) or begins with a family name, and where it
stands is known: the post beside `Nơi nhận`, the name some lines below it.
"""

from collections.abc import Sequence
from statistics import median
from typing import Final, NamedTuple

from kehoach_parser.lexicon.signing import surname
from kehoach_parser.readers.ocr.engines.base import Bounds, Spotted
from kehoach_parser.readers.ocr.layout import groups
from kehoach_parser.readers.ocr.names import is_name_like, read_name
from kehoach_parser.readers.ocr.pixels import Picture
from kehoach_parser.readers.ocr.posts import Look, Post, find_posts, meant, over
from kehoach_parser.text.patterns import pattern

_RECIPIENTS: Final = pattern(r"\W*N[ơƠoO][iI]\s*(?:nh|NH)")
_ASIDE: Final = 0.45
"""Share of the page's width right of which signatures stand."""

_ABOVE: Final = 4.0
_BELOW: Final = 16.0
_POSTS_DOWN: Final = 4.0
_WIDE: Final = (6.0, 4.5)
"""Heights of a line: where posts and names stand above and below `Nơi nhận`, how far below it
posts end, and how far they reach to either side of their middle, seals beside them or not."""

_SURE: Final = 0.6
_CERTAIN: Final = 0.8
_MEANT: Final = 0.7
_FEWEST: Final = 2


class _Line(NamedTuple):
    """Words that stand together: their text, their box in pixels, the least sure word."""

    words: list[Spotted]
    text: str
    box: Bounds
    sure: float

    @property
    def is_post(self) -> bool:
        """Whether it is what stands above a signature, read well enough."""
        return self.text.isupper() and len(self.words) >= _FEWEST and self.sure >= _SURE

    @property
    def is_name_like(self) -> bool:
        """Whether it may be the name of who signed."""
        return is_name_like([word.text for word in self.words])


def read_again(spotted: Sequence[Spotted], shown: Picture, look: Look) -> list[Spotted]:
    """Return the words of a page with those of its signature put right, where there is one."""
    lines = [_line(words) for words in groups(spotted)]
    anchor = next((line for line in lines if _RECIPIENTS.match(line.text)), None)
    if anchor is None or anchor.box[0] > _ASIDE * shown.width:
        return list(spotted)
    height = round(median(line.box[3] - line.box[1] for line in lines))
    low, high = anchor.box[1] - _ABOVE * height, anchor.box[3] + _BELOW * height
    aside = [line for line in lines
             if low < line.box[1] < high and line.box[0] > _ASIDE * shown.width]  # fmt: skip
    anew = {number: words for number, line in enumerate(aside) if (words := _anew(line, look))}
    posts = [line for number, line in enumerate(aside) if line.is_post or number in anew]
    name = next((line for line in aside if line.is_name_like and line.box[1] > anchor.box[1]), None)
    if name is not None and not any(line.text.isupper() for line in posts):
        zones = (_zone(anchor, name, lines, height, shown, wide) for wide in _WIDE)
        shown_by = (find_posts(zone, height, look) for zone in zones)
        found = next(filter(None, shown_by), list[Post]())
        anew = _in_place_of(aside, found) | anew
    return _with(spotted, aside, anew)


def _in_place_of(aside: Sequence[_Line], posts: Sequence[Post]) -> dict[int, list[Spotted]]:
    """Return the words of posts that a stamp hid, and none for the lines that were read of them."""
    hidden: dict[int, list[Spotted]] = {
        number: [] for number, line in enumerate(aside) if any(_covers(p, line) for p in posts)
    }
    return hidden | {len(aside) + number: post.words for number, post in enumerate(posts)}


def _anew(line: _Line, look: Look) -> list[Spotted] | None:
    """Return what a line of a signature says, null where it stands as it was read."""
    if line.text.isupper():
        text = meant(line.text, line.sure)
        return over(line.words, text, _MEANT) if text and text != line.text else None
    if not line.is_name_like:
        return None
    known = surname(line.words[0].text) == line.words[0].text and line.sure >= _CERTAIN
    return None if known else read_name(line.box, look)


def _zone(
    anchor: _Line, name: _Line, lines: Sequence[_Line], height: int, shown: Picture, wide: float
) -> Bounds:
    """Return where posts may stand: below the text, above a name, around its middle.

    `wide` is how far they may reach from that middle, in heights of a line.
    """
    middle = (name.box[0] + name.box[2]) / 2
    text = [line.box[3] for line in lines
            if line.box[0] < _ASIDE * shown.width and line.box[3] <= anchor.box[1]]  # fmt: skip
    top = max(anchor.box[1] - _ABOVE * height, *text, 0)
    bottom = min(anchor.box[1] + _POSTS_DOWN * height, name.box[1])
    return (
        max(round(middle - wide * height), round(_ASIDE * shown.width)), round(top),
        min(round(middle + wide * height), shown.width), round(bottom),
    )  # fmt: skip


def _covers(post: Post, line: _Line) -> bool:
    """Return whether a line is a first reading of what a window shows as a post."""
    bottom = post.words[0].bottom
    return line.box[1] < bottom and post.top < line.box[3]


def _with(
    spotted: Sequence[Spotted], aside: Sequence[_Line], anew: dict[int, list[Spotted]]
) -> list[Spotted]:
    """Return the words with lines in the place of others, each with a number of its own."""
    gone = {word for number, line in enumerate(aside) if number in anew for word in line.words}
    following = max(word.line for word in spotted) + 1
    found = [word for word in spotted if word not in gone]
    for number, words in enumerate(anew.values(), following):
        found += [word._replace(line=number) for word in words]
    return found


def _line(words: list[Spotted]) -> _Line:
    box = (
        round(min(word.x0 for word in words)), round(words[0].top),
        round(max(word.x1 for word in words)), round(words[0].bottom),
    )  # fmt: skip
    text = " ".join(word.text for word in words)
    return _Line(words, text, box, min(word.confidence for word in words))
