"""Articles on plans: headline, limits and cited documents, and nothing made up besides."""

from case_files import Case, each_case
from kehoach_parser import parse_text


@each_case("news")
def test_article(case: Case) -> None:
    plan = parse_text("\n\n".join(case["lines"]))
    assert plan.metadata.title == case["title"]
    assert [
        [
            one.text,
            one.role.value,
            *(day.isoformat() if day else None for day in (one.start, one.due)),
        ]
        for one in plan.deadlines
    ] == case["deadlines"]
    cited = [[one.code, one.issuer] for one in plan.references]
    assert cited == case.get("references", [])
    assert plan.metadata.document_type is None
    assert (plan.sections, plan.tasks, plan.metadata.signers) == ((), (), ())
    assert "not-a-plan" in {item.code for item in plan.diagnostics}


def test_the_number_in_a_page_title_above_the_head_is_no_citation() -> None:
    plan = parse_text(
        "Kế hoạch 47/KH-UBND năm 2027 về dọn kênh mương\n\nỦY BAN NHÂN DÂN TỈNH HẠ LONG\n\n"
        "Số: 47/KH-UBND\n\nHạ Long, ngày 05 tháng 02 năm 2027\n\nKẾ HOẠCH\n\nDọn kênh mương\n\n"
        "Căn cứ Kế hoạch 12/KH-UBND năm 2026 của UBND tỉnh;"
    )
    assert plan.metadata.code == "47/KH-UBND"
    assert [one.code for one in plan.references] == ["12/KH-UBND"]
