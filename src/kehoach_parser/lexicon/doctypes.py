"""Document types by code and by name: of the State, of the Party, and normative ones.

The rows are in `doctypes.tsv`. `system` is `state` (NĐ 30/2020/NĐ-CP, Phụ lục III), `legal`
(Luật Ban hành văn bản quy phạm pháp luật), `party` (Quy định 399-QĐ/TW) or `all`. A row may have
other `spellings` of its code and other `names`; `usual` types are known by their code alone. The
`examples` bear its code, the `near_miss` does not.
"""

import re
import unicodedata
from functools import cache, lru_cache
from typing import Final, NamedTuple

from kehoach_parser.lexicon.rows import listed
from kehoach_parser.lexicon.rows import rows as table
from kehoach_parser.text.patterns import pattern

_PARTY_SHAPE: Final = pattern(r"[0-9][0-9A-Za-z.]*\s*-\s*[^\W\d_]+\s*/")
_STANDARD: Final = pattern(r"\s*(QCVN|TCVN)\b")
_SEPARATORS: Final = pattern(r"\s*[-/.\N{EN DASH}]\s*")

_LONGEST_NAME: Final = 5
"""Words of a type's name."""

PLANS: Final = frozenset(("KH", "CTr", "PA"))
"""The types that plan work by themselves."""


class DocType(NamedTuple):
    """A document type: its code (`KH`), its name (`Kế hoạch`) and the system it belongs to."""

    code: str
    name: str
    system: str


class Row(NamedTuple):
    """One row of the table; `names` are all that the type has, its own first."""

    doctype: DocType
    spellings: tuple[str, ...]
    names: tuple[str, ...]
    usual: bool


@cache
def rows() -> tuple[Row, ...]:
    """Return the table's rows in its order."""
    return tuple(_row(row) for row in table("doctypes"))


def _row(row: dict[str, str]) -> Row:
    return Row(
        DocType(row["code"], row["name"], row["system"]),
        listed(row["spellings"]),
        (row["name"], *listed(row["names"])),
        row["usual"] == "yes",
    )


def type_by_code(code: str, *, party: bool = False) -> DocType | None:
    """Return the type that a code (`KH`, `QD`, `CTR`) stands for, in a Party document or not.

    Case does not count, a lost bar over Đ only where no other type has the letters.

    >>> type_by_code("QĐ").name, type_by_code("QD", party=True).name
    ('Quyết định', 'Quyết định')
    """
    return _codes(party).get(_key(code))


def type_by_name(name: str, *, party: bool = False) -> DocType | None:
    """Return the type of a name in any case (`KẾ HOẠCH`, `Chương trình hành động`, `Bộ luật`).

    >>> type_by_name("QUY ĐỊNH", party=True).code, type_by_name("Quy định").code
    ('QĐ', 'QyĐ')
    """
    return _names(party).get(_key(name))


def type_before(words: str, *, party: bool = False) -> tuple[DocType, str] | None:
    """Return the type whose name others follow in a text, and the name as it stands there.

    >>> type_before("Kế hoạch trồng rừng")[1], type_before("Kế hoạch")
    ('Kế hoạch', None)
    """
    parts = words.split(maxsplit=_LONGEST_NAME)
    for size in range(len(parts) - 1, 0, -1):
        name = " ".join(parts[:size])
        found = type_by_name(name, party=party) if name.lower() in type_names() else None
        if found:
            return found, name
    return None


@cache
def type_names() -> frozenset[str]:
    """Return the names of all types in small letters."""
    return frozenset(name.lower() for row in rows() for name in row.names)


def type_of_code(code: str) -> DocType | None:
    """Return the type that a whole code bears, null where it has none (an official letter).

    >>> type_of_code("80-KH/TU").name, type_of_code("30/2020/NĐ-CP").name
    ('Kế hoạch', 'Nghị định')
    >>> type_of_code("227/TTg-CN") is None
    True
    """
    standard = _STANDARD.match(code)
    if standard:
        return type_by_code(standard[1])
    party = is_party_code(code)
    parts = [part for part in _SEPARATORS.split(code) if part and not part[0].isdigit()]
    return next((found for part in parts[:1] if (found := type_by_code(part, party=party))), None)


def is_party_code(code: str) -> bool:
    """Return whether a code has the Party's shape, number-TYPE/ORGAN.

    >>> is_party_code("80-KH/TU"), is_party_code("80/KH-UBND")
    (True, False)
    """
    return _PARTY_SHAPE.match(code) is not None


def is_usual(doctype: DocType) -> bool:
    """Return whether documents of a type are often cited, so that its code alone is telling."""
    return doctype.code in _usual()


@cache
def _usual() -> frozenset[str]:
    return frozenset(row.doctype.code for row in rows() if row.usual)


@lru_cache(maxsize=4096)
def slug(name: str) -> str:
    """Return a name in ASCII for a URI.

    >>> slug("Nghị định"), slug("Ban Chấp hành  Trung ương")
    ('nghi-dinh', 'ban-chap-hanh-trung-uong')
    """
    plain = unicodedata.normalize("NFD", name.casefold().replace("đ", "d"))
    return "-".join(re.findall("[a-z0-9]+", re.sub("[\u0300-\u036f]", "", plain)))


@cache
def _codes(party: bool) -> dict[str, DocType]:  # noqa: FBT001 - a cache key, private
    found: dict[str, DocType] = {}
    for row in _ranked(party):
        found.setdefault(_key(row.doctype.code), row.doctype)
    for row in _ranked(party):
        for spelling in row.spellings:
            found.setdefault(_key(spelling), row.doctype)
    return found


@cache
def _names(party: bool) -> dict[str, DocType]:  # noqa: FBT001 - a cache key, private
    found: dict[str, DocType] = {}
    for row in _ranked(party):
        for name in row.names:
            found.setdefault(_key(name), row.doctype)
    return found


def _ranked(party: bool) -> list[Row]:  # noqa: FBT001 - private
    """Return the rows of one's own side first; the other side's stay, as texts mix them."""
    other = ("state", "legal") if party else ("party",)
    return sorted(rows(), key=lambda row: row.doctype.system in other)


def _key(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).upper().replace("Ð", "Đ").split())
