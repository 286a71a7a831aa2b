"""Words looked for as they are: much cheaper than a regex, and with nothing to compile."""

from collections.abc import Iterator


def places(text: str, words: str, start: int, end: int) -> Iterator[int]:
    """Yield where words stand between two offsets."""
    place = text.find(words, start, end)
    while place >= 0:
        yield place
        place = text.find(words, place + 1, end)


def words_at(text: str, words: str, start: int, end: int) -> Iterator[int]:
    """Yield where words stand that no letter precedes.

    >>> list(words_at("do cơ quan do dân", "do ", 0, 17))
    [0, 11]
    """
    for place in places(text, words, start, end):
        if place == start or not text[place - 1].isalnum():
            yield place
