"""What an exporter is, and what a user may choose about an export."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from kehoach_parser.messages import Language
from kehoach_parser.model import Plan


class Template(NamedTuple):
    """An office's own workbook to fill; `name` serves messages."""

    name: str
    data: bytes


class Original(NamedTuple):
    """A file that a plan was read from, and the password that opens it."""

    data: bytes
    password: str | None = None


class ExportOptions(NamedTuple):
    """What a user may choose; an exporter passes over what does not concern its format.

    `alarms` are days before a date on which a calendar reminds. `originals` are the files whose
    pages are to be shown as pictures, each known by its SHA-256.
    """

    template: Template | None = None
    alarms: tuple[int, ...] = ()
    language: Language = "vi"
    originals: tuple[Original, ...] = ()


class Exporter(Protocol):
    """One output format; its bytes depend on plans and options alone."""

    @property
    def name(self) -> str:
        """What the user calls it (`--to NAME`)."""
        ...

    @property
    def suffix(self) -> str:
        """The ending of its files, without a dot."""
        ...

    @property
    def binary(self) -> bool:
        """Whether its bytes are no text, so that no terminal should get them."""
        ...

    @property
    def lossless(self) -> bool:
        """Whether it can hold every character, so that none is dropped for it."""
        ...

    def render(self, plans: Sequence[Plan], options: ExportOptions) -> bytes:
        """Return all plans in this format."""
        ...
