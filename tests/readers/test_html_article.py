"""News and blog pages: the article without what stands around it."""

import pytest

from kehoach_parser.readers.base import Limits
from kehoach_parser.readers.html.reader import read_html
from readers.shown import lines

_TITLE = "Trường An Bình công bố kế hoạch năm học"
_ARTICLE = (
    "Trường An Bình vừa họp phụ huynh để thông báo kế hoạch năm học với nhiều điểm mới.",
    "Cô Lê Thị Hoa, Hiệu trưởng nhà trường cho biết:",
    "“Chúng tôi sẽ sửa chữa xong phòng học trước ngày 20/8/2025 để kịp đón học sinh”.",
    "Phụ huynh đề nghị nhà trường công khai các khoản thu và phối hợp với Công an xã.",
    "Nhà trường tiếp thu và sẽ trả lời bằng văn bản trong tháng 6 của năm nay.",
)
_COMMENT = (
    "Tôi thấy bài viết này rất có ích cho các phụ huynh có con đang học ở trường, mong nhà trường "
    "có thêm nhiều hoạt động như thế trong những năm tới để các cháu được vui chơi."
)
_LINKS = "".join(
    f'<li><a href="/{number}">Hướng dẫn nộp hồ sơ trực tuyến phần {number} cho người mới</a></li>'
    for number in range(6)
)


def _lines(page: str) -> list[str]:
    return lines(read_html(f"<html><body>{page}</body></html>".encode(), "a.html", Limits()))


def _paragraphs(mark: str = "p") -> str:
    return "".join(f"<{mark}>{text}</{mark}>" for text in _ARTICLE)


def test_a_blog_with_more_comments_than_article() -> None:
    comments = f'<li class="comment"><p>{_COMMENT}</p><a href="#">Trả lời</a></li>' * 6
    found = _lines(
        f'<div class="top"><a href="/">Trang trường</a></div><div class="main"><h2>{_TITLE}</h2>'
        f'<div class="meta">Đăng ngày 12/05/2025</div><div class="entry">{_paragraphs()}</div>'
        f'<div id="comments"><h3>6 bình luận</h3><ol>{comments}</ol></div></div>'
        f'<div class="side"><ul>{_LINKS}</ul></div>'
    )
    assert found == [_TITLE, "Đăng ngày 12/05/2025", *_ARTICLE]


def test_a_page_that_a_table_lays_out() -> None:
    found = _lines(
        f'<table width="100%"><tr><td><ul>{_LINKS}</ul></td><td><div><h1>{_TITLE}</h1>'
        f"{'<br><br>'.join(_ARTICLE)}</div><div><p>{_COMMENT}</p></div></td>"
        f"<td>Số lượt truy cập: 123</td></tr></table>"
    )
    assert found == [_TITLE, *_ARTICLE]


def test_a_table_of_the_article_stays() -> None:
    table = "<table border=1><tr><th>TT</th><th>Việc</th></tr><tr><td>1</td><td>Sửa phòng học</td>"
    found = _lines(f"<nav>{_LINKS}</nav><article>{_paragraphs()}{table}</tr></table></article>")
    assert found == [*_ARTICLE, "TT | Việc", "1 | Sửa phòng học"]


def test_a_page_that_is_mostly_a_table_keeps_its_title_and_its_rows() -> None:
    title = "Kế hoạch thực hiện luận văn đợt 3"
    work = "Giao đề tài cho học viên và trình ký quyết định, phần việc thứ"
    rows = [[str(number), f"{work} {number}", f"0{number}/01/2026"] for number in range(1, 9)]
    body = "".join(f"<tr><td>{'</td><td>'.join(row)}</td></tr>" for row in rows)
    table = (
        "<table><thead><tr><th>TT</th><th>Nội dung</th><th>Kết thúc</th></tr></thead>"
        f"<tbody>{body}</tbody></table>"
    )
    found = _lines(f"<nav><ul>{_LINKS}</ul></nav><h1>{title}</h1>{table}<footer>Khoa A</footer>")
    assert found == [title, "TT | Nội dung | Kết thúc", *(" | ".join(row) for row in rows)]


def test_near_miss_a_header_of_a_table_inside_the_layout_keeps_no_menu() -> None:
    table = "<table border=1><tr><th>TT</th><th>Việc</th></tr><tr><td>1</td><td>Sửa phòng học</td>"
    found = _lines(
        f"<table><tr><td><ul>{_LINKS}</ul></td></tr>"
        f"<tr><td>{_paragraphs()}{table}</tr></table></td></tr></table>"
    )
    assert found == [*_ARTICLE, "TT | Việc", "1 | Sửa phòng học"]


def test_near_miss_a_page_with_a_document_is_no_article() -> None:
    head = "<p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p>KẾ HOẠCH</p>"
    found = _lines(f"<div>{head}{_paragraphs()}<p>Nơi nhận: Lưu.</p></div>")
    assert (found[0], found[1], found[-1]) == (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "KẾ HOẠCH", "Nơi nhận: Lưu.",
    )  # fmt: skip


@pytest.mark.parametrize("count", [1, 2000])
def test_pages_too_short_or_too_large_for_it_are_read_whole(count: int) -> None:
    assert (
        _lines("<p>Rà soát hồ sơ lưu trữ tại các đơn vị.</p>" * count)
        == ["Rà soát hồ sơ lưu trữ tại các đơn vị."] * count
    )
