"""Deadlines of any text: spans of it, days that exist in their order, rules that can be read."""

from datetime import date, datetime, timedelta

from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.small_plan import dates_of
from kehoach_parser.lexicon.rows import rows
from kehoach_parser.model import Deadline, DeadlineKind

SETTINGS = settings(max_examples=200, deadline=None, derandomize=True)
START = datetime(2026, 1, 1)  # noqa: DTZ001 - days of a calendar, in no zone
WORDS = sorted(
    {word for row in rows("deadline_words") for word in row["words"].split("; ")}
    | {row["example"] for table in ("deadline_atoms", "deadline_forms") for row in rows(table)}
)
JOINTS = st.sampled_from(
    (" ", " ", " ", ", ", " và ", " - ", "/", " (", ") ", ". ", "; ", "", " | ")
)
NUMBERS = st.one_of(
    st.integers(0, 400).map(str),
    st.tuples(st.integers(0, 40), st.integers(0, 15)).map(lambda pair: "/".join(map(str, pair))),
    st.integers(1890, 2120).map(lambda year: f"năm {year}"),
    st.dates(date(1900, 1, 1), date(2099, 12, 31)).map(lambda day: f"{day:%d/%m/%Y}"),
)
PIECES = st.one_of(st.sampled_from(WORDS), NUMBERS, st.text(max_size=8))
SENTENCES = st.lists(st.tuples(PIECES, JOINTS), max_size=14).map(
    lambda pairs: "".join(piece + joint for piece, joint in pairs)
)
ISSUED = st.one_of(st.none(), st.dates(date(1990, 1, 1), date(2060, 1, 1)).map(date.isoformat))
TITLES = st.sampled_from(("", "Trồng cây năm 2026", "Trồng cây giai đoạn 2026-2030",
                          "Hoạt động năm học 2025-2026", "Rà soát đến năm 2030"))  # fmt: skip


def sound(found: Deadline) -> None:
    """Check the fields of a deadline against each other."""
    if found.start and found.due:
        assert found.start <= found.due
    if found.strict_due and found.due and found.kind is DeadlineKind.DATE:
        assert found.strict_due == found.due - timedelta(1)
    if found.rolled_due:
        assert found.due
        assert found.rolled_due > found.due
    if found.rrule:
        assert found.kind is DeadlineKind.RECURRING
        assert rrulestr(found.rrule, dtstart=START)
    if found.time:
        assert found.time == "24:00" or datetime.strptime(found.time, "%H:%M")  # noqa: DTZ007
    if found.edtf:
        assert found.year_source


@SETTINGS
@given(SENTENCES, ISSUED, TITLES)
def test_any_sentence(sentence: str, issued_on: str | None, title: str) -> None:
    dates = dates_of([sentence], title=title, issued_on=issued_on)
    last = 0
    for found in dates.deadlines:
        start, end = found.span
        assert last <= start < end
        assert len(found.text) == end - start
        last = end
        sound(found)


@SETTINGS
@given(st.text())
def test_any_text(text: str) -> None:
    for found in dates_of([text], title="Trồng cây năm 2026").deadlines:
        sound(found)


@SETTINGS
@given(SENTENCES)
def test_any_cell_of_a_column_of_times(cell: str) -> None:
    table = [["TT", "Nội dung", "Thời hạn"], ["1", "Làm một việc", cell]]
    for found in dates_of([], issued_on="2026-01-05", table=table).deadlines:
        sound(found)
