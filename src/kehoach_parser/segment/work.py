"""Parts of a plan whose headings name no kind, but whose points say what to do."""

from collections.abc import Sequence
from typing import Final

from kehoach_parser.lexicon.duty_words import ACTING, sort_at
from kehoach_parser.model import Section, SectionKind
from kehoach_parser.segment.numbering import read_label
from kehoach_parser.segment.structure import Zone
from kehoach_parser.text.folding import fold
from kehoach_parser.text.patterns import pattern
from kehoach_parser.text.source import SourceText

_WORK: Final = frozenset({SectionKind.TASKS, SectionKind.ORGANIZATION, SectionKind.SCHEDULE})
_BULLET: Final = pattern(r"[-+*•–—]\s*")
_NO_WORK: Final = pattern(
    r"(?:điều kiện|tiêu chuẩn|quy định|nội quy|thể lệ|cơ cấu|giải thưởng|hồ sơ|quyền lợi|quyền"
    r"|nghĩa vụ|lưu ý|điều|kiến nghị|đề xuất)(?!\w)"
)
"""How headings begin of what others must be, have or keep to."""

_FEWEST: Final = 2
_FEWEST_WORDS: Final = 5
"""Points that say what to do, and words of one, at least."""


_REACH: Final = 90
"""Characters of a point in which a topic, a colon and a verb are looked for."""


def parts_of_work(
    source: SourceText, sections: Sequence[Section], parents: Sequence[int],
    owner: Sequence[int], zones: Sequence[Zone],
) -> tuple[Section, ...]:  # fmt: skip
    """Return the sections, those of kind tasks whose points mostly say what to do.

    `IV. TIẾP NHẬN Ý KIẾN NHÂN DÂN` with `1. Duy trì …` below it, in a plan that has parts of work.
    """
    unknown = {
        number
        for number, section in enumerate(sections)
        if parents[number] < 0 and section.kind is SectionKind.OTHER and _may_hold(section)
    }
    if not unknown or all(section.kind not in _WORK for section in sections):
        return tuple(sections)
    tops = _tops(parents)
    counts: dict[int, tuple[int, int]] = {}
    for number, line in enumerate(source.lines):
        top = tops[owner[number]] if owner[number] >= 0 else -1
        if top in unknown and zones[number] is Zone.BODY and line.table is None:
            acts = _acts(source.words(line))
            if acts is not None and line.start != sections[top].span[0]:
                said, points = counts.get(top, (0, 0))
                counts[top] = said + acts, points + 1
    work = {
        top for top, (said, points) in counts.items() if said >= _FEWEST and 3 * said >= 2 * points
    }
    return tuple(
        section.model_copy(update={"kind": SectionKind.TASKS})
        if tops[number] in work and section.kind is SectionKind.OTHER
        else section
        for number, section in enumerate(sections)
    )


def _may_hold(section: Section) -> bool:
    """Return whether a part has a label, and a heading that names nothing else."""
    heading = fold(section.heading or "")
    return section.label is not None and bool(heading) and not _NO_WORK.match(heading)


def _tops(parents: Sequence[int]) -> list[int]:
    """Return the part that each section stands in."""
    tops: list[int] = []
    for number, parent in enumerate(parents):
        tops.append(number if parent < 0 else tops[parent])
    return tops


def _acts(words: str) -> bool | None:
    """Return whether a point says what to do, null for a heading and for what is no point."""
    label = read_label(words)
    bullet = None if label else _BULLET.match(words)
    rest = words[label.end if label else bullet.end() if bullet else 0 :]
    if rest.count(" ") + 1 < _FEWEST_WORDS or not (label or bullet):
        return None
    low = fold(rest[:_REACH])
    colon = low.find(": ")
    return sort_at(low, 0) in ACTING or (colon > 0 and sort_at(low, colon + 2) in ACTING)
