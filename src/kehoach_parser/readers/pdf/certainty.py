"""How sure OCR is of a text, and of which of its words it is not."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from kehoach_parser.readers.pdf.chars import Word
from kehoach_parser.text.document import Doubt

DOUBTFUL: Final = 0.6
"""A word below this is as often wrong as right (benchmarks/ocr.py)."""


class Certainty(NamedTuple):
    """The mean confidence of a text by letters (null: not from OCR), and its doubtful words."""

    confidence: float | None = None
    doubts: tuple[Doubt, ...] = ()


def certainty(text: str, words: Iterable[Word]) -> Certainty:
    """Return how sure OCR is of a text that was put together from words, in their order."""
    held = [(word, word.confidence) for word in words if word.confidence is not None]
    if not held:
        return Certainty()
    doubts: list[Doubt] = []
    at = 0
    for word, sure in held:
        start = text.find(word.text, at)
        if start < 0:
            continue
        at = start + len(word.text)
        if sure < DOUBTFUL:
            doubts.append(Doubt(start, at, sure))
    letters = sum(len(word.text) for word, _ in held)
    mean = sum(sure * len(word.text) for word, sure in held) / letters
    return Certainty(round(mean, 2), tuple(doubts))
