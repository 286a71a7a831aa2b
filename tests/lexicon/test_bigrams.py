"""The syllables that OCR is put right by: how they are counted, and what they cost."""

import importlib.util
from pathlib import Path
from types import ModuleType

from kehoach_parser.lexicon.bigrams import bigrams
from kehoach_parser.lexicon.ocr_words import bare
from kehoach_parser.lexicon.rows import rows


def _tool() -> ModuleType:
    """Return `tools/bigrams.py`, which is no part of the package."""
    file = Path(__file__).parents[2] / "tools" / "bigrams.py"
    spec = importlib.util.spec_from_file_location("bigrams_tool", file)
    assert spec is not None
    assert spec.loader is not None
    found = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


tool = _tool()


def test_syllables_are_counted_and_what_follows_them_in_several_texts() -> None:
    texts = ["Nộp hồ sơ, ông Hồ Sơ.", "HỒ SƠ số 5 hồ sơ", "hồ sơ UBND xã; nộp hồ"]

    assert tool.table(texts).splitlines()[5:] == [
        "hồ\t6\tsơ 3", "nộp\t2\t", "sơ\t5\t",
    ]  # fmt: skip


def test_the_table_is_in_order_and_counts() -> None:
    names = [row["syllable"] for row in rows("bigrams")]

    assert names == sorted(set(names))
    assert len(names) > 2000


def test_what_was_met_often_costs_least() -> None:
    known = bigrams()

    assert known.cost("hồ", "sơ") < known.cost("hồ", "sở") < known.cost("hồ", "võn")
    assert known.cost("", "của") < known.cost("", "dược") < known.cost("", "võn")
    assert known.follows("hồ", "sơ")
    assert not known.follows("hồ", "võn")


def test_neighbours_of_the_closed_vocabulary_count_though_no_text_has_them() -> None:
    assert bigrams().follows("hiệu", "trưởng")
    assert bigrams().follows("dự", "trù")


def test_only_usual_syllables_of_the_same_letters_take_a_place() -> None:
    found = bigrams().alike("von")

    assert found == ["vốn"]
    assert all(bare(each) == "hanh" for each in bigrams().alike("hanh"))
