"""Deadlines against general parsers of dates, on the project's own cases.

    python benchmarks/peers_deadlines.py

Peers: dateparser (language vi) and duckling (pyduckling-native-phihos, language VI), where the
dependency group `bench` is installed; one that is missing is named. Each gets the sentences of
`tests/cases/deadlines*.json` with the issue date as reference. Of the expressions that have days
or a rule it counts

- right: first and last day as expected (of a bare limit the last one); of a rule the rule
- partly: one of the days; of a rule a day that it has
- wrong: something is found there, with other days
- missed: nothing is found there
- false: what is found where nothing is expected

The cases are those that this parser was made with: its own row says only that they pass.
"""

import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from importlib import import_module, resources
from importlib.metadata import version
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Any, Final, NamedTuple

TESTS: Final = Path(__file__).parents[1] / "tests"
ISSUED: Final = "2026-01-05"
HOURS: Final = 7  # Việt Nam is at UTC+7
DAY: Final = timedelta(days=1)
VERDICTS: Final = ("right", "partly", "wrong", "missed", "false")
MONTHS_OF: Final = {"month": 1, "quarter": 3, "year": 12}
SEVERAL_YEARS: Final = 3 * 366


class Found(NamedTuple):
    """Days at `[start, end)` of a sentence; a bare limit has no first day."""

    start: int
    end: int
    first: date | None
    last: date | None
    rule: str | None = None


class Sentence(NamedTuple):
    """A case's text, the reference day, and what is expected."""

    text: str
    issued_on: str
    title: str
    kind: str
    expected: list[Found]


Peer = Callable[[Sentence], list[Found]]


def sentences() -> Iterator[Sentence]:
    """Yield the cases in prose; the expected words are found from left to right."""
    for file in sorted((TESTS / "cases").glob("deadlines*.json")):
        for case in json.loads(file.read_text("utf-8")):
            title, lines = case.get("title", ""), "\n".join(case["lines"])
            if not lines or case.get("table") or case.get("cited"):
                continue
            wanted = case["expect"]
            if title and wanted and wanted[0][1] == "period" and wanted[0][0] in title:
                wanted = wanted[1:]
            yield Sentence(lines, case.get("issued_on", ISSUED), title,
                           case.get("kind", "tasks"), list(_placed(lines, wanted)))  # fmt: skip


def _placed(text: str, wanted: list[list[Any]]) -> Iterator[Found]:
    at = 0
    for words, _role, first, last, *rule in wanted:
        at = text.index(words, at)
        yield Found(at, at + len(words), _day(first), _day(last), rule[0] if rule else None)
        at += len(words)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def own() -> Peer:
    """Return this parser, with a small plan around the sentence."""
    sys.path.append(str(TESTS))
    dates_of = import_module("extract.small_plan").dates_of

    def parse(case: Sentence) -> list[Found]:
        lines = case.text.split("\n")
        found = dates_of(lines, title=case.title, issued_on=case.issued_on, kind=case.kind)
        skipped = len(case.title or "Về một việc") + 1
        return [
            Found(one.span[0] - skipped, one.span[1] - skipped, one.start, one.due, one.rrule)
            for one in found.deadlines
            if one.span[0] >= skipped and (one.start or one.due or one.rrule)
        ]

    return parse


def dateparser() -> Peer:
    """Return dateparser's search, dates without a year in the future."""
    search: Any = import_module("dateparser.search").search_dates

    def parse(case: Sentence) -> list[Found]:
        base = datetime.fromisoformat(case.issued_on)
        settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "future"}
        found: list[Found] = []
        at = 0
        results: list[tuple[str, datetime]] | None
        results = search(case.text, languages=["vi"], settings=settings)
        for words, moment in results or []:
            place = case.text.find(words, at)
            at = max(place, at)
            found.append(Found(at, at + len(words), moment.date(), moment.date()))
        return found

    return parse


def duckling() -> Peer:
    """Return duckling with its dimension of time; hours count as their day."""
    peer = import_module("duckling")
    zones = peer.load_time_zones(str(resources.files("tzdata") / "zoneinfo"))
    language = peer.parse_lang("VI")
    locale = peer.parse_locale("VI_XX", peer.default_locale_lang(language))
    dimensions = peer.parse_dimensions(["time"])

    def parse(case: Sentence) -> list[Found]:
        noon = datetime.fromisoformat(f"{case.issued_on}T12:00:00+07:00")
        reference = peer.parse_ref_time(zones, "Asia/Ho_Chi_Minh", int(noon.timestamp()))
        context = peer.Context(reference, locale)
        return [
            Found(one["start"], one["end"], *_days(one["value"]))
            for one in peer.parse(case.text, context, dimensions, False)
            if one["dim"] == "time"
        ]

    return parse


def _days(value: dict[str, Any]) -> tuple[date | None, date | None]:
    """Return the first and last day of duckling's value; its intervals end before `to`."""
    if value["type"] == "interval":
        begin, end = value.get("from"), value.get("to")
        last = datetime.fromisoformat(end["value"]) - timedelta(seconds=1) if end else None
        return _day(begin["value"][:10]) if begin else None, last.date() if last else None
    first = date.fromisoformat(value["value"][:10])
    if value["grain"] == "week":
        return first, first + 6 * DAY
    months = MONTHS_OF.get(value["grain"])
    if months is None:
        return first, first
    over = first.month - 1 + months
    return first, first.replace(year=first.year + over // 12, month=over % 12 + 1) - DAY


def judge(expected: list[Found], found: list[Found]) -> Iterator[str]:
    """Yield a verdict for each expression that has days, and for each that is found beside them."""
    for one in expected:
        there = [other for other in found if other.start < one.end and other.end > one.start]
        if one.first or one.last or one.rule:
            yield _verdict(one, there)
        else:
            yield from ["false"] * len(there)
    for other in found:
        if not any(other.start < one.end and other.end > one.start for one in expected):
            yield "false"


def _verdict(one: Found, there: list[Found]) -> str:
    if not there:
        return "missed"
    if one.rule:
        if any(other.rule == one.rule for other in there):
            return "right"
        return "partly" if any(_falls_on(one.rule, other.last) for other in there) else "wrong"
    if any(other.last == one.last and one.first in {None, other.first} for other in there):
        return "right"
    wanted = {one.first, one.last} - {None}
    return "partly" if any({other.first, other.last} & wanted for other in there) else "wrong"


def _falls_on(rule: str, day: date | None) -> bool:
    """Tell whether a rule that names days has this one."""
    if day is None or "BY" not in rule:
        return False
    from dateutil.rrule import rrulestr

    start = datetime(day.year - 1, 1, 1)  # noqa: DTZ001 - days of a calendar, in no zone
    days = islice(rrulestr(rule, dtstart=start), SEVERAL_YEARS)
    return day in {one.date() for one in days}


def measure(name: str, package: str, peer: Peer, cases: list[Sentence]) -> None:
    """Print a peer's row."""
    for case in cases[:20]:
        peer(case)
    start = time.process_time()
    results = [peer(case) for case in cases]
    spent = time.process_time() - start
    kilobytes = sum(len(case.text.encode()) for case in cases) / 1000
    counts = Counter(verdict for case, found in zip(cases, results, strict=True)
                     for verdict in judge(case.expected, found))  # fmt: skip
    cells = "  ".join(f"{counts[verdict]:6}" for verdict in VERDICTS)
    print(f"{name:15} {version(package):8} {cells}  {spent / kilobytes:8.4f}")


def main() -> int:
    """Print the table."""
    cases = list(sentences())
    dated = sum(bool(one.first or one.last or one.rule) for case in cases for one in case.expected)
    print(f"{len(cases)} sentences, {dated} expressions with days or a rule")
    print(f"{'':24} {'  '.join(f'{verdict:>6}' for verdict in VERDICTS)}   s per KB")
    measure("kehoach-parser", "kehoach-parser", own(), cases)
    peers = (("dateparser", "dateparser", "dateparser", dateparser),
             ("duckling", "pyduckling-native-phihos", "duckling", duckling))  # fmt: skip
    for name, package, module, make in peers:
        if find_spec(module) is None:
            print(f"{name:15} not installed (dependency group bench)")
        else:
            measure(name, package, make(), cases)
    return 0


if __name__ == "__main__":
    sys.exit(main())
