"""Marks put right by the words beside: the likeliest syllables of a line, letters kept.

A noisy channel: what stands costs what `lexicon.bigrams` says of it after its neighbour, and
what `readers.ocr.marks` says of reading it so; the cheapest way through a line is taken (Viterbi,
both directions, so that each word knows how much dearer its own reading is).
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from kehoach_parser.lexicon.bigrams import NUMBER, bigrams, cost_of
from kehoach_parser.lexicon.ocr_words import bare
from kehoach_parser.lexicon.signing import surname
from kehoach_parser.readers.ocr.marks import doubt, is_blurred, misreading
from kehoach_parser.readers.pdf.chars import Word
from kehoach_parser.text.folding import fold
from kehoach_parser.text.letters import LONGER_WORD
from kehoach_parser.text.patterns import pattern
from kehoach_parser.text.syllables import is_syllable

_MARGIN: Final = 240
"""How much dearer a reading must be than another before that is taken."""

_LEAST_MARGIN: Final = 100
"""The same where the reading is no syllable that was met."""

_WORD: Final = pattern(
    r"(?P<before>[^\w]*)(?:(?P<core>[^\W\d_]+)(?P<after>[^\w]*)|\d+(?P<tail>\W.*)?)"
)
_DOUBTFUL: Final = 0.8
"""Nine of ten readings below this that no document has are wrong."""

_SLASHED: Final = pattern(r"\W*[^\W_]+(?:/[^\W_]+)+\W*")

_HEADS: Final = frozenset(
    ("ban", "bộ", "cục", "đoàn", "đội", "đồn", "hạt", "hội", "khoa", "kho", "luật", "phòng", "sở",
     "tổ", "trạm", "trường", "viện", "vụ")
)  # fmt: skip
"""Words that head the name of a body or a law: what follows them is no name of a person."""

Costs = dict[str, int]


class Usual(NamedTuple):
    """A word and how its letters are usually spelled beside its neighbours."""

    word: Word
    text: str


class _Held(NamedTuple):
    """A word of a run, or a number, whose `core` is empty; where its letters begin in the word."""

    word: Word
    start: int
    core: str

    @property
    def read(self) -> str:
        return fold(self.core) or NUMBER

    def spelled(self, syllable: str) -> str:
        """Return the word with a syllable in the place of its letters, which are as many."""
        text = self.word.text
        end = self.start + len(self.core)
        return f"{text[: self.start]}{cased(self.core, syllable)}{text[end:]}"

    @property
    def is_name(self) -> bool:
        """Whether it is written as a part of a name."""
        return self.core[:1].isupper() and not self.core.isupper()


def usual(words: Sequence[Word]) -> Iterator[Usual]:
    """Yield the words of a line that are spelled otherwise than beside their neighbours usual."""
    for run in _runs(words):
        yield from _respelled(run)


def _runs(words: Sequence[Word]) -> Iterator[list[_Held]]:
    """Yield the words and numbers that stand together, with no sign between them."""
    run: list[_Held] = []
    for word in words:
        match = _WORD.fullmatch(word.text)
        if run and (match is None or match["before"]):
            yield run
            run = []
        if match is not None:
            run.append(_Held(word, match.start("core"), match["core"] or ""))
            if match["after"] or match["tail"]:
                yield run
                run = []
        elif _SLASHED.fullmatch(word.text):
            yield from (
                [_Held(word, part.start(), part[0])] for part in LONGER_WORD.finditer(word.text)
            )
    if run:
        yield run


def _readings(run: Sequence[_Held], at: int) -> Costs:
    """Return the syllables that a word may be, and what each costs."""
    held = run[at]
    if not (_may_differ(held, _beside(run, at)) or _may_head(run, at)):
        return {held.read: 0}
    met = bigrams().is_known(held.read)
    wrong = doubt(held.read, held.word.confidence or 0.0, met=met)
    found = {held.read: cost_of(1 - wrong)}
    letters = bare(held.core)
    for syllable in bigrams().alike(letters, rare=not met) or bigrams().worn(letters):
        found.setdefault(syllable, cost_of(wrong) + misreading(held.read, syllable))
    return found


def _beside(run: Sequence[_Held], at: int) -> list[_Held]:
    return [*run[max(at - 1, 0) : at], *run[at + 1 : at + 2]]


def _may_differ(held: _Held, beside: Sequence[_Held]) -> bool:
    """Return whether a word is not short, and no part of a name but for marks that ran together."""
    core = held.core
    if core.isupper() and len(core) > 1:
        return all(other.core.isupper() or not other.core for other in beside)
    if not core or not (core[1:].islower() or len(core) == 1):
        return False
    return not _in_name(held, beside) or not bigrams().is_known(held.read)


def _in_name(held: _Held, beside: Sequence[_Held]) -> bool:
    """Whether a word is a part of a name; what heads a body's name parts none (`Cục Bổ trợ`)."""
    return held.is_name and any(other.is_name and other.read not in _HEADS for other in beside)


def _may_head(run: Sequence[_Held], at: int) -> bool:
    """Return whether a word begins a name, not a person's, and may head a body's (`Tố Thư ký`)."""
    held, after = run[at], run[at + 1 : at + 2]
    begins = held.is_name and after and not (at and run[at - 1].is_name)
    return bool(begins) and surname(held.core) != held.core and any(
        syllable in _HEADS and bigrams().follows(syllable, after[0].read)
        for syllable in bigrams().alike(bare(held.core))
    )  # fmt: skip


def _respelled(run: Sequence[_Held]) -> Iterator[Usual]:
    totals = _totals([_readings(run, at) for at in range(len(run))])
    best = [min(each, key=lambda syllable: (each[syllable], syllable)) for each in totals]
    for at, held in enumerate(run):
        read, right = held.read, best[at]
        margin = _MARGIN if bigrams().is_known(read) else _LEAST_MARGIN
        if right == read or totals[at][read] - totals[at][right] <= margin:
            continue
        if _is_met(run, best, at) or not _needs_pair(run, at):
            yield Usual(held.word, held.spelled(right))


def _needs_pair(run: Sequence[_Held], at: int) -> bool:
    """Return whether a word is not put right without a neighbour that it is met beside.

    That is what may be a word, or a part of a name; marks that ran together are neither.
    """
    held = run[at]
    if _in_name(held, _beside(run, at)) or bigrams().is_known(held.read):
        return True
    doubtful = is_blurred(held.read) or (held.word.confidence or 0.0) < _DOUBTFUL
    return is_syllable(held.read) and not doubtful


def _is_met(run: Sequence[_Held], best: Sequence[str], at: int) -> bool:
    """Return whether a syllable was met beside a neighbour that is not of one name with it."""
    return any(
        bigrams().follows(best[one], best[one + 1])
        and not (run[one].is_name and run[one + 1].is_name and best[one] not in _HEADS)
        for one in (at - 1, at)
        if 0 <= one < len(run) - 1
    )


def _totals(run: Sequence[Costs]) -> list[Costs]:
    """Return for each reading of each word what the cheapest way through it costs."""
    after = bigrams().cost
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


def cased(core: str, right: str) -> str:
    """Return a word in the case of another; one capital alone may begin a name.

    >>> cased("UY", "ủy"), cased("U", "ủy"), cased("uy", "Ủy")
    ('ỦY', 'Ủy', 'ủy')
    """
    if core.isupper() and (len(core) > 1 or len(right) == 1 or right.isupper()):
        return right.upper()
    return right.capitalize() if core[0].isupper() else right.lower()
