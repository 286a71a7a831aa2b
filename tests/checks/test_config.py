"""The configuration: where it is found, what it may say."""

from pathlib import Path

import pytest

from kehoach_parser.checks.config import Config, load
from kehoach_parser.errors import UsageError
from kehoach_parser.model import Severity

WHOLE = """\
select = ["FMT", "DUE"]
ignore = "FMT012"
fail-on = "error"
exclude = ["cu/*"]
baseline = "known.json"

[per-file-ignores]
"mau/*" = ["TXT006"]

[severity]
DUE003 = "warning"
"""


def test_without_a_file_nothing_is_set(tmp_path: Path) -> None:
    assert load(tmp_path) == Config()


def test_all_keys(tmp_path: Path) -> None:
    (tmp_path / "kehoach.toml").write_text(WHOLE, "utf-8")
    assert load(tmp_path) == Config(
        tmp_path.resolve(), ("FMT", "DUE"), ("FMT012",), Severity.ERROR, ("cu/*",), "known.json",
        (("mau/*", ("TXT006",)),), (("DUE003", Severity.WARNING),),
    )  # fmt: skip


def test_it_is_found_upwards_and_the_nearest_counts(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text('[tool.kehoach]\nignore = ["KH"]\n')
    assert load(inner).ignore == ("KH",)
    (tmp_path / "a" / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    assert load(inner).ignore == ("KH",)
    (tmp_path / "a" / "kehoach.toml").write_text('ignore = ["FMT"]\n')
    assert load(inner).ignore == ("FMT",)
    assert load(inner, str(tmp_path / "pyproject.toml")).ignore == ("KH",)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("selct = []", "select"),
        ('select = ["ABC"]', "ABC"),
        ("select = 3", "select"),
        ("select = [3]", "select"),
        ('fail-on = "never"', "fail-on"),
        ("baseline = 1", "baseline"),
        ("exclude = {}", "exclude"),
        ("per-file-ignores = 1", "per-file-ignores"),
        ('[per-file-ignores]\n"a" = "XYZ"', "XYZ"),
        ('severity = "error"', "severity"),
        ('[severity]\nFMT001 = "fatal"', "severity.FMT001"),
        ("select = [", "kehoach.toml"),
    ],
)
def test_what_is_wrong_is_told(text: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "kehoach.toml").write_text(text)
    with pytest.raises(UsageError, match=told):
        load(tmp_path)


def test_a_named_file_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"nope\.toml"):
        load(tmp_path, str(tmp_path / "nope.toml"))


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (b'select = ["FMT"]\nignore = ]\n', "dòng 2, cột 10"),
        (b"select = [", "dòng 1, cột 11"),
        (b'select = ["FMT"]\n# ch\xff', "dòng 2, cột 5"),
    ],
    ids=["value", "end", "encoding"],
)
def test_broken_toml_is_told_by_its_place(content: bytes, place: str, tmp_path: Path) -> None:
    (tmp_path / "kehoach.toml").write_bytes(content)
    with pytest.raises(UsageError, match=f"{place}. Hãy sửa"):
        load(tmp_path)
