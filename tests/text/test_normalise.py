"""Regular text: what is mended, where it came from, and that it is always NFC."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kehoach_parser.text.normalise import normalise

ODD = (
    "\u00d0\u00f0\u00a0\u200b\u00ad\u2011\u0301\u0302\u0323\u031b\ufeff\t  "
    "aăuơeẹđĐ\u0410\u0441\u043a\x00\u3000\u1fee,;.:()"
)


@pytest.mark.parametrize(
    ("raw", "good"),
    [
        ("Số:      /KH-UBND", "Số: /KH-UBND"),
        ("\ufeff KẾ HOẠCH\u00a0", "KẾ HOẠCH"),
        ("NÐ-CP, \u00f0ã", "NĐ-CP, đã"),
        ("57\u2011NQ/TW", "57-NQ/TW"),
        ("87\u20442017/NĐ-CP, 12\u2215KH, 7\uff0f8", "87/2017/NĐ-CP, 12/KH, 7/8"),
        ("24/HDLN-BYT-\u0412\u0421\u0422, \u0412\u0422C-B\u0421\u0410", "24/HDLN-BYT-BCT, BTC-BCA"),
        ("th\u0435o sổ v\u0430n bản", "theo sổ van bản"),
        (
            "\u041c\u043e\u0441\u043a\u0432\u0430 а\u0301",
            "\u041c\u043e\u0441\u043a\u0432\u0430 а\u0301",
        ),
        ("kỹ thu\u00adật", "kỹ thuật"),
        ("chu\u031b\u200b\u0303a", "chữa"),
        ("a \u200b b", "a b"),
        ("giai đoạn 2021 – 2025", "giai đoạn 2021 – 2025"),
        ("các sở,ban , ngành ;UBND các xã,phường", "các sở, ban, ngành; UBND các xã, phường"),
        ("Cơ quan chủ trì :Sở Nội vụ ; hoàn thành .", "Cơ quan chủ trì: Sở Nội vụ; hoàn thành."),
        ("đúng quy định.Sở Nội vụ theo dõi", "đúng quy định. Sở Nội vụ theo dõi"),
        ("gửi báo cáo ( qua Sở Tài chính )", "gửi báo cáo (qua Sở Tài chính)"),
        (
            "Sở VH,TT&DL; 12/SXD-QL,PT&NL; VT,VP; UBND,HĐND",
            "Sở VH,TT&DL; 12/SXD-QL,PT&NL; VT, VP; UBND, HĐND",
        ),
        ("Kiểm tra:Đoàn số 1", "Kiểm tra: Đoàn số 1"),
        ("1,5 tỷ; 7:30; 12.500; P.KH-TC; TP.Vinh", "1,5 tỷ; 7:30; 12.500; P.KH-TC; TP.Vinh"),
        ("sonoivu.gov.vn/a.pdf; [ ] Có ( ) …", "sonoivu.gov.vn/a.pdf; [ ] Có ( ) …"),
    ],
)
def test_repairs(raw: str, good: str) -> None:
    assert normalise(raw).text == good


@given(st.text(alphabet=st.one_of(st.sampled_from(ODD), st.characters())))
def test_always_regular(raw: str) -> None:
    found = normalise(raw)
    assert unicodedata.is_normalized("NFC", found.text)
    assert found.text == found.text.strip()
    assert all(0 <= found.origin(n) <= len(raw) for n in range(len(found.text)))


@given(st.text(alphabet=ODD + "bcdx", max_size=40))
@example("\u0410\u0410\u0301b")
@example("\u0410\u0410\u200b\u0301b")
def test_offsets_lead_to_the_same_letter(raw: str) -> None:
    found = normalise(raw)
    for place, letter in enumerate(found.text):
        if letter in "bdx":
            assert raw[found.origin(place)] == letter


@given(st.text(alphabet=ODD + "bcdx", max_size=40))
def test_twice_is_once(raw: str) -> None:
    once = normalise(raw).text
    assert normalise(once).text == once
