"""A body's name while it is read, word by word."""

from typing import NamedTuple

from kehoach_parser.extract.copies import Copy
from kehoach_parser.lexicon.unit_words import Head


class Growing(NamedTuple):
    """A name while it grows.

    `bare` while it is a collective of heads only (`các sở, ban`), `headed` where a phrase ends
    that the head begins.
    """

    copy: Copy
    start: int
    end: int
    listing: bool
    head: Head
    bare: bool
    collective: bool
    headed: int = 0
