"""Control characters as people can see them: no name feigns a line or drives a terminal."""

from typing import Final

from kehoach_parser.text.patterns import pattern

_CONTROL: Final = pattern(r"[\x00-\x1f\x7f-\x9f]")


def visible(text: str) -> str:
    r"""Return a text as one line, each control character as its number.

    >>> visible("a\nb.docx")
    'a\\x0ab.docx'
    """
    return _CONTROL.sub(lambda match: f"\\x{ord(match[0]):02x}", text)
