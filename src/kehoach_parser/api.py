"""The library's three functions: from a file, bytes or text to a `Plan`."""

import os
import stat
from pathlib import Path, PurePath
from typing import Final

from kehoach_parser.errors import UnreadableError, reason_of
from kehoach_parser.model import Plan
from kehoach_parser.pipeline import DEFAULT, Options, run
from kehoach_parser.readers.base import check_size
from kehoach_parser.text.patterns import pattern

TEXT_NAME = "text.txt"

_LOCKED: Final = frozenset((32, 33))
"""Windows' codes for a file, or a part of one, that another program holds."""

_CLOUD_ONLY: Final = 0x1000 | 0x40000 | 0x400000
"""Windows' attributes OFFLINE, RECALL_ON_OPEN, RECALL_ON_DATA_ACCESS: the content is elsewhere."""

_DATALESS: Final = 0x40000000
"""macOS's flag SF_DATALESS: the same."""


_ADDRESS: Final = pattern(r"(?P<scheme>https?|ftp):/+(?P<rest>.*)")
_MAGIC: Final = pattern(r"[*?]")
"""What makes a name a pattern, which a shell leaves as it is where no file matches."""


def parse(path: str | os.PathLike[str], options: Options = DEFAULT) -> Plan:
    """Return the plan in a file, whose format its content tells.

    Raises `UnreadableError` where the file cannot be had, `FormatError` where its bytes are of
    no format that is read, `LimitError` over a limit of `options.limits`.
    """
    file = Path(path)
    return parse_bytes(content(file, options.limits.max_bytes), name=file.name, options=options)


def parse_bytes(data: bytes, *, name: str, options: Options = DEFAULT) -> Plan:
    """Return the plan in a file's content; `name` is kept without folders. Raises as `parse`."""
    return run(data, printable(PurePath(name).name), options)


def parse_text(text: str, *, name: str = TEXT_NAME, options: Options = DEFAULT) -> Plan:
    """Return the plan in a text, plain or Markdown. Raises as `parse`."""
    return parse_bytes(text.encode("utf-8", "replace"), name=name, options=options)


def printable(name: str) -> str:
    r"""Return a file name as valid Unicode; what is none (half of a pair, a byte) becomes U+FFFD.

    >>> printable("k\udcff.txt")
    'k�.txt'
    """
    return name.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def rendered(plan: Plan, *, text: bool = True, pretty: bool = False) -> bytes:
    """Return a plan as JSON in UTF-8 with a line feed at its end; `text` is the field `text`."""
    without = None if text else {"text"}
    return plan.model_dump_json(indent=2 if pretty else None, exclude=without).encode() + b"\n"


def content(file: Path, most: int) -> bytes:
    """Return a file's content.

    Raises `UnreadableError` where it cannot be had, `LimitError` where it has over `most` bytes.
    """
    shown = printable(str(file))
    try:
        if file.is_dir():
            raise _no_file(file, shown)
        return _content(file, most, shown)
    except (FileNotFoundError, ValueError):  # a path with a NUL character is a ValueError
        raise _missing(file, shown) from None
    except PermissionError as error:
        locked = getattr(error, "winerror", None) in _LOCKED
        code = "file-locked" if locked else "file-forbidden"
        raise UnreadableError(code, path=shown) from None
    except OSError as error:
        raise UnreadableError("file-unreadable", path=shown, reason=reason_of(error)) from error


def _no_file(folder: Path, shown: str) -> UnreadableError:
    """Return the error for a folder: it may be one that a walk could not look into."""
    try:
        os.scandir(folder).close()
    except OSError as error:
        return UnreadableError("folder-closed", path=shown, reason=reason_of(error))
    return UnreadableError("file-is-folder", path=shown)


def _content(file: Path, most: int, shown: str) -> bytes:
    found = file.stat()
    check_size(found.st_size, printable(file.name), most)
    if _in_cloud(found):  # to read it would fetch it over the network
        raise UnreadableError("file-in-cloud", path=shown)
    with file.open("rb") as stream:
        return stream.read(found.st_size + 1 if stat.S_ISREG(found.st_mode) else most + 1)


def _missing(file: Path, shown: str) -> UnreadableError:
    """Return the error for a name without a file: an address, a pattern, or a true name."""
    if address := _ADDRESS.match(file.as_posix()):
        return UnreadableError("file-is-address", path=f"{address['scheme']}://{address['rest']}")
    return UnreadableError("file-no-match" if _MAGIC.search(shown) else "file-missing", path=shown)


def _in_cloud(found: os.stat_result) -> bool:
    """Return whether a file only seems to be here: its content is at a cloud's provider."""
    attributes: int = getattr(found, "st_file_attributes", 0)
    flags: int = getattr(found, "st_flags", 0)
    return bool(attributes & _CLOUD_ONLY or flags & _DATALESS)
