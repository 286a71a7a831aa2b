"""Names of bodies: each way to write and split them, and near misses (`cases/units.json`)."""

import pytest

from case_files import Case, each_case
from kehoach_parser.extract.copies import copy_of
from kehoach_parser.extract.names.lists import read_names
from kehoach_parser.lexicon.bodies import bodies, body_of, spelled_out, unit_key
from kehoach_parser.lexicon.rows import rows


@each_case("units")
def test_names_are_those_of_the_case(case: Case) -> None:
    text = case["text"]
    names = read_names(copy_of(text), 0, len(text), listing=not case.get("prose"))
    assert [name.text for name in names.units] == case["units"]
    assert [name.text for name in names.persons] == case.get("persons", [])
    if "rest" in case:
        assert text[names.end :].strip().startswith(case["rest"])


@each_case("units")
def test_each_name_stands_where_it_says(case: Case) -> None:
    text = "Giao cho: " + case["text"]
    names = read_names(copy_of(text), 10, len(text), listing=not case.get("prose"))
    for name in (*names.units, *names.persons):
        words = " ".join(text[name.start : name.end].replace(" / ", " ").split())
        assert words == name.text or (case.get("shared") and name.text.endswith(f" {words}"))


def test_a_letter_that_grows_in_lower_case_moves_nothing() -> None:
    copy = copy_of("\N{LATIN CAPITAL LETTER I WITH DOT ABOVE} Sở Y tế")
    assert len(copy.low) == len(copy.text)
    assert read_names(copy, 2, len(copy.text)).units[0].text == "Sở Y tế"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("UBND các xã, phường", "Các Uỷ ban nhân dân xã, phường"),
        ("Sở GD&ĐT", "Sở Giáo dục và Đào tạo"),
        ("P. KH-TC", "Phòng Kế hoạch - Tài chính"),
        ("VP HĐND&UBND", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân"),
        ("BNV", "Bộ Nội vụ"),
        ("Ủy ban MTTQ xã", "Ủy ban Mặt trận Tổ quốc xã"),
    ],
)
def test_spellings_of_a_body_have_one_key(one: str, other: str) -> None:
    assert unit_key(one) == unit_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Sở Nội vụ", "Bộ Nội vụ"), ("UBND xã", "UBND tỉnh"), ("Sở NN&MT", "Sở TN&MT")],
)
def test_other_bodies_have_other_keys(one: str, other: str) -> None:
    assert unit_key(one) != unit_key(other)


@pytest.mark.parametrize("row", rows("abbreviations"), ids=lambda row: row["short"])
def test_each_abbreviation_is_spelled_out_in_its_example_only(row: dict[str, str]) -> None:
    assert row["whole"] in spelled_out(row["example"])
    assert row["whole"] not in spelled_out(row["near_miss"])


def test_bodies_end_before_their_successors_begin() -> None:
    by_name = {body.name: body for body in bodies()}
    for body in bodies():
        successor = by_name.get(body.successor or "")
        if body.until and successor and successor.since:
            assert body.until < successor.since, body.name


def test_a_body_is_known_with_its_territory() -> None:
    found = body_of("Sở KH&ĐT tỉnh An Giang")
    assert found is not None
    assert found.name == "Sở Kế hoạch và Đầu tư"
    assert body_of("Sở Thuỷ tinh") is None


@pytest.mark.parametrize("text", ["", " ;, "])
def test_an_empty_list_names_nobody(text: str) -> None:
    assert read_names(copy_of(text), 0, len(text), listing=True).units == ()


@pytest.mark.parametrize("sign", [" - ", " – ", " (", ", "])
@pytest.mark.parametrize("person", ["ông Lê Văn Nam", "đ/c Lê Thị Hoa, Hiệu trưởng", "Hiệu trưởng"])
def test_any_number_of_persons_behind_each_other_is_read(person: str, sign: str) -> None:
    text = sign.join([person] * 1_000)
    for listing in (True, False):
        assert read_names(copy_of(text), 0, len(text), listing=listing).end > 0
