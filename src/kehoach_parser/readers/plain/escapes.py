r"""Line ends that a copy out of JSON or of a program writes as signs: `\r\n`, `\n`."""

import re
from typing import Final

from kehoach_parser.text.patterns import pattern

_LINE_END: Final = pattern(r"(?:(?<![ \t])[ \t]+)?(?:\\r)?\\n[ \t]*")
_BAR: Final = pattern(r"(?:(?<![ \t])[ \t]+)?\|[ \t]*\n\s*")
_SIGN: Final = r"\n"
_ENOUGH: Final = 5
_PARAGRAPHS: Final = 3
"""Real line ends from which these part paragraphs, and those written as signs only wrap them."""


def with_line_ends(text: str) -> str:
    r"""Return a text with line ends in place of the signs for them, if it has many.

    >>> with_line_ends(r"KẾ HOẠCH\nTrồng cây\n\nI. MỤC ĐÍCH\n1. Phủ xanh\nđồi trọc\n").count("\n")
    6
    """
    if text.count(_SIGN) < _ENOUGH:
        return text
    if text.count("\n") >= _PARAGRAPHS:
        text = re.sub(r"\r?\n", "\n\n", text)
    return _BAR.sub("\n|\n", _LINE_END.sub("\n", text))
