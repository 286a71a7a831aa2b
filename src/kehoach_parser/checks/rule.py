"""A rule: one function over a document, with its code, its reason and two examples as its tests."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import Final, Literal, NamedTuple

from kehoach_parser.checks.sound import SOUND
from kehoach_parser.checks.subject import Subject
from kehoach_parser.findings import Place
from kehoach_parser.messages import Words
from kehoach_parser.model import Severity

FAMILIES: Final = {
    "KH": "Tệp",
    "FMT": "Thể thức",
    "STR": "Bố cục",
    "NUM": "Đánh số",
    "CIT": "Viện dẫn",
    "DUE": "Thời hạn",
    "UNIT": "Cơ quan, đơn vị",
    "REG": "Bảng phân công",
    "TXT": "Chữ và mã chữ",
}
"""The families of rules in their order: the letters of their codes, their names in the manual."""


SEVERITIES: Final = {
    Severity.ERROR: Words("lỗi", "error"),
    Severity.WARNING: Words("cảnh báo", "warning"),
    Severity.INFO: Words("lưu ý", "note"),
}


class Hit(NamedTuple):
    """A place where a rule fires: its span (null: the whole document) and what fills its message.

    `page` is set where a finding has a page but no span.
    """

    span: Place | None = None
    params: tuple[tuple[str, str], ...] = ()
    page: int | None = None


def hit(span: Place | None = None, *, page: int | None = None, **params: object) -> Hit:
    """Return a hit with its parameters as text.

    >>> hit((3, 5), label="3").params
    (('label', '3'),)
    """
    return Hit(span, tuple((key, str(value)) for key, value in params.items()), page)


def as_noticed(subject: Subject, *codes: str) -> Iterator[Hit]:
    """Yield a hit for each diagnostic of the codes, in the parser's own words."""
    for found in subject.noticed(*codes):
        yield hit(found.span, page=found.page, message=found.message)


def noticing(*codes: str) -> "Check":
    """Return the check that passes on what the parser has noticed."""
    return lambda subject: as_noticed(subject, *codes)


Changes = tuple[tuple[str, str], ...]
Check = Callable[[Subject], Iterable[Hit]]


class Example(NamedTuple):
    """A document as changes to a sound one: each `(old, new)` must meet exactly one place.

    `whole` stands for the sound document where nothing of it is kept, `name` is the file's name
    (its extension counts), `form` says how its letters become bytes. `expected` are changes of
    the example's own result, which then stands beside it as its expectation; `sidecar` is the
    text of its `.kehoach.toml`.
    """

    changes: Changes = ()
    whole: str | None = None
    name: str = "ke-hoach.txt"
    form: Literal["NFC", "NFD"] = "NFC"
    expected: Changes | None = None
    sidecar: str | None = None

    def data(self) -> bytes:
        """Return the example as the bytes of a file."""
        text = changed(SOUND if self.whole is None else self.whole, self.changes)
        return unicodedata.normalize(self.form, text).encode()


def changed(text: str, changes: Changes) -> str:
    """Return a text with pieces replaced. Raises `ValueError` where one meets not one place."""
    for old, new in changes:
        if text.count(old) != 1:
            raise ValueError(old)
        text = text.replace(old, new)
    return text


class Rule(NamedTuple):
    """A rule. `source` is where it is prescribed, empty where it is plain sense.

    `message` is filled with the parameters of a hit, unless that brings its own. `fires` is an
    example that the rule finds, `silent` a near one that it must not.
    """

    code: str
    name: str
    severity: Severity
    title: Words
    message: Words
    why: Words
    source: str
    fires: Example
    silent: Example
    check: Check

    @property
    def family(self) -> str:
        """The letters of the code."""
        return self.code.rstrip("0123456789")


def rule(  # noqa: PLR0913 - one parameter for each field
    code: str,
    name: str,
    severity: Severity,
    *,
    title: tuple[str, str],
    message: tuple[str, str] | None = None,
    why: tuple[str, str],
    source: str = "",
    fires: Example,
    silent: Example,
) -> Callable[[Check], Rule]:
    """Make a rule of the function below; without `message` the title is the message."""

    def made(check: Check) -> Rule:
        said = Words(*(message or title))
        return Rule(
            code, name, severity, Words(*title), said, Words(*why), source, fires, silent, check
        )

    return made


def edit(*changes: tuple[str, str]) -> Example:
    """Return the sound plan with pieces of it replaced."""
    return Example(changes)
