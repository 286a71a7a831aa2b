"""One pass for each kind of literal: codes, standards, laws; then what goes with each hit."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from kehoach_parser.extract.citing.before import Before, read_before
from kehoach_parser.extract.citing.dates import read_date
from kehoach_parser.extract.citing.issuers import read_issuer, read_subject
from kehoach_parser.extract.citing.laws import Law, read_law, triggers
from kehoach_parser.extract.citing.mention import Mention
from kehoach_parser.extract.citing.numbers import CODE, ODD, STANDARD, Code, is_assembly, tidy
from kehoach_parser.extract.citing.provisions import read_provision
from kehoach_parser.lexicon.doctypes import DocType, type_by_code, type_by_name
from kehoach_parser.model import CitationForm
from kehoach_parser.text.folding import key

_PLAIN_TYPES: Final = frozenset(
    "NQ QĐ CT KL NĐ TT TTLT NQLT VBHN KH CTr ĐA BC TB HD TTr CĐ CV PA QyĐ PL GM".split()
)
"""Types whose code is telling where neither a type word nor `số` stands before it."""

_LETTER_TYPES: Final = _PLAIN_TYPES - {"CV"}
_TWO_PARTS: Final = re.compile(r"[A-ZĐƯ][A-Za-zĐđƯ&]*[0-9]*[-/.][A-ZĐƯ]")
_LETTERS: Final = re.compile(r"[A-Za-zĐđƯ]")
_OF: Final = re.compile(
    r",?[ ](?:của|CỦA|do)[ ](?:liên[ ])?|(?:,?[ ]|[ ]\()(?=(?:Hội nghị|Ban|Bộ) )"
)
_CONNECT: Final = re.compile(
    r"[ ]?(?:,|;|và|hoặc|,[ ]và|;[ ]và)[ ](?:[sS]ố[ ])?\Z|[ ]và[ ](?:[sS]ố[ ])?\Z"
)
_TITLE: Final = re.compile(
    r"""[ ,]{1,2}[“"]?(?P<title>(?:về|Về|ban[ ]hành|phê[ ]duyệt|quy[ ]định|qui[ ]định|hướng[ ]dẫn
    |sửa[ ]đổi|thực[ ]hiện|triển[ ]khai|công[ ]bố|thành[ ]lập|kiện[ ]toàn|giao|tăng[ ]cường
    |tổ[ ]chức|đẩy[ ]mạnh|xử[ ]lý|chuyển[ ]đổi|ủy[ ]quyền|quán[ ]triệt|tiếp[ ]tục|điều[ ]chỉnh)
    [ ][^;\n|()”"]{3,400}?)
    (?=[;\n|()”"]|\.(?:\s|/|\Z)|,[ ](?:[A-ZĐ]|[^\W\d_]+[ ]số[ ])|\Z)""",
    re.VERBOSE,
)  # fmt: skip
_TITLE_START: Final = re.compile(r"\A(?:[vV]ề việc |[vV]ề )")
_TITLE_REACH: Final = 420


class Fields(NamedTuple):
    """What goes with a number: date, year, issuer, title, and where they end."""

    issued_on: date | None
    year: int | None
    issuer: str | None
    title: str | None
    end: int
    tail: int


def scan(text: str) -> list[Mention]:
    """Return the mentions by code and by law's name, in order, none inside another."""
    found = sorted((*_laws(text), *_standards(text)), key=lambda mention: mention.start)
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
    """Return whether a type word and the letters of a code name different types."""
    if word is None or coded is None or word.code == "CV":
        return False
    return word.code.replace("Đ", "D") != coded.code.replace("Đ", "D")


def _shouted(text: str, lead: int, start: int) -> bool:
    """Return whether the words before a number are in capitals, as in a title."""
    return text[lead:start].isupper()


def _chained(text: str, previous: Mention, start: int) -> bool:
    return start - previous.end < 12 and _CONNECT.match(text[previous.end : start]) is not None


def _is_citation(code: Code, before: Before, *, chained: bool) -> bool:
    if before.heading or (before.other and before.doctype is None):
        return False
    if before.doctype or chained:
        return not before.other
    plain = code.doctype is not None and code.doctype.code in _PLAIN_TYPES
    if plain or is_assembly(code.code):
        return _TWO_PARTS.search(code.code) is not None or code.normative
    parts = _TWO_PARTS.search(code.code)
    return before.marked and parts is not None and len(_LETTERS.findall(code.code)) > 2  # noqa: PLR2004


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
    if word.code == "CV":
        return code.doctype if code.doctype.code in _LETTER_TYPES else word
    return code.doctype if _disagree(word, code.doctype) else word


def with_fields(text: str, mention: Mention) -> Mention:
    """Return a mention with its date, issuer, title and provision."""
    fields = read_fields(text, mention.end)
    issuer, issued_on, year = fields.issuer, fields.issued_on, mention.year or fields.year
    if issuer is None or issued_on is None:
        said = read_subject(text, mention.lead)
        issuer = issuer or said.issuer
        if said.date_at is not None and issued_on is None:
            day = read_date(text, said.date_at)
            issued_on, year = (day.day, year or day.year) if day else (None, year)
    provision = read_provision(text, mention.lead)
    return mention._replace(start=provision[1] if provision else mention.lead,
        end=fields.end, issued_on=issued_on, year=year, issuer=issuer, title=fields.title,
        provision=provision[0] if provision else None, tail=fields.tail,
    )  # fmt: skip


def read_fields(text: str, end: int) -> Fields:
    """Return what follows a number: date and issuer in either order, then the title."""
    issued = read_date(text, end)
    at = issued.end if issued else end
    issuer = None
    of = _OF.match(text, at)
    if of:
        found = read_issuer(text, of.end())
        if found:
            issuer, at = found.name, found.end
    if issuer and issued is None:
        issued = read_date(text, at)
        at = issued.end if issued else at
    title = _TITLE.match(text, at, at + _TITLE_REACH)
    words = _TITLE_START.sub("", title["title"]).strip(" ,") if title else None
    return Fields(issued.day if issued else None, issued.year if issued else None, issuer,
                  words, at, title.end() if title else at)  # fmt: skip


def _standards(text: str) -> Iterator[Mention]:
    for match in STANDARD.finditer(text):
        code = " ".join(match[0].split())
        before = read_before(text, match.start())
        mention = Mention(
            match.start(), match.end(), before.lead, CitationForm.FULL,
            type_by_code(match["family"]), code, code.upper().replace(" ", ""), code,
            int(match["year"]) if match["year"] else None,
        )  # fmt: skip
        yield with_fields(text, mention._replace(normative=True))
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


_NUMBERED: Final = re.compile(r",?[ ](?:\(sửa đổi\)[ ])?(?:(?:số|SỐ)[ ])+")


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
    title = f"{law.title[:1].upper()}{law.title[1:]}"
    word = title.split(" ", 1)[0]
    name = type_by_name(word) or type_by_name(" ".join(title.split(" ")[:2]))
    code, end = None, law.end
    numbered = _NUMBERED.match(text, end)
    number = CODE.match(text, numbered.end()) if numbered else None
    if number:
        code, end = tidy(number[0]), number.end()
    lower = text[start].islower()
    if lower and code is None and not law.known:
        return None
    mention = Mention(
        start, end, start, CitationForm.FULL, name, code.code if code else None,
        code.key if code else key(title), code.number if code else None,
        code.year if code else None, title=title, law=True, normative=code is not None,
    )  # fmt: skip
    full = with_fields(text, mention)
    if full.doctype and full.doctype.code != "L" and not (full.year or code):
        return None
    return full._replace(title=title, tail=full.end, shouted=title.isupper(), named=True)
