"""The organ whose letters a number bears, and whether a name is its (`5/QĐ-UBND`, `12/SXD-HT`)."""

from typing import Final
from unicodedata import normalize

from kehoach_parser.extract.citing.issuers import read_name
from kehoach_parser.extract.citing.mention import Mention
from kehoach_parser.lexicon.doctypes import type_by_code
from kehoach_parser.text.patterns import pattern

_PARTS: Final = pattern(r"[-/.,\s]+")
_WORDS: Final = pattern(r"[^\W\d_]+(?:&[^\W\d_]+)*")
_NO_INITIAL: Final = frozenset({"và"})
_FEWEST_LETTERS: Final = 2
_BY: Final = " của "
_OWNERS: Final = frozenset({"QĐ", "NQ", "NĐ", "TT", "TTLT", "L", "PL"})
"""Acts whose title ends with whose matters they settle (`thẩm quyền của Bộ X`)."""


def named_in_titles(mentions: list[Mention]) -> list[Mention]:
    """Give the issuer that ends its title to a document whose number bears that body's letters.

    `Kế hoạch số 8/KH-SXD ngày 02/3/2025 về chống ngập của Sở Xây dựng`
    """
    return [
        mention._replace(issuer=issuer) if (issuer := _issuer_in_title(mention)) else mention
        for mention in mentions
    ]


def _issuer_in_title(mention: Mention) -> str | None:
    title, doctype = mention.title or "", mention.doctype
    at = title.rfind(_BY)
    if mention.issuer or at < 0 or doctype is None or doctype.code in _OWNERS:
        return None
    name = title[at + len(_BY) :]
    return (
        name
        if read_name(name)[1] == len(name) and bears_letters(mention.code or "", name)
        else None
    )


def plain_organ(symbol: str) -> str:
    """Return an organ's letters as all clerks' spellings share them.

    >>> plain_organ("HĐND"), plain_organ("TTg")
    ('HDND', 'TT')
    """
    letters = "".join(letter for letter in symbol if letter.isupper())
    return letters.replace("Đ", "D").replace("Ư", "U")


def bears_letters(code: str, name: str) -> bool:
    """Return whether a number bears the letters of a body, or of that of a post.

    >>> bears_letters("5/QĐ-UBND", "UBND tỉnh"), bears_letters("12/SXD-HT", "Giám đốc Sở Xây dựng")
    (True, True)
    >>> bears_letters("5/QĐ-UBND", "Sở Xây dựng"), bears_letters("9/KH", "Sở Y tế")
    (False, False)
    """
    symbols = [
        plain_organ(part)
        for part in _PARTS.split(code)
        if not part[:1].isdigit() and type_by_code(part) is None
    ]
    organs = tuple(organ for organ in symbols if len(organ) >= _FEWEST_LETTERS)
    words = [word for word in _WORDS.findall(name) if word not in _NO_INITIAL]
    initials = [_initials(word) for word in words]
    return any("".join(initials[at:]).startswith(organs) for at in range(len(initials)))


def _initials(word: str) -> str:
    """Return a word's first letter, of letters that stand for words all of them."""
    letters = word if word.isupper() and len(word) > 1 else word[:1].upper()
    plain = normalize("NFD", letters.replace("Đ", "D").replace("&", ""))
    return "".join(letter for letter in plain if letter.isascii())
