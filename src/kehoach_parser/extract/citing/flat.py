"""The text as one reads it: breaks that only wrap a sentence are blanks, offsets stay."""

import re
from typing import Final

from kehoach_parser.text.letters import UPPER
from kehoach_parser.text.patterns import pattern

_LOWER: Final = "a-zà-öø-ýăđĩũơưạ-ỹ"
_WRAP: Final = pattern(
    rf"""
    \n(?:
        (?=[{_LOWER}])(?![{_LOWER}]{{1,2}}[.)])                   # the sentence goes on
      | (?<=[sS][ốỐ]\n)(?=[0-9])                                  # số + number
      | (?<=[0-9A-Z][-/]\n)(?=[A-ZĐ]{{2}})                         # a code cut in two
      | (?<=\ ngày\n)(?=[0-9])
      | (?<=[{UPPER}]{{2}}\n)(?=[{UPPER}]{{2}})(?![IVX]+[.)]|PHỤ)  # a title in capitals
      | (?=[^\W\d_a-z]\w*\ [{_LOWER}])(?!Căn\ cứ|Theo|Xét|Thực\ hiện|Trên|Để|Các)
        (?<=[^\n]{{59}}[^\n.;:!?|\u201d")/]\n)  # a long line, no end
    )
    """,
    re.VERBOSE,
)
_CELL_BREAK: Final = pattern(
    rf"""\ /\ (?:(?=[{_LOWER}])|(?<=[sS][ốỐ]\ /\ )(?=[0-9])
    |(?<=[0-9A-Z][-/]\ /\ )(?=[A-ZĐ]{{2}}))""",
    re.VERBOSE,
)


def flatten(text: str) -> str:
    r"""Return the text with wraps as blanks, its length unchanged.

    >>> flatten("Kế hoạch số\n57-KH/TU;\nb) làm")
    'Kế hoạch số 57-KH/TU;\nb) làm'
    """
    return _CELL_BREAK.sub("   ", _WRAP.sub(" ", text))
