"""How far a body's name goes: over capitals and nouns, to a verb, a link or the next name."""

from typing import Final

from kehoach_parser.extract.copies import Copy
from kehoach_parser.extract.names.growing import Growing
from kehoach_parser.extract.names.heads import LONGEST, QUANTIFIER, ROLE_WORDS, blank, head_at
from kehoach_parser.extract.names.held_verbs import (
    BOARDS,
    carried_end,
    charged_end,
    given_end,
    is_charged,
    managers_end,
    object_end,
    team_end,
    topic_end,
)
from kehoach_parser.extract.names.series import over_separator
from kehoach_parser.extract.names.whole import begins_anew, ends_in_place, is_over
from kehoach_parser.lexicon.bodies import body_of
from kehoach_parser.lexicon.duty_words import ACTING, ENDING, sort_at
from kehoach_parser.lexicon.unit_words import unit_words
from kehoach_parser.text.letters import SYLLABLE_OR_NUMBER
from kehoach_parser.text.patterns import pattern

_WORD: Final = pattern(
    r"[A-ZĐ]+(?:[&,\-][A-ZĐ]+)+[^\W_]*"  # KH,CN&MT
    r"|[^\W_]+(?:[&.'\-][^\W_]+)*\.?(?=\s[A-ZĐ])|[^\W_]+(?:[&'\-][^\W_]+)*"
)
_RUN_ON: Final = "ngành"
"""A word of collectives that may stand without a comma (`các sở, ban ngành, đoàn thể`)."""

_LEAST: Final = (" ít nhất ", " tối thiểu ")
"""What makes a verb of a word that names hold too (`Mỗi giáo viên dạy ít nhất 02 tiết`)."""

_COUNTED: Final = pattern(r"\s\d[\d.]*\s(?=[^\W\d_])(?!(?:và|đến)\s)")
_STUDY: Final = " nghiên cứu"
_STUDIES: Final = pattern(
    r"\snghiên cứu(?:\s(?:kỹ|để|nội dung|văn bản|kế hoạch)\b|(?:,|\svà)\s(?:quán triệt|triển khai"
    r"|(?:tổ chức )?thực hiện|vận dụng|áp dụng|đề xuất|tham mưu|xây dựng|góp ý|cho ý kiến"
    r"|có ý kiến|tham gia|rà soát|báo cáo|xem xét|tham khảo|bổ sung|lựa chọn|phối hợp)\b)"
)
_QUOTES: Final = {"“": "”", '"': '"'}
_SIGNS: Final = ",;/-\N{EN DASH}+•"
_HANGING: Final = pattern(r"\s(?:và|cùng|hoặc|&)\s\Z")
_WHERE: Final = " nơi"
_LINKS: Final = ("và ", "cùng ", "hoặc ", "& ")
_LONGEST_CUT: Final = 4
"""Letters of a head that is cut short before a point."""

_SHORT_PLACE: Final = ("tp.", "tx.", "p.", "tt.", "q.", "h.")
_DEPARTMENT: Final = "sở "
_WITHIN: Final = pattern(
    r"trong (?:toàn )?(?!tổ chức\b)"
    r"(?=(?:cơ quan|đơn vị|khối|cụm|vùng|tổ|ban|tiểu ban|đoàn|sở|cục|công ty|(?:nhà )?trường"
    r"|bệnh viện|trung tâm|hội đồng|ngành|hệ thống|đảng bộ"
    r"|khu (?:công nghiệp|kinh tế|vực|phố|dân cư))"
    r"(?!\s(?:và|hoặc)|\w))"
)
"""How a collective goes on to the body that it is within (`các phòng, đơn vị trong Sở`)."""


def grow(state: Growing, place: int) -> tuple[int, int]:
    """Return the end of the name whose head ends at `place`, and of the brackets after it."""
    copy = state.copy
    state = state._replace(headed=_headed(state, place))
    last = place
    while last < state.end:
        at = blank(copy, last, state.end)
        if at >= state.end:
            break
        if copy.text[at] == "(":
            close = copy.text.find(")", at, min(len(copy.text), at + LONGEST))
            return last, close + 1 if close >= 0 else last
        step, state = _step(state, at, last)
        if step is None:
            break
        last = step
    if copy.text[last - 1] == " " and (link := _HANGING.search(copy.low, place, last)):
        last = link.start()  # `tổ chức và thông tin trên báo`: what follows is no name
    elif copy.low.endswith(_WHERE, place, last):
        last -= len(_WHERE)  # `Công an xã nơi tổ chức lễ hội`
    return last, last


def _step(state: Growing, at: int, last: int) -> tuple[int | None, Growing]:
    """Return where the name goes on to past the next word or separator, null where it ends."""
    char = state.copy.text[at]
    if not char.isalnum() and (reached := _past_sign(state, at)):
        return reached, state
    separates = char in _SIGNS or state.copy.low.startswith(_LINKS, at)
    grown = over_separator(state, last) if separates else None
    if grown is not None:
        return grown
    if state.bare and state.copy.low.startswith(_RUN_ON, at):
        return at + len(_RUN_ON), state
    return _over_word(state, at), state._replace(bare=False) if state.bare else state


def _past_sign(state: Growing, at: int) -> int | None:
    """Return the place behind a quotation, or a sign that joins the words of one name."""
    text = state.copy.text
    char = text[at]
    if char in _QUOTES:
        return text.find(_QUOTES[char], at + 1, state.end) + 1 or None
    if char == ".":
        return _past_point(state, at)
    around = text[at - 1 : at] + text[at + 1 : at + 2]
    joins = around.isalpha() if char == "-" else char == "+" and around.isdecimal()
    return at + 1 if joins else None  # `Vụ Kế hoạch-Tài chính`, `Tổ 2+3`


def _past_point(state: Growing, at: int) -> int | None:
    """Return the place behind the point of a head cut short (`VP. Đảng ủy`, `VP.UBND`)."""
    copy = state.copy
    head = copy.text[state.start : at]
    after = blank(copy, at + 1, state.end)
    if not head.isupper() or not copy.text[after : after + 1].isupper():
        return None
    joined = after == at + 1 or (state.listing and not QUANTIFIER.match(copy.low, after))
    return after if joined and len(head) <= _LONGEST_CUT else None


def _over_word(state: Growing, at: int) -> int | None:
    """Return the end of the word or inner phrase at a place, null where the name ends."""
    copy = state.copy
    word = _WORD.match(copy.text, at, state.end)
    first = SYLLABLE_OR_NUMBER.match(copy.low, at, state.end) if word else None
    if word is None or first is None:
        return None
    inner = _inner(state, first[0], at)
    opening = _opening(state, first[0], at) if inner is None else None
    if inner is None and (_stops(state, first[0], at) or (opening and _linked(copy, opening))):
        return None
    if word[0].endswith(".") and word[0].lower() not in _SHORT_PLACE:
        return first.end()
    if _another(state, at) if state.listing else _is_over(state, at):
        return None
    return inner or opening or _capitalised(state, first[0], at) or word.end()


def _opening(state: Growing, first: str, at: int) -> int | None:
    """Return the end of a word of two syllables that names and sentences hold (`đào tạo`)."""
    if state.listing or state.copy.text[at].isupper():
        return None
    found = unit_words().duties.of(first, state.copy.low, at)
    longer = found is not None and found.value == "opening" and found.end > at + len(first)
    return found.end if found and longer and found.end <= state.end else None


def _linked(copy: Copy, place: int) -> bool:
    """Return whether a link follows, as behind a verb (`các trường đào tạo theo nhu cầu`)."""
    return sort_at(copy.low, place + 1) == "link"


def _capitalised(state: Growing, first: str, at: int) -> int | None:
    """Return the end of a word of two syllables that begins with a capital (`Xây dựng`)."""
    if not state.copy.text[at].isupper():
        return None
    found = unit_words().duties.of(first, state.copy.low, at)
    return min(found.end, state.end) if found else None


def _another(state: Growing, at: int) -> bool:
    """Return whether a list lost the sign between two whole names (`Bộ Nội vụ Bộ Tài chính`)."""
    copy = state.copy
    if not copy.text[at].isupper() or head_at(copy, at, state.end, many=False) is None:
        return False
    body = body_of(copy.text[state.start : at].strip())
    department = copy.low.startswith(_DEPARTMENT, state.start, at)
    return body is not None and (
        body.level == "central" or (department and copy.low.startswith(_DEPARTMENT, at))
    )


def _is_over(state: Growing, at: int) -> bool:
    """Return whether one body's name is whole before a word."""
    if state.copy.text[at].isupper():
        return begins_anew(state.copy, state.start, at)
    if ends_in_place(state.copy, state.start, at):
        return True
    return not state.collective and is_over(state.copy, state.start, at, state.head.words)


def _stops(state: Growing, first: str, at: int) -> bool:
    """Return whether a word ends a name: a verb or a link in a sentence, a role in a list."""
    if state.listing:
        named = state.copy.text[at].isupper() and at == state.start + len(state.head.words) + 1
        return not named and ROLE_WORDS.match(state.copy.low, at, state.end) is not None
    if state.copy.text[at].isupper():
        return False
    found = unit_words().duties.of(first, state.copy.low, at)
    if found is None:
        return _counts(state.copy, at, at + len(first))
    counted = found.value == "opening" and state.copy.low.startswith(_LEAST, found.end)
    return found.value in ENDING or counted


def _counts(copy: Copy, at: int, place: int) -> bool:
    """Return whether a number of things makes a verb of a word (`Báo Phú Thọ phát 04 phóng sự`).

    It stands behind a proper name. What acts behind the number tells that it is part of the name
    (`khối 9 nộp bài`), as `số` does.
    """
    if not copy.text[place + 1 : place + 2].isdigit():
        return False
    proper = copy.text[copy.text.rfind(" ", 0, at - 1) + 1].isupper()
    counted = _COUNTED.match(copy.text, place) if proper else None
    return counted is not None and sort_at(copy.low, counted.end()) not in ACTING


def _inner(state: Growing, first: str, at: int) -> int | None:
    """Return the end of a phrase that stands inside names though it holds a verb."""
    if at < state.headed:
        return min(state.headed, state.end)
    if first == "được" and state.collective:
        if is_charged(state.copy, state.start, at):
            return None
        if given := given_end(state.copy, at):
            return min(given, state.end)
    found = unit_words().inner.of(first, state.copy.low, at)
    if found is None and first == "trong" and state.collective:
        within = _WITHIN.match(state.copy.low, at, state.end)
        return within.end() if within else None
    acts = found and found.value == "counted" and sort_at(state.copy.low, found.end + 1) == "verb"
    if found and not acts and _holds(state, found.value, at):  # not `tham gia kiểm tra`
        return min(found.end, state.end)
    head = state.head.words.lower()
    held = object_end(state.copy, state.start, at) or topic_end(state.copy, at, head)
    held = held or managers_end(state.copy, state.start, at)
    held = held or team_end(state.copy, state.start, at, head)
    if not (held or state.listing):
        held = charged_end(state.copy, first, at) or carried_end(state.copy, state.start, at, head)
    return min(held, state.end) if held else None


def _holds(state: Growing, place: str, at: int) -> bool:
    """Return whether a phrase of the table stands inside names of this sort."""
    if place == "proper":
        return state.copy.text[at].isupper()
    if place == "counted" and state.head.sort != "group":  # `Học sinh tham gia …`: they act
        return QUANTIFIER.match(state.copy.low, state.start) is not None
    if place == "board":
        head = state.head.words.lower()
        return head in BOARDS and state.copy.low[state.start : at].rstrip().endswith(head)
    return place == "any" or (place in ("group", "counted") and state.collective)


def _headed(state: Growing, place: int) -> int:
    """Return the end of a phrase that begins with the head itself (`cơ sở đào tạo`), or 0.

    `Các đơn vị nghiên cứu, triển khai …` are units that study.
    """
    low = state.copy.low
    found = unit_words().inner.at(low, place - len(state.head.words))
    if found is None or found.value != "head":
        return 0
    studies = low.startswith(_STUDY, place) and _STUDIES.match(low, place)
    return 0 if studies else found.end
