"""All rules: their examples are their tests."""

import re
from pathlib import Path

import pytest

from checks.check_samples import EVERY, found_in
from kehoach_parser.checks.registry import rules, rules_of, selected
from kehoach_parser.checks.rule import FAMILIES, Example, Rule, changed
from kehoach_parser.checks.rule_page import line, page
from kehoach_parser.errors import UsageError

every_rule = pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)


@every_rule
def test_the_firing_example_fires(rule: Rule, tmp_path: Path) -> None:
    problems = found_in(rule.fires, tmp_path)
    assert rule.code in {problem.code for problem in problems}
    for problem in problems:
        assert problem.message
        assert "{" not in problem.message


@every_rule
def test_the_silent_example_is_silent(rule: Rule, tmp_path: Path) -> None:
    assert rule.code not in {problem.code for problem in found_in(rule.silent, tmp_path)}


@every_rule
def test_the_silent_example_is_another_document(rule: Rule) -> None:
    assert rule.silent != rule.fires


@every_rule
def test_a_rule_says_what_it_must(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z]{2,4}\d{3}", rule.code)
    assert rule.family in FAMILIES
    assert re.fullmatch(r"[a-z]+(?:-[a-z]+)*", rule.name)
    for words in (rule.title, rule.why):
        assert words.vi != words.en
        assert words.vi[0].isupper() or words.vi[0] in "“3"
    fields = [set(re.findall(r"{(\w+)}", text)) for text in rule.message]
    assert fields[0] == fields[1]
    for language in ("vi", "en"):
        assert rule.code in line(rule, language)
        assert page(rule, language).count("```diff") == 2


def test_nothing_is_wrong_with_the_sound_plan(tmp_path: Path) -> None:
    assert found_in(Example(), tmp_path) == ()
    assert found_in(Example(name="ke-hoach.md"), tmp_path) == ()


def test_codes_and_names_are_unique_and_in_order() -> None:
    assert len({rule.code for rule in rules()}) == len({rule.name for rule in rules()})
    families = list(FAMILIES)
    order = [(families.index(rule.family), rule.code) for rule in rules()]
    assert order == sorted(order)
    assert {rule.family for rule in rules()} == set(families)


def test_messages_are_english_where_asked(tmp_path: Path) -> None:
    english = EVERY._replace(options=EVERY.options._replace(language="en"))
    (problem,) = found_in(rules_of("FMT003")[0].fires, tmp_path, english)
    assert problem.message == "There are no recipients (Nơi nhận)"


def test_the_longer_beginning_counts() -> None:
    every = {rule.code for rule in rules()}
    assert selected([], []) == every
    assert selected([], ["FMT"]) == {code for code in every if not code.startswith("FMT")}
    assert "FMT003" in selected(["FMT003"], ["FMT"])
    assert "FMT003" not in selected(["FMT"], ["FMT003"])
    assert selected(["num001", "cit00"], ["CIT001"]) == {
        "NUM001", *(code for code in every if code.startswith("CIT") and code != "CIT001")
    }  # fmt: skip


def test_what_begins_no_code_is_refused() -> None:
    with pytest.raises(UsageError, match="ABC"):
        selected(["ABC"], [])
    with pytest.raises(UsageError, match="FMT999"):
        rules_of("FMT999")
    assert rules_of("no-signer") == rules_of("fmt004")


def test_a_change_must_meet_one_place() -> None:
    with pytest.raises(ValueError, match="twice"):
        changed("twice twice", (("twice", "once"),))
