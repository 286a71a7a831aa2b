"""Names of bodies in running text and in lists: where each begins and ends, and what splits them.

A name begins with a head (`Sở`, `UBND`, `các cơ quan`), goes on over capitals and nouns, and ends
before a verb, a link or the next name. `Sở A, Sở B và UBND các xã, phường` is three; a collective
(`các sở, ban, ngành`) is one. Posts stand for their unit, named persons are none (OUTPUT.md).
"""

import re
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from kehoach_parser.lexicon.unit_words import Head, unit_words
from kehoach_parser.text.folding import fold

_LONGEST: Final = 240
_BLANKS: Final = re.compile(r"\s*")
_WORD: Final = re.compile(r"[^\W_]+(?:[&.,'\-][^\W_]+)*\.?(?=\s[A-ZĐ])|[^\W_]+(?:[&,'\-][^\W_]+)*")
_PLAIN_WORD: Final = re.compile(r"[^\W_]+")
_AFTER_POST: Final = re.compile(r"(?:[,/]|và\s)\s*")
_BREAK_AFTER_POST: Final = re.compile(r"\s*(?:/\s+)?")
_NEXT_PIECE: Final = re.compile(r"[;,/]\s*")
_CLAUSE_END: Final = re.compile(r"\s+và\s|[,;:(]")
_DASH: Final = re.compile(r"\s+[-\N{EN DASH}]\s+(?=[^\W\d_])")
_QUANTIFIER: Final = re.compile(
    r"(?:tất cả các|toàn thể các|toàn thể|toàn bộ các|một số|các|những|từng|mỗi|mọi)\s+"
)
_SEPARATOR: Final = re.compile(
    r"""\s*[,;]\s*(?:(?:và|cùng|cùng\svới|hoặc)\s+)?(?:/\s+)?(?:[-+*•]\s*)?   # , ; and a bullet
      | \s+/\s+(?:[-+*•]\s*)?                                     # a break in a cell
      | \s+(?:và|cùng\svới|cùng|hoặc)\s+""",
    re.VERBOSE,
)
_IN_CELL: Final = re.compile(r"\s*/\s*(?=[^\W\d_])|\s+[-+•]\s+(?=[A-ZĐ])")
_ROLE_WORDS: Final = re.compile(
    r"(?:là\s|làm\s)?(?:chủ trì|phối hợp|chịu trách nhiệm|thực hiện|tham mưu|phụ trách|theo dõi|đầu mối)\b"
)
_NO_NAME: Final = re.compile(
    r"(?:theo|căn cứ|không|như|tùy|hằng|hàng|trong|trước|sau|từ|đến|khi|nếu|năm|tháng|quý|ngày|x)\b"
)
_CAPITALS: Final = re.compile(r"[A-ZĐ&][A-ZĐ&0-9.\-]{1,}(?![^\W\d_])")
_TITLE: Final = re.compile(
    r"(?:đồng chí|đ/c|đ\.c|ông|bà|thầy|cô|chị|anh|bs|ths|ts|gs|pgs)[.:]?\s*(?=[A-ZĐÀ-Ỹ])"
)
_PERSON: Final = re.compile(r"[^\W\d_]+(?:\s+[^\W\d_]+){0,5}")
_COUNCIL_END: Final = re.compile(r"(?:hđnd|hội đồng nhân dân|đại biểu quốc hội|đbqh)\s*\Z")
_COUNCIL_NEXT: Final = re.compile(r"(?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân)\b")
_SHORT_PLACE: Final = ("tp.", "tx.", "p.", "tt.", "q.", "h.")


@dataclass(frozen=True, slots=True)
class Copy:
    """A text and its folded copy of the same length."""

    text: str
    low: str


def copy_of(text: str) -> Copy:
    """Return a text with its folded copy; letters that grow in lower case are left as they are."""
    low = fold(text)
    if len(low) != len(text):
        low = fold("".join(char if len(char.lower()) == 1 else " " for char in text))
    return Copy(text, low)


class UnitName(NamedTuple):
    """A body's name as written, and its place in the text (without the post before it)."""

    text: str
    start: int
    end: int
    post: bool = False


class Names(NamedTuple):
    """The units and persons that a list names, in order, and where the list ends."""

    units: tuple[UnitName, ...]
    persons: tuple[UnitName, ...]
    end: int


class _One(NamedTuple):
    name: UnitName
    end: int
    person: bool


@dataclass(frozen=True, slots=True)
class _State:
    """A name while it grows: `bare` while it is a collective of heads only (`các sở, ban`)."""

    copy: Copy
    end: int
    listing: bool
    head: Head
    bare: bool
    collective: bool


def read_names(copy: Copy, start: int, end: int, *, listing: bool = False) -> Names:
    """Return the names that stand from `start` on, up to the first word that is of no name.

    With `listing` the whole stretch is a list (a cell, an attribute, a heading): unknown names
    count too, and only role words end a name.
    """
    units: list[UnitName] = []
    persons: list[UnitName] = []
    place = _skip(copy, start, end)
    reached = place
    while place < end:
        one = _read_one(copy, place, end, listing=listing)
        if one is None:
            break
        (persons if one.person else units).append(one.name)
        reached = one.end
        step = _separator(copy, one.end, end, listing=listing)
        if step is None or not (listing or _begins(copy, step, end, listing=listing)):
            break
        place = step
    return Names(tuple(units), tuple(persons), reached)


def split_names(text: str) -> tuple[str, ...]:
    """Return the names of a list of units.

    >>> split_names("Sở Y tế, Sở Văn hóa, Thể thao và Du lịch; các sở, ban, ngành")
    ('Sở Y tế', 'Sở Văn hóa, Thể thao và Du lịch', 'các sở, ban, ngành')
    """
    return tuple(name.text for name in read_names(copy_of(text), 0, len(text), listing=True).units)


def _skip(copy: Copy, place: int, end: int) -> int:
    while place < end and copy.text[place] in " -+*•/.,;:\N{EN DASH}":
        place += 1
    return place


def _separator(copy: Copy, place: int, end: int, *, listing: bool) -> int | None:
    found = _SEPARATOR.match(copy.low, place, end)
    if found is None and listing:
        found = _IN_CELL.match(copy.text, place, end)
        if found is None:
            return _after_rest(copy, place, end)
    return found.end() if found else None


def _after_rest(copy: Copy, place: int, end: int) -> int | None:
    """Return where the next name of a list begins, past words that belong to no name."""
    match = _NEXT_PIECE.search(copy.low, place, end)
    return match.end() if match else None


def _begins(copy: Copy, place: int, end: int, *, listing: bool) -> bool:
    """Return whether a name begins at a place."""
    at, post = _after_posts(copy, place, end)
    quantifier = _QUANTIFIER.match(copy.low, at, end)
    if _head(copy, quantifier.end() if quantifier else at, end, many=bool(quantifier)):
        return True
    if post or _TITLE.match(copy.low, place, end):
        return True
    if listing:
        return bool(_CAPITALS.match(copy.text, at, end)) or _is_person(copy, at, end)
    return False


def _after_posts(copy: Copy, place: int, end: int) -> tuple[int, bool]:
    """Return the place after the posts that stand there (`Giám đốc, Phó Giám đốc`)."""
    posts = unit_words().posts
    post = False
    while place < end:
        quantifier = _QUANTIFIER.match(copy.low, place, end)
        found = posts.at(copy.low, quantifier.end() if quantifier else place)
        if found is None or found.end > end:
            break
        post = True
        place = _past_break(copy, found.end, end)
        step = _AFTER_POST.match(copy.low, place, end)
        if step and posts.at(copy.low, step.end()):
            place = step.end()
    return place, post


def _past_break(copy: Copy, place: int, end: int) -> int:
    match = _BREAK_AFTER_POST.match(copy.text, place, end)
    return match.end() if match else place


def _blank(copy: Copy, place: int, end: int) -> int:
    match = _BLANKS.match(copy.text, place, end)
    return match.end() if match else place


def _head(copy: Copy, place: int, end: int, *, many: bool) -> tuple[Head, int] | None:
    """Return the head that stands at a place, and its end, if a name can begin with it there."""
    found = unit_words().heads.at(copy.low, place)
    if found is None or found.end > end:
        return None
    rest = copy.low[found.end : found.end + 20].lstrip()
    for head in found.value:
        if rest and any(rest.startswith(word) for word in head.not_before):
            continue
        if _fits(copy, head, place, found.end, many=many):
            return head, found.end
    return None


def _fits(copy: Copy, head: Head, place: int, after: int, *, many: bool) -> bool:
    if many or head.sort in ("free", "staff", "person"):
        return True
    following = copy.text[after : after + 2].lstrip()
    if head.sort == "group":
        return _group_fits(copy, place, after)
    if copy.text[place].isupper():
        single = " " not in head.words and head.words.islower()
        return following[:1].isalnum() or not single
    return following[:1].isupper() and " " in copy.text[after : after + 1]


def _group_fits(copy: Copy, place: int, after: int) -> bool:
    """Return whether a group word begins a collective without `các` (`sở, ban, ngành`)."""
    step = _SEPARATOR.match(copy.low, after)
    if step is None or not copy.text[after : after + 1] == ",":
        return False
    following = unit_words().heads.at(copy.low, step.end())
    return following is not None and any(h.sort in ("group", "free") for h in following.value)


def _read_one(copy: Copy, place: int, end: int, *, listing: bool) -> _One | None:
    at, post = _after_posts(copy, place, end)
    quantifier = _QUANTIFIER.match(copy.low, at, end)
    inner = quantifier.end() if quantifier else at
    found = _head(copy, inner, end, many=bool(quantifier))
    if found is None:
        return _without_head(copy, place, at, end, post=post, listing=listing)
    head, after = found
    collective = bool(quantifier) or head.sort in ("group", "free")
    state = _State(copy, min(end, at + _LONGEST), listing, head,
                   bare=collective and head.sort != "staff", collective=collective)  # fmt: skip
    last, reached = _grow(state, at, after)
    if head.sort == "person":
        return _One(_named(copy, at, last, post=True), reached, True)
    if head.sort == "staff" and not quantifier and "phụ trách" in copy.low[after : reached + 12]:
        return _One(_named(copy, at, reached, post=True), _past_clause(copy, reached, end), True)
    return _One(_named(copy, at, last, post=post), reached, False)


def _past_clause(copy: Copy, place: int, end: int) -> int:
    """Return the end of a person's description (`giáo viên phụ trách công tác Đoàn`)."""
    match = _CLAUSE_END.search(copy.low, place, end)
    return match.start() if match else end


def _named(copy: Copy, start: int, end: int, *, post: bool) -> UnitName:
    raw = copy.text[start:end]
    text = " ".join(raw.replace(" / ", " ").split()).rstrip(" ,;.-")
    return UnitName(text, start, start + len(raw.rstrip(" ,;.-/")), post)


def _without_head(
    copy: Copy, place: int, at: int, end: int, *, post: bool, listing: bool
) -> _One | None:
    title = _TITLE.match(copy.low, place, end)
    if title or _is_person(copy, at, end):
        begin = title.end() if title else at
        stop = _person_end(copy, begin, end)
        return _One(_named(copy, begin, stop, post=False), stop, True)
    if post:
        stop = _until_separator(copy, at, end)
        return _One(_named(copy, place, stop, post=True), stop, True)
    if not listing or _NO_NAME.match(copy.low, at, end) or not copy.text[at : at + 1].isalpha():
        return None
    stop = _until_separator(copy, at, end)
    return _One(_named(copy, at, stop, post=False), stop, False) if stop > at else None


def _is_person(copy: Copy, place: int, end: int) -> bool:
    """Return whether a Vietnamese person's name stands at a place (surname and 1-4 capitals)."""
    match = _PERSON.match(copy.text, place, end)
    if match is None:
        return False
    words = match[0].split()
    size = next((n for n, word in enumerate(words) if not word.istitle()), len(words))
    return 2 <= size <= 5 and words[0] in unit_words().surnames  # noqa: PLR2004 - syllables


def _person_end(copy: Copy, place: int, end: int) -> int:
    match = _PERSON.match(copy.text, place, end)
    if match is None:
        return _until_separator(copy, place, end)
    stop = place
    for word in re.finditer(r"[^\W\d_]+", match[0]):
        if not word[0].istitle():
            break
        stop = place + word.end()
    return stop


def _until_separator(copy: Copy, place: int, end: int) -> int:
    """Return where a piece of a list ends: before a separator, a bracket or a role word."""
    while place < end:
        if copy.text[place] in "(:;,\n" or _SEPARATOR.match(copy.low, place, end):
            break
        if copy.text[place] == " " and _ROLE_WORDS.match(copy.low, place + 1, end):
            break
        place += 1
    return place


def _grow(state: _State, start: int, place: int) -> tuple[int, int]:
    """Return the end of the name that begins at `start`, and of what belongs to it (brackets)."""
    copy = state.copy
    last = place
    while place < state.end:
        at = _blank(copy, place, state.end)
        if at >= state.end:
            break
        char = copy.text[at]
        if char == "(":
            close = copy.text.find(")", at, min(len(copy.text), at + _LONGEST))
            return last, close + 1 if close >= 0 else last
        if (
            char in '“"'
            and (close := copy.text.find("”" if char == "“" else '"', at + 1, state.end)) > 0
        ):
            last = place = close + 1
            continue
        grown = _over_separator(state, start, last) if char in ",;/vch-–" else None
        if grown is not None:
            step, state = grown
            if step is None:
                break
            last = place = step
            continue
        step = _over_word(state, at)
        if step is None:
            break
        state = replace(state, bare=False) if state.bare else state
        last = place = step
    return last, last


def _over_separator(state: _State, start: int, last: int) -> tuple[int | None, _State] | None:
    """Return where the name goes on past a separator (null: it ends), null for no separator."""
    copy = state.copy
    dash = _DASH.match(copy.text, last, state.end)
    if dash and not state.listing or dash and copy.text[last - 1] not in ",;":
        following = unit_words().heads.at(copy.low, dash.end())
        return (
            (None, state)
            if following and state.listing and _starts_name(copy, dash.end(), state.end)
            else (dash.end(), state)
        )
    step = _SEPARATOR.match(copy.low, last, state.end)
    if step is None and state.listing:
        step = _IN_CELL.match(copy.text, last, state.end)
    if step is None:
        return None
    at = step.end()
    if state.bare and (grown := _more_of_group(state, step[0], at)):
        return grown, state
    if (
        state.head.words.lower() in ("văn phòng", "vp")
        and _COUNCIL_END.search(copy.low, start, last)
        and (council := _COUNCIL_NEXT.match(copy.low, at, state.end))
    ):
        return council.end(), replace(state, head=state.head._replace(words="ubnd"))
    if copy.text[at : at + 1].islower() and _noun(copy, at) == "place":
        return at, replace(state, bare=False)
    if _begins(copy, at, state.end, listing=state.listing):
        return None, state
    return (at if _goes_on(state, step[0], at) else None), replace(state, bare=False)


def _starts_name(copy: Copy, place: int, end: int) -> bool:
    return _head(copy, place, end, many=False) is not None


def _more_of_group(state: _State, step: str, place: int) -> int | None:
    """Return the end of another word of a collective (`các cơ quan, đơn vị`), null if none."""
    found = unit_words().heads.at(state.copy.low, place)
    if found is None or found.end > state.end:
        return None
    head = next((h for h in found.value if h.sort in ("group", "free")), None)
    if head is None:
        return None
    if "và" in step and head.words == "địa phương":
        return None
    proper = state.copy.text[place].isupper()
    if proper and any(h.sort == "body" for h in found.value):
        following = state.copy.text[found.end : found.end + 2].strip()
        return None if following[:1].isalpha() else found.end
    if state.copy.text[found.end : found.end + 2].strip()[:1].isupper() and head.sort != "free":
        return None
    return found.end


def _goes_on(state: _State, step: str, place: int) -> bool:
    """Return whether a name goes on after a separator with words that begin no name."""
    copy = state.copy
    if state.listing:
        return not (";" in step or _NO_NAME.match(copy.low, place, state.end)
                    or _ROLE_WORDS.match(copy.low, place, state.end))  # fmt: skip
    if ";" in step:
        return False
    if copy.text[place : place + 1].isupper():
        return not _CAPITAL_STOPS.match(copy.low, place, state.end)
    noun = _noun(copy, place)
    return noun == "field" or (noun == "people" and state.collective)


def _noun(copy: Copy, place: int) -> str | None:
    found = unit_words().nouns.at(copy.low, place)
    return found.value if found else None


_CAPITAL_STOPS: Final = re.compile(
    r"(?:kế hoạch số|quyết định|nghị quyết|nghị định|chỉ thị|thông tư|công văn|luật|chương trình"
    r"|đề án|dự án|văn bản|thông báo|hướng dẫn|kết luận|kế hoạch này)\b"
)


def _over_word(state: _State, at: int) -> int | None:
    """Return the end of the word or inner phrase at a place, null where the name ends."""
    copy = state.copy
    word = _WORD.match(copy.text, at, state.end)
    if word is None:
        return None
    if word[0].endswith(".") and word[0].lower() not in _SHORT_PLACE:
        word = _PLAIN_WORD.match(copy.text, at, state.end)
        return word.end() if word and not _stops(state, at) else None
    if _stops(state, at):
        return None
    phrase = _inner(state, at)
    return phrase or word.end()


def _stops(state: _State, at: int) -> bool:
    if state.listing:
        return bool(_ROLE_WORDS.match(state.copy.low, at, state.end))
    if state.copy.text[at].isupper() or _inner(state, at):
        return False
    found = unit_words().duties.at(state.copy.low, at)
    return found is not None and found.value != "opening"


def _inner(state: _State, at: int) -> int | None:
    """Return the end of a phrase that stands inside names though it holds a verb."""
    inner = unit_words().inner
    found = inner.at(state.copy.low, at)
    if found and (found.value == "any" or (found.value == "group" and state.collective)):
        return min(found.end, state.end)
    before = state.copy.low.rfind(state.head.words.lower(), max(at - 30, 0), at)
    headed = inner.at(state.copy.low, before) if before >= 0 else None
    if headed and headed.value == "head" and before < at < headed.end:
        return min(headed.end, state.end)
    return None
