"""The vocabulary of OCR repairs: each row mends its example and leaves its near miss alone."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from kehoach_parser.lexicon.ocr_words import bare, pairs, phrases, symbols
from kehoach_parser.lexicon.rows import rows
from readers.ocr_words_of import mended


def _tool() -> ModuleType:
    """Return `tools/pairs.py`, which is no part of the package."""
    file = Path(__file__).parents[2] / "tools" / "pairs.py"
    spec = importlib.util.spec_from_file_location("pairs_tool", file)
    assert spec is not None
    assert spec.loader is not None
    found = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


tool = _tool()


@pytest.mark.parametrize("row", rows("ocr_words"), ids=lambda row: row["words"][:24])
def test_row_mends_its_example_and_not_its_near_miss(row: dict[str, str]) -> None:
    good = mended(row["example"]).casefold()
    assert any(words.casefold() in good for words in row["words"].split("; "))
    assert mended(row["near_miss"]) == row["near_miss"]


def test_every_phrase_has_two_syllables_and_its_letters() -> None:
    assert all(len(key) == len(words) > 1 for key, each in phrases().items() for words in each)
    assert all(key == tuple(map(bare, words)) for key, each in phrases().items() for words in each)


def test_every_pair_has_marks_and_its_letters() -> None:
    assert len(pairs()) > 1000
    assert all(key == (bare(one), bare(other)) for key, (one, other) in pairs().items())
    assert all(key != pair for key, pair in pairs().items())


def test_pairs_are_counted_by_their_marks() -> None:
    acts = [[*tool.pairs("nộp hồ sơ, ông Hồ Sơ")] for _ in range(5)]
    others = [[*tool.pairs("hộ số, hổ sợ")], [*tool.pairs("an toan lao, UBND xã")]]

    assert tool.known(acts) == [("hồ", "sơ"), ("nộp", "hồ"), ("ông", "hồ")]
    assert tool.known(acts + others) == [("nộp", "hồ"), ("ông", "hồ")]
    assert tool.table([("hồ", "nước"), ("hồ", "sơ")]).endswith("hồ\tnước sơ\n")


def test_symbols_that_look_alike_are_left_out() -> None:
    assert symbols()["HDND"] == "HĐND"
    assert symbols()["UBND"] == "UBND"
