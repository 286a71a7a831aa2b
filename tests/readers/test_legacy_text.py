"""Which passages are decoded: whole texts, mixed ones, and what only looks alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from case_files import Case, each_case
from kehoach_parser.readers.legacy.runs import LegacyText, Run
from kehoach_parser.text.legacy import decode, font_of
from kehoach_parser.text.legacy_evidence import is_unicode, weigh
from kehoach_parser.text.legacy_names import TCVN3, VNI
from kehoach_parser.text.legacy_signs import may_be_legacy
from legacy_text import encoded

PLAN = (
    "KẾ HOẠCH", "Kiểm tra công tác văn thư, lưu trữ", "Căn cứ Quyết định số 12/QĐ-UBND;",
    "Giao Sở Nội vụ chủ trì, phối hợp với các sở, ngành.", "Số: 15/KH-UBND", "có, cô, hoà",
)  # fmt: skip


def _run(passage: str | list[str]) -> list[Run]:
    name, text = ("", passage) if isinstance(passage, str) else passage
    return [Run(text, font_of(name))]


def _decoded(paragraphs: list[list[Run]]) -> list[str]:
    found = LegacyText().decoded(paragraphs)
    return [
        "".join(texts or (run.text for run in runs))
        for runs, texts in zip(paragraphs, found, strict=True)
    ]


@each_case("legacy")
def test_phenomena(case: Case) -> None:
    assert _decoded([_run(passage) for passage in case["passages"]]) == case["expected"]


@pytest.mark.parametrize("encoding", [TCVN3, VNI])
def test_never_decoded_twice(encoding: str) -> None:
    once = _decoded([_run(encoded(line, encoding)) for line in PLAN])
    assert once == list(PLAN)
    assert _decoded([_run(line) for line in once]) == once


def test_runs_of_a_paragraph_are_decoded_each_by_its_font() -> None:
    runs = [
        Run("Căn cứ ", None),
        Run("QuyÕt ®", font_of(".VnTime")),
        Run("Þnh", font_of(".VnTime")),
        Run(" keá ho", font_of("VNI-Times")),
        Run("aïch", font_of("VNI-Times")),
    ]
    (texts,) = LegacyText().decoded([runs])
    assert texts == ["Căn cứ ", "Quyết đ", "ịnh", " kế ho", "ạch"]


def test_what_was_done_is_told() -> None:
    legacy = LegacyText()
    lines = [_run(encoded(line, TCVN3)) for line in PLAN[:3]]
    list(legacy.decoded([*lines, _run("Sở Nội vụ chủ trì, phối hợp.")]))
    assert legacy.encoding == TCVN3
    (found,) = legacy.findings()
    assert found.code == "legacy-decoded"
    assert dict(found.params) == {
        "encoding": "TCVN3 (ABC)", "count": "3", "share": "73", "words": "KẾ HOẠCH"
    }  # fmt: skip


def test_a_text_mostly_of_unicode_has_no_old_encoding() -> None:
    legacy = LegacyText()
    modern = [_run("Sở Nội vụ chủ trì, phối hợp.")] * 9
    assert any(legacy.decoded([*modern, _run(encoded(PLAN[3], VNI))]))
    assert legacy.encoding is None
    assert [dict(found.params)["count"] for found in legacy.findings()] == ["1"]


def test_a_text_without_its_soft_hyphens() -> None:
    lines = [
        "Người được giao chủ trì lưu trữ hồ sơ",
        "Căn cứ Thông tư của Bộ trưởng",
        "Lưu: VT",
    ] * 9
    legacy = LegacyText()
    runs = [_run(encoded(line, TCVN3).replace("\u00ad", "")) for line in lines]
    shown = ["".join(texts or [run.text for run in each])
             for each, texts in zip(runs, legacy.decoded(runs), strict=True)]  # fmt: skip
    assert shown == lines
    codes = {found.code: dict(found.params) for found in legacy.findings()}
    assert codes["legacy-letter-lost"]["count"] == "54"


@given(st.lists(st.lists(st.text("Cn¨cø®\xadîêi ¹µthn-", max_size=9), max_size=4), max_size=4))
def test_runs_keep_their_number(paragraphs: list[list[str]]) -> None:
    old = [_run("C¨n cø QuyÕt ®Þnh cña ñy ban nh©n d©n")]
    runs = [[Run(text, None) for text in texts] for texts in paragraphs]
    for hyphens in (False, True):
        found = list(LegacyText(hyphens=hyphens).decoded([*old, *runs]))
        assert [len(texts) for texts in found if texts] == [
            len(each) for each, texts in zip([*old, *runs], found, strict=True) if texts
        ]


@given(st.lists(st.text(max_size=40), max_size=6))
def test_a_letter_of_unicode_ends_the_matter(texts: list[str]) -> None:
    lines = [f"{text} ở đây" for text in texts]
    assert _decoded([_run(line) for line in lines]) == lines


@given(st.lists(st.sampled_from([word for line in PLAN for word in line.split()]), min_size=1))
def test_unicode_stays_whatever_its_words(words: list[str]) -> None:
    line = " ".join(words)
    assert _decoded([_run(line)]) == [line]


@given(st.text(st.characters(max_codepoint=0xFF), max_size=80))
def test_evidence_is_counted_for_any_text(text: str) -> None:
    for encoding in (TCVN3, VNI):
        found = weigh(text, encoding)
        assert found.good >= 0
        assert found.different <= found.good + 3
        assert isinstance(decode(text, encoding), str)


def test_the_cheap_test_meets_every_old_text() -> None:
    for encoding in (TCVN3, VNI):
        for line in PLAN[:5]:
            assert may_be_legacy(encoded(f"{line} và đơn vị", encoding))
    assert not any(may_be_legacy(line) for line in PLAN)
    assert all(is_unicode(line) for line in PLAN[:5])
