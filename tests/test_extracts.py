"""Plans as pages give them: cut out of their middle, or with a page's foot below them."""

from case_files import Case, each_case
from kehoach_parser import parse_text

_OF_THE_HEAD = {"head-lost", "not-a-plan"}


@each_case("extracts")
def test_extract(case: Case) -> None:
    plan = parse_text("\n".join(case["lines"]))
    assert [one.code for one in plan.diagnostics if one.code in _OF_THE_HEAD] == case["findings"]
    assert [[task.text, list(task.lead)] for task in plan.tasks] == case["tasks"]
    if "deadlines" in case:
        assert [one.text for one in plan.deadlines] == case["deadlines"]
    if "code" in case:
        assert plan.metadata.code == case["code"]
    if "signers" in case:
        assert [signer.name for signer in plan.metadata.signers] == case["signers"]
        assert list(plan.metadata.recipients) == case["recipients"]
