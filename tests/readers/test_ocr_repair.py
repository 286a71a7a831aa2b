"""Repairs of what OCR mistakes: each phenomenon is a case, near misses included."""

from case_files import Case, each_case
from kehoach_parser.readers.ocr.repair import Repairs
from kehoach_parser.readers.pdf.lines import line_text
from readers.ocr_words_of import repaired, words_of


@each_case("ocr_repair")
def test_case(case: Case) -> None:
    found, repairs = repaired(*case["lines"], sure=case.get("sure", 0.9))

    assert found == case["expect"]
    told = repairs.done or repairs.spelled or repairs.marks.total()
    assert bool(told) == (case["lines"] != case["expect"])


def test_each_repair_is_told_once_with_its_page() -> None:
    _, repairs = repaired("Căn cứ Kể hoạch", "và Kể hoạch khác")

    (found,) = repairs.findings()

    assert (found.code, found.page) == ("ocr-repaired", 1)
    assert dict(found.params) == {"before": "Kể hoạch", "after": "Kế hoạch", "count": "2"}


def test_marks_that_neighbours_put_right_are_told_together() -> None:
    _, repairs = repaired("nộp hõ sơ trực tuyển", sure=0.5)

    (found,) = repairs.findings()

    assert found.code == "ocr-spelled"
    assert dict(found.params) == {"count": "2", "before": "hõ", "after": "hồ"}


def _beside(cell: str, *, gap: float = 10.0) -> str:
    """Return a cell as the repairs leave it, so many points right of another."""
    words, held = words_of("Phê duyệt hồ sơ"), words_of(cell)
    aside = words[-1].x1 + gap - held[0].x0
    for word in held:
        word.x0, word.x1, word.order = word.x0 + aside, word.x1 + aside, word.order + 20
    return line_text(Repairs().words([*words, *held], 1)).removeprefix("Phê duyệt hồ sơ ")


def test_at_most_begins_a_cell_close_beside_another() -> None:
    assert _beside("5 30 ngày làm việc") == "≤ 30 ngày làm việc"
    assert _beside("5 30 ngày làm việc", gap=4.0) == "5 30 ngày làm việc"
    assert _beside("5 ngày làm việc") == "5 ngày làm việc"
