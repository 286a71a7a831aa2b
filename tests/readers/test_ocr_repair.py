"""Repairs of what OCR mistakes: each phenomenon is a case, near misses included."""

from case_files import Case, each_case
from readers.ocr_words_of import repaired


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
