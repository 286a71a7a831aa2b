"""Numbers in handwriting, told from printed ones by where their digits begin and end."""

from statistics import median
from typing import Final

from kehoach_parser.readers.ocr.pixels import INK, Pixels, numpy, opencv

_LEAST_INK: Final = 6  # pixels: less is a speck
_MOST_UNEVEN: Final = 0.2
"""Share of a digit's height: printed digits begin and end within a tenth of it."""

_OUTLYING: Final = frozenset("QĐĂÂÊÔƠƯỦỐJ")
"""Capitals that reach above or below the others."""

Box = tuple[int, int, int, int]


def is_uneven(gray: Pixels, box: Box, text: str) -> bool:
    """Return whether the digits of a word's number, up to a slash, are set as no type sets them.

    Unknown counts as even: where letters touch, glyphs cannot be told apart.
    """
    found = glyphs(gray, box)
    if len(found) != len(text):
        return False
    number = [glyph for glyph, char in zip(found, text.partition("/")[0], strict=False)
              if char.isdigit()]  # fmt: skip
    even = [glyph for glyph, char in zip(found, text, strict=True)
            if char.isdigit() or (char.isupper() and char not in _OUTLYING)]  # fmt: skip
    if not number:
        return False
    top, bottom = median(glyph[1] for glyph in even), median(glyph[3] for glyph in even)
    off = max(max(abs(glyph[1] - top), abs(glyph[3] - bottom)) for glyph in number)
    return off > _MOST_UNEVEN * median(glyph[3] - glyph[1] for glyph in even)


def glyphs(gray: Pixels, box: Box) -> list[Box]:
    """Return the boxes of what is drawn in a box, from left to right; what overlaps is one."""
    np = numpy()
    x0, top, x1, bottom = box
    ink = (gray[top:bottom, x0:x1] < INK).astype(np.uint8)
    _, _, stats, _ = opencv().connectedComponentsWithStats(ink, connectivity=8)
    rows: list[list[int]] = stats[1:].tolist()
    found: list[Box] = []
    for x, y, width, height in sorted(row[:4] for row in rows if row[4] >= _LEAST_INK):
        if found and x < found[-1][2] - 1:
            left, above, right, below = found.pop()
            found.append((left, min(above, y), max(right, x + width), max(below, y + height)))
        else:
            found.append((x, y, x + width, y + height))
    return found
