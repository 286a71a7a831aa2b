"""What stands before a number: the type word, `số`, and what shows that it is no citation."""

import re
from functools import cache, lru_cache
from typing import Final, NamedTuple

from kehoach_parser.lexicon.citation_words import words_of
from kehoach_parser.lexicon.doctypes import DocType, rows, type_by_code, type_by_name
from kehoach_parser.text.folding import fold
from kehoach_parser.text.kept_patterns import compiled
from kehoach_parser.text.patterns import alternatives, pattern

_REACH: Final = 64
_MOST_WORDS: Final = 5
_BETWEEN: Final = 8
_SIGNS: Final = "“\"'(*_[‘«"
_OPENING: Final = pattern(r"[“\"'(*_\[‘«]* ?(?:\d{1,2}(?=[^\W\d]))?")
"""What may stand right before a type: signs, and the number that law portals glue to it."""

_NUMBER_WORDS: Final = frozenset({"số", "sô"})
_PLURAL: Final = frozenset({"các", "những", "hai", "ba", "bốn", "02", "03"})
_SHORT: Final = frozenset(
    {"NQ", "QĐ", "CT", "KL", "TB", "KH", "CV", "TT", "NĐ", "CTr", "HD", "TTr"}
)
"""Types as notes shorten them before a whole number: `NQ 12/2025/QH15`, `CV 1244/BTC-QLT`."""

_FORMS: Final = words_of("form")
"""Words that have numbers and are no documents: `Mẫu số`, `Phụ lục số`, `lô số`."""


class Before(NamedTuple):
    """The words before a number: where they begin, the type, whether `số` stands there."""

    lead: int
    doctype: DocType | None
    marked: bool
    plural: bool
    other: bool
    heading: bool


def read_before(text: str, start: int) -> Before:
    """Return what stands before the number at an offset.

    `other` says that the number belongs to a form, a house or the like, `heading` that it is a
    number line (`Số: 12/KH-UBND`).
    """
    floor = max(0, start - _REACH)
    words = text[floor:start].rstrip(" :.")
    marked = False
    lead = start
    colon = ":" in text[floor + len(words) : start]
    capital = False
    while words[-2:].lower() in _NUMBER_WORDS and not words[-3:-2].isalpha():
        marked, capital = True, words[-2] == "S" and words[-1] != "Ố"
        lead = floor + len(words) - 2
        words = words[:-2].rstrip(" ")
    line = words[words.rfind("\n") + 1 :]
    found, begin = _type_at_end(line) if line and line[-1] not in ".;:,|" else (None, 0)
    if found is None and marked:
        found, begin = _type_nearby(line)
    last = fold(line[line.rfind(" ") + 1 :].strip(_SIGNS))
    if found is None:
        alone = not line.strip(" -*|") or line[-1:] in "|-"
        heading = marked and ((capital and colon) or (alone and (capital or colon)))
        return Before(lead, None, marked, False, last in _FORMS, heading)
    lead = floor + len(words) - len(line) + begin
    earlier = line[:begin].rstrip()
    word = fold(earlier[earlier.rfind(" ") + 1 :])
    return Before(lead, found, marked, word in _PLURAL, word in _FORMS and not marked, False)


def _type_at_end(line: str) -> tuple[DocType | None, int]:
    """Return the longest type name at the end of a line, and where it begins."""
    starts = [len(line)]
    while len(starts) <= _MOST_WORDS and starts[-1] > 0:
        starts.append(line.rfind(" ", 0, starts[-1] - 1) + 1)
    for begin in reversed(starts[1:]):
        opening = _OPENING.match(line, begin)
        inner = opening.end() if opening else begin
        found = named_type(line[inner:])
        if found:
            return found, inner
    opening = _OPENING.match(line, starts[1])
    begin = opening.end() if opening else starts[1]
    return (type_by_code(line[begin:]), begin) if line[begin:] in _SHORT else (None, 0)


def _type_nearby(line: str) -> tuple[DocType | None, int]:
    """Return the nearest type name within some words and no mark: `Nghị quyết chuyên đề số`."""
    clause = max(map(line.rfind, ";,.:|()")) + 1
    found = None
    for found in _names_in_text().finditer(line, clause):  # noqa: B007 - the last one counts
        pass
    if found is None or line.count(" ", found.end()) > _BETWEEN:
        return None, 0
    if any(map(str.isdigit, line[found.end() :])):
        return None, 0
    return named_type(found[0]), found.start()


@cache
def _names_in_text() -> re.Pattern[str]:
    """Return a pattern of the types' names as running text writes them, with a capital."""
    names = {name for row in rows() for name in (row.doctype.name, *row.names) if " " in name}
    return compiled(alternatives(names))


@lru_cache(maxsize=8192)
def named_type(name: str) -> DocType | None:
    """Return the type that words name, remembered because the same words come again."""
    return type_by_name(name) if name else None
