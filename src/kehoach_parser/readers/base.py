"""What every reader is: bytes in, `Document` out, within limits."""

from typing import Final, Literal, NamedTuple, Protocol

from kehoach_parser.errors import LimitError
from kehoach_parser.text.document import Document

MEGABYTE: Final = 1 << 20
_UNITS: Final = ((MEGABYTE, "MB"), (1 << 10, "KB"), (1, "byte"))

OcrMode = Literal["auto", "always", "never"]


class Recognition(NamedTuple):
    """Which pages are read by OCR, and with what.

    `auto` reads the pages whose text layer is missing or of no use, `always` every page. `engine`
    is null for the preferred one that is installed. `cache` is a folder for what was recognised,
    null to keep nothing.
    """

    mode: OcrMode = "auto"
    engine: str | None = None
    cache: str | None = None


class Limits(NamedTuple):
    """How much a file may ask for; beyond that a `LimitError` says which limit it was.

    `max_bytes` is the file's size. Pages beyond `max_pages` of a PDF or picture are left out, and a
    diagnostic says so. `max_entries`, `max_unpacked` (bytes), `max_part` (bytes of
    one part that is read) and `max_ratio` (unpacked to packed) bound an archive, `max_embedded`
    the documents inside it (those inside them are not read). `max_depth` counts tables, lists or
    frames within one another, `timeout` is in seconds. `password`
    opens encrypted files of formats that support it. `ocr` says which pages OCR may read.
    """

    max_bytes: int = 200 * MEGABYTE
    max_pages: int = 2000
    max_entries: int = 5000
    max_unpacked: int = 500 * MEGABYTE
    max_part: int = 64 * MEGABYTE
    max_ratio: int = 200
    max_embedded: int = 16
    max_depth: int = 64
    timeout: float = 300.0
    password: str | None = None
    ocr: Recognition = Recognition()


DEFAULT_LIMITS: Final = Limits()


def check_size(size: int, name: str, most: int) -> None:
    """Raise `LimitError` for a file of more than `most` bytes, in the limit's own unit."""
    if size > most:
        unit, word = next((unit, word) for unit, word in _UNITS if most % unit == 0)
        raise LimitError(
            "file-too-large", name=name, size=f"{-(-size // unit)} {word}",
            most=f"{most // unit} {word}",
        )  # fmt: skip


class Reader(Protocol):
    """Reads one format."""

    def __call__(self, data: bytes, name: str, limits: Limits) -> Document:
        """Return the content of `data`; `name` only serves messages.

        Raises `FormatError` where the bytes are broken, `LimitError` over a limit.
        """
        ...
