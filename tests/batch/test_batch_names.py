"""Names of results: legal everywhere, each once."""

import unicodedata
from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_parser.batch.names import LONGEST, distinct, extended, portable, reachable, targets

NAME = st.text(st.characters(exclude_characters="/\0"), min_size=1, max_size=120).filter(
    lambda name: name not in {".", ".."}
)
PATH = st.lists(NAME, min_size=1, max_size=3).map("/".join)


def _target(name: str) -> str:
    return targets([(portable(name), name)])[0]


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("quý I/kế hoạch.docx", "quý I/kế hoạch.docx.json"),
        ("CON.docx", "_CON.docx.json"),
        ("aux", "_aux.json"),
        ("com¹.txt", "_com¹.txt.json"),
        ("nul /x.txt", "_nul_/x.txt.json"),
        ("console.txt", "console.txt.json"),
        ('a<b>:"|?*\\c.txt', "a_b_______c.txt.json"),
        ("v1. ./x.txt", "v1___/x.txt.json"),
        ("x..txt", "x..txt.json"),
        (".kehoach/x.txt", "_.kehoach/x.txt.json"),
        ("plans.jsonl/x.txt", "_plans.jsonl/x.txt.json"),
        ("k\udcff.txt", "k\ufffd.txt.json"),
        ("../x.txt", "__/x.txt.json"),
    ],
)
def test_a_name_is_legal_on_each_system(name: str, target: str) -> None:
    assert _target(name) == target


def test_a_long_name_is_cut_and_keeps_its_extensions() -> None:
    target = _target("kế hoạch " * 30 + ".docx")
    assert len(target.encode()) <= LONGEST
    assert target.startswith("kế hoạch kế hoạch")
    assert target.endswith(".docx.json")
    assert target != _target("kế hoạch " * 30 + "2.docx")


@pytest.mark.parametrize(
    ("first", "second"),
    [("a/x.docx", "A/X.DOCX"), ("k\u1ebf.txt", "ke\u0302\u0301.txt"), ("a?.txt", "a*.txt")],
)
def test_two_names_that_a_system_takes_for_one_stay_two(first: str, second: str) -> None:
    one, two = targets([(portable(first), first), (portable(second), second)])
    assert one.casefold() != two.casefold()
    assert "~" in two
    assert "~" not in one


def test_a_file_does_not_take_the_name_of_a_folder() -> None:
    one, two = targets([("n.docx", "n.docx"), ("n.docx.json/u.txt", "n.docx.json/u.txt")])
    assert two == "n.docx.json/u.txt.json"
    assert one.startswith("n~")


def test_names_in_the_manifest_are_told_apart_too() -> None:
    names = [("k\u1ebf.txt", "k\u1ebf.txt"), ("k\u1ebf.txt", "ke\u0302\u0301.txt")]
    one, two = distinct(names)
    assert one == "k\u1ebf.txt"
    assert two != one


@given(st.lists(PATH, unique=True, max_size=6))
def test_any_names_come_out_legal_and_different(names: list[str]) -> None:
    found = targets([(portable(name), name) for name in names])
    keys = {unicodedata.normalize("NFC", name.casefold()) for name in found}
    assert len(keys) == len(names)
    for target in found:
        assert not PureWindowsPath(target).is_absolute()
        for part in target.split("/"):
            assert len(part.encode()) <= LONGEST
            assert part.rstrip(". ") == part
            assert not set('<>:"|?*\\') & set(part)


@pytest.mark.parametrize(
    ("path", "long"),
    [
        ("C:/" + "a/" * 120 + "x", "\\\\?\\C:\\" + "a\\" * 120 + "x"),
        ("\\\\server\\share\\" + "a" * 240, "\\\\?\\UNC\\server\\share\\" + "a" * 240),
        ("\\\\?\\C:\\" + "a" * 250, "\\\\?\\C:\\" + "a" * 250),
        ("C:\\short", "C:\\short"),
    ],
)
def test_long_paths_of_windows_have_its_prefix(path: str, long: str) -> None:
    assert extended(path) == long
    assert str(reachable(Path(path), windows=False)) == path.rstrip("/")
