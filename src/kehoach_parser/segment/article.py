"""A news article: its headline, and the line that says when it was posted."""

import re
from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from typing import Final, NamedTuple

from kehoach_parser.segment.marks import ANNOTATION, is_bullet
from kehoach_parser.segment.numbering import read_label
from kehoach_parser.text.letters import LOWER, UPPER
from kehoach_parser.text.numerals import WORD_VALUES, day_of
from kehoach_parser.text.patterns import pattern
from kehoach_parser.text.source import Line, SourceText

_TOP: Final = 12
_LONGEST_HEADLINE: Final = 240
_LONGEST_SENTENCE: Final = 150
_LONGEST_STAMP: Final = 100
_HEADLINE_WORDS: Final = 6
_LONGEST_ITEM: Final = 5
_FEWEST_ITEMS: Final = 3
_SURE_ITEMS: Final = 6
"""Words of a menu's item, how many items in a row are a menu's, and how many begin one."""

_FEWEST_WORDS: Final = 3
"""Words that a headline above a dateline has at least; a lone day has one."""

_DATELINE: Final = pattern(
    r"(?:thứ\s(?:hai|ba|tư|năm|sáu|bảy|\d)|chủ\snhật|cập nhật|lượt xem|đăng lúc|ngày đăng"
    r"|đăng ngày|lần đọc|lượt đọc|(?:tăng|giảm)?\s?cỡ chữ)"
    r"|\b\d{1,2}[/-]\d{1,2}[/-]\d{4}\s*[|,-]?\s*\d{1,2}[:h]\d{2}|\b\d{1,2}:\d{2}\b.*\d{4}"
    r"|\A\W*\d{1,2}[/-]\d{1,2}[/-]\d{4}\W*\Z",
    re.IGNORECASE,
)
_AGENCY: Final = pattern(
    rf"(?:\([^()]{{2,25}}\)|[{UPPER}][{UPPER}.]{{1,11}}\w{{0,3}})\s?[-–]{{1,2}}\s"
)
"""Who reports, before the first words of a story: `(Báo Bắc Sơn) - `, `TTXVN - `."""

_PICTURE: Final = pattern(r"\W*Ảnh\s?:|[^\n]{0,300}[.\s(–-]\s?Ảnh\s?:\s?\S")
_NEXT_SENTENCE: Final = pattern(rf"[{LOWER}\d)”\"%]{{2}}[.!?…]+[”\"]?\s+[{UPPER}]")
_POSTED: Final = pattern(
    r"""
    \b(?:(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-]
      |(?P<written>\d{1,2})\s[Tt]háng\s(?P<named>\d{1,2}|[^\W\d]+(?:\s[Mm]ột|\s[Hh]ai)?),?\s(?:[Nn]ăm\s)?)
    (?P<year>20\d\d)\b
    """,
    re.VERBOSE,
)
_STAMP_WORDS: Final = pattern(
    r"\b(?:thứ\s(?:hai|ba|tư|năm|sáu|bảy|\d)|chủ\snhật|(?:cập\snhật|đăng|gửi|xuất\sbản|sửa)(?:\slúc)?"
    r"|(?:đã\s|lượt\s|số\slần\s)?(?:xem|đọc)|lượt|view\scount|views?|ngày|tháng|năm|lúc|giờ|phút"
    r"|in\sbài(?:\sviết)?|chia\ssẻ(?:\sbài\sviết)?|phản\shồi|bình\sluận|cỡ\schữ|gmt|am|pm)\b",
    re.IGNORECASE,
)
_SMALL_WORD: Final = pattern(rf"(?<!\w)[{LOWER}]{{2,}}(?!\w)")


class Article(NamedTuple):
    """The headline with its place, and the day on which the article was posted."""

    headline: tuple[str, tuple[int, int]] | None
    posted_on: date | None


def read_article(source: SourceText) -> Article:
    """Return what the top of an article says of it.

    A site shows its own clock above the headline: the day below it counts first.
    """
    found = headline(source)
    above = source.line_at(found[1][0]) if found else 0
    stamps = [*source.lines[above + 1 :], *source.lines[:above]]
    days = (posted_on(source.words(line)) for line in stamps if line.table is None)
    return Article(found, next(filter(None, days), None))


def headline(source: SourceText) -> tuple[str, tuple[int, int]] | None:
    """Return an article's headline: the line above its dateline, else its first long line.

    The story's own paragraphs are none: what a page's copy lacks is not made up.
    """
    lines = list(_above_story(source))
    for above, line in pairwise(lines):
        words = source.words(above)
        if is_furniture(words) or len(words.split()) < _FEWEST_WORDS:
            continue
        if _is_dateline(source.text[line.start : line.end][:80]):
            below = _longer_below(source, words, lines[lines.index(line) + 1 :], _HEADLINE_WORDS)
            return below or (words, (above.start, above.end))
    titles = [line for line in lines if not is_furniture(source.words(line))]
    plain = [line for line in titles if source.words(line)[-1:] != "."]
    titles = plain or (titles if len(source.lines) > 1 else [])  # a lone sentence heads nothing
    for fewest in (_HEADLINE_WORDS, _FEWEST_WORDS):
        for number, line in enumerate(titles):
            words = source.words(line)
            if len(words.split()) >= fewest:
                twice = 2 * len(words.split())
                below = _longer_below(source, words, titles[number + 1 :], twice)
                return below or _bare_of_two(source, words, line, titles)
    return None


def _is_dateline(words: str) -> bool:
    """Return whether a line says when a page was posted; `Ngày chủ nhật xanh` is no day."""
    dated = _DATELINE.search(words) is not None
    return dated and (any(map(str.isdigit, words)) or is_furniture(words))


def _longer_below(
    source: SourceText, above: str, below: list[Line], fewest: int
) -> tuple[str, tuple[int, int]] | None:
    """Return the headline of so many words that stands under the name of a site or its section."""
    line = next((line for line in below if not is_furniture(source.words(line))), None)
    words = source.words(line) if line else ""
    length = len(words.split())
    if line is None or words[-1:] == "." or length < fewest:
        return None
    if len(above.split()) >= min(_HEADLINE_WORDS + 1, length):
        return None
    return words, (line.start, line.end)


def _bare_of_two(
    source: SourceText, words: str, line: Line, titles: list[Line]
) -> tuple[str, tuple[int, int]]:
    """Return a headline where it stands alone, if a site has it first with a word before it."""
    for other in titles:
        bare = source.words(other)
        if len(bare.split()) >= _FEWEST_WORDS and words.endswith(f" {bare}"):
            return bare, (other.start, other.end)
    return words, (line.start, line.end)


def _above_story(source: SourceText) -> Iterable[Line]:
    """Yield the lines above the first paragraph of the story."""
    first = max(below_menu(source) - 1, 0)
    for line in source.lines[first : first + _TOP]:
        if line.table is not None:
            continue
        words = source.words(line)
        if _tells(words) and not is_furniture(words):
            return
        yield line


def below_menu(source: SourceText) -> int:
    """Return the first line below a page's menu, 0 where no page begins so.

    A headline may be as short as an item: the last of them may be it.
    """
    end = row = 0
    for number, line in enumerate(source.lines):
        words = source.words(line)
        if not words:
            continue
        short = line.table is None and words.count(" ") < _LONGEST_ITEM
        if short and words[-1:] not in {".", ":", ";"} and not read_label(words):
            if not is_furniture(words):
                row += 1
                end = number + 1 if row >= _FEWEST_ITEMS else end
            continue
        if number < _SURE_ITEMS or _tells(words) or line.table is not None:
            break
        row = 0
    return end if end >= _SURE_ITEMS else 0


def _tells(words: str) -> bool:
    """Return whether a line is a paragraph or a point of a story, no headline."""
    if read_label(words) or is_bullet(words):
        return True
    if len(words) > _LONGEST_HEADLINE or words[-1:] in {":", ";"} or _AGENCY.match(words):
        return True
    if len(words) > _LONGEST_SENTENCE and words[-1:] == ".":
        return True
    return _NEXT_SENTENCE.search(words) is not None


def is_furniture(words: str) -> bool:
    """Return whether a line is a dateline, a button, a caption or a note, no headline."""
    bare = not any(map(str.isalpha, _STAMP_WORDS.sub("", words)))
    dated = bare or _DATELINE.match(words) or posted_on(words)
    return bool(dated or _PICTURE.match(words) or ANNOTATION.fullmatch(words))


def posted_on(words: str) -> date | None:
    """Return the day of a line that only says when a page was posted, null for other lines.

    >>> posted_on("Thứ Ba, 12/03/2024 08:15"), posted_on("Hạn chót: 17:00, 30/6/2024")
    (datetime.date(2024, 3, 12), None)
    """
    if len(words) > _LONGEST_STAMP or "20" not in words:
        return None
    found = _POSTED.search(words)
    if found is None or not _DATELINE.search(words):
        return None
    rest = _STAMP_WORDS.sub(" ", words[: found.start()] + " " + words[found.end() :])
    return None if _SMALL_WORD.search(rest) else _day_of(found)


def _day_of(found: re.Match[str]) -> date | None:
    """Return the day of a stamp; some sites put the month first."""
    day = int(found["day"] or found["written"])
    month = _month(found["month"] or found["named"])
    return day_of(found["year"], month, day) or day_of(found["year"], day, month)


def _month(word: str) -> int:
    """Return the number of a month in digits or words, 0 for none."""
    return int(word) if word.isdigit() else WORD_VALUES.get(word.lower(), 0)
