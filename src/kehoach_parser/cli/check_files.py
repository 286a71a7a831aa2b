"""Which documents `kehoach check` looks at: files as named, folders walked in a stable order."""

import os
from collections.abc import Iterable
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final, NamedTuple

from kehoach_parser.api import printable
from kehoach_parser.batch.walk import Choice, Walk
from kehoach_parser.checks import expectation, sidecar
from kehoach_parser.cli.inputs import HIDDEN
from kehoach_parser.errors import UsageError

_BESIDE: Final = (expectation.SUFFIX, sidecar.SUFFIX)


class Document(NamedTuple):
    """A file to check: its path, its name in reports, whether it was named itself."""

    path: Path
    shown: str
    named: bool


def documents(words: Iterable[str], exclude: tuple[str, ...]) -> list[Document]:
    """Return the documents, each once, in the order given; of a folder sorted by path.

    An expectation or a sidecar stands for its document. `exclude` holds within folders, for a
    name or a path from the current folder. Raises `UsageError` for a folder without documents.
    """
    found: dict[str, Document] = {}
    for name in words:
        if name == "-":
            raise UsageError("usage-check-stdin")
        path = Path(_document_of(name))
        if os.path.isdir(path):  # noqa: PTH112 - false, too, where a name is too long to be one
            inside = _inside(name, exclude)
            if not inside:
                raise UsageError("usage-no-documents", words=printable(name))
        else:
            inside = [Document(path, shown(path), named=True)]
        for document in inside:
            found.setdefault(os.path.normcase(os.path.abspath(document.path)), document)  # noqa: PTH100 - links stay as they are written
    return list(found.values())


def _inside(folder: str, exclude: tuple[str, ...]) -> list[Document]:
    walk = Walk(Choice(exclude=HIDDEN))
    inside = [Document(file.path, shown(file.path), named=False) for file in walk.find([folder])]
    return [document for document in inside if not _is_excluded(document.shown, exclude)]


def shown(path: Path) -> str:
    """Return a path as reports have it: below the current folder relative, with `/`."""
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 - the same
    if absolute.is_relative_to(Path.cwd()):
        path = absolute.relative_to(Path.cwd())
    return printable(path.as_posix())


def _document_of(name: str) -> str:
    for suffix in _BESIDE:
        if name.endswith(suffix):
            return name.removesuffix(suffix)
    return name


def _is_excluded(name: str, patterns: tuple[str, ...]) -> bool:
    last = name.rsplit("/", 1)[-1]
    return any(fnmatchcase(name, one) or fnmatchcase(last, one) for one in patterns)
