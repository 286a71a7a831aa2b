"""The two streams: data as UTF-8 bytes on one, lines for people on the other."""

import codecs
import errno
import os
import sys
import unicodedata
from typing import Final, TextIO

from kehoach_parser._version import __version__
from kehoach_parser.text.visible import visible

_WIDEST: Final = 79
"""Columns that a line about progress takes at most."""

PLAIN: Final = "kehoach-plain"
"""The error handler's name: letters that the console lacks lose their marks."""


def prepare() -> None:
    """Make both streams safe: UTF-8 text on stdout, no character that stderr cannot take."""
    codecs.register_error(PLAIN, _plain)
    for stream, encoding in ((sys.stdout, "utf-8"), (sys.stderr, None)):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(encoding=encoding, errors=PLAIN)


def _plain(error: UnicodeError) -> tuple[str, int]:
    """Replace what cannot be encoded: `ệ` by `e`, `đ` by `d`, the rest by a question mark."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    piece = error.object[error.start : error.end].translate({0x111: "d", 0x110: "D"})
    letters = unicodedata.normalize("NFKD", piece)
    return "".join(_ascii(letter) for letter in letters), error.end


def _ascii(letter: str) -> str:
    if letter.isascii():
        return letter
    return "" if unicodedata.combining(letter) else "?"


class PipeClosedError(Exception):
    """The reader of standard output went away (`| head`): no fault, only the end."""


def write(data: bytes) -> None:
    """Write data to standard output at once.

    Raises `PipeClosedError` where nobody reads it, another `OSError` on a full disk or where
    there is no standard output.
    """
    if sys.stdout is None:  # `>&-`
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    rest = memoryview(data)
    try:
        while rest:  # unbuffered (`python -u`), a write takes what the pipe has room for
            rest = rest[sys.stdout.buffer.write(rest) :]
        sys.stdout.buffer.flush()
    except OSError as error:
        # Windows calls a closed pipe an invalid argument.
        if error.errno == errno.EPIPE or (os.name == "nt" and error.errno == errno.EINVAL):
            raise PipeClosedError from None
        raise


def show(text: str) -> None:
    """Print text for people to standard output."""
    write(f"{text}\n".encode())


def show_version() -> None:
    """Print the program's name and version."""
    show(f"kehoach-parser {__version__}")


def complain(label: str, text: str, *, windows: bool = os.name == "nt") -> None:
    """Print one line to standard error: a red label on a terminal, control characters shown."""
    head = f"\x1b[31m{label}:\x1b[0m" if coloured(sys.stderr, windows=windows) else f"{label}:"
    _to_stderr(f"{head} {visible(text)}\n")


def tell(text: str) -> None:
    """Print one line to standard error that is no complaint, control characters shown."""
    _to_stderr(f"{visible(text)}\n")


def reassure(text: str) -> None:
    """Print one line to standard error that says what is done, on a terminal only."""
    if is_terminal(sys.stderr):
        progress("")
        tell(text)


def progress(text: str) -> None:
    """Show what is done now, on a terminal only; an empty text wipes it."""
    if is_terminal(sys.stderr):
        room = _columns() - 1  # a line that fills the window would go on in the next
        _to_stderr(f"\r{visible(text)[:room]:{room}}\r")


def _columns() -> int:
    """Return the columns of the window that standard error goes to, 79 at most."""
    try:
        return min(os.get_terminal_size(sys.stderr.fileno()).columns, _WIDEST) or _WIDEST
    except (OSError, ValueError):  # no window after all
        return _WIDEST


def abandon() -> None:
    """Let the streams go, so that the interpreter's last flush cannot fail on a closed pipe."""
    devnull = os.open(os.devnull, os.O_WRONLY)
    for stream in filter(None, (sys.stdout, sys.stderr)):
        try:
            stream.flush()
        except OSError:
            os.dup2(devnull, stream.fileno())


def _to_stderr(text: str) -> None:
    if sys.stderr is not None:
        sys.stderr.write(text)
        sys.stderr.flush()


def is_terminal(stream: TextIO | None) -> bool:
    """Return whether a person looks at a stream; a closed one is null."""
    return stream is not None and stream.isatty()


def coloured(stream: TextIO | None, *, windows: bool = os.name == "nt") -> bool:
    """Return whether a stream takes colours: a terminal that knows them and whose user wants them.

    Windows' older consoles print escape codes as they are.
    """
    unwanted = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return is_terminal(stream) and not unwanted and not windows
