"""Plans that were written before: the JSON and JSON Lines of `kehoach parse`."""

from typing import Final

from pydantic import ValidationError
from pydantic_core import from_json

from kehoach_parser.errors import FormatError
from kehoach_parser.model.plan import SCHEMA_VERSION, Plan

_MARK: Final = b'"schema_version"'
_WIDE: Final = (b"\xff\xfe", b"\xfe\xff")
_BOM: Final = b"\xef\xbb\xbf"


def stored_plans(data: bytes, name: str) -> tuple[Plan, ...]:
    """Return the plans in JSON that `kehoach parse` wrote, none where the bytes are no such JSON.

    `--no-text` leaves the text empty. UTF-16, which PowerShell's `>` writes, is read too.
    Raises `FormatError` where the JSON is damaged, of another contract version, or no plan;
    `name` serves its message.
    """
    if data.startswith(_WIDE):
        data = data.decode("utf-16", "replace").encode()
    data = data.removeprefix(_BOM).strip()
    if not data.startswith(b"{"):
        return ()
    if _MARK not in data:
        _refuse_other(data, name)
        return ()
    lines = data.splitlines()
    whole = not all(line.startswith(b"{") for line in lines if line)
    return tuple(_plan(piece, name) for piece in ([data] if whole else lines) if piece)


def _refuse_other(data: bytes, name: str) -> None:
    """Raise `FormatError` for JSON that somebody else wrote; a text in braces is no JSON."""
    try:
        from_json(data)
    except ValueError:
        return
    raise FormatError("plan-other", name=name)


def _plan(data: bytes, name: str) -> Plan:
    try:
        raw = from_json(data)
    except ValueError as error:
        raise FormatError("plan-broken", name=name) from error
    version = str(raw.get("schema_version"))
    if version.partition(".")[0] != SCHEMA_VERSION.partition(".")[0]:
        raise FormatError("plan-version", name=name, version=version, known=SCHEMA_VERSION)
    try:
        return Plan.model_validate({"text": "", **raw})
    except ValidationError as error:
        place = ".".join(map(str, error.errors()[0]["loc"]))
        raise FormatError("plan-invalid", name=name, place=place) from error
