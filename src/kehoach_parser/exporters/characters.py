"""Characters that no XML can hold: dropped from a plan, and the plan says so."""

from bisect import bisect_left
from typing import Final, TypeAlias

from kehoach_parser.findings import finding
from kehoach_parser.messages import Language, messages, say
from kehoach_parser.model import Diagnostic, Plan, Severity
from kehoach_parser.text.visible import NOT_XML

CODE: Final = "characters-dropped"
Json: TypeAlias = (
    "str | int | float | bool | list[Json] | tuple[Json, ...] | dict[str, Json] | None"
)
_OFFSETS: Final = frozenset({"span", "spans", "mentions"})
"""Fields whose numbers are offsets into the text (a reference's `mentions` hold none)."""


def without_forbidden(plan: Plan, language: Language = "vi") -> Plan:
    """Return a plan without forbidden characters, its spans moved along, with a diagnostic.

    A plan that has none, which is nearly every plan, is returned as it is.
    """
    raw: dict[str, Json] = plan.model_dump()
    if not _count(raw):
        return plan
    gone = [match.start() for match in NOT_XML.finditer(plan.text)]
    clean = Plan.model_validate(_cleaned(raw, gone))
    return clean.model_copy(
        update={"diagnostics": (*clean.diagnostics, _noticed(_count(raw), language))}
    )


def _noticed(count: int, language: Language) -> Diagnostic:
    found = finding(CODE, count=count)
    severity = Severity(messages()[CODE].severity)
    return Diagnostic(code=CODE, severity=severity, message=say(CODE, found.params, language))


def _count(value: Json) -> int:
    if isinstance(value, str):
        return len(NOT_XML.findall(value))
    if isinstance(value, dict):
        return sum(map(_count, value.values()))
    return sum(map(_count, value)) if isinstance(value, (list, tuple)) else 0


def _cleaned(value: Json, gone: list[int], *, offsets: bool = False) -> Json:
    """Return a value without forbidden characters; `gone` is where the text had them."""
    if isinstance(value, str):
        return NOT_XML.sub("", value)
    if isinstance(value, dict):
        return {
            key: _cleaned(item, gone, offsets=offsets or key in _OFFSETS)
            for key, item in value.items()
        }
    if isinstance(value, (list, tuple)):
        return [_cleaned(item, gone, offsets=offsets) for item in value]
    return value - bisect_left(gone, value) if offsets and isinstance(value, int) else value
