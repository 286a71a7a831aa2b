"""What the first cell of a register's row holds: `1`, `2.1.`, `(3)`, of a group `II.` or `B)`."""

from typing import Final

from kehoach_parser.text.patterns import pattern

_NUMBER: Final = r"\d{1,3}(?:\.\d{1,3}){0,3}"
_GROUP: Final = r"[IVXLC]{1,7}|[A-HĐ]"
"""Letters beyond these count no groups; a lone `T` is a head's (`TT`, a letter a line)."""

ROW_LABEL_TEXT: Final = rf"\(?(?:{_NUMBER}|{_GROUP}|[a-zđ])[.)/]?"

ROW_LABEL: Final = pattern(ROW_LABEL_TEXT)
ROW_NUMBER: Final = pattern(rf"\(?{_NUMBER}[.)/]?")
GROUP_LABEL: Final = pattern(rf"\(?(?:{_GROUP})[.)/]?")
