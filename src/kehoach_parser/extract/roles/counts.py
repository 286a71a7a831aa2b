"""Bodies told by their number that are to act (`100% chi đoàn ra quân`, `08 Tổ chuyên môn họp`)."""

from typing import Final

from kehoach_parser.extract.copies import Copy, Names
from kehoach_parser.extract.names.lists import read_names
from kehoach_parser.lexicon.duty_words import sort_at
from kehoach_parser.lexicon.unit_words import unit_words
from kehoach_parser.text.patterns import pattern

_ALL_OF: Final = pattern(
    r"(?:100\s?%|(?P<part>\d{1,3})/(?P=part))\s+(?:số\s+)?(?:lượng\s+)?(?:các\s+)?"
)
"""A number that means all of a sort of bodies."""

_SO_MANY: Final = pattern(r"\d{1,2}\s+")
"""So many bodies; their name begins with a capital (`08 Tổ chuyên môn`, not `08 lớp học`)."""

_TARGETS: Final = ("hoàn thành", "hoàn thiện", "thực hiện", "bảo đảm", "đảm bảo", "chấp hành")
"""Verbs with which a number of bodies is a target (`100% xã hoàn thành …`)."""


def counted(copy: Copy, start: int, end: int) -> Names | None:
    """Return the bodies, told by their number, that are to do something.

    What they are to have or reach is a target.
    """
    number = _ALL_OF.match(copy.low, start, end)
    if number is None:
        number = _SO_MANY.match(copy.low, start, end)
        if number is None or not copy.text[number.end() : number.end() + 1].isupper():
            return None
    place = number.end()
    names = read_names(copy, place, end, counted=True)
    verb = bool(names.units) and sort_at(copy.low, names.end + 1) == "verb"
    acts = verb and not copy.low.startswith(_TARGETS, names.end + 1)
    staff = unit_words().heads.at(copy.low, place)
    if not acts or (staff and all(head.sort == "staff" for head in staff.value)):
        return None
    return names
