"""Which files `kehoach export` takes: those that are named, and those that lie in folders."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from kehoach_parser.api import printable
from kehoach_parser.batch.walk import Choice, Walk
from kehoach_parser.errors import UsageError

_HIDDEN: Final = (".*", "*/.*")
_CHOICES: Final = (
    Choice(exclude=_HIDDEN),
    Choice(include=("plans.jsonl",), exclude=_HIDDEN),
    Choice(include=("*.json",), exclude=_HIDDEN),
)
"""What is sought in a folder, the first that there is: documents, else what `batch` wrote."""


def files_of(words: Iterable[str], output: str | None) -> list[str]:
    """Return the files as named, a folder's sorted by path, but for the one that is written.

    Raises `UsageError` for a folder that holds neither documents nor results.
    """
    return [
        file
        for word in words
        for file in (_inside(word, output) if Path(word).is_dir() else (word,))
    ]


def _inside(folder: str, output: str | None) -> Iterator[str]:
    for choice in _CHOICES:
        if found := [file.path for file in Walk(choice).find([folder])]:
            break
    else:
        raise UsageError("usage-no-documents", words=printable(folder))
    own = Path(output) if output and Path(output).is_file() else None
    yield from (str(path) for path in found if not (own and path.exists() and path.samefile(own)))
