"""What closing blocks hold: how they begin, posts of those who sign, and family names."""

from difflib import SequenceMatcher
from functools import cache
from typing import Final

from kehoach_parser.lexicon.ocr_words import bare
from kehoach_parser.lexicon.rows import listed, rows, worded
from kehoach_parser.text.folding import fold
from kehoach_parser.text.patterns import pattern

RECIPIENTS_TEXT: Final = r"N[ơƠ][iI]\s*(?:nhận|NHẬN)"
RECIPIENTS: Final = pattern(rf"\W*{RECIPIENTS_TEXT}")
"""How the left side of a closing block begins."""

CAPACITY_TEXT: Final = r"(?:TM|KT|TL|TUQ|Q|T/M|K/T|T/L)"
"""In what capacity somebody signs, the mark behind it left out (`TM.`, `KT/`)."""

_FOR_HEADS: Final = ("", "KT. ", "TL. ", "TUQ. ", "Q. ")
_FOR_BODIES: Final = ("TM. ",)
_ALIKE: Final = 0.82
_LONGEST_POST: Final = 4
"""Words."""

_LEAST: Final = 6
"""Letters: shorter readings are like anything."""


@cache
def posts() -> dict[str, str]:
    """Return what stands above a signature, in capitals, by its letters without marks."""
    found: list[str] = []
    for row in rows("signing"):
        deputies = listed(row["deputies"])
        prefixes = _FOR_HEADS if deputies else _FOR_BODIES
        found += [f"{prefix}{row['head'].upper()}" for prefix in prefixes]
        found += [each.upper() for each in deputies]
    return {bare(each): each for each in found}


@cache
def _spelled() -> frozenset[str]:
    heads = ((row["head"], *listed(row["deputies"])) for row in rows("signing"))
    return frozenset(fold(post) for posts_of_one in heads for post in posts_of_one)


def spelled_post(text: str) -> str:
    """Return the post that a line begins with in small letters, as written; empty for none.

    >>> spelled_post("Thứ trưởng Lê Văn Tám"), spelled_post("THỨ TRƯỞNG"), spelled_post("Lê Văn")
    ('Thứ trưởng', '', '')
    """
    words = text.split(" ")[:_LONGEST_POST]
    for size in range(len(words), 0, -1):
        post = " ".join(words[:size]).rstrip(":,")
        if not post.isupper() and fold(post) in _spelled():
            return post
    return ""


def post_like(text: str) -> tuple[str, float] | None:
    """Return the post that a reading is most like, and how much (0 to 1); null where none.

    >>> post_like("HỐ GIẨM ĐỐC"), post_like("Nơi nhận")
    (('PHÓ GIÁM ĐỐC', 0.95), None)
    """
    letters = bare(text)
    if len(letters) < _LEAST:
        return None
    likely = {each: _likeness(letters, each) for each in posts()}
    best = max(likely, key=lambda each: (likely[each], each))
    return (posts()[best], round(likely[best], 2)) if likely[best] >= _ALIKE else None


def _likeness(one: str, other: str) -> float:
    if 2 * min(len(one), len(other)) < _ALIKE * (len(one) + len(other)):
        return 0.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _ALIKE else 0.0


def surname(text: str) -> str | None:
    """Return the family name that a word is, whatever its marks where only one has its letters.

    >>> surname("Lế"), surname("Đoàn"), surname("Doan"), surname("Thạm")
    ('Lê', 'Đoàn', None, None)
    """
    alike = _surnames().get(bare(text), ())
    if text in alike:
        return text
    return alike[0] if len(alike) == 1 else None


@cache
def _surnames() -> dict[str, tuple[str, ...]]:
    """Return family names by their letters without marks."""
    found: dict[str, tuple[str, ...]] = {}
    for name, _ in worded("surnames"):
        found[bare(name)] = (*found.get(bare(name), ()), name)
    return found
