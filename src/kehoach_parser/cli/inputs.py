"""Which files `kehoach export` takes: those that are named, and those that lie in folders."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from kehoach_parser.api import printable
from kehoach_parser.batch.walk import Choice, Walk
from kehoach_parser.errors import UsageError

HIDDEN: Final = (".*", "*/.*")
_CHOICES: Final = (
    Choice(exclude=HIDDEN),
    Choice(include=("plans.jsonl",), exclude=HIDDEN),
    Choice(include=("*.json",), exclude=HIDDEN),
)
"""What is sought in a folder, the first that there is: documents, else what `batch` wrote."""


class Source(NamedTuple):
    """A file to read, and what a result of it is called: its name, below a folder its path."""

    path: str
    name: str


def sources_of(words: Sequence[str], output: str | None) -> list[Source]:
    """Return the files as named, a folder's sorted by path, but for the one that is written.

    Raises `UsageError` for a folder that holds neither documents nor results.
    """
    found: list[Source] = []
    for word in words:
        if os.path.isdir(word):  # noqa: PTH112 - false, too, where a name is too long to be one
            above = Path(word).name if len(words) > 1 else ""
            found += _inside(word, above, output)
        else:
            found.append(Source(word, "stdin" if word == "-" else Path(word).name))
    return found


def _inside(folder: str, above: str, output: str | None) -> Iterator[Source]:
    for choice in _CHOICES:
        if found := Walk(choice).find([folder]):
            break
    else:
        raise UsageError("usage-no-documents", words=printable(folder))
    own = Path(output) if output and Path(output).is_file() else None
    for file in found:
        if not (own and file.path.exists() and file.path.samefile(own)):
            yield Source(str(file.path), str(Path(above, file.name)))
