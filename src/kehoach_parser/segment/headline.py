"""Headlines that say what a lost or incomplete head does not: type and title of a plan."""

from typing import Final

from kehoach_parser.lexicon.doctypes import DocType, type_before, type_names
from kehoach_parser.segment.article import is_furniture
from kehoach_parser.segment.title import HEADLINE_REACH, OPENINGS
from kehoach_parser.text.patterns import pattern
from kehoach_parser.text.source import Line, SourceText

_PORTAL_TITLE: Final = pattern(
    r"(?:(?:năm )?\d{4} )?(?:về (?:việc )?)?(?P<title>.{8,}?)(?: do .{3,80} ban hành)?\Z"
)
"""What stands behind the code in the headline of a law portal: year, title, who issued it."""

_FEWEST_WORDS: Final = 3


def title_of_headline(source: SourceText, code: str) -> tuple[str, tuple[int, int]] | None:
    """Return the title in a law portal's headline (`Kế hoạch 12/KH-UBND năm 2025 về …`)."""
    for line in source.lines[:HEADLINE_REACH]:
        words = source.words(line)
        name, found, rest = words.partition(f" {code} ")
        told = _PORTAL_TITLE.match(rest) if found and name.lower() in type_names() else None
        if told:
            start = line.start + len(words) - len(rest) + told.start("title")
            return told["title"], (start, start + len(told["title"]))
    return None


def title_above(source: SourceText, number: int) -> tuple[str, tuple[int, int]] | None:
    """Return the last line above a plan's body that is no sentence, where its head is lost.

    One that begins as a preamble does (`Thực hiện Chỉ thị …`) and has no end counts where it is
    the only one.
    """
    lines = [line for line in source.lines[:number] if _may_head(source, line)]
    named = [line for line in lines if not OPENINGS.match(source.words(line))]
    found = named[-1] if named else next(iter(lines), None)
    return (source.words(found), (found.start, found.end)) if found else None


def _may_head(source: SourceText, line: Line) -> bool:
    """Return whether a line is a headline by its length and end."""
    words = source.words(line)
    short = line.table is not None or len(words.split()) < _FEWEST_WORDS
    return not (short or words[-1] in ":;,." or is_furniture(words))


def type_in_headline(words: str) -> tuple[DocType, int] | None:
    """Return the type that a headline in small letters begins with, and where its title begins.

    >>> type_in_headline("Kế hoạch trồng rừng năm 2026")[0].code, type_in_headline("Trồng rừng")
    ('KH', None)
    """
    found = type_before(words) if words[:1].isupper() else None
    return (found[0], len(found[1]) + 1) if found else None
