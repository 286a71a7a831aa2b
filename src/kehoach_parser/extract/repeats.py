"""Register rows that repeat a task in prose (`same_as`)."""

from collections import defaultdict
from typing import Final

from kehoach_parser.extract.copies import Copy
from kehoach_parser.extract.drafts import Draft
from kehoach_parser.text.folding import key

_ALIKE: Final = 0.8
_FIRST_WORDS: Final = 3
_FEWEST: Final = 5


def repeats_of(copy: Copy, drafts: list[Draft]) -> dict[int, int]:
    """Return for the number of a register's task the number of the task in prose it repeats.

    Two tasks are the same where four fifths of the shorter one's words stand in the other and
    both begin alike, or share a rare run of words.
    """
    if all(draft.table is None for draft in drafts):
        return {}
    words = [key(copy.text[draft.start : draft.end]).split() for draft in drafts]
    prose: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, draft in enumerate(drafts):
        if draft.table is None and len(words[number]) >= _FEWEST:
            for place in range(min(len(words[number]) - _FIRST_WORDS, 6) + 1):
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


def _likeness(one: list[str], other: list[str]) -> float:
    short, long = sorted((set(one), set(other)), key=len)
    return len(short & long) / max(len(short), 1) * min(1.0, 2 * len(short) / max(len(long), 1))
