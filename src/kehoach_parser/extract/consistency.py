"""Whether the plan's parts agree: recipients and tasks, bodies and the plan's date."""

from collections.abc import Iterable
from datetime import date
from functools import partial

from kehoach_parser.extract.copies import UnitName
from kehoach_parser.extract.drafts import Draft
from kehoach_parser.extract.recipients import untold
from kehoach_parser.findings import Finding, finding
from kehoach_parser.lexicon.bodies import body_of, unit_key
from kehoach_parser.segment.structure import Header


def consistency(header: Header, drafts: list[Draft]) -> list[Finding]:
    """Return who of Nơi nhận has no task, who leads and is not told, and who no longer exists."""
    leads: dict[str, UnitName] = {}
    for draft in drafts:
        for name in draft.lead:
            leads.setdefault(unit_key(name.text), name)
    helpers = {unit_key(name.text): name for draft in drafts for name in draft.coordinating}
    outdated = _out_of_date(header.metadata.issued_on, leads.values())
    return [*outdated, *untold(header.metadata, leads.values(), helpers.values())]


def _out_of_date(on: date | None, leads: Iterable[UnitName]) -> list[Finding]:
    """Return a finding for each leading body that did not exist on the plan's date."""
    if on is None:
        return []
    found: list[Finding] = []
    for name in leads:
        body = body_of(name.text)
        if body is None or body.existed(on):
            continue
        tell = partial(finding, span=(name.start, name.end), name=name.text, date=on.isoformat())
        if body.until is None or on <= body.until:
            found.append(tell("unit-not-yet"))
        elif body.successor is None:
            found.append(tell("unit-abolished"))
        else:
            found.append(tell("unit-out-of-date", successor=body.successor))
    return found
