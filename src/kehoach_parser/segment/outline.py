"""The outline: every labelled unit and unnumbered heading, and which lines belong to it."""

import re
from typing import Final

from kehoach_parser.findings import Finding, finding
from kehoach_parser.model import Section, SectionKind
from kehoach_parser.segment.kinds import child_kind, kind_of
from kehoach_parser.segment.ladder import Ladder, Rung, Step
from kehoach_parser.segment.marks import (
    ANNOTATION,
    ATTACHED_NOTE,
    appendix_label,
    is_bullet,
    is_title_like,
)
from kehoach_parser.segment.numbering import Label, read_label
from kehoach_parser.segment.structure import Header, Outline, Zone
from kehoach_parser.text.source import Line, SourceText

_SENTENCE_END: Final = re.compile(r"[.!?…](?=\s+[^\W\d_a-zà-ỹđ]|\s*$)")
_ABBREVIATION: Final = re.compile(r"(?:\b[A-ZĐ]|\b(?:TP|Tp|tp|ThS|TS|PGS|GS|st|vv|v))\Z")
_TITLE_LINES: Final = 8
_NO_HEADING: Final = re.compile(r"\W*(?:QUYẾT ĐỊNH|QUYẾT NGHỊ|NGHỊ QUYẾT|CHỈ THỊ)\s*:?\W*")


def build_outline(source: SourceText, header: Header) -> Outline:
    """Return the outline of a document; one that is no administrative document has none."""
    if header.metadata.document_type is None:
        return _empty(source, header)
    builder = _Builder(source, header)
    builder.walk()
    return builder.result()


def _empty(source: SourceText, header: Header) -> Outline:
    count = len(source.lines)
    zones = tuple(Zone.HEADER if n < header.end else Zone.BODY for n in range(count))
    return Outline((), (-1,) * count, zones, (), ())


class _Builder:
    """Walks the lines once; `ladder` holds the open units."""

    def __init__(self, source: SourceText, header: Header) -> None:
        self.source = source
        self.header = header
        self.sections: list[Section] = []
        self.heads: list[int] = []
        self.children: list[list[int]] = []
        self.owner: list[int] = []
        self.zones: list[Zone] = []
        self.findings: list[Finding] = []
        self.ladder = Ladder()
        self.zone = Zone.PREAMBLE

    def walk(self) -> None:
        skipped = self._skipped()
        lines = self.source.lines
        number = 0
        while number < len(lines):
            zone = skipped.get(number)
            if zone is not None:
                self._outside(zone)
                number += 1
                continue
            number = self._line(number, lines[number])

    def result(self) -> Outline:
        return Outline(
            tuple(self.sections), tuple(self.owner), tuple(self.zones), tuple(self.heads),
            tuple(map(tuple, self.children)), tuple(self.findings),
        )  # fmt: skip

    def _skipped(self) -> dict[int, Zone]:
        """Return the lines of the heads and closing blocks."""
        found = dict.fromkeys(range(self.header.end), Zone.HEADER)
        for first, last in self.header.closings:
            found.update(dict.fromkeys(range(first, last), Zone.CLOSING))
        if self.header.attached:
            found.update(dict.fromkeys(range(*self.header.attached), Zone.HEADER))
        return found

    def _outside(self, zone: Zone) -> None:
        """Pass a line of a head or closing block; what follows a closing block is appended."""
        self.owner.append(-1)
        self.zones.append(zone)
        self.ladder.rungs.clear()
        self.zone = Zone.APPENDIX if zone is Zone.CLOSING else Zone.PREAMBLE

    def _line(self, number: int, line: Line) -> int:
        words = self.source.words(line)
        if line.table is not None or line.footnote or not words:
            self._belongs(number)
            return number + 1
        appendix = appendix_label(words)
        if appendix and self._is_appendix(line, words, appendix.end()):
            return self._appendix(number, appendix)
        label = read_label(words)
        step = self._step(number, label) if label else None
        if label and step:
            return self._labelled(number, label, step)
        if self._is_heading(number, line, words):
            return self._heading(number)
        self._belongs(number)
        return number + 1

    def _belongs(self, _number: int) -> None:
        self.owner.append(self.ladder.rungs[-1].section if self.ladder.rungs else -1)
        self.zones.append(self.zone)

    # ------------------------------------------------------------- labelled units

    def _step(self, number: int, label: Label) -> Step | None:
        before = self.source.lines[number - 1] if number else None
        announced = before is not None and self.source.words(before).endswith(":")
        return self.ladder.place(label, announced=announced)

    def _labelled(self, number: int, label: Label, step: Step) -> int:
        line = self.source.lines[number]
        last = self._wrapped_heading(number, label)
        end = self.source.lines[last].end
        words = self.source.text[line.start : end]
        if step.oddity:
            self.findings.append(
                finding(
                    step.oddity, (line.start, line.end), label=label.text, expected=step.expected
                )
            )
        run_in = not (line.all_bold or words.isupper())
        heading = _heading_of(words[label.end :], run_in=run_in)
        if self.zone is Zone.PREAMBLE:
            self.zone = Zone.BODY
        self._add(number, last, step, label.text, heading, parts=label.parts)
        return last + 1

    def _wrapped_heading(self, number: int, label: Label) -> int:
        """Return the last line of a heading in capitals that goes on below its first line."""
        lines = self.source.lines
        words = self.source.words(lines[number])[label.end :]
        last = number
        while words.isupper() and last + 1 < len(lines) and last - number < _TITLE_LINES:
            below = lines[last + 1]
            text = self.source.words(below)
            if below.table is not None or not text.isupper() or words[-1] in ".:;":
                break
            if read_label(text) or appendix_label(text) or is_bullet(text) or len(text) < 3:  # noqa: PLR2004
                break
            if below.all_bold != lines[number].all_bold:
                break
            words, last = text, last + 1
        return last

    # ------------------------------------------------------------- appendices, headings

    def _is_appendix(self, line: Line, words: str, end: int) -> bool:
        looks = line.all_bold or line.centered or words[:7].isupper() or line.heading > 0
        if self.zone is Zone.APPENDIX:
            return looks or end == len(words) or len(words) < 80  # noqa: PLR2004
        return looks and (end == len(words) or words.isupper() or line.centered)

    def _appendix(self, number: int, match: re.Match[str]) -> int:
        self.zone = Zone.APPENDIX
        line = self.source.lines[number]
        rest = self.source.words(line)[match.end() :]
        last = self._title_end(number, has_title=bool(rest) and not ANNOTATION.fullmatch(rest))
        text = self.source.text[line.start + match.end() : self.source.lines[last].end]
        self._add(number, last, Step(0, "appendix", 0), match["label"], _one_line(text),
                  kind=SectionKind.APPENDIX)  # fmt: skip
        return last + 1

    def _title_end(self, number: int, *, has_title: bool) -> int:
        """Return the last line of an appendix' title: the lines below its label that look alike."""
        lines = self.source.lines
        last = number
        first = None if not has_title else lines[number]
        while last + 1 < len(lines) and last - number < _TITLE_LINES:
            below = lines[last + 1]
            words = self.source.words(below)
            if below.table is not None or not words or ATTACHED_NOTE.match(words):
                break
            if read_label(words) or appendix_label(words) or is_bullet(words):
                break
            if not _same_title(first, below, words):
                break
            first = first or below
            last += 1
        return last

    def _is_heading(self, number: int, line: Line, words: str) -> bool:
        if self.zone is Zone.PREAMBLE and not words.isupper():
            return False
        if _NO_HEADING.fullmatch(words) or (
            self.zone is Zone.PREAMBLE and number < self.header.end + 2
        ):
            return False
        if ATTACHED_NOTE.match(words):
            return False
        return is_title_like(words, bold=line.all_bold, centered=line.centered)

    def _heading(self, number: int) -> int:
        line = self.source.lines[number]
        last = self._title_end(number, has_title=True) if self.zone is Zone.APPENDIX else number
        text = self.source.text[line.start : self.source.lines[last].end]
        appended = self.zone is Zone.APPENDIX
        depth = 0 if appended or self.source.words(line).isupper() else self._heading_depth()
        step = Step(depth, "heading", 0)
        kind = SectionKind.APPENDIX if appended and depth == 0 else None
        self._add(number, last, step, None, _one_line(text), kind=kind, keep=not appended)
        return last + 1

    def _heading_depth(self) -> int:
        """Return the depth of an unnumbered heading in the body: beside an open one, else inside."""
        rungs = self.ladder.rungs
        open_heading = next((d for d, rung in enumerate(rungs) if rung.form == "heading"), None)
        return len(rungs) if open_heading is None else open_heading

    # ------------------------------------------------------------- sections

    def _add(
        self, number: int, last: int, step: Step, label: str | None, heading: str, *,
        kind: SectionKind | None = None, parts: tuple[int, ...] = (), keep: bool = False,
    ) -> None:  # fmt: skip
        rungs = self.ladder.rungs
        parent = rungs[step.depth - 1].section if step.depth else None
        above = self.sections[parent] if parent is not None else None
        index = len(self.sections)
        line = self.source.lines[number]
        span = (line.start, self.source.lines[last].end)
        self.sections.append(
            Section(
                id=f"s{index + 1}",
                parent=above.id if above else None,
                level=(above.level if above else 0) + 1,
                label=label,
                path=_path(above, label),
                heading=heading,
                kind=kind or _kind(above, heading),
                text=self.source.text[span[0] : span[1]],
                span=span,
                page=line.page,
                box=line.box,
                confidence=line.confidence,
            )
        )
        if parent is not None:
            self.children[parent].append(index)
        self.children.append([])
        self.heads.append(number)
        if keep:
            del rungs[next((d for d, r in enumerate(rungs) if r.form == "heading"), len(rungs)) :]
            rungs.append(Rung(step.form, step.value, index))
        else:
            self.ladder.open(step, index, parts)
        self.owner += [index] * (last - number + 1)
        self.zones += [self.zone] * (last - number + 1)


def _path(above: Section | None, label: str | None) -> str:
    step = label or "~"
    return f"{above.path}/{step}" if above and label else step


def _kind(above: Section | None, heading: str) -> SectionKind:
    if above is None:
        return kind_of(heading) or SectionKind.OTHER
    return child_kind(heading) or above.kind


def _same_title(first: Line | None, below: Line, words: str) -> bool:
    if first is None:
        return words.isupper() or below.all_bold or below.centered
    return (
        (first.all_bold and below.all_bold)
        or (first.centered and below.centered)
        or words.isupper()
    )


def _one_line(text: str) -> str:
    return " ".join(text.split()).strip(" .:-–")


def _heading_of(text: str, *, run_in: bool) -> str:
    """Return the heading's text, or the first sentence of a run-in paragraph."""
    if run_in:
        for match in _SENTENCE_END.finditer(text):
            if not _ABBREVIATION.search(text, 0, match.start()):
                text = text[: match.start()]
                break
    return " ".join(text.split()).rstrip(" .:;,").lstrip(" .")
