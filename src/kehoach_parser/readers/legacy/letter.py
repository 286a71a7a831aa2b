"""Whether a document in TCVN3 has lost its ư on the way to us, and what can be put back."""

from itertools import accumulate, pairwise
from typing import Final

from kehoach_parser.text.legacy_lost import with_letter, with_soft_hyphens

_SOFT: Final = "\N{SOFT HYPHEN}"
_SURELY_HAS_IT: Final = 400
"""Characters that no text has without an ư: it is one letter of fifty."""

_RAREST: Final = 250
"""Characters to one ư where it is rare."""


class LostLetter:
    """What a document shows of the letter; `hyphens` says that plain ones may stand for it.

    `restored` counts the places where it was put back.
    """

    def __init__(self, *, hyphens: bool) -> None:
        """Begin with nothing seen."""
        self.restored = 0
        self._hyphens = hyphens
        self._seen = 0
        self._found = 0

    @property
    def is_sure(self) -> bool:
        """Whether so much was seen that the letter must have been lost."""
        return self._seen > _SURELY_HAS_IT and not self._has_it

    @property
    def _has_it(self) -> bool:
        """Whether the text has the letter; a few may be left where lines end."""
        return self._found * _RAREST > self._seen

    def note(self, text: str) -> None:
        """Take a passage in TCVN3 into account."""
        self._seen += len(text)
        self._found += self._soft(text).count(_SOFT)

    def raw(self, parts: list[str]) -> list[str]:
        """Return parts of a text in TCVN3 with soft hyphens where plain ones stand for them."""
        edges = accumulate(map(len, parts), initial=0)
        whole = self._soft("".join(parts))
        return [whole[start:end] for start, end in pairwise(edges)]

    def put_back(self, parts: list[str]) -> list[str]:
        """Return parts of a decoded text with the letter where it is sure."""
        if self._has_it:
            return parts
        whole = "".join(parts)
        better = with_letter(whole, lost=self.is_sure)
        self.restored += len(better) - len(whole)
        return parts if len(better) == len(whole) else _spread(better, parts)

    def _soft(self, text: str) -> str:
        return with_soft_hyphens(text) if self._hyphens else text


def _spread(text: str, parts: list[str]) -> list[str]:
    """Return a text in parts, which are the same but for case and letters that were put in."""
    found: list[str] = []
    at = 0
    for part in parts:
        start = at
        for letter in part:
            while at < len(text) - 1 and text[at].lower() != letter.lower():
                at += 1
            at += 1
        found.append(text[start:at])
    found[-1] += text[at:]
    return found
