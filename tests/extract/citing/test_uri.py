"""Canonical URIs: the rules of docs/uris.md, and the same document in two spellings."""

from datetime import date

import pytest

from kehoach_parser.extract.citing.uri import canonical_uri
from kehoach_parser.lexicon.doctypes import type_by_code, type_by_name


@pytest.mark.parametrize(
    ("kind", "code", "issuer", "day", "uri"),
    [
        ("NQ", "41-NQ/TW", "Bộ Chính trị", "2023-10-10", "doc/nghi-quyet/bct/2023-10-10/41-nq-tw"),
        ("NĐ", "9/2020/NĐ-CP", None, None, "act/nghi-dinh/chinh-phu/2020/9-2020-nd-cp"),
        ("QĐ", "61/QĐ-TTg", None, "2024-02-03", "doc/quyet-dinh/ttcp/2024-02-03/61-qd-ttg"),
        ("L", "88/2026/QH16", None, None, "act/luat/quoc-hoi/nd/88-2026-qh16"),
        ("KH", "5-KH/TU", "Tỉnh ủy Hà Nam", None, "doc/ke-hoach/tinh-uy-ha-nam/nd/5-kh-tu"),
        ("KH", "5-KH/TU", None, None, "doc/ke-hoach/tu/nd/5-kh-tu"),
    ],
)
def test_uri_is_built_from_type_author_date_and_number(
    kind: str, code: str, issuer: str | None, day: str | None, uri: str
) -> None:
    year = 2020 if code == "9/2020/NĐ-CP" else None
    found = canonical_uri(
        type_by_code(kind), code, issuer, date.fromisoformat(day) if day else None, year, None
    )
    assert found == f"/akn/vn/{uri}"


def test_a_law_by_name_has_its_name() -> None:
    found = canonical_uri(type_by_name("Luật"), None, None, None, 2015, "Luật Ngân sách nhà nước")
    assert found == "/akn/vn/act/luat/quoc-hoi/2015/ngan-sach-nha-nuoc"


def test_lengths_of_the_issuer_do_not_count() -> None:
    kind = type_by_code("NQ")
    names = ("Ban Chấp hành Trung ương", "Ban Chấp hành Trung ương Đảng khóa XIII")
    assert len({canonical_uri(kind, "9-NQ/TW", name, None, 2022, None) for name in names}) == 1


def test_nothing_to_tell_it_by_gives_none() -> None:
    assert canonical_uri(type_by_code("QĐ"), None, None, None, None, None) is None
    assert canonical_uri(None, "5/X-Y", None, None, None, None) is None
