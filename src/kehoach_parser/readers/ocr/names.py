"""Names: one under a signature is read from several boxes, since a stamp hides where it begins."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from kehoach_parser.lexicon.bigrams import bigrams
from kehoach_parser.lexicon.signing import surname
from kehoach_parser.readers.ocr.engines.base import Bounds, Spotted
from kehoach_parser.readers.ocr.posts import Look, over
from kehoach_parser.readers.pdf.chars import Word
from kehoach_parser.text.folding import fold
from kehoach_parser.text.letters import LOWER, UPPER
from kehoach_parser.text.patterns import pattern

_SYLLABLE: Final = pattern(rf"[{UPPER}][{LOWER}]*")
_EDGES: Final = pattern(r"\A[\W_]+|[\W_]+\Z")
_REACHES: Final = (0.0, 0.5, 1.0, 1.5, 2.0, 3.0)
"""Heights of a line by which a name is read from farther left."""

_MIDDLE: Final = ("Văn", "Thị")
_ROOMS: Final = (0.0, 0.1)
_LEAST_VOTES: Final = 2
_FEWEST, _MOST = 2, 6
"""Syllables of a name, with what stamps may seem to add."""


def misread_surnames(words: Sequence[Word]) -> Iterator[tuple[Word, str]]:
    """Yield the words that begin a name, with the family name that they mean.

    They are no word, or stand before a middle name (`Trấn Văn Thuận`).
    """
    for before, word, after in zip((None, *words), words, words[1:], strict=False):
        begins = before is None or not _SYLLABLE.fullmatch(before.text)
        named = _SYLLABLE.fullmatch(word.text) and _SYLLABLE.match(after.text)
        misread = after.text in _MIDDLE or not bigrams().is_known(fold(word.text))
        if begins and named and misread:
            family = surname(word.text)
            if family is not None and family != word.text:
                yield word, family


def is_name_like(texts: Sequence[str]) -> bool:
    """Return whether most words are syllables of a name; what the first should be may be hidden."""
    whole = sum(_SYLLABLE.fullmatch(text) is not None and len(text) > 1 for text in texts)
    return _FEWEST <= len(texts) <= _MOST and 2 * whole >= max(len(texts), 2 * _FEWEST - 1)


def read_name(box: Bounds, look: Look) -> list[Spotted] | None:
    """Return the words of a name at a place, null where readings do not agree on a family name."""
    left, top, right, bottom = box
    height = bottom - top
    readings: list[list[Spotted]] = []
    for reach in _REACHES:
        for room in _ROOMS:
            grown = round(room * height)
            readings.append(
                look((round(left - reach * height), top - grown, right, bottom + grown))
            )
    named = [name for words in readings if (name := _from_surname(words))]
    votes = _votes([name[0] for name in named])
    ranked = sorted(votes, key=lambda text: (votes[text], text), reverse=True)
    if not ranked or sum(name[0].text == ranked[0] for name in named) < _LEAST_VOTES:
        return None
    same = [name for name in named if name[0].text == ranked[0]]
    share = votes[ranked[0]] / sum(votes.values())
    return _agreed(same, share * len(same) / len(readings))


def _from_surname(words: Sequence[Spotted]) -> list[Spotted]:
    """Return the words of a name that begins with a family name, none where it does not."""
    held = [word._replace(text=_EDGES.sub("", word.text)) for word in words]
    name = [word for word in held if word.text]
    if not _FEWEST <= len(name) <= _MOST or not all(_SYLLABLE.fullmatch(w.text) for w in name):
        return []
    family = surname(name[0].text)
    return [name[0]._replace(text=family), *name[1:]] if family else []


def _agreed(readings: Sequence[list[Spotted]], share: float) -> list[Spotted]:
    """Return the syllables that most readings of a name have, as sure as they agree."""
    counts = [len(name) for name in readings]
    usual = max(sorted(set(counts)), key=counts.count)
    names = [name for name in readings if len(name) == usual]
    texts: list[str] = []
    sure = share
    for at in range(usual):
        votes = _votes([name[at] for name in names])
        text = max(sorted(votes), key=lambda text: votes[text])
        sure = min(sure, votes[text] / sum(votes.values()))
        texts.append(text)
    return over(names[0], " ".join(texts), sure)


def _votes(words: Sequence[Spotted]) -> dict[str, float]:
    """Return the summed confidence of each text."""
    found: dict[str, float] = defaultdict(float)
    for word in words:
        found[word.text] += word.confidence
    return dict(found)
