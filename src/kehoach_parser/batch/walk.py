"""Which files a run reads, from what the command line names: files, folders, patterns, a list."""

import glob
import os
import re
from collections.abc import Iterable, Iterator
from fnmatch import translate
from functools import cached_property
from pathlib import Path
from typing import Final, NamedTuple

from kehoach_parser.batch.names import HOME, distinct, portable
from kehoach_parser.errors import UsageError
from kehoach_parser.text.patterns import pattern

_EXTENSIONS: Final = (
    ".docx", ".docm", ".dotx", ".dotm", ".doc", ".dot", ".pdf", ".html", ".htm", ".xhtml", ".md",
    ".markdown", ".txt", ".text", ".odt", ".ott", ".rtf", ".mht", ".mhtml",
)  # fmt: skip
"""Files of a folder that are read without `--include`; the content tells what they are."""

LITTER: Final = ("~$*", ".~lock.*", "._*", "desktop.ini", "thumbs.db", ".ds_store")
"""What Word, LibreOffice, macOS and Windows leave beside documents."""

_MAGIC: Final = pattern(r"[*?\[]")


class Found(NamedTuple):
    """A file to read: where it is, and its name below the run's root, as `names.portable` has it.

    `raw` is that name as the system has it, so that two names that look alike stay two.
    """

    path: Path
    name: str
    raw: str


class Skipped(NamedTuple):
    """A file or folder that is not read, and why: `litter`, `type`, `excluded`, `link`."""

    path: str
    why: str


class Choice(NamedTuple):
    """Which files of a folder are read, by patterns without regard to case; `*` matches `/` too.

    A pattern holds for a file's name or for its path below the folder. `output` is the folder
    that this run writes to.
    """

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    output: Path | None = None


class Walk:
    """Finds files; what it passed over stands in `skipped`."""

    def __init__(self, choice: Choice) -> None:
        """Take the choice that holds for all folders."""
        self._choice = choice
        self._seen: set[str] = set()
        self._anchors: set[str] = set()
        self.skipped: list[Skipped] = []

    def find(self, words: Iterable[str]) -> list[Found]:
        """Return the files that the words name, by name in code point order, each once.

        A word that names nothing is kept as a file, so that its absence is told, and so is a
        folder that cannot be looked into. The root of the
        names is the folder where only one is named, else the current folder, else, where files
        lie outside it, the deepest folder that holds them all.
        """
        named = list(words)
        files = list(self._unique(path for word in named for path in self._expanded(word)))
        root = _root(named, self._anchors)
        found = sorted((_found(path, root) for path in files), key=lambda file: file[1:])
        names = distinct((file.name, file.raw) for file in found)
        return [file._replace(name=name) for file, name in zip(found, names, strict=True)]

    def _unique(self, paths: Iterable[Path]) -> Iterator[Path]:
        for path in paths:
            key = os.path.normcase(_absolute(path))
            if key not in self._seen:
                self._seen.add(key)
                yield path

    def _expanded(self, word: str) -> Iterator[Path]:
        path = Path(word)
        if _is_folder(word):
            self._anchors.add(_absolute(path))
            yield from self._below(path, path)
            return
        files = [path]
        if _MAGIC.search(word) and not os.path.lexists(path):
            files = list(self._matching(word)) or files
        for file in files:
            self._anchors.add(_absolute(file.parent))
            yield file

    def _matching(self, word: str) -> Iterator[Path]:
        """Yield the files that a pattern of the user's names, litter left out."""
        for name in sorted(glob.iglob(word, recursive=True)):  # noqa: PTH207 - keeps the pattern's own form, absolute or not
            path = Path(name)
            if not path.is_dir() and self._wanted(path, path.as_posix(), chosen=True):
                yield path

    def _below(self, folder: Path, top: Path) -> Iterator[Path]:
        try:
            with os.scandir(folder) as entries:
                listed = sorted(entries, key=lambda entry: entry.name)
        except OSError:
            yield folder
            return
        for entry in listed:
            path = folder / entry.name
            if _leads_to_folder(entry):
                if self._entered(path, folder):
                    yield from self._below(path, top)
            elif _is_pipe_or_device(entry):
                self.skipped.append(Skipped(entry.path, "type"))
            elif self._wanted(path, path.relative_to(top).as_posix()) and self._inside(path, top):
                yield path

    def _entered(self, folder: Path, parent: Path) -> bool:
        """Return whether a folder is looked into: no link or junction, no run's output.

        What a link leads to is either outside, and not followed, or met under its own name.
        """
        if folder.name == HOME or (self._choice.output and _same(folder, self._choice.output)):
            return False
        real = os.path.join(os.path.realpath(parent), folder.name)  # noqa: PTH118 - text to compare
        if os.path.normcase(os.path.realpath(folder)) == os.path.normcase(real):
            return True
        self.skipped.append(Skipped(str(folder), "link"))
        return False

    def _inside(self, path: Path, top: Path) -> bool:
        """Return whether a file is a true file, or a link to one below the folder."""
        if not path.is_symlink() or _is_below(os.path.realpath(path), os.path.realpath(top)):
            return True
        self.skipped.append(Skipped(str(path), "link"))
        return False

    def _wanted(self, path: Path, name: str, *, chosen: bool = False) -> bool:
        """Return whether a file is to be read by its name; `chosen` by a pattern of the user's."""
        why = None
        if any(litter.match(path.name.lower()) for litter in _LITTER):
            why = "litter"
        elif _matches(self._excluded, name):
            why = "excluded"
        elif self._choice.include:
            why = None if _matches(self._included, name) else "type"
        elif not chosen and path.suffix.lower() not in _EXTENSIONS:
            why = "type"
        if why:
            self.skipped.append(Skipped(str(path), why))
        return why is None

    @cached_property
    def _included(self) -> tuple[re.Pattern[str], ...]:
        return _patterns(self._choice.include)

    @cached_property
    def _excluded(self) -> tuple[re.Pattern[str], ...]:
        return _patterns(self._choice.exclude)


def listed(data: bytes) -> list[str]:
    """Return the file names of a list, one a line, or ended by NUL as `find -print0` does."""
    separator = b"\0" if b"\0" in data else b"\n"
    lines = data.removeprefix(b"\xef\xbb\xbf").split(separator)
    names = (line if separator == b"\0" else line.removesuffix(b"\r") for line in lines)
    return [name.decode("utf-8", "surrogateescape") for name in names if name]


def _patterns(words: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(pattern(translate(portable(word).lower())) for word in words)


_LITTER: Final = _patterns(LITTER)


def _matches(patterns: tuple[re.Pattern[str], ...], name: str) -> bool:
    whole = portable(name).lower()
    last = whole.rpartition("/")[2]
    return any(wanted.match(whole) or wanted.match(last) for wanted in patterns)


def _found(path: Path, root: str) -> Found:
    raw = Path(os.path.relpath(_absolute(path), root)).as_posix()
    return Found(path, portable(raw), raw)


def _root(words: list[str], anchors: set[str]) -> str:
    """Return the folder that names are relative to, as text."""
    if len(words) == 1 and len(anchors) == 1 and _is_folder(words[0]):
        return next(iter(anchors))
    here = _absolute(Path())
    if all(_is_below(folder, here) for folder in anchors):
        return here
    try:
        return os.path.commonpath(anchors)
    except ValueError:  # two drives of Windows have nothing in common
        raise UsageError("usage-two-drives") from None


def _is_folder(word: str) -> bool:
    return os.path.isdir(word)  # noqa: PTH112 - false, too, where a name is too long to be one


def _is_below(folder: str, top: str) -> bool:
    try:
        return os.path.commonpath((folder, top)) == top
    except ValueError:
        return False


def _leads_to_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself
        return False


def _is_pipe_or_device(entry: os.DirEntry[str]) -> bool:
    """Return whether reading an entry could wait for ever; a broken link is told as a file."""
    try:
        return not entry.is_file() and Path(entry).exists()
    except OSError:  # a link to itself
        return False


def _absolute(path: Path) -> str:
    return os.path.abspath(path)  # noqa: PTH100 - without links resolved


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
