"""The words of bodies' names: each row of the tables is run with its example and near miss."""

import pytest

from kehoach_parser.extract.copies import copy_of
from kehoach_parser.extract.names.heads import head_at
from kehoach_parser.extract.names.lists import read_names
from kehoach_parser.lexicon.phrases import Phrases
from kehoach_parser.lexicon.rows import listed, rows
from kehoach_parser.lexicon.unit_words import unit_words
from kehoach_parser.text.folding import fold

Row = dict[str, str]


def first_units(text: str) -> list[str]:
    return [name.text for name in read_names(copy_of(text), 0, len(text)).units]


@pytest.mark.parametrize("row", rows("unit_heads"), ids=lambda row: f"{row['words']}-{row['sort']}")
def test_a_head_begins_the_name_of_its_example_only(row: Row) -> None:
    example, near = copy_of(row["example"]), copy_of(row["near_miss"])
    many = row["sort"] in ("group", "staff", "person") and example.low.startswith("các ")
    place = 4 if many else 0
    found = head_at(example, place, len(example.text), many=many)
    assert found is not None
    assert fold(row["words"]) in example.low
    missed = head_at(near, place, len(near.text), many=many)
    assert missed is None or fold(missed[0].words) != fold(row["words"])


@pytest.mark.parametrize("row", rows("unit_codes"), ids=lambda row: row["letters"])
def test_a_code_with_its_number_is_a_name(row: Row) -> None:
    assert first_units(row["example"]) == [row["example"].partition(" ")[0]]
    assert first_units(row["near_miss"]) == []


@pytest.mark.parametrize("table", ["posts", "duty_words", "name_nouns", "unit_inner"])
def test_a_row_of_phrases_holds_its_example_only(table: str) -> None:
    for row in rows(table):
        phrases = Phrases((words, row["words"]) for words in listed(row["words"]))
        assert any(phrases.at(fold(row["example"]), n) for n in range(len(row["example"])))
        if table in ("posts", "duty_words"):
            assert phrases.at(fold(row["near_miss"]), 0) is None, row["near_miss"]


@pytest.mark.parametrize("row", rows("unit_inner"), ids=lambda row: row["words"][:20])
def test_an_inner_phrase_goes_on_with_the_name_in_its_example_only(row: Row) -> None:
    def names_it(text: str) -> bool:
        units = first_units(text)
        held = (words for words in listed(row["words"]) if words in fold(text))
        return bool(units) and any(words in fold(units[0]) for words in held)

    assert names_it(row["example"])
    assert not names_it(row["near_miss"])


@pytest.mark.parametrize("row", rows("name_nouns"), ids=lambda row: row["sort"])
def test_a_noun_goes_on_with_the_name_in_its_example_only(row: Row) -> None:
    assert len(first_units(row["example"])[0]) > len(first_units(row["near_miss"])[0])


def test_no_duty_word_has_two_sorts() -> None:
    words = [word for row in rows("duty_words") for word in listed(row["words"])]
    assert sorted({word for word in words if words.count(word) > 1}) == []


def test_surnames_are_single_capitalised_syllables() -> None:
    assert all(name[0].isupper() and " " not in name for name in unit_words().surnames)


def test_the_longest_phrase_counts() -> None:
    found = unit_words().heads.at("ban chỉ đạo các cấp", 0)
    assert found is not None
    assert found.end == len("ban chỉ đạo")
    assert unit_words().heads.at("bansạch", 0) is None
