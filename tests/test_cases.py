"""The cases are named, and none says what another one says."""

import json
from collections import Counter
from collections.abc import Iterable

import pytest

from case_files import FOLDER, cases, name_of


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.json")))
def test_each_case_has_a_name_of_its_own_and_is_there_once(name: str) -> None:
    found = cases(name)
    assert [name_of(case) for case in found if not ("name" in case or case["phenomenon"])] == []
    assert _twice(map(name_of, found)) == []
    bare = ({**case, "id": "", "name": "", "phenomenon": ""} for case in found)
    assert _twice(json.dumps(case, ensure_ascii=False) for case in bare) == []


def _twice(texts: Iterable[str]) -> list[str]:
    return [text for text, count in Counter(texts).items() if count > 1]
