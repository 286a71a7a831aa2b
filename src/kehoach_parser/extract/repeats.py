"""Register rows that repeat a task in prose (`same_as`)."""

from collections import defaultdict
from typing import Final

from kehoach_parser.extract.copies import Copy
from kehoach_parser.extract.drafts import Draft
from kehoach_parser.lexicon.bodies import single_abbreviations
from kehoach_parser.text.folding import key

_BOTH: Final = 2
"""Prose and registers."""

_ALIKE: Final = 0.8
_FIRST_WORDS: Final = 3
_FEWEST: Final = 5
_LAST_BEGINNING: Final = 16
"""How many words a task in prose may name its doers with before the action."""


def repeats_of(copy: Copy, drafts: list[Draft]) -> dict[int, int]:
    """Return for the number of a register's task the number of the task in prose it repeats.

    Two tasks are the same where four fifths of the shorter one's words stand in the other and
    both begin alike, or share a rare run of words.
    """
    if len({draft.table is None for draft in drafts}) < _BOTH:
        return {}
    words = [_words(copy.text[draft.start : draft.end]) for draft in drafts]
    prose: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, draft in enumerate(drafts):
        if draft.table is None and len(words[number]) >= _FEWEST:
            for place in range(min(len(words[number]) - _FIRST_WORDS, _LAST_BEGINNING) + 1):
                prose[tuple(words[number][place : place + _FIRST_WORDS])].append(number)
    found: dict[int, int] = {}
    for number, draft in enumerate(drafts):
        if draft.table is None or len(words[number]) < _FEWEST:
            continue
        rivals = prose.get(tuple(words[number][:_FIRST_WORDS]), ())
        best = max(
            ((_likeness(words[number], words[rival]), -rival) for rival in rivals[:20]),
            default=(0.0, 0),
        )
        if best[0] >= _ALIKE:
            found[number] = -best[1]
    return found


def _words(text: str) -> list[str]:
    """Return a task's folded words, `UBND` and the like spelled out."""
    whole = single_abbreviations()
    return [each for word in key(text).split() for each in whole.get(word, (word,))]


def _likeness(one: list[str], other: list[str]) -> float:
    short, long = sorted((set(one), set(other)), key=len)
    return len(short & long) / max(len(short), 1) * min(1.0, 2 * len(short) / max(len(long), 1))
