"""Text of a page: its lines were wrapped at a width on paper, not at a number of characters."""

import pytest

from kehoach_parser.readers.base import Limits
from kehoach_parser.readers.plain.printed import column_width, printed_width
from kehoach_parser.readers.plain.reader import read_plain
from kehoach_parser.readers.plain.wrapping import Wrapping, is_full
from readers.shown import lines

COLUMN = 32_000
PROSE = (
    "Trong năm qua, việc lập hồ sơ ở các phòng còn chậm, nhiều hồ sơ thiếu mục lục, "
    "thiếu chữ ký, để lẫn tài liệu trùng thừa; kho lưu trữ ẩm thấp, giá kệ hỏng, mối "
    "mọt làm rách hồ sơ cũ, mùa mưa nước ngấm vào tường. cán bộ làm lưu trữ phải kiêm "
    "nhiệm, ít được tập huấn, chưa nắm vững quy trình chỉnh lý; phần mềm quản lý chưa "
    "có chức năng tra cứu, mỗi lần tìm phải lật từng cặp, mất nhiều buổi; một số đơn "
    "vị giữ hồ sơ tại tủ riêng nhiều năm, khi người phụ trách chuyển công tác thì "
    "không bàn giao, không ai biết còn thiếu những gì; việc tiêu hủy tài liệu hết giá "
    "trị không được lập biên bản, có nơi bán giấy vụn lẫn cả sổ sách kế toán; kinh "
    "phí mua hộp, bìa, máy hút ẩm, bình chữa cháy năm nào cũng đề nghị mà chưa được "
    "bố trí; người dân đến xin sao hồ sơ đất đai, hộ tịch, chế độ chính sách phải chờ "
    "lâu, đi lại nhiều lần, có trường hợp không tìm thấy bản gốc; từ những tồn tại "
    "ấy, cần rà soát lại toàn bộ kho, phân loại theo nhóm, ưu tiên chỉnh lý trước "
    "những khối tài liệu hay được tra cứu, số hóa dần theo từng năm, gắn trách nhiệm "
    "của người đứng đầu với kết quả lập hồ sơ của đơn vị mình."
)
POINTS = (
    (
        "1. Văn phòng tổng hợp danh mục hồ sơ của các phòng, trình Chủ tịch Ủy ban nhân "
        "dân xã, gửi Sở Nội vụ và Trung tâm Lưu trữ lịch sử trước khi tiêu hủy; mời Hội "
        "Cựu giáo chức chứng kiến."
    ),
    (
        "2. Bộ phận Một cửa niêm yết lịch tiếp nhận của từng thôn, làng, ấp; mỗi tuần "
        "tổng hợp ý kiến gửi Phòng Văn hóa - Xã hội, Ban Công tác Mặt trận và Chi hội "
        "Nông dân các thôn."
    ),
    (
        "- Trạm Y tế kiểm tra tủ thuốc của Trường Tiểu học Tân Thủy, Trường Mầm non Hoa "
        "Mai; phối hợp với Ban Chỉ huy Quân sự xã diễn tập cấp cứu, rút kinh nghiệm và "
        "báo cáo Trung tâm Y tế."
    ),
    (
        "- Các thôn rà soát hộ dân ở ven sông Mã, suối Nậm Pàn; lập danh sách hộ phải di "
        "dời, gửi về Ban Chỉ huy Phòng thủ dân sự xã để trình Ủy ban nhân dân tỉnh bố trí "
        "kinh phí từ Quỹ Phòng, chống thiên tai và nguồn tài trợ khác."
    ),
)


def _wrapped(text: str, *, column: int = COLUMN) -> str:
    """Return a text as a page wraps it; the first line of a paragraph is indented."""
    made: list[str] = []
    room = int(column * 0.93)
    for word in text.split():
        if made and printed_width(f"{made[-1]} {word}") <= room:
            made[-1] += f" {word}"
        else:
            room = column if made else room
            made.append(word)
    return "\n".join(made)


def _page(*points: str) -> str:
    return "\n".join(map(_wrapped, points))


def test_lines_of_a_page_go_on_with_capitals() -> None:
    text = _page(PROSE, *POINTS)
    assert column_width(text.split("\n")) > 0.95 * COLUMN
    assert lines(read_plain(text.encode(), "a.txt", Limits())) == [PROSE, *POINTS]


def test_lines_go_on_over_a_pages_number() -> None:
    made = [_wrapped(point).split("\n") for point in (PROSE, *POINTS)]
    first = [*made[0], made[1][0]]
    second = [*made[1][1:], *made[2], made[3][0]]
    third = [*made[3][1:], *made[4]]
    pages = ["\n".join([str(n), *page]) for n, page in enumerate((first, second, third), 1)]
    document = read_plain("\n\n\f".join(pages).encode(), "a.txt", Limits())
    assert lines(document) == [PROSE, *POINTS]
    assert document.margins == ("1", "2", "3")


def test_near_miss_a_short_line_ends_its_paragraph() -> None:
    heading = "3. Phân công người theo dõi, đôn đốc việc rà soát hồ sơ"
    text = _page(PROSE, *POINTS, heading, "Văn phòng phân công cán bộ.")
    assert lines(read_plain(text.encode(), "a.txt", Limits()))[-2] == heading


def test_near_miss_lines_wrapped_by_characters_have_no_column() -> None:
    made = [""]
    for word in PROSE.split():
        if len(made[-1]) + len(word) < 72:
            made[-1] = f"{made[-1]} {word}".strip()
        else:
            made.append(word)
    assert column_width(made) == 0


def test_the_first_line_of_a_paragraph_is_indented_in_short_pages() -> None:
    before = "2. Các phòng, ban, trạm thuộc xã theo nhiệm vụ, phối hợp với Trạm"
    page = Wrapping(width=72)
    assert is_full(before, "Khuyến nông lập danh sách", page)
    assert not is_full(before[3:].lower(), "Khuyến nông lập danh sách", page)
    assert not is_full("2. Các phòng, ban, trạm thuộc xã theo nhiệm vụ", "Trạm Y tế", page)


def test_the_line_of_a_lettered_point_is_the_first_of_its_paragraph() -> None:
    before = "e) Các thôn cử người trông coi trạm bơm, mở cống đúng lịch đã định"
    for page in (Wrapping(width=74), Wrapping(width=90, column=31_000)):
        assert is_full(before, "trong tuần", page)
        assert not is_full(before[3:].lower(), "mùa", page)


@pytest.mark.parametrize("text", ["", "một dòng\n" * 40, "     thụt vào\n" * 40])
def test_text_without_lines_that_go_on_has_no_column(text: str) -> None:
    assert column_width(text.split("\n")) == 0
