"""How wide a line of letters is in print.

A page wraps at a width on paper, and `l` is a third of `m`: the text of a PDF has lines of one
width that differ by a fifth in their number of characters.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from kehoach_parser.text.letters import ENDS

LONG: Final = 40
"""Characters from which a line is prose rather than a heading, a name or an item."""

_SAMPLE: Final = 120
_FEWEST: Final = 12
_BEHIND_LETTERS: Final = frozenset(").,/")
_SURE: Final = 0.88
_BETTER: Final = 0.02
_WHOLE: Final = 0.97
INDENTED: Final = 0.9
"""Share of the width that a line fills which may begin a paragraph."""

_USUAL: Final = 500
_BLANK: Final = 250

_WIDTHS: Final = {
    250: " .,", 278: "ijlt/;:\\ìíỉĩị", 333: "fr()-[]Iſ!ÌÍỈĨỊ'‘’", 389: "sJ",
    408: '"', 444: "aceczàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệ“”?",
    556: "PSFưừứửữự", 611: "ELTZÈÉẺẼẸÊỀẾỂỄỆ", 667: "BCR",
    722: "AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬDĐGHKNOÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢQUÙÚỦŨỤƯỪỨỬỮỰVXYỲÝỶỸỴw",
    778: "m&", 833: "%", 889: "M", 944: "W", 1000: "…—",
}  # fmt: skip
"""Letters by their width in Times New Roman, in thousandths of its size; others have the usual."""

_WIDTH_OF: Final = {letter: width for width, letters in _WIDTHS.items() for letter in letters}


def printed_width(text: str) -> int:
    """Return how wide a text is in print, in thousandths of the letters' size.

    >>> printed_width("ill"), printed_width("MMM")
    (834, 2667)
    """
    return sum([_WIDTH_OF.get(letter, _USUAL) for letter in text])


def column_width(lines: Sequence[str]) -> int:
    """Return the width in print at which lines were wrapped, 0 where they were not.

    It is measured inside paragraphs, where a line without a label goes on in lower case: no such
    line is wider than the column, and each is with the next word. Where numbers of characters
    tell the same as well, a program wrapped the lines by these.
    """
    pairs = list(islice(_going_on(lines), _SAMPLE))
    if len(pairs) < _FEWEST:
        return 0
    sizes = [(printed_width(above), _BLANK + printed_width(to)) for above, to in pairs]
    width, by_print = _measured([(size, size + more) for size, more in sizes])
    _, by_count = _measured([(len(above), len(above) + 1 + len(to)) for above, to in pairs])
    return width if by_print >= max(_SURE, by_count + _BETTER) else 0


def fills(line: str, following: str, column: int) -> bool:
    """Return whether the next line's first word had no room in a column of this width.

    A line in small letters stands inside a paragraph; any other may be indented.
    """
    least = _WHOLE if is_within(line) else INDENTED
    word = following.split(" ", 1)[0]
    return printed_width(line) + _BLANK + printed_width(word) >= column * least


def is_within(line: str) -> bool:
    """Return whether a line stands inside a paragraph: in small letters, which are no label.

    >>> is_within("an toàn giao thông"), is_within("đ) An toàn giao thông")
    (True, False)
    """
    return line[0].islower() and not _is_lettered(line)


def _going_on(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield lines inside paragraphs, each with the first word of the next one."""
    bare = list(map(str.strip, lines))
    for number in range(1, len(bare) - 1):
        above, line = bare[number], bare[number + 1]
        if (
            len(above) >= LONG and is_within(above) and above[-1] not in ENDS
            and line and is_within(line) and len(bare[number - 1]) >= LONG
        ):  # fmt: skip
            yield above, line.split(" ", 1)[0]


def _is_lettered(line: str) -> bool:
    """Return whether a line in small letters begins with a label: `a)`, `b.`, `aa)`."""
    return line[1:2] in _BEHIND_LETTERS or line[2:3] == ")"


def _measured(pairs: list[tuple[int, int]]) -> tuple[int, float]:
    """Return the size that nearly no line exceeds, and the share that does with the next word."""
    sizes = sorted([size for size, _ in pairs])
    most = sizes[len(sizes) * 19 // 20]
    return most, sum([needed >= most * _WHOLE for _, needed in pairs]) / len(pairs)
