"""The outline: every labelled unit and unnumbered heading, and which lines belong to it."""

import re
from typing import Final

from kehoach_parser.findings import Finding, finding
from kehoach_parser.lexicon.doctypes import PLANS
from kehoach_parser.model import SectionKind
from kehoach_parser.segment.article import posted_on
from kehoach_parser.segment.kinds import child_kind, heads_body
from kehoach_parser.segment.ladder import Step
from kehoach_parser.segment.marks import (
    ANNOTATION,
    ATTACHED_NOTE,
    REASON,
    appendix_label,
    is_bullet,
    is_title_like,
)
from kehoach_parser.segment.numbering import Label, read_label
from kehoach_parser.segment.sections import Opening, Sections
from kehoach_parser.segment.structure import Header, Lost, Outline, Zone
from kehoach_parser.text.letters import UPPER
from kehoach_parser.text.patterns import pattern
from kehoach_parser.text.source import Line, SourceText

_SENTENCE_END: Final = pattern(rf"[.!?…](?=\s+[{UPPER}]|\s*$)")
_ABBREVIATION: Final = pattern(r"(?:\b[A-ZĐ]|\b(?:TP|Tp|tp|TT|ThS|TS|PGS|GS|st|vv|v))\Z")
_LONGEST_ABBREVIATION: Final = 3
_DECIDES: Final = pattern(r"\W*(?:QUYẾT ĐỊNH|QUYẾT NGHỊ|NGHỊ QUYẾT|CHỈ THỊ)\s*:?\W*")
_TITLED: Final = ("phần", "chương", "mục")
_ARTICLE: Final = "điều"
_ROMAN_FIRST: Final = ("roman", 1)
_FIRST: Final = ("number", 1)
_SECOND: Final = ("number", 2)
_TITLE_LINES: Final = 8
_SHORT_LINE: Final = 80
_LEAST_WORD: Final = 3


def build_outline(source: SourceText, header: Header) -> Outline:
    """Return the outline of a document; one that is no administrative document has none."""
    if not header.is_official:
        return _empty(source, header)
    walk = _Walk(source, header)
    number = 0
    while number < len(source.lines):
        number = walk.line(number)
    body = header.end if walk.sections.any else _below_grounds(source, header)
    return walk.sections.outline(tuple(walk.findings), body)


def _below_grounds(source: SourceText, header: Header) -> int:
    """Return the first line of the body of a plan without sections.

    One that breaks off has but its grounds, and who issues it; a lead-in asks for what follows.
    """
    number = header.end
    kind = header.metadata.document_type
    if kind is not None and kind.code in PLANS:
        while number < len(source.lines):
            words = source.words(source.lines[number])
            if not REASON.match(words) or words[-1] == ":" or is_bullet(words):
                break
            number += 1
    return number


def _empty(source: SourceText, header: Header) -> Outline:
    foot = len(source.lines) if header.foot is None else header.foot
    zones = tuple(
        Zone.FOOT if number >= foot
        else Zone.HEADER if number < header.end or posted_on(source.words(line))
        else Zone.BODY
        for number, line in enumerate(source.lines)
    )  # fmt: skip
    return Outline((), (-1,) * len(zones), zones, (), (), ())


class _Walk:
    """Goes over the lines once; each step returns the number of the next line."""

    def __init__(self, source: SourceText, header: Header) -> None:
        self.source = source
        self.body = header.end
        self.sections = Sections(source)
        self.findings: list[Finding] = []
        self.zone = Zone.BODY if header.lost is Lost.PART else Zone.PREAMBLE
        self.apart = _apart(header, source)

    def line(self, number: int) -> int:
        line = self.source.lines[number]
        words = self.source.words(line)
        if number in self.apart:
            return self._outside(number)
        if line.table is not None or line.footnote:
            return self._inside(number)
        appendix = appendix_label(words)
        if appendix and self._is_appendix(line, words, appendix.end()):
            return self._appendix(number, appendix)
        label = read_label(words)
        step = self._step(number, label) if label else None
        if label and step:
            return self._labelled(number, label, step)
        if self._is_heading(number, line, words):
            return self._heading(number, line)
        return self._inside(number)

    def _inside(self, number: int) -> int:
        self.sections.pass_line(self.zone)
        return number + 1

    def _outside(self, number: int) -> int:
        """Pass a line of a head or closing block; what follows a closing block is appended."""
        zone = self.apart[number]
        self.sections.ladder.rungs.clear()
        self.sections.pass_line(zone)
        self.zone = Zone.APPENDIX if zone is Zone.CLOSING else Zone.PREAMBLE
        return number + 1

    # ------------------------------------------------------------- labelled units

    def _step(self, number: int, label: Label) -> Step | None:
        before = self.source.words(self.source.lines[number - 1]) if number else ""
        if label.readings[0] == _ROMAN_FIRST and self._is_misread(number):
            label = label._replace(readings=(_FIRST,))
        announced = before.endswith(":")
        if before.isupper():  # `2. NHIỆM VỤ` with its own `1.`
            announced |= not self.source.words(self.source.lines[number]).isupper()
        return self.sections.ladder.place(label, announced=announced)

    def _is_misread(self, number: int) -> bool:
        """Return whether `2.` follows on a sentence below `I.`, as OCR reads the label `1.`."""
        words = self.source.words(self.source.lines[number])
        if words[-1] not in ".;" or words.isupper() or number + 1 >= len(self.source.lines):
            return False
        following = read_label(self.source.words(self.source.lines[number + 1]))
        return following is not None and following.readings[0] == _SECOND

    def _labelled(self, number: int, label: Label, step: Step) -> int:
        line = self.source.lines[number]
        last = self._wrapped_heading(number, label)
        if label.end >= line.end - line.start and step.form in _TITLED:
            last = self._title_end(number, None)
        words = self.source.text[line.start : self.source.lines[last].end]
        heading = _heading_of(words[label.end :], run_in=not (line.all_bold or words.isupper()))
        if not (heading or step.form in _TITLED or self._lone_article(number, step)):
            return self._inside(number)  # a number that nothing follows labels nothing
        if step.oddity:
            span = (line.start, line.end)
            odd = finding(step.oddity, span, label=label.text, expected=step.expected)
            self.findings.append(odd)
        if self.zone is Zone.PREAMBLE:
            self.zone = Zone.BODY
        opening = Opening(number, last, step, label.text, heading or label.text, parts=label.parts)
        self.sections.add(opening, self.zone)
        return last + 1

    def _lone_article(self, number: int, step: Step) -> bool:
        """Return whether `Điều 3.` stands alone above its points, no end of a wrapped sentence."""
        below = number + 1
        if step.form != _ARTICLE or below >= len(self.source.lines):
            return False
        return self._begins_unit(below)

    def _wrapped_heading(self, number: int, label: Label) -> int:
        """Return the last line of a heading in capitals that goes on below its first line."""
        lines = self.source.lines
        words = self.source.words(lines[number])[label.end :]
        last = number
        while words.isupper() and words[-1] not in ".:;" and last - number < _TITLE_LINES:
            if last + 1 >= len(lines) or lines[last + 1].all_bold != lines[number].all_bold:
                break
            words = self.source.words(lines[last + 1])
            if not words.isupper() or len(words) < _LEAST_WORD or self._begins_unit(last + 1):
                break
            last += 1
        return last

    # ------------------------------------------------------------- appendices, headings

    def _is_appendix(self, line: Line, words: str, end: int) -> bool:
        alone = end == len(words)
        looks = line.all_bold or line.centered or words[:7].isupper() or line.heading > 0
        if self.zone is Zone.APPENDIX:
            return looks or alone or len(words) < _SHORT_LINE
        return looks and (alone or words.isupper() or line.centered)

    def _appendix(self, number: int, match: re.Match[str]) -> int:
        self.zone = Zone.APPENDIX
        line = self.source.lines[number]
        rest = self.source.words(line)[match.end() :]
        titled = bool(rest) and not ANNOTATION.fullmatch(rest)
        last = self._title_end(number, line if titled else None)
        start = line.start + match.end()
        if not rest and last == number and self._is_note(number + 1):
            below = self._title_end(number + 1, None)
            if below > number + 1:
                last, start = below, self.source.lines[number + 2].start
        text = self.source.text[start : self.source.lines[last].end]
        step = Step(0, "appendix", 0)
        kind = SectionKind.APPENDIX
        heading = _one_line(text) or match["label"]
        opening = Opening(number, last, step, match["label"], heading, kind)
        self.sections.add(opening, self.zone)
        return last + 1

    def _is_note(self, number: int) -> bool:
        """Return whether a line only says what an appendix is attached to."""
        if number >= len(self.source.lines):
            return False
        words = self.source.words(self.source.lines[number])
        return bool(ATTACHED_NOTE.match(words) and ANNOTATION.fullmatch(words))

    def _title_end(self, number: int, first: Line | None) -> int:
        """Return the last line of a title: the lines below its first that look like it."""
        lines = self.source.lines
        last = number
        while last + 1 < len(lines) and last - number < _TITLE_LINES:
            below = lines[last + 1]
            words = self.source.words(below)
            if not words or ATTACHED_NOTE.match(words) or self._begins_unit(last + 1):
                break
            above = self.source.words(lines[last]) if first else ""
            if not (_same_title(first, below, words) or _goes_on(above, words)):
                break
            first = first or below
            last += 1
        return last

    def _begins_unit(self, number: int) -> bool:
        line = self.source.lines[number]
        words = self.source.words(line)
        if line.table is not None or number in self.apart:
            return True
        return bool(read_label(words) or appendix_label(words) or is_bullet(words))

    def _is_heading(self, number: int, line: Line, words: str) -> bool:
        if _DECIDES.fullmatch(words) or ATTACHED_NOTE.match(words):
            return False
        apart = words.isupper() and number >= self.body + 2
        if self.zone is Zone.PREAMBLE and not (apart or self._opens_plan(number, words)):
            return False
        looks = is_title_like(words, bold=line.all_bold, centered=line.centered)
        return looks and self._heads_something(number)

    def _opens_plan(self, number: int, words: str) -> bool:
        """Return whether a plan without numbers begins (`MỤC ĐÍCH` below title or preamble)."""
        if number == self.body:
            return heads_body(words)
        return number > self.body and not words.endswith(":") and child_kind(words) is not None

    def _heads_something(self, number: int) -> bool:
        """Return whether text follows: a body's name at the end of an appendix heads nothing."""
        below = number + 1
        if below >= len(self.source.lines) or below in self.apart:
            return False
        return appendix_label(self.source.words(self.source.lines[below])) is None

    def _heading(self, number: int, line: Line) -> int:
        appended = self.zone is Zone.APPENDIX
        last = number
        if appended:
            last = self._title_end(number, line)
        text = self.source.text[line.start : self.source.lines[last].end]
        top = appended or self.source.words(line).isupper()
        step = Step(0 if top else self.sections.ladder.heading_depth(), "heading", 0)
        kind = SectionKind.APPENDIX if appended else None
        if self.zone is Zone.PREAMBLE and self._opens_plan(number, self.source.words(line)):
            self.zone = Zone.BODY
        opening = Opening(number, last, step, None, _one_line(text), kind, beside=not appended)
        self.sections.add(opening, self.zone)
        return last + 1


def _apart(header: Header, source: SourceText) -> dict[int, Zone]:
    """Return the lines of the heads, of closing blocks and of a page's foot.

    When a page was posted, below its headline, is of the head.
    """
    lines = len(source.lines)
    end = header.end
    while end < lines and posted_on(source.words(source.lines[end])):
        end += 1
    found = dict.fromkeys(range(end), Zone.HEADER)
    for first, last in header.closings:
        found.update(dict.fromkeys(range(first, last), Zone.CLOSING))
    if header.attached:
        found.update(dict.fromkeys(range(*header.attached), Zone.HEADER))
    if header.foot is not None:
        found.update(dict.fromkeys(range(header.foot, lines), Zone.FOOT))
    return found


def _same_title(first: Line | None, below: Line, words: str) -> bool:
    if words.isupper():
        return True
    if first is None:
        return below.all_bold or below.centered
    return (first.all_bold and below.all_bold) or (first.centered and below.centered)


def _goes_on(above: str, words: str) -> bool:
    """Return whether a title in capitals goes on in small letters in the line below it."""
    return above.isupper() and words[:1].islower() and words[-1] not in ".;:"


def _one_line(text: str) -> str:
    return " ".join(text.split()).strip(" .:-–")


def _heading_of(text: str, *, run_in: bool) -> str:
    """Return the heading's text, or the first sentence of a run-in paragraph."""
    if run_in:
        for match in _SENTENCE_END.finditer(text):
            end = match.start()
            if not _ABBREVIATION.search(text, max(end - _LONGEST_ABBREVIATION, 0), end):
                text = text[:end]
                break
    words = " ".join(text.split()) if "\n" in text else text
    return words.rstrip(" .:;,").lstrip(" .")
