"""The vocabulary of OCR repairs: each row mends its example and leaves its near miss alone."""

import pytest

from kehoach_parser.lexicon.ocr_words import bare, phrases, symbols
from kehoach_parser.lexicon.rows import rows
from readers.ocr_words_of import mended


@pytest.mark.parametrize("row", rows("ocr_words"), ids=lambda row: row["words"][:24])
def test_row_mends_its_example_and_not_its_near_miss(row: dict[str, str]) -> None:
    good = mended(row["example"]).casefold()
    assert any(words.casefold() in good for words in row["words"].split("; "))
    assert mended(row["near_miss"]) == row["near_miss"]


def test_every_phrase_has_two_syllables_and_its_letters() -> None:
    assert all(len(key) == len(words) > 1 for key, each in phrases().items() for words in each)
    assert all(key == tuple(map(bare, words)) for key, each in phrases().items() for words in each)


def test_symbols_that_look_alike_are_left_out() -> None:
    assert symbols()["HDND"] == "HĐND"
    assert symbols()["UBND"] == "UBND"
