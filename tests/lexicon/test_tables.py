"""What holds for every table of the package, whichever module reads it."""

from pathlib import Path

import pytest

import kehoach_parser

TABLES = sorted(Path(kehoach_parser.__file__).parent.rglob("*.tsv"))


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_no_row_stands_twice(path: Path) -> None:
    rows = [line for line in path.read_text("utf-8").splitlines() if line]
    assert len(rows) == len(set(rows))
    assert len({row.count("\t") for row in rows if not row.startswith("#")}) == 1
