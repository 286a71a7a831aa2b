"""Mentions without a symbol: bare numbers, declared names, `Kế hoạch này`, `nêu trên`."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from kehoach_parser.extract.citing.before import Before, named_type, read_before
from kehoach_parser.extract.citing.fields import with_fields
from kehoach_parser.extract.citing.mention import Mention
from kehoach_parser.extract.citing.numbers import CODE, same_number, tidy
from kehoach_parser.lexicon.doctypes import DocType
from kehoach_parser.model import CitationForm
from kehoach_parser.text.patterns import pattern

_SHORT: Final = pattern(
    r"""(?P<number>[0-9]
    (?<=(?:[sS]ố|SỐ|ết|nh|ch|án|ận|hị|tư|ện|áo|ẾT|NH|CH|ÁN|ẬN|HỊ|TƯ)[ ][0-9])[0-9]{0,4}[a-z]?)
    (?!\w|[ ]?[-–/][ ]?[0-9A-ZĐ]|[.,][0-9]|[ ]?%|[ ](?:tháng|ngày[ ]kể|triệu|tỷ|người|đồng))""",
    re.VERBOSE,
)
_TAILS: Final = "ch|ết|nh|án|ận|hị|tư|ật|ản|áo"
_POINTERS: Final = tuple(
    pattern(rf"{word}(?<=(?:{_TAILS})[ ]{word})(?!\w)")
    for word in ("này", "nêu[ ]trên", "nói[ ]trên")
)
_COUNTED: Final = pattern(
    r"[ ](?:năm(?![ ][12][0-9]{3}(?![-–0-9]|[ ][-–]))|ngày(?![ ][0-9])|tuần|giờ|lớp|nhóm|bước|mục)"
)
"""Words that make of the number before them a count: `Kế hoạch 5 năm`."""

_DAY: Final = pattern(r",?[ ]ngày[ ][0-9]{1,2}[/-][0-9]")
_CHAIN: Final = pattern(r"(?:(?:,|,?[ ]và)[ ][0-9]{1,5}){0,12}(?:,|,?[ ]và)[ ](?=[0-9])")
_NUMBER: Final = pattern(r"(?P<number>[0-9]{1,5})")
_BLANK: Final = pattern(r"[-/](?<=[ .…_:][-/])[ ]?[A-ZĐ][A-Za-zĐ]*[-/][A-ZĐ][A-Za-zĐ]", re.VERBOSE)
_BLANKS: Final = " :.…_"
_ALIASES: Final = {
    word: pattern(
        word
        + r"""[ ](?:tắt[ ]|chung[ ])?(?:là|:)[ :]{0,2}
        [“"]?(?P<name>[^()”"\n;]{2,120}?)[”"]?[ ]?(?:\)|[”"])""",
        re.VERBOSE,
    )
    for word in ("viết", "gọi")
}
_SERIAL: Final = frozenset(
    {"NQ", "CT", "KL", "NĐ", "TT", "QĐ", "KH", "CTr", "ĐA", "CV", "TB", "CĐ"}
)
"""Types whose bare number (`Nghị quyết số 57`) means a document even if no other mention does."""


_KNOWN_BY_NUMBER: Final = frozenset({"NQ", "CT", "KL", "NĐ", "ĐA"})
"""Types that are also named by their number without `số`: `Nghị quyết 57`, `Đề án 06`."""


class Alias(NamedTuple):
    """A declared name, the place of its words, and the type that it begins with."""

    name: str
    start: int
    end: int
    doctype: DocType | None


class Pointer(NamedTuple):
    """`Kế hoạch này`: its place, its type, and whether it points back (`nêu trên`)."""

    start: int
    end: int
    doctype: DocType
    plural: bool
    back: bool


def short_numbers(text: str) -> Iterator[Mention]:
    """Yield mentions by the number alone: `Đề án số 08`, `Nghị quyết 57`.

    `named` says that the number would be a document of its own.
    """
    for match in _SHORT.finditer(text):
        before = read_before(text, match.start("number"))
        if before.doctype is None or before.heading or (before.other and not before.marked):
            continue
        chain = _CHAIN.match(text, match.end())
        code = CODE.match(text, chain.end()) if chain else None
        if chain and code:
            yield from _shared_symbol(text, match, before, chain, code)
            continue
        if not before.marked and _COUNTED.match(text, match.end()):
            continue
        mention = with_fields(text, _short(match, before))
        yield mention._replace(named=_is_named(text, match, before, before.doctype.code, mention))


def _is_named(text: str, match: re.Match[str], before: Before, code: str, mention: Mention) -> bool:
    """Return whether a number would be a document of its own.

    It stands after `số`, of a type that is numbered, with a day or an issuer beside it or with two
    digits; without `số` its type has a capital, and is known by its numbers or is told about.
    """
    two = len(match["number"]) > 1
    told = mention.issued_on is not None or mention.issuer is not None
    serial = code in _SERIAL
    if before.marked and (mention.issued_on is not None or (serial and (told or two))):
        return True
    if not (two and text[before.lead].isupper()):
        return False
    dated = told or _DAY.match(text, match.end()) is not None
    return code in _KNOWN_BY_NUMBER or (serial and dated)


def _shared_symbol(
    text: str,
    first: re.Match[str],
    before: Before,
    chain: re.Match[str],
    last: re.Match[str],
) -> Iterator[Mention]:
    """Yield the numbers of `Nghị quyết số 57, 59 và 68-NQ/TW` with the symbol of the last."""
    symbol = text[last.end("number") : last.end()]
    numbers = [first, *_NUMBER.finditer(text, chain.start(), chain.end())]
    for index, number in enumerate(numbers):
        code = tidy(number[0] + symbol)
        start, end = number.span("number")
        lead = start if index else before.lead
        form = CitationForm.LIST if index else CitationForm.FULL
        yield Mention(lead, end, lead, form, before.doctype, code.code, code.key, code.number,
                      code.year, plural=before.plural, normative=code.normative)  # fmt: skip


def _short(match: re.Match[str], before: Before) -> Mention:
    number = same_number(match["number"])
    return Mention(
        match.start("number"), match.end(), before.lead, CitationForm.SHORT, before.doctype,
        match["number"], None, number, plural=before.plural,
    )  # fmt: skip


def aliases(text: str) -> Iterator[Alias]:
    """Yield the names that the text declares: `(sau đây gọi tắt là …)`, `(viết tắt là …)`."""
    forms = (form for word, form in _ALIASES.items() if f"{word} " in text)
    found = (match for form in forms for match in form.finditer(text))
    for match in sorted(found, key=lambda match: match.start()):
        name = match["name"].strip(' .,“”"')
        words = name.split(" ")
        types = (named_type(" ".join(words[:size])) for size in range(min(4, len(words)), 0, -1))
        doctype = next((found for found in types if found), None)
        start = match.start("name")
        yield Alias(name, start, start + len(match["name"]), doctype)


def pointers(text: str) -> Iterator[Pointer]:
    """Yield `Kế hoạch này`, `Nghị quyết nêu trên` and their like."""
    found = (match for form in _POINTERS for match in form.finditer(text))
    for match in sorted(found, key=lambda match: match.start()):
        line = text[max(0, match.start() - 36) : match.start() - 1]
        words = line[line.rfind("\n") + 1 :].split(" ")
        for size in (4, 3, 2, 1):
            name = " ".join(words[-size:]).lstrip('“"(') if size <= len(words) else ""
            doctype = named_type(name)
            if doctype:
                before = words[-size - 1].casefold() if len(words) > size else ""
                yield Pointer(match.start() - 1 - len(name), match.end(), doctype,
                              before in {"các", "những", "hai"}, match[0] != "này")  # fmt: skip
                break


def blanks(text: str) -> Iterator[tuple[int, DocType]]:
    """Yield where a document is named whose number is blank, so that nothing points past it."""
    for match in _BLANK.finditer(text):
        floor = max(0, match.start() - 40)
        start = floor + len(text[floor : match.start()].rstrip(_BLANKS))
        before = read_before(text, start)
        if before.doctype and before.marked:
            yield start, before.doctype
