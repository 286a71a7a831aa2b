"""A text beside its folded copy, so that words are compared folded and quoted as written."""

from typing import NamedTuple

from kehoach_parser.text.folding import fold


class Copy(NamedTuple):
    """A text and its folded copy of the same length."""

    text: str
    low: str


def copy_of(text: str) -> Copy:
    """Return a text with its folded copy; letters that grow in lower case are left as they are."""
    low = fold(text)
    if len(low) != len(text):
        low = fold("".join(char if len(char.lower()) == 1 else " " for char in text))
    return Copy(text, low)
