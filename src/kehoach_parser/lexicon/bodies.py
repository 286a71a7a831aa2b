"""Public bodies by name: their abbreviations, their level, and the days they existed.

The rows are in `bodies.tsv` (bodies and territories, before and after the mergers of 2025: NQ
176/2025/QH15, NQ 202/2025/QH15) and `abbreviations.tsv` (`UBND`, `GD&ĐT`, `P.`). `since` and
`until` are the first and last day, empty where no change is known; `successor` names the body
that took most of the work over.
"""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache, lru_cache
from typing import Final, NamedTuple

from kehoach_parser.lexicon.rows import listed, rows
from kehoach_parser.text.folding import fold, key
from kehoach_parser.text.kept_patterns import compiled
from kehoach_parser.text.patterns import alternatives, pattern

_NO_LETTER_BEFORE: Final = r"(?<![\w&\-/])"
_NO_LETTER_AFTER: Final = r"(?![\w&])"
_MAY_BE_SHORT: Final = pattern(r"[A-ZĐ][A-ZĐ.&]")


class Body(NamedTuple):
    """A public body: its whole name, and its first and last day (null: no change known)."""

    name: str
    short: tuple[str, ...]
    level: str
    since: date | None
    until: date | None
    successor: str | None

    def existed(self, on: date) -> bool:
        """Return whether the body existed on a day."""
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)


@cache
def bodies() -> tuple[Body, ...]:
    """Return all bodies in the table's order."""
    return tuple(
        Body(
            row["name"],
            listed(row["short"]),
            row["level"],
            _day(row["since"]),
            _day(row["until"]),
            row["successor"] or None,
        )
        for row in rows("bodies")
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def spelled_out(name: str) -> str:
    """Return a name with its abbreviations spelled out, in the case the whole words have.

    >>> spelled_out("Sở GD&ĐT, UBND các xã"), spelled_out("P. KH-TC")
    ('Sở Giáo dục và Đào tạo, Ủy ban nhân dân các xã', 'Phòng Kế hoạch - Tài chính')
    """
    if not _MAY_BE_SHORT.search(name):
        return name
    table = _abbreviations()
    if name in table.exact:
        return table.exact[name]
    whole = table.bodies.sub(lambda match: table.words[match[0]], name)
    start = table.start.match(whole)
    if start:
        whole = f"{table.words[start[1]]} {whole[start.end() :]}"
    return table.anywhere.sub(lambda match: table.words[match[0]], whole)


@lru_cache(maxsize=1 << 14)
def unit_key(name: str) -> str:
    """Return the key under which all spellings of a body's name meet.

    Abbreviations are spelled out; case, tone placement, punctuation and `các` do not count. A name
    that a form leaves open is its own key.

    >>> unit_key("UBND các xã, phường") == unit_key("Các Uỷ ban nhân dân xã, phường")
    True
    >>> unit_key("Các ………")
    'Các ………'
    """
    words = key(spelled_out(name)).split()
    return " ".join(word for word in words if word not in _NOT_TELLING) or name


_NOT_TELLING: Final = frozenset({"các", "và", "những"})


@lru_cache(maxsize=1 << 14)
def body_of(name: str) -> Body | None:
    """Return the body that a name means, also with a territory after it, null where unknown.

    >>> body_of("Sở TN&MT tỉnh Lào Cai").name
    'Sở Tài nguyên và Môi trường'
    """
    words = unit_key(name).split()
    table = _by_key()
    for size in range(min(len(words), _longest()), 1, -1):
        found = table.get(" ".join(words[:size]))
        if found and (size == len(words) or words[size] in _TERRITORY_WORDS):
            return found
    return None


def is_whole(name: str) -> bool:
    """Return whether a name is a body's whole name, nothing more and nothing less."""
    return unit_key(name) in _by_key()


_TERRITORY_WORDS: Final = frozenset({"tỉnh", "thành", "xã", "phường", "huyện", "quận", "thị"})


@cache
def _by_key() -> dict[str, Body]:
    found: dict[str, Body] = {}
    for body in bodies():
        for name in (body.name, *body.short):
            found.setdefault(unit_key(name), body)
    return found


@cache
def _longest() -> int:
    """Return how many words the longest key has."""
    return max(name.count(" ") + 1 for name in _by_key())


@cache
def single_abbreviations() -> dict[str, tuple[str, ...]]:
    """Return the abbreviations of one folded word, each with the folded words it means.

    >>> single_abbreviations()["ubnd"]
    ('ủy', 'ban', 'nhân', 'dân')
    """
    table = (
        row for row in rows("abbreviations") if row["place"] == "any" and row["short"].isalpha()
    )
    return {fold(row["short"]): tuple(key(row["whole"]).split()) for row in table}


class _Abbreviations(NamedTuple):
    exact: dict[str, str]
    words: dict[str, str]
    bodies: re.Pattern[str]
    start: re.Pattern[str]
    anywhere: re.Pattern[str]


@cache
def _abbreviations() -> _Abbreviations:
    table = rows("abbreviations")
    words = {row["short"]: row["whole"] for row in table}
    whole = {short: body.name for body in bodies() for short in body.short if _is_code(short)}
    start = [row["short"] for row in table if row["place"] == "start"]
    anywhere = [row["short"] for row in table if row["place"] == "any"]
    return _Abbreviations(
        {short: body.name for body in bodies() for short in body.short},
        {**whole, **words},
        compiled(_NO_LETTER_BEFORE + _choice(set(whole) - set(words)) + _NO_LETTER_AFTER),
        compiled(rf"({_choice(set(start))})(?:\s+|(?<=\.))(?=[^\W\d_])"),
        compiled(_NO_LETTER_BEFORE + _choice(set(anywhere)) + _NO_LETTER_AFTER),
    )


def _is_code(short: str) -> bool:
    return " " not in short and fold(short) != short and short[1:2].isupper()


def _choice(words: Iterable[str]) -> str:
    return f"(?:{alternatives(words)})"
