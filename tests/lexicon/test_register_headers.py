"""Header words of registers: each row is run with its example and its near miss."""

import pytest

from kehoach_parser.lexicon.register_headers import labels, role_of
from kehoach_parser.lexicon.rows import listed, rows

Row = dict[str, str]


@pytest.mark.parametrize("row", rows("register_headers"), ids=lambda row: row["role"])
def test_a_row_names_its_example_and_not_its_near_miss(row: Row) -> None:
    assert role_of(row["example"]) == row["role"]
    assert role_of(row["near_miss"]) != row["role"]


@pytest.mark.parametrize("row", rows("register_headers"), ids=lambda row: row["role"])
def test_each_spelling_has_its_role(row: Row) -> None:
    for words in listed(row["words"]):
        assert role_of(words.upper()) == row["role"], words


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("Số TT", "stt"),
        ("Đơn vị chủ trì (ghi rõ)", "lead"),
        ("Cơ quan, đơn vị chủ trì, phối hợp", "lead+coop"),
        ("Thời gian / (Năm 2026)", "deadline"),
        ("Sở, ngành phối hợp", "coop"),
        ("Họ và tên", "person"),
        ("Khoa, phòng chịu trách nhiệm", "lead"),
        ("Đơn vị cùng thực hiện", "coop"),
        ("Đơn vị kiểm tra", None),
        ("Tháng 3", "period"),
        ("Giai đoạn 2026 - 2030", "period"),
        ("Giai đoạn thực hiện", "deadline"),
        ("Đơn vị", None),
        ("", None),
        ("Nội dung " + "rất dài " * 20, None),
    ],
)
def test_headers_beyond_the_table(header: str, role: str | None) -> None:
    assert role_of(header) == role


def test_labels_of_attribute_lines_are_the_roles_of_people_times_and_results() -> None:
    found = labels().at("đơn vị chủ trì: văn phòng", 0)
    assert found is not None
    assert found.value == "lead"
    assert labels().at("nội dung: tuyên truyền", 0) is None
