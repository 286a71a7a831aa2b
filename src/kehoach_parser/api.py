"""The library's three functions: from a file, bytes or text to a `Plan`."""

import os
from pathlib import Path, PurePath

from kehoach_parser.errors import LimitError, UnreadableError
from kehoach_parser.model import Plan
from kehoach_parser.pipeline import DEFAULT, Options, run
from kehoach_parser.readers.base import MEGABYTE

TEXT_NAME = "text.txt"


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
    r"""Return a file name as valid Unicode; bytes that are none become U+FFFD.

    >>> printable("k\udcff.txt")
    'k�.txt'
    """
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def content(file: Path, most: int) -> bytes:
    """Return a file's bytes. Raises `LimitError` over `most` bytes, else as `parse`."""
    shown = printable(str(file))
    try:
        if file.is_dir():
            raise UnreadableError("file-is-folder", path=shown)
        size = file.stat().st_size
        if size > most:
            raise LimitError("file-too-large", name=printable(file.name),
                             size=-(-size // MEGABYTE), most=-(-most // MEGABYTE))  # fmt: skip
        with file.open("rb") as stream:
            return stream.read(size + 1 if file.is_file() else most + 1)
    except (FileNotFoundError, ValueError):  # a path with a NUL character is a ValueError
        raise UnreadableError("file-missing", path=shown) from None
    except PermissionError:
        raise UnreadableError("file-forbidden", path=shown) from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise UnreadableError("file-unreadable", path=shown, reason=reason) from error
