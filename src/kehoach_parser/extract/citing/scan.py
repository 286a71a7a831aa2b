"""One pass for each kind of literal: codes, standards, laws."""

import re
from collections.abc import Iterator
from typing import Final

from kehoach_parser.extract.citing.before import Before, read_before
from kehoach_parser.extract.citing.dates import read_date
from kehoach_parser.extract.citing.fields import with_fields
from kehoach_parser.extract.citing.issuers import read_issuer
from kehoach_parser.extract.citing.laws import Law, read_law, spelled, triggers
from kehoach_parser.extract.citing.mention import Mention
from kehoach_parser.extract.citing.numbers import CODE, ODD, STANDARD, Code, is_assembly, tidy
from kehoach_parser.lexicon.doctypes import (
    DocType,
    is_party_code,
    is_usual,
    type_by_code,
    type_by_name,
)
from kehoach_parser.model import CitationForm
from kehoach_parser.text.folding import key
from kehoach_parser.text.patterns import pattern

_TWO_PARTS: Final = pattern(r"[A-ZĐƯ][A-Za-zĐđƯ&]*[0-9]*[-/.][A-ZĐƯ]")
_LETTERS: Final = pattern(r"[A-Za-zĐđƯ]")
_CONNECT: Final = pattern(r"[ ]?(?:,|;|,[ ]và|;[ ]và|[ ]và|[ ]hoặc)[ ](?:[sS]ố[ ]?:?[ ]?)?\Z")
_LONGEST_JOINT: Final = 12
_FEW_LETTERS: Final = 3
_SCALE: Final = ("1/2000 ", "1/5000 ")
"""Scales of planning maps, no numbers with a year (`quy hoạch 1/2000 khu đô thị`)."""


def scan(text: str) -> list[Mention]:
    """Return the mentions by code and by law's name, in order, none inside another."""
    found = sorted(
        (*_laws(text), *_standards(text), *_odd(text)), key=lambda mention: mention.start
    )
    return _merged(found, _codes(text, found))


def _codes(text: str, taken: list[Mention]) -> Iterator[Mention]:
    """Yield the mentions by code; a code inside a law's or a standard's mention is theirs."""
    inside = iter(taken)
    current = next(inside, None)
    previous: Mention | None = None
    for match in CODE.finditer(text):
        while current and current.end <= match.start():
            current = next(inside, None)
        if current and current.start <= match.start() < current.end:
            continue
        mention = _coded(text, match, previous)
        if mention:
            yield mention
            previous = mention


def _merged(taken: list[Mention], codes: Iterator[Mention]) -> list[Mention]:
    every = sorted((*taken, *codes), key=lambda mention: (mention.start, -mention.end))
    kept: list[Mention] = []
    for mention in every:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _coded(text: str, match: re.Match[str], previous: Mention | None) -> Mention | None:
    if match[0].startswith(_SCALE):
        return None
    code = tidy(match[0])
    before = read_before(text, match.start())
    chained = previous is not None and _chained(text, previous, match.start())
    if not _is_citation(code, before, chained=chained):
        return None
    inherited = previous.doctype if chained and previous else None
    doctype = _doctype(code, before.doctype or (inherited if code.doctype is None else None))
    return with_fields(
        text,
        Mention(
            match.start(), match.end(), before.lead,
            CitationForm.LIST if chained and before.doctype is None else CitationForm.FULL,
            doctype, code.code, code.key, code.number, code.year,
            plural=before.plural, shouted=_shouted(text, before.lead, match.start()),
            named=before.doctype is not None, normative=code.normative,
            word=before.doctype if _disagree(before.doctype, code.doctype) else None,
        ),
    )  # fmt: skip


def _disagree(word: DocType | None, coded: DocType | None) -> bool:
    """Return whether a type word and the letters of a code name different types.

    The Party's quy định bears the letters of a quyết định; a trade union's or a college's are
    those of a công điện (`Kế hoạch 155/CĐ-ĐHQG`).
    """
    if word is None or coded is None or word.code == "CV":
        return False
    if coded.code == "CĐ" or (word.name, coded.code) == ("Quy định", "QĐ"):
        return False
    return word.code.replace("Đ", "D") != coded.code.replace("Đ", "D")


def _shouted(text: str, lead: int, start: int) -> bool:
    """Return whether the words before a number are in capitals, as in a title."""
    return text[lead:start].isupper()


def _chained(text: str, previous: Mention, start: int) -> bool:
    return (
        start - previous.end < _LONGEST_JOINT
        and _CONNECT.match(text[previous.end : start]) is not None
    )


def _is_citation(code: Code, before: Before, *, chained: bool) -> bool:
    if before.heading or (before.other and before.doctype is None):
        return False
    if before.doctype or chained:
        return not before.other
    plain = code.doctype is not None and is_usual(code.doctype)
    if plain or is_assembly(code.code):
        return _TWO_PARTS.search(code.code) is not None or code.normative
    parts = _TWO_PARTS.search(code.code)
    return before.marked and parts is not None and len(_LETTERS.findall(code.code)) >= _FEW_LETTERS


def _doctype(code: Code, word: DocType | None) -> DocType | None:
    """Return the type of a mention: its code's, where the word only says `văn bản` its letters.

    A Party QĐ and a code with a lost bar take the word, which tells more than the letters.
    """
    if code.doctype is None:
        if word is None and not is_assembly(code.code):
            return type_by_name("Công văn")
        return word
    if word is None:
        return code.doctype
    if is_party_code(code.code):
        word = type_by_name(word.name, party=True) or word
    if word.code == "CV":
        return code.doctype if is_usual(code.doctype) and code.doctype.code != "CV" else word
    return code.doctype if _disagree(word, code.doctype) else word


def _standards(text: str) -> Iterator[Mention]:
    for match in STANDARD.finditer(text) if "CVN" in text else ():
        start = match.start() - 1
        code = text[start : match.end()]
        before = read_before(text, start)
        mention = Mention(
            start, match.end(), before.lead, CitationForm.FULL,
            type_by_code(code[:4]), code, code.upper().replace(" ", ""), code,
            int(match["year"]) if match["year"] else None, normative=True,
        )  # fmt: skip
        yield with_fields(text, mention)


def _odd(text: str) -> Iterator[Mention]:
    """Yield numbers that begin with letters, where a type word and a day stand beside them."""
    for match in ODD.finditer(text):
        before = read_before(text, match.start("code"))
        if before.doctype:
            odd = tidy(match["code"])
            mention = Mention(
                match.start("code"), match.end(), before.lead, CitationForm.FULL,
                before.doctype, odd.code, odd.key, odd.number, odd.year, named=True,
            )  # fmt: skip
            full = with_fields(text, mention)
            if full.issued_on:
                yield full


_NUMBERED: Final = pattern(
    r"(?:,?[ ](?:\(sửa đổi\)[ ])?|[ ](?:năm[ ][0-9]{4}[ ])?\((?:Luật[ ])?)"
    r"(?:(?:(?:số|SỐ)(?:[ ]|:[ ]?))+|(?<=[ ])(?=[0-9]{1,3}/[0-9]{4}/QH))"
)
"""What stands between a law's name and its number: `Luật Giá số …`, `Luật Giá (Luật số …`, or
nothing before a number of the National Assembly."""


_BARE_YEAR: Final = pattern(r"[ ]((?:19|20)[0-9]{2})(?![0-9\w]|[ ]?[-–/.][ ]?[0-9])")
"""The year right behind a law's name (`Luật Đất đai 2024`)."""

_REVISED: Final = (" (sửa đổi)", " (sửa đổi, bổ sung)")
_PASSED: Final = pattern(
    r"""
    (?:[ ]\([^()\n]{2,80}\))?,?[ ](?:đã[ ])?được[ ]
    (?P<by>(?:(?:Ủy|Uỷ)[ ]ban[ ][tT]hường[ ]vụ[ ])?Quốc[ ]hội)\b
    (?P<how>(?:(?!hiệu[ ]lực)[^;.\n|]){0,140}?)[ ](?=ngày[ ]?\d)
    """,
    re.VERBOSE,
)
"""How a law was passed, up to the day (`được Quốc hội khóa XV thông qua tại Kỳ họp … ngày …`)."""

_LAWGIVERS: Final = (
    "Quốc hội",
    "Ủy ban Thường vụ",
    "Ủy ban thường vụ",
    "UBTVQH",
    "Nhà nước",
    "Nước",
    "Chủ tịch",
    "Hội đồng",
)


def _laws(text: str) -> Iterator[Mention]:
    at = 0
    for start, name_at in triggers(text):
        if start < at:
            continue
        law = read_law(text, start, name_at)
        mention = law and _law(text, start, law)
        if mention:
            at = mention.end
            yield mention


def _law(text: str, start: int, law: Law) -> Mention | None:
    """Return the mention of a law by its name, null where these words name none."""
    code, end = _law_code(text, law)
    year = None if code else _BARE_YEAR.match(text, end)
    end = year.end() if year else end
    if text[start].islower() and code is None and not law.known:
        return None
    title = spelled(law.title)
    words = title.split(" ")
    mention = Mention(
        start, end, start, CitationForm.FULL,
        type_by_name(words[0]) or type_by_name(" ".join(words[:2])),
        code.code if code else None, code.key if code else key(title),
        code.number if code else None, code.year if code else int(year[1]) if year else None,
        title=title, law=True, normative=code is not None,
    )  # fmt: skip
    full = with_fields(text, mention)
    if full.issuer and not full.issuer.startswith(_LAWGIVERS):
        full = full._replace(end=end, issuer=None)  # `Kế hoạch thi hành Luật Giá do Bộ X …`
    full = _passed(text, full if code else _numbered_behind(text, full))
    if full.doctype and full.doctype.code != "L" and not (full.year or full.code or law.known):
        return None
    return full._replace(title=title, tail=full.end, named=True)


def _law_code(text: str, law: Law) -> tuple[Code | None, int]:
    """Return the code behind a law's name, and where what belongs to the name ends."""
    numbered = _NUMBERED.match(text, law.end)
    number = CODE.match(text, numbered.end()) if numbered else None
    if number:
        return tidy(number[0]), number.end()
    if text.startswith(_REVISED, law.end):
        past = text.index(")", law.end) + 1
        return None, past if read_date(text, past) else law.end
    return None, law.end


def _numbered_behind(text: str, law: Mention) -> Mention:
    """Return a law with the number in brackets behind its day (`Luật Giá ngày … (Luật số …)`)."""
    bracket = _NUMBERED.match(text, law.end) if text.startswith(" (", law.end) else None
    number = CODE.match(text, bracket.end()) if bracket else None
    code = tidy(number[0]) if number else None
    if number is None or code is None or not is_assembly(code.code):
        return law
    return law._replace(
        end=number.end(), code=code.code, key=code.key, number=code.number,
        year=law.year or code.year, normative=True,
    )  # fmt: skip


def _passed(text: str, law: Mention) -> Mention:
    """Return a law with the day on which it was passed, and by whom, where the words after say."""
    passed = _PASSED.match(text, law.end) if law.issued_on is None else None
    if passed is None or "thông qua" not in passed["how"]:
        return law
    day = read_date(text, passed.end())
    by = read_issuer(text, passed.start("by"))
    if day is None or by is None:
        return law
    return law._replace(issued_on=day.day, year=law.year or day.year, issuer=law.issuer or by.name)
