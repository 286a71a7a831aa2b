"""Those who sign side by side, on a page or in text: each is read by itself."""

from kehoach_parser import parse_bytes, parse_text
from readers.pdf_files import Item, Page, Text, pdf

TEXT = [
    Text(85, 100, "KẾ HOẠCH LIÊN TỊCH"),
    Text(85, 130, "1. Hội Nông dân xã chủ trì, phối hợp với Hội Phụ nữ xã phát động phong trào."),
    Text(85, 150, "2. Đoàn Thanh niên xã tổ chức ra quân trước ngày 30/7/2026 ở các thôn, xóm./."),
]


def _signers(*rows: list[tuple[float, float, str]]) -> list[tuple[str | None, str | None, str]]:
    items: list[Item] = [*TEXT, *(Text(x, y, words) for row in rows for x, y, words in row)]
    plan = parse_bytes(pdf([Page(items)]), name="k.pdf")
    return [(one.capacity, one.position, one.name) for one in plan.metadata.signers]


def test_three_in_a_row_with_a_post_that_wraps() -> None:
    found = _signers(
        [(85, 200, "HIỆU TRƯỞNG"), (230, 200, "CHỦ TỊCH CÔNG"), (420, 200, "NGƯỜI LẬP")],
        [(260, 220, "ĐOÀN")],
        [(85, 300, "Trần Văn Thuận"), (420, 300, "Lê Văn Bốn")],
        [(230, 322, "Trương Thanh Hòa")],
    )

    assert found == [
        (None, "HIỆU TRƯỞNG", "Trần Văn Thuận"),
        (None, "CHỦ TỊCH CÔNG ĐOÀN", "Trương Thanh Hòa"),
        (None, "NGƯỜI LẬP", "Lê Văn Bốn"),
    ]


def test_two_rows_of_them() -> None:
    found = _signers(
        [(100, 200, "TM. BAN THƯỜNG VỤ"), (350, 200, "TM. BAN THƯỜNG VỤ")],
        [(130, 220, "CHỦ TỊCH"), (390, 220, "BÍ THƯ")],
        [(115, 300, "Trần Văn Thuận"), (360, 300, "Trương Thanh Hòa")],
        [(90, 340, "KT. TRƯỞNG CÔNG AN"), (345, 340, "TM. ỦY BAN NHÂN DÂN")],
        [(85, 360, "PHÓ TRƯỞNG CÔNG AN"), (385, 360, "CHỦ TỊCH")],
        [(120, 440, "Lê Văn Bốn"), (375, 440, "Hà Thị Năm")],
        [(85, 480, "Nơi nhận:")],
        [(85, 500, "- Đảng ủy xã;")],
    )

    assert found == [
        ("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", "Trần Văn Thuận"),
        ("TM. BAN THƯỜNG VỤ", "BÍ THƯ", "Trương Thanh Hòa"),
        ("KT. TRƯỞNG CÔNG AN", "PHÓ TRƯỞNG CÔNG AN", "Lê Văn Bốn"),
        ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Hà Thị Năm"),
    ]


def test_recipients_beside_one_signer_are_no_second_one() -> None:
    found = _signers(
        [(85, 200, "Nơi nhận:"), (350, 200, "TM. ỦY BAN NHÂN DÂN")],
        [(85, 220, "- Đảng ủy xã;"), (385, 220, "CHỦ TỊCH")],
        [(85, 240, "- Lưu: VT.")],
        [(375, 300, "Hà Thị Năm")],
    )

    assert found == [("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Hà Thị Năm")]


def test_heads_of_columns_without_names_below_are_no_signatures() -> None:
    items = [Text(85, 200, "CHỦ TỊCH"), Text(350, 200, "PHÓ CHỦ TỊCH"),
             Text(85, 220, "họp vào ngày 5/6"), Text(350, 220, "họp vào ngày 6/6")]  # fmt: skip
    plan = parse_bytes(pdf([Page([*TEXT, *items])]), name="k.pdf")

    assert plan.metadata.signers == ()


def test_rows_of_two_in_text_set_apart_by_blanks() -> None:
    plan = parse_text(
        "KẾ HOẠCH LIÊN TỊCH\nThu gom rác thải\n\nI. MỤC ĐÍCH\nGiữ sạch đường làng./.\n\n"
        "       TM. BAN THƯỜNG VỤ                       TM. BAN THƯỜNG VỤ\n"
        "            CHỦ TỊCH                                 CHỦ TỊCH\n\n\n"
        "         Trần Văn Thuận                        Trương Thanh Hòa\n\n"
        "      KT. TRƯỞNG CÔNG AN                      TM. ỦY BAN NHÂN DÂN\n"
        "      PHÓ TRƯỞNG CÔNG AN                            CHỦ TỊCH\n\n"
        "          Lê Văn Bốn                             Hà Thị Năm\n\n"
        "Nơi nhận:\n- Đảng ủy xã;\n- Lưu: VT.\n"
    )

    assert [(one.position, one.name) for one in plan.metadata.signers] == [
        ("CHỦ TỊCH", "Trần Văn Thuận"),
        ("CHỦ TỊCH", "Trương Thanh Hòa"),
        ("PHÓ TRƯỞNG CÔNG AN", "Lê Văn Bốn"),
        ("CHỦ TỊCH", "Hà Thị Năm"),
    ]
    assert plan.metadata.recipients == ("Đảng ủy xã", "Lưu: VT")
