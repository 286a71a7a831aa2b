"""A plan's body without its head, as a page's extract often has it."""

from typing import Final

from kehoach_parser.model import SectionKind
from kehoach_parser.segment.kinds import kind_of
from kehoach_parser.segment.numbering import read_label
from kehoach_parser.text.patterns import pattern
from kehoach_parser.text.source import SourceText

_ROMAN: Final = frozenset("IVX")
_LONGEST_HEADING: Final = 160
_TOP: Final = 10
_ANNOUNCES: Final = pattern(
    r"(?:Căn cứ|Thực hiện|Triển khai|Theo|Để|Nhằm)\s[^\n]{0,1500}?"
    r"(?<! đã)(?<! vừa)\s(?:ban hành|xây dựng|lập|đề ra)\s(?:[Kk]ế hoạch|[Cc]hương trình)\s"
)
_AIMS: Final = frozenset({SectionKind.PURPOSE, SectionKind.OBJECTIVES})
_WORK: Final = frozenset({SectionKind.TASKS, SectionKind.ORGANIZATION})


def body_of_plan(source: SourceText) -> int | None:
    """Return the first line of a plan's body, null where a text is none.

    A plan has `I. Mục đích, yêu cầu` and, further on, a part on what is to be done or by whom, or
    begins with its grounds and `… xây dựng Kế hoạch … như sau:`; an article tells of it in
    sentences, without Roman numerals.
    """
    announced = _announced(source)
    return announced if announced is not None else _outline(source)


def _announced(source: SourceText) -> int | None:
    """Return the line behind the opening sentence of a plan at the top of a text."""
    for number, line in enumerate(source.lines[:_TOP]):
        words = source.words(line)
        if words.endswith("như sau:") and _ANNOUNCES.match(words):
            return number + 1
    return None


def _outline(source: SourceText) -> int | None:
    """Return the line of the first part, where the parts are a plan's."""
    first, value = None, 0
    for number, line in enumerate(source.lines):
        words = source.words(line)
        if words[:1] not in _ROMAN or line.table is not None or len(words) > _LONGEST_HEADING:
            continue
        label = read_label(words)
        found = [at for form, at in label.readings if form.startswith("roman")] if label else []
        if label is None or value + 1 not in found:
            continue
        kind = kind_of(words[label.end :])
        if value == 0 and kind not in _AIMS:
            return None
        first, value = number if first is None else first, value + 1
        if value > 1 and kind in _WORK:
            return first
    return None
