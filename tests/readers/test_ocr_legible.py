"""Which lines are text: bullets and doubtful words in tables are, specks and stamps are not."""

import pytest

from kehoach_parser.readers.ocr.engines.base import Spotted
from kehoach_parser.readers.ocr.legible import legible

HEIGHT = 36.0


def _line(text: str, x: float, top: float, *, sure: float = 0.95, number: int = 0) -> list[Spotted]:
    """Return the words of a line in pixels, each letter twelve wide."""
    found: list[Spotted] = []
    for part in text.split():
        x1 = x + 12 * len(part)
        found.append(Spotted(part, x, top, x1, top + HEIGHT, sure, number))
        x = x1 + 8
    return found


BODY = _line("Rà soát hồ sơ của các đơn vị", 270, 100)


def _texts(lines: list[list[Spotted]]) -> list[str]:
    return [" ".join(word.text for word in line) for line in lines]


@pytest.mark.parametrize("bullet", ["-", "+", "•"])
def test_a_bullet_far_from_its_words_stands_before_them(bullet: str) -> None:
    (line,) = legible([_line(bullet, 220, 102, number=7), BODY], ())

    assert _texts([line]) == [f"{bullet} Rà soát hồ sơ của các đơn vị"]
    assert {(word.line, word.top) for word in line} == {(0, 100.0)}


@pytest.mark.parametrize(
    "mark",
    [
        _line("-", 20, 102),  # in the margin
        _line("-", 220, 160),  # beside nothing
        _line(".", 220, 102),
        [Spotted("-", 220, 102, 222, 138, 0.99, 7)],  # narrower than any dash
        _line("-", 700, 102),  # behind the words
    ],
)
def test_a_speck_is_no_bullet(mark: list[Spotted]) -> None:
    assert _texts(legible([mark, BODY], ())) == _texts([BODY])


def test_a_second_bullet_is_a_speck() -> None:
    own = _line("- Rà soát", 270, 100)

    assert _texts(legible([_line("-", 220, 102), own], ())) == ["- Rà soát"]


def test_a_doubtful_word_counts_within_a_table() -> None:
    word = _line("phối", 270, 100, sure=0.45)

    assert legible([word], ()) == []
    assert legible([word], [(200, 50, 500, 300)]) == [word]
    assert legible([word], [(200, 150, 500, 300)]) == []
    assert legible([_line("e", 270, 100, sure=0.2)], [(200, 50, 500, 300)]) == []


@pytest.mark.parametrize(("text", "kept"), [
    ("Số:2O04/KH-SYT", True), ("Số: c2 /QĐ-UBND", True), ("S6:31-KH/ĐU", True), ("Sxl/cnA", False),
])  # fmt: skip
def test_a_number_line_counts_however_its_number_is_written(text: str, *, kept: bool) -> None:
    assert bool(legible([_line(text, 270, 100, sure=0.2)], ())) is kept
