import pytest

import kehoach_parser

NAMES = [
    "ExportOptions", "KehoachError", "Limits", "Options", "Outcome", "Plan", "Recognition",
    "__version__", "export", "parse", "parse_bytes", "parse_many", "parse_text",
]  # fmt: skip


def test_the_public_names_are_these_and_no_others() -> None:
    assert sorted(kehoach_parser.__all__) == NAMES
    assert dir(kehoach_parser) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_each_public_name_is_there(name: str) -> None:
    assert getattr(kehoach_parser, name) is not None


def test_another_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'plan'"):
        getattr(kehoach_parser, "plan")  # noqa: B009 - a plain access is a type error
