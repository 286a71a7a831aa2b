"""What a worker is asked, and what it answers.

Questions are pickled: the parent is trusted. Answers are JSON that is checked on arrival, for a
worker reads files from strangers.
"""

import errno
from pathlib import Path
from typing import Annotated, BinaryIO, Final, Literal, NamedTuple

from pydantic import Field, TypeAdapter, ValidationError

from kehoach_parser.errors import (
    CrashError,
    FormatError,
    KehoachError,
    LimitError,
    UnreadableError,
    UsageError,
)
from kehoach_parser.model.base import Record

_LONGEST: Final = 1 << 26
"""Bytes of an answer's line; warnings are in it, so it grows with the document."""

_KINDS: Final = {
    kind.__name__: kind
    for kind in (CrashError, FormatError, LimitError, UnreadableError, UsageError)
}


class Look(NamedTuple):
    """Read a file and say what is in it; the worker keeps it for `Parse`."""

    path: str


class Parse(NamedTuple):
    """Parse what was read; write the result to the file `to`, null to send it back."""

    to: str | None = None


class Copy(NamedTuple):
    """Write another file's result, bytes of `source` from `start` on, for the file just read.

    `sha256` is the result's, `size` its length in bytes.
    """

    source: str
    start: int
    size: int
    sha256: str
    to: str


Request = Look | Parse | Copy


def piece(path: Path, start: int, size: int) -> bytes:
    """Return bytes of a file: one result of several; none where the file is gone."""
    try:
        with path.open("rb") as stream:
            stream.seek(start)
            return stream.read(size)
    except OSError:
        return b""


class Note(Record):
    """A diagnostic that a person should see."""

    code: str
    severity: str
    message: str


class Ready(Record):
    """The worker has loaded what it needs."""

    kind: Literal["ready"] = "ready"


class Seen(Record):
    """What was read."""

    kind: Literal["seen"] = "seen"
    sha256: str
    bytes: int


class Made(Record):
    """The result: its hash and size, and what was noticed; `sent` bytes follow the line."""

    kind: Literal["made"] = "made"
    sha256: str
    bytes: int
    warnings: tuple[Note, ...] = ()
    sent: int = 0


class Refused(Record):
    """An error by its class, code and words; `stop` where no other file will fare better."""

    kind: Literal["refused"] = "refused"
    error: str
    code: str
    params: tuple[tuple[str, str], ...]
    stop: bool = False

    def rebuilt(self) -> KehoachError:
        """Return the error."""
        return _KINDS.get(self.error, KehoachError)(self.code, **dict(self.params))


Reply = Annotated[Ready | Seen | Made | Refused, Field(discriminator="kind")]
_REPLY: Final[TypeAdapter[Ready | Seen | Made | Refused]] = TypeAdapter(Reply)


HOPELESS: Final = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO))
"""Errors of a disk that the next result would meet as well."""


def refused(error: KehoachError, *, stop: bool = False) -> Refused:
    """Return an error as an answer."""
    return Refused(error=type(error).__name__, code=error.code, params=error.params, stop=stop)


def send(stream: BinaryIO, reply: Ready | Seen | Made | Refused, sent: bytes = b"") -> None:
    """Write an answer, and what follows it."""
    stream.write(reply.model_dump_json().encode() + b"\n" + sent)
    stream.flush()


def receive(stream: BinaryIO) -> tuple[Ready | Seen | Made | Refused, bytes]:
    """Return an answer and what follows it. Raises `EOFError` where the worker has gone."""
    line = stream.readline(_LONGEST)
    if not line.endswith(b"\n"):
        raise EOFError
    try:
        reply = _REPLY.validate_json(line)
    except ValidationError as error:  # a worker out of its mind is as good as dead
        raise EOFError from error
    wanted = reply.sent if isinstance(reply, Made) else 0
    sent = stream.read(wanted)
    if len(sent) < wanted:
        raise EOFError
    return reply, sent
