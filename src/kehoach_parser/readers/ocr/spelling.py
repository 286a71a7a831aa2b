"""Marks put right by the words beside: the likeliest syllables of a line, letters kept.

A noisy channel: what stands costs what `lexicon.syllables` says of it after its neighbour, and
what `readers.ocr.marks` says of reading it so; the cheapest way through a line is taken (Viterbi,
both directions, so that each word knows how much dearer its own reading is).
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from kehoach_parser.lexicon.ocr_words import bare
from kehoach_parser.lexicon.syllables import cost, syllables
from kehoach_parser.readers.ocr.marks import marks, misreading
from kehoach_parser.readers.pdf.chars import Word
from kehoach_parser.text.folding import fold
from kehoach_parser.text.patterns import pattern

_MARGIN: Final = 300
"""How much dearer a reading must be than another before that is taken."""

_LEAST_MARGIN: Final = 100
"""The same where the reading is no syllable that was met."""

_MOST_DOUBT: Final = 0.5
_LEAST_DOUBT: Final = 0.005
_BLUR_DOUBT: Final = 0.06
_UNMET_DOUBT: Final = 0.1
_UNMET_BLUR_DOUBT: Final = 0.3
"""Engines are sure of syllables that there are not, and of marks that run together."""

_CORE: Final = pattern(r"(?P<before>[^\w]*)(?P<core>[^\W\d_]+)(?P<after>[^\w]*)")

Costs = dict[str, int]


class Usual(NamedTuple):
    """A word and how its letters are usually spelled beside its neighbours."""

    word: Word
    text: str


class _Held(NamedTuple):
    """A word of a run: its letters, and what each reading costs by itself."""

    word: Word
    match: re.Match[str]
    readings: Costs

    @property
    def read(self) -> str:
        return fold(self.match["core"])


def usual(words: Sequence[Word]) -> Iterator[Usual]:
    """Yield the words of a line that are spelled otherwise than beside their neighbours usual."""
    for run in _runs(words):
        held = [_Held(word, match, _readings(run, at)) for at, (word, match) in enumerate(run)]
        yield from _respelled(held)


def _runs(words: Sequence[Word]) -> Iterator[list[tuple[Word, re.Match[str]]]]:
    """Yield the words that stand together, with no sign or number between them."""
    run: list[tuple[Word, re.Match[str]]] = []
    for word in words:
        match = _CORE.fullmatch(word.text)
        if run and (match is None or match["before"]):
            yield run
            run = []
        if match is not None:
            run.append((word, match))
            if match["after"]:
                yield run
                run = []
    if run:
        yield run


def _readings(run: Sequence[tuple[Word, re.Match[str]]], at: int) -> Costs:
    """Return the syllables that a word may be, and what each costs: names are what they are."""
    word, match = run[at]
    core = match["core"]
    read = fold(core)
    found = {read: 0}
    beside = [match["core"] for _, match in (*run[max(at - 1, 0) : at], *run[at + 1 : at + 2])]
    if not _is_free(core, beside):
        return found
    doubt = cost(_doubt(read, word.confidence or 0.0))
    for syllable in syllables().alike(bare(core)):
        found.setdefault(syllable, doubt + misreading(read, syllable))
    return found


def _is_free(core: str, beside: Sequence[str]) -> bool:
    """Whether a word is neither a part of a name nor an abbreviation."""
    if core.isupper() and len(core) > 1:
        return all(word.isupper() for word in beside)
    if not core[1:].islower() and len(core) > 1:
        return False
    return core.islower() or not any(word[0].isupper() and not word.isupper() for word in beside)


def _doubt(read: str, confidence: float) -> float:
    """Return how probable it is that a word is not what was read."""
    blurred, plain = (
        (_BLUR_DOUBT, _LEAST_DOUBT)
        if syllables().is_known(read)
        else (_UNMET_BLUR_DOUBT, _UNMET_DOUBT)
    )
    least = blurred if marks(read).is_blurred else plain
    return min(max(1 - confidence, least), _MOST_DOUBT)


def _respelled(run: Sequence[_Held]) -> Iterator[Usual]:
    totals = _totals([held.readings for held in run])
    best = [min(each, key=lambda syllable: (each[syllable], syllable)) for each in totals]
    for at, held in enumerate(run):
        read, right = held.read, best[at]
        is_known = syllables().is_known(read)
        margin = _MARGIN if is_known else _LEAST_MARGIN
        if right == read or totals[at][read] - totals[at][right] <= margin:
            continue
        if _is_met(best, at) or (not is_known and marks(read).is_blurred):
            core = _cased(held.match["core"], right)
            yield Usual(held.word, f"{held.match['before']}{core}{held.match['after']}")


def _is_met(best: Sequence[str], at: int) -> bool:
    """Whether a syllable was met beside one of its neighbours."""
    before = at > 0 and syllables().follows(best[at - 1], best[at])
    return before or (at + 1 < len(best) and syllables().follows(best[at], best[at + 1]))


def _totals(run: Sequence[Costs]) -> list[Costs]:
    """Return for each reading of each word what the cheapest way through it costs."""
    after = syllables().cost
    forward: list[Costs] = []
    for readings in run:
        last = forward[-1] if forward else {"": 0}
        forward.append({
            right: own + min(spent + after(one, right) for one, spent in last.items())
            for right, own in readings.items()
        })  # fmt: skip
    found: list[Costs] = [forward[-1]]
    rest: Costs = dict.fromkeys(run[-1], 0)
    for at in range(len(run) - 2, -1, -1):
        rest = {
            one: min(after(one, right) + run[at + 1][right] + rest[right] for right in rest)
            for one in run[at]
        }
        found.append({right: forward[at][right] + rest[right] for right in run[at]})
    return found[::-1]


def _cased(core: str, right: str) -> str:
    if core.isupper() and (len(core) > 1 or len(right) == 1):
        return right.upper()
    return right.capitalize() if core[0].isupper() else right
