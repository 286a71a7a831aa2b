"""Reading the field's tables: tab-separated files beside this module, with a header row."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

_FOLDER: Final = Path(__file__).parent


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of `lexicon/NAME.tsv` as dictionaries by column.

    Empty lines and lines that begin with `#` are comments.
    """
    text = (_FOLDER / f"{name}.tsv").read_text("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    columns = lines[0].split("\t")
    return tuple(dict(zip(columns, line.split("\t"), strict=True)) for line in lines[1:])


def worded(name: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield each item of the column `words` of a table, with its row."""
    for row in rows(name):
        for words in listed(row["words"]):
            yield words, row


def listed(cell: str) -> tuple[str, ...]:
    """Return the items of a table's cell, which `; ` separates.

    >>> listed("KH; Ke hoach"), listed("")
    (('KH', 'Ke hoach'), ())
    """
    return tuple(item for item in cell.split("; ") if item)
