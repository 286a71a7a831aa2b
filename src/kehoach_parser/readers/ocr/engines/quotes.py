"""Quotation marks of a model that has few of them: what it reads in their place."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from kehoach_parser.readers.ocr.engines.base import Spotted
from kehoach_parser.text.patterns import pattern

_OPENING: Final = pattern(r"[(]?\+(?=[^\W_])")
_CLOSING: Final = pattern(r"(?<=[^\W\d_])['`*](?=[.,;:)]*\Z)")
_LONGEST: Final = 60
"""Words between a pair of quotation marks at most."""


def quoted(words: Sequence[Spotted]) -> list[Spotted]:
    """Return the words with the quotation marks that were read as other marks.

    `+` before a letter opens a quotation, where a line does not begin with it or where it is
    closed; what closes one stays as it is without that.
    """
    found = list(words)
    starts = {0, *(n for n, (a, b) in enumerate(pairwise(words), 1) if a.line != b.line)}
    opened = [n for n, word in enumerate(words) if _OPENING.match(word.text)]
    for n, after in pairwise((*opened, len(words))):
        reach = min(after, n + _LONGEST)
        closed = next((m for m in range(n, reach) if _CLOSING.search(words[m].text)), None)
        if closed is None and n in starts:
            continue
        found[n] = found[n]._replace(text=found[n].text.replace("+", "“", 1))
        if closed is not None:
            found[closed] = found[closed]._replace(text=_CLOSING.sub("”", found[closed].text))
    return found
