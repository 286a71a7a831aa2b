"""ics: each deadline an event of a calendar; one that names no day a thing to do (RFC 5545)."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from textwrap import shorten
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar
from zoneinfo import ZoneInfo

from kehoach_parser.exporters.base import ExportOptions
from kehoach_parser.exporters.duties import joined
from kehoach_parser.exporters.labels import ROLES
from kehoach_parser.exporters.moments import Moment, moment_of
from kehoach_parser.exporters.occasions import Occasion, occasions
from kehoach_parser.exporters.packages import UNDATED
from kehoach_parser.exporters.tables import document_name, document_names
from kehoach_parser.model import DeadlineRole, Plan

if TYPE_CHECKING:
    from icalendar import Alarm, Calendar, Event, Timezone, Todo
    from icalendar import Component as AnyComponent

    Component: TypeAlias = Event | Todo

Made = TypeVar("Made", bound="AnyComponent")

ZONE: Final = "Asia/Ho_Chi_Minh"
_PRODUCT: Final = "-//kehoach-parser//kehoach-parser//VI"
_MORNING: Final = timedelta(hours=8)
"""When an alarm of a whole day rings."""

_LONGEST: Final = 150  # letters of a summary
_ASSUMED: Final = "Văn bản không nêu ngày cụ thể; lịch đặt vào ngày cuối kỳ."


def render(plans: Sequence[Plan], options: ExportOptions) -> bytes:
    """Return one calendar for all plans, the same for the same ones: a second import updates.

    `options.alarms` are days before, on which it reminds.
    """
    calendar = _calendar(plans)
    alarms = sorted(set(options.alarms), reverse=True)
    found: dict[str, Occasion] = {}
    for plan in plans:
        rows = occasions([plan])
        for row, uid in zip(rows, _uids(plan, rows), strict=True):
            found.setdefault(uid, row)  # the same document twice, as .docx and as PDF
    for uid, row in found.items():
        calendar.add_component(_component(row, uid, alarms))
    data: bytes = calendar.to_ical()
    return data


def _filled(component: Made, values: Mapping[str, object]) -> Made:
    """Return a component with these properties, those without a value left out."""
    for name, value in values.items():
        if value is not None:
            component.add(name, value)  # pyright: ignore[reportUnknownMemberType]
    return component


def _calendar(plans: Sequence[Plan]) -> "Calendar":
    from icalendar import Calendar

    values = {
        "prodid": _PRODUCT,
        "version": "2.0",
        "calscale": "GREGORIAN",
        "method": "PUBLISH",
        "x-wr-calname": f"Thời hạn: {document_names(plans)}",
        "x-wr-timezone": ZONE,
    }
    calendar = _filled(Calendar(), values)
    calendar.add_component(_zone())
    return calendar


def _zone() -> "Timezone":
    """Return Vietnam's time, seven hours before UTC without summer time since 13 June 1975."""
    from icalendar import Timezone, TimezoneStandard

    values = {
        "dtstart": datetime(1975, 6, 13),  # noqa: DTZ001 - local, as RFC 5545 wants it
        "tzoffsetfrom": timedelta(hours=8),
        "tzoffsetto": timedelta(hours=7),
        "tzname": "+07",
    }
    zone = _filled(Timezone(), {"tzid": ZONE})
    zone.add_component(_filled(TimezoneStandard(), values))
    return zone


def _uids(plan: Plan, rows: Iterable[Occasion]) -> Iterator[str]:
    """Yield an identifier for each deadline: its document, its place and how many stand there.

    Its words are no part of it, so that a deadline that is put off updates its event.

    The document is known by number, issuer and date, so that its PDF and its .docx agree; by
    its bytes where one of these is missing.
    """
    data = plan.metadata
    document = plan.source.sha256
    if data.code and data.issuer and data.issued_on:
        document = f"{data.code}|{data.issuer.name}|{data.issued_on}"
    seen = Counter[str]()
    for row in rows:
        seen[row.place] += 1
        words = f"{document}|{row.place}|{seen[row.place]}"
        digest = hashlib.sha256(words.encode()).hexdigest()
        yield f"{digest[:32]}@kehoach-parser"


def _component(row: Occasion, uid: str, alarms: Sequence[int]) -> "Component":
    """Return an event; a thing to do where no day is named, or a plan's whole period is."""
    from icalendar import Event, Todo

    plan, role = row.plan, row.deadline.role
    moment = moment_of(row.deadline, plan)
    event = moment is not None and role is not DeadlineRole.PERIOD
    summary = _summary(row)
    values: dict[str, object] = {
        "uid": uid,
        "dtstamp": datetime.combine(plan.metadata.issued_on or UNDATED, time(), UTC),
        "summary": summary,
        "description": "\n".join(_description(row, moment)),
        "categories": [ROLES[role]],
        "class": "CONFIDENTIAL" if plan.metadata.secrecy else None,
    }
    if moment is None or not event:
        return _filled(Todo(), values | {"status": "NEEDS-ACTION"} | _due(moment))
    component = _filled(Event(), values | _place(moment))
    for days in alarms:
        component.add_component(_alarm(days, summary, whole_day=moment.hour is None))
    return component


def _due(moment: Moment | None) -> dict[str, object]:
    """Return from when until when a thing is to be done."""
    if moment is None:
        return {}
    return {"dtstart": moment.first if moment.first < moment.last else None, "due": moment.last}


def _place(moment: Moment) -> dict[str, object]:
    """Return when an event is: whole days, or an hour in Vietnam's time; and how it comes again."""
    from icalendar import vRecur

    rule = vRecur.from_ical(moment.rule) if moment.rule else None
    if moment.hour is None:
        end = moment.last + timedelta(days=1)
        return {"dtstart": moment.first, "dtend": end, "transp": "TRANSPARENT", "rrule": rule}
    first, last = (
        datetime.combine(day, moment.hour, ZoneInfo(ZONE)) for day in (moment.first, moment.last)
    )
    return {"dtstart": first, "dtend": last if last > first else None, "rrule": rule}


def _alarm(days: int, summary: str, *, whole_day: bool) -> "Alarm":
    from icalendar import Alarm

    hour = _MORNING if whole_day else timedelta()
    trigger = hour - timedelta(days=days)
    return _filled(Alarm(), {"action": "DISPLAY", "description": summary, "trigger": trigger})


def _summary(row: Occasion) -> str:
    mark = row.plan.metadata.secrecy
    words = shorten(row.subject, _LONGEST, placeholder="…")
    return f"{f'[{mark}] ' if mark else ''}{words} ({document_name(row.plan)})"


def _description(row: Occasion, moment: Moment | None) -> Iterator[str]:
    plan, tasks = row.plan, row.tasks
    lines = (
        ("Nội dung", row.subject),
        ("Thời hạn", row.deadline.text),
        ("Chủ trì", joined(name for task in tasks for name in task.lead)),
        ("Phối hợp", joined(name for task in tasks for name in task.coordinating)),
        ("Sản phẩm", joined(name for task in tasks for name in task.deliverables)),
        (
            "Văn bản",
            " ".join(filter(None, (document_name(plan), _issued(plan.metadata.issued_on)))),
        ),
        ("Trích yếu", plan.metadata.title),
        ("Mục", row.place),
        ("Trang", row.deadline.page),
    )
    yield from (f"{name}: {value}" for name, value in lines if value)
    if moment and moment.assumed:
        yield _ASSUMED


def _issued(day: date | None) -> str:
    return f"ngày {day:%d/%m/%Y}" if day else ""
