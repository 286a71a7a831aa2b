"""Posts of those who sign, found under stamps: windows slide down over where they stand."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from kehoach_parser.lexicon.ocr_words import bare
from kehoach_parser.lexicon.signing import post_like, posts
from kehoach_parser.readers.ocr.engines.base import Bounds, Spotted

Look = Callable[[Bounds], list[Spotted]]
"""Reads what a box shows as one line."""

_STEP: Final = 1 / 6
_SAME: Final = 0.4
"""Heights of a line: how far windows are apart, and how far those may be that show one post."""

_LEAST_WINDOWS: Final = 2
_TRUST: Final = 0.8
"""Confidence of a post, times how like it is what was read."""


class Post(NamedTuple):
    """A post that windows show: their mean top, its words, and the words of the best window."""

    top: float
    text: str
    words: list[Spotted]


class _Sight(NamedTuple):
    top: int
    text: str
    likeness: float
    words: list[Spotted]


def meant(text: str, sure: float) -> str | None:
    """Return the post that a line of a signature means, null where it stands as it was read.

    Only a doubtful line is taken for another, or one whose beginning a stamp hides.
    """
    letters = bare(text)
    hidden = letters not in posts() and [each for each in posts() if each.endswith(letters)]
    if hidden and len(letters) > len(min(hidden, key=len)) / 2:
        return posts()[min(hidden, key=len)]
    like = post_like(text) if sure < _TRUST else None
    return like[0] if like else None


def find_posts(zone: Bounds, height: int, look: Look) -> list[Post]:
    """Return the posts in a zone from the top down; `height` is that of a line, in pixels."""
    left, top, right, bottom = zone
    sights: list[_Sight] = []
    for at in range(top, bottom - height, max(round(height * _STEP), 1)):
        words = look((left, at, right, at + height))
        like = post_like("".join(word.text for word in words))
        if like:
            sights.append(_Sight(at, *like, words))
    return [post for group in _near(sights, _SAME * height) if (post := _agreed(group))]


def _near(sights: Sequence[_Sight], reach: float) -> Iterator[list[_Sight]]:
    """Yield the sights that show one line."""
    group: list[_Sight] = []
    for sight in sights:
        if group and sight.top - group[-1].top > reach:
            yield group
            group = []
        group.append(sight)
    if group:
        yield group


def _agreed(sights: Sequence[_Sight]) -> Post | None:
    """Return the post that most windows of a line show, null where too few do."""
    texts = sorted({sight.text for sight in sights})
    likely = {text: sum(each.likeness for each in sights if each.text == text) for text in texts}
    text = max(texts, key=lambda text: likely[text])
    same = [sight for sight in sights if sight.text == text]
    if len(same) < _LEAST_WINDOWS:
        return None
    best = max(same, key=lambda sight: sight.likeness)
    return Post(best.top, text, over(best.words, text, _TRUST * best.likeness))


def over(words: Sequence[Spotted], text: str, sure: float) -> list[Spotted]:
    """Return the words of a text laid over the place of others, each as wide as its letters."""
    x0, x1 = words[0].x0, max(word.x1 for word in words)
    unit = (x1 - x0) / len(text)
    found: list[Spotted] = []
    at = 0
    for part in text.split():
        left = x0 + at * unit
        box = left, words[0].top, left + len(part) * unit, words[0].bottom
        found.append(Spotted(part, *box, round(sure, 2), words[0].line))
        at += len(part) + 1
    return found
