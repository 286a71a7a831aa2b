"""Where drawings float: text boxes may stand above the paragraph that they are anchored in."""

from typing import Final

from kehoach_parser.readers.guard import Element
from kehoach_parser.readers.number_formats import number_of
from kehoach_parser.text.patterns import pattern

_DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_ANCHOR: Final = f"{_DRAWING}anchor"
_DOWN: Final = f"{_DRAWING}positionV"
_OFFSET: Final = f"{_DRAWING}posOffset"
_FROM_TEXT: Final = frozenset(("paragraph", "line", None))
_LINE: Final = 12 * 12_700
"""Twelve points in EMU: what begins so far up stands in another line."""

_SHAPES: Final = "{urn:schemas-microsoft-com:vml}"
_UP: Final = pattern(
    r"(?:\A|;)\s*margin-top:\s*-(?P<size>\d{1,4})(?:\.\d{1,9})?(?P<unit>pt|in|cm|mm)"
)
_POINTS: Final = {"pt": 1, "in": 72, "cm": 28, "mm": 3}
_ELSEWHERE: Final = pattern(r"mso-position-vertical-relative:\s*(?:page|margin|top|bottom|inner)")
_HEIGHT: Final = 12


def stands_above(drawing: Element) -> bool:
    """Return whether a drawing begins at least a line above its paragraph."""
    anchor = next(drawing.iter(_ANCHOR), None)
    if anchor is not None:
        down = anchor.find(_DOWN)
        offset = down.find(_OFFSET) if down is not None else None
        if down is None or offset is None or down.get("relativeFrom") not in _FROM_TEXT:
            return False
        sign, _, size = (offset.text or "").strip().partition("-")
        return not sign and number_of(size, 0) >= _LINE
    return any(
        _floats_up(shape.get("style", ""))
        for shape in drawing.iter(f"{_SHAPES}shape", f"{_SHAPES}rect", f"{_SHAPES}group")
    )


def _floats_up(style: str) -> bool:
    up = _UP.search(style)
    if up is None or _ELSEWHERE.search(style):
        return False
    return int(up["size"]) * _POINTS[up["unit"]] >= _HEIGHT
