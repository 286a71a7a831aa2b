"""What OCR mistakes is put right where only one reading fits, before lines become paragraphs.

The closed vocabulary of the field, names of provinces, labels in their sequence, the shapes of
dates and document numbers, and the marks of common words beside each other; letters of free text
stay, and so do names of people. Each repair is a finding.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from kehoach_parser.findings import Finding, finding
from kehoach_parser.lexicon.bigrams import bigrams
from kehoach_parser.lexicon.ocr_words import bare, longest, phrases
from kehoach_parser.readers.ocr.labels import Labels, labels_after
from kehoach_parser.readers.ocr.names import misread_surnames
from kehoach_parser.readers.ocr.numbers import is_range, parted, repaired_number
from kehoach_parser.readers.ocr.pixels import Picture
from kehoach_parser.readers.ocr.places import misread_places
from kehoach_parser.readers.ocr.specks import cleaned
from kehoach_parser.readers.ocr.spelling import cased, usual
from kehoach_parser.readers.ocr.strokes import counted
from kehoach_parser.readers.ocr.whole_lines import whole_line
from kehoach_parser.readers.pdf.chars import Word
from kehoach_parser.readers.pdf.lines import COLUMN_GAP, line_text, pieces, rows
from kehoach_parser.readers.pdf.pages import Page
from kehoach_parser.text.folding import fold
from kehoach_parser.text.letters import WORD
from kehoach_parser.text.patterns import pattern
from kehoach_parser.text.syllables import is_syllable

_DATED: Final = frozenset({("ngay", "thang"), ("thang", "nam")})
_WITHIN: Final = frozenset({"dau", "cuoi", "giua", "trong", "cua", "moi"})
"""Between `tháng` and `năm` where no month is meant (`6 tháng đầu năm`)."""

_DAYS: Final = frozenset({"ngy", "gay", "nga"})
_MONTHS: Final = frozenset({"thng", "thag"})
"""What OCR makes of `ngày` and `tháng` whose thin letter it does not see."""

_AT_MOST: Final = "≤"
_LIKE_AT_MOST: Final = frozenset("5Ss$")
_SIGNED_COUNT: Final = pattern(r"[Ss$]\d{1,3}")
_TERMS: Final = frozenset({"ngay", "gio", "phut", "thang", "tuan"})
"""What OCR makes of `≤`, which it does not know, before a number of these; a five only where
a cell or a line begins with it."""

_CELL_GAP: Final = 0.6
"""Sizes between the words of two cells at least; a blank is narrower."""

_COUNT: Final = pattern(r"\W{0,2}\d{1,2}\W{0,2}|[.…_]+")
_COUNCILS: Final = frozenset({"uybannhandan", "hoidongnhandan"})
"""Lines of a head below which the territory stands."""

_SIGN: Final = frozenset({"Số:", "số:", "SỐ:"})
_NUMBER: Final = pattern(r"\d{1,5}[a-zđ]?|[.…_]+")
_CODE: Final = pattern(r"(?!\d{1,5}[a-zđ]?-)(?P<number>[^/]{1,8})(?P<symbol>/[A-ZĐ]{2}.*)")
"""Not of the Party, whose type stands before the slash (`12-KH/TU`)."""

_SCRAWL: Final = pattern(r"\bngày(?=\w{1,4}\Z)")
_SCRAWL_AFTER: Final = pattern(r"\Atháng(?=[^\W\d]\w?\Z)")
"""`ngày` and `tháng` that handwriting follows without a blank."""

_ILLEGIBLE: Final = "…"
"""Stands for a day, month or number in handwriting that cannot be read: blank, not guessed."""

_RUN_IN: Final = pattern(r"(?:[lI]|\d{1,2}|[IVX]{1,4})[.,](?=[^\W\d_]{2})")
_RUN_ON: Final = pattern(r"(?:VI{1,3}|IV|V|I{1,3})(?=[^\W\d_]{2,6}\Z)")
_BLOT: Final = "Ị"
_BLOTTED: Final = pattern(rf"{_BLOT}(?=[^\W\d_]{{2}})")
"""`I.` whose dot came to stand below it: no syllable in capitals begins so."""

_KNOWN: Final = 0.8
"""Confidence at least of words of the closed vocabulary, whichever way their marks were read."""

_READ: Final = 0.99
"""Confidence at least of words that are no other, as far as they are words."""

_PAIR: Final = 2
_NEXT_LINE: Final = 2.0
"""Sizes from line to line in a paragraph at most."""

_BESIDE: Final = 3
"""So many words at each side of a line's end tell how its words are spelled."""


class Repairs:
    """Repairs of one document: `done` counts what was read and what it became.

    `spelled` are the words whose marks were put right by their neighbours, `marks` how many
    lines of each page have specks that were left out.
    """

    def __init__(self) -> None:
        """Begin with nothing done."""
        self.done: Counter[tuple[str, str]] = Counter()
        self.pages: dict[tuple[str, str], int] = {}
        self.spelled: list[tuple[str, str]] = []
        self.marks: Counter[int] = Counter()
        self._page = 0

    def words(self, words: Sequence[Word], page: int) -> list[Word]:
        """Return the words of a page with phrases, dates and numbers put right."""
        self._page = page
        found: list[Word] = []
        head = ""
        above: list[list[Word]] = []
        for row in rows(words):
            if head in _COUNCILS and bare(row[0].text) == "tinh":
                self._replace(row[:1], [_with_core(row[0].text, "tỉnh")])
            parts = pieces(self._apart(row), COLUMN_GAP)
            head = bare(line_text(parts[0]))
            held: list[list[Word]] = []
            for piece in parts:
                whole = self._whole_line(piece)
                line = self._line(piece) if whole is None else whole
                if line:
                    held.append(line)
                    self._over_line_end(above, line)
            found += [word for piece in held for word in piece]
            reach = row[0].base - _NEXT_LINE * row[0].size
            above = held + [piece for piece in above if piece[-1].base > reach]
        return found

    def _apart(self, row: list[Word]) -> list[Word]:
        """Return a row whose label stands apart from the word that OCR runs it together with."""
        word, size = row[0], len(row[0].text)
        match = _RUN_IN.match(word.text) or _BLOTTED.match(word.text if word.text.isupper() else "")
        match = match or _run_on(row)
        if not match:
            return row
        middle = word.x0 + (word.x1 - word.x0) * match.end() / size
        label = replace(word, text=match[0], x1=middle)
        if label.text[-1] not in ".,":
            self._put(label, "I." if label.text == _BLOT else f"{label.text}.")
        rest = replace(word, text=word.text[match.end() :], x0=middle,
                       order=word.order + match.end())  # fmt: skip
        return [label, rest, *row[1:]]

    def _over_line_end(self, above: Sequence[Sequence[Word]], line: Sequence[Word]) -> None:
        """Put right what a line end parts: the last word of the line above, and the first."""
        first = line[0]
        over = next((piece for piece in above if _is_above(piece, line)), ())
        last = over[-1] if over else None
        if last is not None and first.base - last.base < _NEXT_LINE * first.size:
            self._phrases([last, first])
            self._usual([*over[-_BESIDE:], *line[:_BESIDE]])

    def strokes(self, words: Sequence[Word], shown: Picture, page: int) -> None:
        """Put right the Roman numerals of a page that were read with too few strokes."""
        self._page = page
        for word in words:
            text = counted(word, shown)
            if text is not None:
                self._put(word, text)

    def labels(self, pages: Sequence[Page]) -> None:
        """Put right the labels at the beginning of rows, over all pages that OCR read."""
        labels = Labels()
        held = [(page.number, row) for page in pages if page.recognised for row in page.rows]
        for (number, row), then in zip(held, labels_after([row for _, row in held]), strict=True):
            self._page = number
            label = labels.repaired(row, then)
            if label is not None:
                self._put(row[0], label)

    def _line(self, held: Sequence[Word]) -> list[Word]:
        parts = self._parted(held)
        words = cleaned(parts)
        self.marks[self._page] += line_text(words) != line_text(parts) if words else 1
        self._phrases(words)
        for place in misread_places(words):
            texts = [_with_core(word.text, name) for word, name in zip(*place, strict=True)]
            self._replace(place.words, texts)
        for word, family in misread_surnames(words):
            self._put(word, family)
        self._usual(words)
        self._day_words(words)
        for number, word in enumerate(words):
            before = words[number - 1].text if number else ""
            after = words[number + 1].text if number + 1 < len(words) else ""
            text = repaired_number(word.text, before, after)
            if text != word.text:
                self._put(word, text)
        self._at_most(words)
        self._unread(words)
        return words

    def _day_words(self, words: Sequence[Word]) -> None:
        """Put right `ngày` and `tháng` that a letter was not seen of, beside their numbers."""
        for first, middle, last in zip(words, words[1:], words[2:], strict=False):
            if _COUNT.fullmatch(middle.text) and bare(last.text) == "thang":
                if bare(first.text) in _DAYS:
                    self._put(first, _with_core(first.text, "ngày"))
            elif bare(middle.text) in _MONTHS and first.text.isdigit() and last.text[0].isdigit():
                self._put(middle, "tháng")

    def _at_most(self, words: Sequence[Word]) -> None:
        """Put right `≤` before a term, apart from its number or run together with it."""
        for number, word in enumerate(words[:-1]):
            if word.text[0] not in _LIKE_AT_MOST or _gap(words, number + 1) <= 0:
                continue
            if word.text[0] == "5" and number and _gap(words, number) < _CELL_GAP:
                continue
            count, *then = (each.text for each in words[number + 1 : number + 3])
            if word.text in _LIKE_AT_MOST and count.isdigit() and then and bare(then[0]) in _TERMS:
                self._put(word, _AT_MOST)
            elif _SIGNED_COUNT.fullmatch(word.text) and bare(count) in _TERMS:
                self._put(word, f"{_AT_MOST}{word.text[1:]}")

    def _unread(self, words: Sequence[Word]) -> None:
        """Leave blank what handwriting has made of a day, a month or a document's number."""
        for first, middle, last in zip(words, words[1:], words[2:], strict=False):
            if _is_illegible(first.text, middle.text, last.text):
                self._put(middle, _ILLEGIBLE)
        for first, code in pairwise(words):
            match = _CODE.fullmatch(code.text) if first.text in _SIGN else None
            if match and not _NUMBER.fullmatch(match["number"]):
                self._put(code, f"{_ILLEGIBLE}{match['symbol']}")

    def _usual(self, words: Sequence[Word]) -> None:
        for word, text in usual(words):
            self.spelled.append((word.text, text))
            word.text = text

    def _parted(self, words: Sequence[Word]) -> list[Word]:
        """Return the words, those apart that stand together because a blank was too narrow."""
        found: list[Word] = []
        for number, word in enumerate(words):
            text = parted(word.text)
            after = bare(words[number + 1].text) if number + 1 < len(words) else ""
            if after == "thang":
                text = _SCRAWL.sub(r"\g<0> ", text)
            elif after == "nam":
                text = _SCRAWL_AFTER.sub(r"\g<0> ", text)
            elif number > 1 and is_range(*(each.text for each in words[number - 2 : number + 1])):
                text = f"- {text}"
            if text == word.text:
                found.append(word)
            else:
                self._note(word.text, text)
                found += _over([word], text)
        return found

    def findings(self) -> list[Finding]:
        """Return a finding for each repair, told once, and one for all words' marks."""
        found = [
            finding("ocr-repaired", page=self.pages[pair], before=pair[0], after=pair[1],
                    count=count)
            for pair, count in self.done.items()
        ]  # fmt: skip
        if self.spelled:
            before, after = self.spelled[0]
            found.append(
                finding("ocr-spelled", count=len(self.spelled), before=before, after=after)
            )
        return found

    def _put(self, word: Word, text: str) -> None:
        self._note(word.text, text)
        word.text = text

    def _note(self, before: str, after: str) -> None:
        pair = before.strip(".,;: "), after.strip(".,;: ")
        pair = pair if pair[0] != pair[1] else (before, after)
        self.done[pair] += 1
        self.pages.setdefault(pair, self._page)

    def _whole_line(self, words: list[Word]) -> list[Word] | None:
        """Return the words of a line that is nearly one of the known ones, null where none."""
        text = line_text(words)
        right = whole_line(text)
        if right is None:
            return None
        if right.casefold() != text.casefold():
            self._note(text, right)
        return _over(words, right)

    def _phrases(self, words: Sequence[Word]) -> None:
        lettered = [word for word in words if WORD.search(word.text)]
        keys = [bare(word.text) for word in lettered]
        at = 0
        while at < len(keys):
            at += self._phrase(lettered, keys, at) or 1

    def _phrase(self, words: Sequence[Word], keys: Sequence[str], at: int) -> int:
        """Put right the longest phrase at a place; return how many words it has."""
        for count in range(min(longest(), len(keys) - at), 1, -1):
            spellings = phrases().get(tuple(keys[at : at + count]))
            if spellings is None:
                continue
            held = words[at : at + count]
            good = _read_right(held, spellings) or spellings[0]
            texts = [_with_core(word.text, right) for word, right in zip(held, good, strict=True)]
            if all(texts) and not _stands(held, texts):
                self._replace(held, texts)
                return count
        return 0

    def _replace(self, words: Sequence[Word], texts: Sequence[str]) -> None:
        """Give words their right texts, where any differs."""
        old, new = " ".join(word.text for word in words), " ".join(texts)
        if old != new:
            self._note(old, new)
        for word, text in zip(words, texts, strict=True):
            word.text = text
            word.confidence = max(word.confidence or 0.0, _KNOWN)


def _gap(words: Sequence[Word], at: int) -> float:
    """Return how many sizes wide the blank before a word is."""
    return (words[at].x0 - words[at - 1].x1) / words[at].size


def _run_on(row: Sequence[Word]) -> re.Match[str] | None:
    """Return the numeral that a heading in capitals begins with, neither stop nor blank seen.

    What follows it is a syllable, and with it none.
    """
    text = row[0].text
    if not (len(row) > 1 and text.isupper() and row[1].text.isupper()):
        return None
    match = _RUN_ON.match(text)
    if match is None or bigrams().is_known(fold(text)) or is_syllable(fold(text)):
        return None
    rest = fold(text[match.end() :])
    return match if is_syllable(rest) and bigrams().is_known(rest) else None


def _is_above(piece: Sequence[Word], line: Sequence[Word]) -> bool:
    """Return whether a line goes on from another: both stand in one column."""
    return piece[0].x0 < line[-1].x1 and line[0].x0 < piece[-1].x1


def _is_illegible(before: str, text: str, after: str) -> bool:
    """Return whether a day, a month or a document's number is none: written by hand, misread."""
    if (bare(before), bare(after)) in _DATED:
        return not _COUNT.fullmatch(text) and bare(text) not in _WITHIN
    return before in _SIGN and after.startswith(("/", "-")) and not _NUMBER.fullmatch(text)


def _read_right(words: Sequence[Word], spellings: Sequence[Sequence[str]]) -> Sequence[str]:
    """Return the spelling that was read, where several are right."""
    read = [fold(match[0]) for word in words if (match := WORD.search(word.text))]
    return next((each for each in spellings if list(each) == read), ())


def _stands(words: Sequence[Word], texts: Sequence[str]) -> bool:
    """Return whether a pair of words is no phrase: a stop or a name parts it, or it is surely read.

    Of words that there are, neighbours on both sides tell more; longer phrases are no accident.
    """
    if len(words) != _PAIR:
        return False
    first, second = words
    if not first.text[-1].isalnum() or (first.text[0].islower() and second.text[0].isupper()):
        return True
    wrong = [word for word, text in zip(words, texts, strict=True) if word.text != text]
    return bool(wrong) and all(_is_surely_read(word) for word in wrong)


def _is_surely_read(word: Word) -> bool:
    core = WORD.search(word.text)
    sure = (word.confidence or 0.0) >= _READ
    return sure and core is not None and bigrams().is_known(fold(core[0]))


def _with_core(text: str, right: str) -> str:
    """Return a word with its letters as they should be, in the case that it has.

    Empty where the word's letters do not stand together (`nhân-dân`).
    """
    cores = list(WORD.finditer(text))
    if len(cores) != 1:
        return ""
    core = cores[0]
    if fold(core[0]) == fold(right):  # old tone placement is no error
        return text
    return text[: core.start()] + cased(core[0], right) + text[core.end() :]


def _over(words: Sequence[Word], text: str) -> list[Word]:
    """Return the words of a text laid over the place of others."""
    parts = text.split()
    if len(parts) == len(words):
        for word, part in zip(words, parts, strict=True):
            word.text = part
        return list(words)
    start, reach = words[0].x0, max(word.x1 for word in words) - words[0].x0
    size = len(text)
    found: list[Word] = []
    at = 0
    for part in parts:
        x0, x1 = start + reach * at / size, start + reach * (at + len(part)) / size
        found.append(replace(words[0], text=part, x0=x0, x1=x1, order=words[0].order + at))
        at += len(part) + 1
    return found
