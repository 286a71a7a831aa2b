"""What is spelled as a Vietnamese syllable."""

import pytest

from kehoach_parser.text.syllables import is_syllable

SYLLABLES = (
    "kế hoạch ủy uỷ ban nhân dân nghiệm thu giếng gì giữ giáo quốc quyền quyết quỳnh khuỷu khoẻ"
    " thuở ương ước ượng uống yêu ý nghĩa nghề nghiêng ngoằng xoong hươu rượu đ đắp ngoẹo"
)


@pytest.mark.parametrize("word", [word for word in SYLLABLES.split() if word != "đ"])
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize(
    "word",
    ["", "đ", "kế hoạch", "hoach", "hoàch", "cê", "kà", "nghà", "ngế", "tếế", "hòả", "đợc", "trởng",
     "hiÖn", "cña", "phaùt", "school", "façade", "über", "niño", "Hoạch", "nghiêngs"],
)  # fmt: skip
def test_what_is_none(word: str) -> None:
    assert not is_syllable(word)
