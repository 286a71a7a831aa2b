"""What administrative Vietnamese says most: syllables, and which follow which, as costs.

A cost is what a thing says against itself: -100 ln of its probability, a whole number, so that
sums are the same on every machine.
"""

from collections import defaultdict
from functools import cache
from math import log
from typing import Final

from kehoach_parser.lexicon.ocr_words import bare, closed_pairs
from kehoach_parser.lexicon.rows import rows

NUMBER: Final = "0"
"""Stands for every number beside a syllable."""

_VOWELS: Final = frozenset("aeiouy")
_LEAST_CONSONANTS: Final = 3
"""Letters of a syllable whose i was not seen; shorter ones are short forms (`tr`, `km`)."""

_RUN_TOGETHER: Final = ("iuo", "iuu")
"""What a syllable that begins with `trư` looks like where its letters touch; none begins so."""

_USUAL: Final = 8
"""A syllable that was counted less often is not put in the place of another that there is."""

_UNMET: Final = 0.3
"""How often a syllable counts that was met nowhere."""

_CLOSED: Final = 30
"""How often neighbours of the closed vocabulary count where no document has them."""

_PRIOR: Final = 8.0
"""How many neighbours, spread as all syllables are, are added to those that were counted."""


class Bigrams:
    """The counts of `bigrams.tsv`, as costs."""

    def __init__(self) -> None:
        """Read the table."""
        self._counts: dict[str, int] = {}
        self._usual: dict[str, list[str]] = defaultdict(list)
        self._rare: dict[str, list[str]] = defaultdict(list)
        pairs: dict[str, dict[str, int]] = {}
        for row in rows("bigrams"):
            syllable, count = row["syllable"], int(row["count"])
            self._counts[syllable] = count
            same = self._usual if count >= _USUAL else self._rare
            same[bare(syllable)].append(syllable)
            words = row["followers"].split()
            pairs[syllable] = dict(zip(words[::2], map(int, words[1::2]), strict=True))
        for one, other in closed_pairs():
            pairs.setdefault(one, {}).setdefault(other, _CLOSED)
            self._use(one)
            self._use(other)
        self._all = sum(self._counts.values())
        self._before = {one: sum(each.values()) + _PRIOR for one, each in pairs.items()}
        self._pairs = {
            (one, other): cost_of((count + _PRIOR * self._share(other)) / self._before[one])
            for one, each in pairs.items()
            for other, count in each.items()
        }

    def _use(self, syllable: str) -> None:
        """Hold a syllable of the closed vocabulary for usual, however seldom it was counted."""
        if self._counts.get(syllable, 0) < _USUAL and syllable.isalpha():
            self._counts[syllable] = _USUAL
            same = self._rare[bare(syllable)]
            if syllable in same:
                same.remove(syllable)
            self._usual[bare(syllable)].append(syllable)

    def alike(self, letters: str, *, rare: bool = False) -> list[str]:
        """Return the usual syllables of the same letters, whatever their marks; rare ones too."""
        usual = self._usual.get(letters, [])
        return [*usual, *self._rare.get(letters, ())] if rare else usual

    def worn(self, letters: str) -> list[str]:
        """Return the usual syllables that letters are which lack an i, or have `iu` for `tr`.

        >>> bigrams().worn("chnh"), bigrams().worn("tr")
        (['chính', 'chỉnh'], [])
        >>> bigrams().worn("iuoc")
        ['trước']
        """
        if letters.startswith(_RUN_TOGETHER):
            return self.alike(f"tr{letters[1:]}")
        if len(letters) < _LEAST_CONSONANTS or not _VOWELS.isdisjoint(letters):
            return []
        whole = (f"{letters[:at]}i{letters[at:]}" for at in range(1, len(letters)))
        return [syllable for each in whole for syllable in self.alike(each)]

    def is_known(self, syllable: str) -> bool:
        """Return whether a syllable was met at all."""
        return syllable in self._counts

    def follows(self, one: str, other: str) -> bool:
        """Return whether a syllable was met after another, in several acts."""
        return (one, other) in self._pairs

    def cost(self, one: str, other: str) -> int:
        """Return what it costs that a syllable follows another; none stands before the first."""
        known = self._pairs.get((one, other))
        if known is not None:
            return known
        return cost_of(self._share(other) * _PRIOR / self._before.get(one, _PRIOR))

    def _share(self, syllable: str) -> float:
        return self._counts.get(syllable, _UNMET) / self._all


def cost_of(probability: float) -> int:
    """Return -100 ln of a probability.

    >>> cost_of(1.0), cost_of(0.5)
    (0, 69)
    """
    return round(-100 * log(probability))


@cache
def bigrams() -> Bigrams:
    """Return the counts, read once."""
    return Bigrams()
