"""The structural difference of results, and how it is told."""

import json
from pathlib import Path
from typing import Any

import pytest

from checks.check_samples import EVERY, examine, put
from kehoach_parser import parse_bytes
from kehoach_parser.checks.comparison import Comparison, Difference, compare
from kehoach_parser.checks.expectation import beside, differing, expected_text
from kehoach_parser.checks.rule import Example, edit

NAME = "ke-hoach.txt"


def _plan(*changes: tuple[str, str]) -> dict[str, Any]:
    plan = parse_bytes(edit(*changes).data(), name=NAME)
    found: dict[str, Any] = json.loads(plan.model_dump_json())
    return found


def _said(*changes: tuple[str, str], language: str = "vi") -> list[str]:
    plan = parse_bytes(edit(*changes).data(), name=NAME)
    old = expected_text(parse_bytes(Example().data(), name=NAME))
    hits = differing(old, plan, "vi" if language == "vi" else "en")
    return [dict(one.params)["message"] for one in hits]


def test_the_same_result_differs_in_nothing() -> None:
    assert compare(_plan(), _plan()) == Comparison(())
    assert _said() == []


def test_the_parser_is_not_compared() -> None:
    old, new = _plan(), _plan()
    old["source"]["parser"] = "kehoach-parser 0.0.1"
    assert compare(old, new) == Comparison(())
    del old["source"]["parser"]
    assert compare(old, new) == Comparison(())


def test_a_field_of_a_task_is_named_by_the_task() -> None:
    change = ("1. Sở Nội vụ chủ trì, phối hợp", "1. Sở Tư pháp chủ trì, phối hợp")
    said = _said(change)
    assert 'nhiệm vụ II/1, lead: ["Sở Nội vụ"] → ["Sở Tư pháp"]' in said
    assert any(line.startswith("toàn văn khác 1 dòng") for line in said)


def test_a_new_task_is_one_difference_and_the_shift_is_summed_up() -> None:
    new = ("II. NHIỆM VỤ\n", "II. NHIỆM VỤ\n\nSở Y tế chủ trì rà soát danh mục thuốc.\n")
    found = compare(_plan(), _plan(new))
    tasks = [one for one in found.differences if one.where == "tasks"]
    assert [(one.name, one.field, one.old) for one in tasks] == [("II", "", None)]
    assert found.moved > 20
    assert any(line.endswith("chi tiết thay đổi") for line in _said(new))


def test_ids_are_compared_by_what_they_name() -> None:
    new = ("II. NHIỆM VỤ\n", "II. NHIỆM VỤ\n\nSở Y tế rà soát danh mục trước ngày 15/4/2026.\n")
    fields = {one.field for one in compare(_plan(), _plan(new)).differences}
    assert not fields & {"deadlines", "section", "parent", "citations", "mentions"}


def test_what_is_gone_is_told() -> None:
    gone = ("2. Các sở, ban, ngành thực hiện", "Các sở, ban, ngành thực hiện")
    assert any(line.startswith("mục III/2 không còn") for line in _said(gone))


def test_english_where_asked() -> None:
    said = _said(("Số: 24/KH-UBND", "Số: 25/KH-UBND"), language="en")
    assert 'metadata, number: "24" → "25"' in said


def test_many_differences_are_cut_off() -> None:
    old = {"tasks": [{"id": f"t{n}", "path": f"I/{n}", "text": "a"} for n in range(50)]}
    hits = list(differing(json.dumps(old), parse_bytes(Example().data(), name=NAME), "vi"))
    assert len(hits) == 31
    assert "khác biệt nữa" in dict(hits[-1].params)["message"]


def test_a_result_without_its_text_is_compared_by_the_rest() -> None:
    old = _plan()
    del old["text"]
    assert compare(old, _plan()) == Comparison(())


def test_two_entities_of_one_name_are_told_apart() -> None:
    first = {"id": "d1", "text": "quý I", "due": "a"}
    second = {"id": "d2", "text": "quý I"}
    old: dict[str, object] = {"deadlines": [first, second]}
    new: dict[str, object] = {"deadlines": [first, {**second, "due": "b"}]}
    assert compare(old, new).differences == (
        Difference("deadlines", "quý I #2", "due", "null", '"b"'),
    )


@pytest.mark.parametrize(
    ("text", "place"), [("{", " (1:2)"), ("[]", ""), ('"x"', ""), ("\x00", " (1:1)")]
)
def test_a_broken_expectation_is_a_finding(text: str, place: str, tmp_path: Path) -> None:
    document = put(Example(), tmp_path)
    beside(document).write_text(text, "utf-8")
    (found,) = examine(document, NAME, EVERY).problems
    assert found.code == "KH008"
    assert f"JSON đúng cú pháp{place}; hãy" in found.message


@pytest.mark.parametrize("where", ["metadata", "text"])
def test_long_values_are_shown_from_where_they_part(where: str) -> None:
    words = "rà soát hồ sơ " * 40
    old, new = ({where: f"{words}{day}"} for day in ("30/6", "15/7"))
    (found,) = compare(dict(old), dict(new)).differences
    assert found.old is not None
    assert found.new is not None
    assert found.old.startswith("…")
    assert found.old.endswith('hồ sơ 30/6"')
    assert found.new.endswith('hồ sơ 15/7"')
    assert len(found.old) < 80


def test_long_values_that_part_early_begin_at_their_beginning() -> None:
    old, new = ({"metadata": f"Sở {name} " + "rà soát " * 40} for name in ("A", "B"))
    (found,) = compare(dict(old), dict(new)).differences
    assert (found.old or "").startswith('"Sở A rà soát')
    assert (found.old or "").endswith("…")
