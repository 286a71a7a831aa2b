"""Characters that feign lines or drive a terminal, made visible, and those that no XML can hold."""

from typing import Final

from kehoach_parser.text.patterns import pattern

_CONTROL: Final = pattern(r"[\x00-\x1f\x7f-\x9f]")
NOT_XML: Final = pattern("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def visible(text: str) -> str:
    r"""Return a text as one line, each control character as its number.

    >>> visible("a\nb.docx")
    'a\\x0ab.docx'
    """
    return _CONTROL.sub(lambda match: f"\\x{ord(match[0]):02x}", text)
