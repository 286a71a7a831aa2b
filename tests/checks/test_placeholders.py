"""TXT006: the blanks that drafts leave in, and the dots that are none."""

from pathlib import Path

import pytest

from checks.check_samples import found_in
from kehoach_parser.checks.rule import edit

_PLACE = "gửi báo cáo kết quả về Sở Nội vụ"


@pytest.mark.parametrize(
    "blank",
    [
        "theo Kế hoạch số .../KH-UBND",
        "theo Công văn số …/SNV ngày 05/3/2026",
        "trước ngày .../.../2026",
        "trước ngày ……/……/……",
        "trước ngày ... tháng 5 năm 2026",
        "gửi báo cáo về [...]",
        "gửi báo cáo về [tên đơn vị nhận]",
        "gửi báo cáo về XXX",
        "gửi báo cáo về ________",
    ],
)
def test_a_blank_is_told(blank: str, tmp_path: Path) -> None:
    found = [one for one in found_in(edit((_PLACE, blank)), tmp_path) if one.code == "TXT006"]
    assert len(found) == 1


@pytest.mark.parametrize(
    "words",
    [
        "gửi báo cáo, hồ sơ, v.v... về Sở Nội vụ",
        "gửi báo cáo 02 lần/năm...",
        "gửi báo cáo (thôn, bản…/tổ dân phố) về Sở Nội vụ",
        "gửi báo cáo hằng ngày… tháng nào cũng đủ",
    ],
)
def test_dots_that_stand_for_more_are_none(words: str, tmp_path: Path) -> None:
    assert "TXT006" not in {one.code for one in found_in(edit((_PLACE, words)), tmp_path)}
