"""Names of results: the same on each system, legal on all of them, no two alike."""

import hashlib
import ntpath
import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import Final

from kehoach_parser.api import printable
from kehoach_parser.text.patterns import pattern

HOME: Final = ".kehoach"
"""The folder, in that of the results, of what a run must remember."""

MANIFEST: Final = "manifest.jsonl"
LINES: Final = "plans.jsonl"
"""All results as one file, a line each."""

LONGEST: Final = 240
"""Bytes in UTF-8 of one name; file systems allow 255, a temporary name needs some."""

_OURS: Final = (HOME, MANIFEST, LINES)
_RESERVED: Final = pattern(
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9\u00b9\u00b2\u00b3])[ ]*(?:[.:]|$)",
    re.IGNORECASE,
)
"""Names of devices, whatever follows (Microsoft, "Naming Files, Paths, and Namespaces")."""

_FORBIDDEN: Final = pattern(r'[<>:"|?*\\\x00-\x1f\x7f]')
_LAST: Final = pattern(r"[. ]+$")
_LONG_PATH: Final = 240
_DIGITS: Final = 8
_LONGEST_EXTENSION: Final = 20


def portable(name: str) -> str:
    r"""Return a file's name with folders as valid Unicode in NFC, whatever the system keeps.

    >>> portable("ke\u0302.txt")
    'kê.txt'
    """
    return unicodedata.normalize("NFC", printable(name))


def distinct(names: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield portable names, each once.

    Of files that differ only in how letters are composed the later get a mark made from their
    raw name.
    """
    seen: set[str] = set()
    for name, raw in names:
        folder, slash, last = name.rpartition("/")
        mine = folder + slash + _short(last, f"~{_digits(raw)}") if name in seen else name
        seen.add(mine)
        yield mine


def targets(names: Iterable[tuple[str, str]]) -> list[str]:
    """Return the result's name for each file, folders kept: `SUB/NAME.EXT.json`.

    `names` are pairs of a portable and a raw name, in the order in which they may choose: of
    two that a system takes for one, the later gets a mark made from its raw name.
    """
    wanted = [(_safe(name), raw) for name, raw in names]
    taken = {_key(folder) for name, _ in wanted for folder in _folders(name)}
    return [_free(name, raw, taken) for name, raw in wanted]


def _safe(name: str) -> str:
    *folders, last = name.split("/")
    inner = [_LAST.sub(_underscores, _legal(folder)) for folder in folders]
    if inner and inner[0].lower() in _OURS:
        inner[0] = f"_{inner[0]}"
    return "/".join((*map(_short, inner), _short(f"{_legal(last)}.json")))


def _legal(part: str) -> str:
    part = _FORBIDDEN.sub("_", part)
    return f"_{part}" if _RESERVED.match(part) else part


def _underscores(match: re.Match[str]) -> str:
    return "_" * len(match[0])


def _short(part: str, mark: str = "") -> str:
    """Return a name with a mark before its extensions, cut where it is too long.

    >>> _short("a.docx.json", "~1"), _short("á" * 200)[-12:]
    ('a~1.docx.json', 'ááá~634dc2b9')
    """
    if not mark and len(part.encode()) <= LONGEST:
        return part
    stem, ending = _split(part)
    if len(f"{part}{mark}".encode()) > LONGEST:
        mark = mark or f"~{_digits(part)}"
        room = LONGEST - len(f"{mark}{ending}".encode())
        stem = stem.encode()[:room].decode("utf-8", "ignore")
    return f"{stem}{mark}{ending}"


def _split(part: str) -> tuple[str, str]:
    """Return a name's stem and its extensions, `.docx.json`."""
    stem = part.removesuffix(".json")
    extension = PurePosixPath(stem).suffix
    if stem == part or len(extension.encode()) > _LONGEST_EXTENSION:
        extension = ""
    ending = extension + part[len(stem) :]
    return part.removesuffix(ending), ending


def _free(name: str, raw: str, taken: set[str]) -> str:
    folder, slash, last = name.rpartition("/")
    free, count = name, 0
    while _key(free) in taken:
        free = folder + slash + _short(last, f"~{_digits(raw, count)}")
        count += 1
    taken.add(_key(free))
    return free


def _folders(name: str) -> Iterator[str]:
    parts = name.split("/")[:-1]
    return ("/".join(parts[: count + 1]) for count in range(len(parts)))


def _key(name: str) -> str:
    """Return what is equal for names that some system takes for one."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", name).casefold())


def _digits(raw: str, count: int = 0) -> str:
    data = raw.encode("utf-8", "surrogatepass") + b"\0" * count
    return hashlib.sha256(data).hexdigest()[:_DIGITS]


def reachable(path: Path, *, windows: bool = os.name == "nt") -> Path:
    r"""Return a path that the system opens though it is long: on Windows with the prefix `\\?\`.

    >>> str(reachable(Path("a" * 250), windows=False)) == "a" * 250
    True
    """
    return Path(extended(str(path))) if windows else path


def extended(path: str) -> str:
    r"""Return a path for Windows without the limit of 260 characters, where it needs that.

    >>> extended("C:\\a.docx")
    'C:\\a.docx'
    >>> extended("C:/" + "a" * 250)[:9]
    '\\\\?\\C:\\aa'
    """
    whole = ntpath.abspath(path)
    if len(whole) < _LONG_PATH or whole.startswith("\\\\?\\"):
        return path
    return "\\\\?\\UNC\\" + whole[2:] if whole.startswith("\\\\") else f"\\\\?\\{whole}"
