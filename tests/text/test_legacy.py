"""Old encodings, letter by letter and phrase by phrase, there and back."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_parser.text.legacy import Font, codes, decode, decode_parts, font_of
from kehoach_parser.text.legacy_names import BKHCM2, ENCODINGS, TCVN3, VISCII, VNI, VPS
from kehoach_parser.text.letters import LOWER, UPPER
from legacy_text import encoded

LETTERS = "".join(letter for letter in LOWER + UPPER if not letter.isascii())
PHRASES = (
    "Độc lập - Tự do - Hạnh phúc",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Uỷ ban nhân dân tỉnh ban hành kế hoạch thực hiện trước ngày 15/6/2026; kinh phí 5.000 đ.",
    "Giao Sở Nội vụ chủ trì, khẳng định việc rà soát ở từng đơn vị, kỵ khí, người được thưởng.",
)
every_encoding = pytest.mark.parametrize("encoding", ENCODINGS)


def test_the_letters_are_all() -> None:
    assert len(LETTERS) == len(set(LETTERS)) == 134


@every_encoding
@pytest.mark.parametrize("letter", LETTERS)
def test_each_letter_there_and_back(letter: str, encoding: str) -> None:
    own = letter if letter in codes(encoding).values() else letter.lower()
    assert decode(f"t{encoded(letter, encoding)}t", encoding) == f"t{own}t"


def test_tcvn3_has_the_small_letters_and_seven_capitals() -> None:
    assert set(codes(TCVN3).values()) == {*filter(str.islower, LETTERS), *"ĂÂÊÔƠƯĐ"}


@every_encoding
@pytest.mark.parametrize("phrase", PHRASES)
def test_phrases_there_and_back(phrase: str, encoding: str) -> None:
    assert decode(encoded(phrase, encoding), encoding) == phrase


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        (TCVN3, "§éc lËp - Tù do - H¹nh phóc"),
        (VNI, "Ñoäc laäp - Töï do - Haïnh phuùc"),
        (VISCII, "Ðµc l§p - Tñ do - HÕnh phúc"),
        (VPS, "ñ¶c lÆp - T¿ do - Hånh phúc"),
        (BKHCM2, "Àöåc lêåp - Tûå do - Haånh phuác"),
    ],
)
def test_the_motto_in_each(encoding: str, text: str) -> None:
    assert decode(text, encoding) == PHRASES[0]
    assert encoded(PHRASES[0], encoding) == text


def test_the_letter_that_is_a_soft_hyphen() -> None:
    assert encoded("người được", TCVN3) == "ng\u00adêi ®\u00adîc"
    assert decode("ng\u00adêi ®\u00adîc", TCVN3) == "người được"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KÕ HO¹CH", "KẾ HOẠCH"),
        ("VÒ VIÖC TæNG KÕT N¡M", "VỀ VIỆC TỔNG KẾT NĂM"),
        ("Sè: 12/KH-UBND", "Số: 12/KH-UBND"),
        ("Së Y tÕ, Bé CHQS", "Sở Y tế, Bộ CHQS"),
        ("thùc hiÖn KÕ HO¹CH sè 5", "thực hiện KẾ HOẠCH số 5"),
        ("ñY BAN, ý NGHÜA", "ỦY BAN, Ý NGHĨA"),
        ("Së Y TÕ\nLª V¨n Tó", "Sở Y Tế\nLê Văn Tú"),  # nothing tells whether it is in capitals
        ("cña ñy ban nh©n d©n tØnh", "của Ủy ban nhân dân tỉnh"),
        ("TØnh ñy ban hµnh", "Tỉnh ủy ban hành"),
        ("KÕt qu¶ - Së T¦ PH¸P", "Kết quả - SỞ TƯ PHÁP"),
    ],
)  # fmt: skip
def test_capitals_by_their_neighbours(text: str, expected: str) -> None:
    assert decode(text, TCVN3) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("· Giao Së Néi vô", "· Giao Sở Nội vụ"),
        ("§/c Hoµ, §. Anh", "Đ/c Hoà, Đ. Anh"),
        ("§ 5 vµ 2 × 3", "§ 5 và 2 × 3"),
        ("5.000 ®, « nhiÔm, « t«", "5.000 đ, ô nhiễm, ô tô"),
        ("« KÕ ho¹ch »", "« Kế hoạch »"),
        ("1½ ngµy, 30 ÷ 40 m²", "1½ ngày, 30 ÷ 40 m²"),
    ],
)
def test_signs_that_stand_alone(text: str, expected: str) -> None:
    assert decode(text, TCVN3) == expected


@pytest.mark.parametrize("word", ["Uûy ban", "UÛy ban"])
def test_vni_capitals_take_either_mark(word: str) -> None:
    assert decode(word, VNI) == "Ủy ban"


def test_fonts_for_capitals() -> None:
    assert decode("kÕ ho¹ch", TCVN3, capitals=True) == "KẾ HOẠCH"
    parts = ("Së ", "néi vô", " tØnh")
    assert decode_parts(parts, TCVN3, (False, True, False)) == ("SỞ ", "NỘI VỤ", " tỉnh")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (".VnTime", Font(TCVN3)),
        (".VnArial NarrowH", Font(TCVN3, capitals=True)),
        (".vntimeh", Font(TCVN3, capitals=True)),
        ("VnTimeH", Font(TCVN3, capitals=True)),
        ("ABCDEF+.VnTimeH-Bold", Font(TCVN3, capitals=True)),
        ("ABCDEF+.VnTimeH,BoldItalic", Font(TCVN3, capitals=True)),
        ("'.VnTime'", Font(TCVN3)),
        ("VNI-Times", Font(VNI)),
        ("QWERTY+VNI-Helve-Bold", Font(VNI)),
        ("VNI Times", Font(VNI)),
        ("Times New Roman", None),
        ("Vneuronal", None),
        ("VNIversity", None),
        ("UVnTime", None),
        ("", None),
    ],
)
def test_fonts_by_name(name: str, expected: Font | None) -> None:
    assert font_of(name) == expected


def test_codes_may_be_cut_by_the_edge_of_a_run() -> None:
    assert decode_parts(("ho", "aï", "ch na", "êm"), VNI) == ("ho", "ạ", "ch nă", "m")


@given(st.text("aeouyAEOUYôöÔÖøùûõïâàáåãäêèéúüë ntK-", max_size=40), st.integers(0, 40))
def test_parts_are_the_whole(text: str, cut: int) -> None:
    for encoding in ENCODINGS:
        parts = decode_parts((text[:cut], text[cut:]), encoding)
        assert "".join(parts) == decode(text, encoding)


@given(st.text(st.sampled_from(LOWER + " .,-/0123456789"), max_size=60))
def test_any_text_there_and_back(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    for encoding in (VNI, VISCII, VPS, BKHCM2):
        assert decode(encoded(text, encoding), encoding) == text
