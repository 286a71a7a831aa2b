"""Office packages (zip archives) with the same bytes on every machine."""

import zipfile
from collections.abc import Iterable
from datetime import date, datetime, time
from io import BytesIO
from typing import Final

from kehoach_parser.model import Plan
from kehoach_parser.text.patterns import pattern

UNDATED: Final = date(1980, 1, 1)
"""The day of a package whose documents have none; a zip archive knows no earlier one."""

_CORE: Final = "docProps/core.xml"
_MODIFIED: Final = pattern(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")


def made_on(plans: Iterable[Plan]) -> datetime:
    """Return when an export counts as made: the latest date of its documents."""
    days = (plan.metadata.issued_on for plan in plans)
    return datetime.combine(max(filter(None, days), default=UNDATED), time())


def settled(data: bytes, moment: datetime) -> bytes:
    """Return a package without what differs between machines: clock, system, compression.

    Its parts are stored, not deflated: the builds of zlib deflate to different bytes.
    """
    settled_bytes = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(settled_bytes, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, UNDATED.timetuple()[:6])
            entry.create_system = 0
            new.writestr(entry, _dated(old.read(name), moment) if name == _CORE else old.read(name))
    return settled_bytes.getvalue()


def _dated(core: bytes, moment: datetime) -> bytes:
    stamp = moment.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    return _MODIFIED.sub(rb"\g<1>" + stamp + rb"\g<2>", core)
