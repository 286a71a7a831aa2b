"""A piece of a file: one document's result, in a file of its own or among others."""

from pathlib import Path


def piece(path: Path, start: int, size: int) -> bytes:
    """Return `size` bytes from `start` on, fewer where there are no more, none without the file."""
    try:
        with path.open("rb") as stream:
            stream.seek(start)
            return stream.read(size)
    except OSError:
        return b""
