"""Lists that name their bodies' first word once: each pair of known bodies beside one more."""

from itertools import permutations

import pytest

from kehoach_parser.extract.copies import copy_of
from kehoach_parser.extract.names.lists import read_names
from kehoach_parser.lexicon.bodies import bodies

_LISTS = ("các {head}: {fields} rà soát hồ sơ", "các {head} {fields} rà soát hồ sơ")


def _fields(head: str, level: str) -> list[str]:
    """Return the fields of the known bodies of a sort."""
    names = (body.name for body in bodies() if body.level == level)
    return [name.removeprefix(head) for name in names if name.startswith(head)]


@pytest.mark.parametrize(
    ("head", "level"), [("Sở", "province"), ("Bộ", "central"), ("Phòng", "district")]
)
def test_known_bodies_are_split_in_any_order(head: str, level: str) -> None:
    fields = _fields(f"{head} ", level)
    other = fields[0]
    pairs = list(permutations(fields[1:], 2))
    assert pairs
    for form in _LISTS:
        for first, second in pairs:
            text = form.format(head=head, fields=f"{first}, {second} và {other}")
            found = [name.text for name in read_names(copy_of(text), 0, len(text)).units]
            assert found == [f"{head} {first}", f"{head} {second}", f"{head} {other}"], text
