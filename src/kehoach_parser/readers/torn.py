"""Syllables and days that blanks tear apart (`Th ủ tướng`, `ngày 1 7 tháng 6`), as scans have them.

Only a text with tokens that are no Vietnamese words by themselves is looked at. There the tokens
about each such piece are read again: of all ways to join them to known syllables, the one that
costs least by `lexicon.bigrams` is taken.

>>> from kehoach_parser.readers.respelled import mend
>>> mend("theo ý ki ế n ch ỉ đạo của Th ủ tướng, ph ố i hợp v ớ i", TORN).text
'theo ý kiến chỉ đạo của Thủ tướng, phối hợp với'
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from kehoach_parser.lexicon.bigrams import Bigrams, bigrams
from kehoach_parser.readers.respelled import Repair
from kehoach_parser.text.patterns import pattern
from kehoach_parser.text.syllables import is_syllable

_VOWELS: Final = "ấầẩẫậắằẳẵặếềểễệốồỗộớỡứửữựẻẽẹ"
"""Letters that are no words."""

_SIGN: Final = pattern(rf" (?:[{_VOWELS}]|ng|nh|ch|th|tr|ph|kh)(?= )")

_FEWEST: Final = 2
_SAMPLE: Final = 20_000
"""Characters that are looked at: what is torn is so all over."""

_PIECE: Final = pattern(rf"[bcdđghklmnpqrstvx]+|gi|qu|[{_VOWELS}ủịỉạảăâêơư]")
_SHORTENED: Final = ("UBND", "HĐND", "UBATGTQG", "BCHTW")
"""Abbreviations whose first letter may stand apart (`U BND`)."""

_MARKS: Final = "“”\"'‘’()[].,;:!?…-–"
_LONGEST: Final = 4
"""Pieces of one syllable at most (`tr ư ờ ng`)."""

_SHORT: Final = 3
_BESIDE: Final = 2
"""Tokens beside a piece that may belong to its syllable."""

_DATES: Final = pattern(
    r"(?:(?<=ngày )|(?<=tháng ))\d \d(?= (?:tháng|năm)\b)|(?<=năm )(?:19|20) ?\d ?\d\b"
)
"""Days, months and years torn like syllables (`ngày 1 7 tháng 11 năm 20 23`)."""

_ALONE: Final = 400
"""What it costs beside its bigram that a piece stays alone."""


def _is_torn(text: str) -> bool:
    return len(_SIGN.findall(text, 0, _SAMPLE)) >= _FEWEST


def _joined(line: str) -> str:
    tokens = line.split(" ")
    found: list[str] = []
    at = 0
    for start, end in _stretches(tokens):
        found += tokens[at:start]
        found += _read(tokens[start:end], found[-1] if found else "")
        at = end
    return _DATES.sub(lambda match: match[0].replace(" ", ""), " ".join((*found, *tokens[at:])))


def _stretches(tokens: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of tokens about the pieces, each once."""
    start = end = 0
    for place, token in enumerate(tokens):
        if not _is_piece(token) or (place and tokens[place - 1][-1:].isdigit()):
            continue  # a letter after a number is a unit (`5 m`)
        if place - _BESIDE > end:
            if end:
                yield start, end
            start = max(place - _BESIDE, 0)
        end = min(place + _BESIDE + 1, len(tokens))
    if end:
        yield start, end


class _Reading(NamedTuple):
    """The cheapest way to read the tokens up to a place: its last word, and where that begins."""

    cost: int
    word: str
    start: int


def _read(tokens: list[str], before: str) -> list[str]:
    """Return the cheapest reading of a stretch of tokens."""
    known = bigrams()
    best: dict[int, _Reading] = {0: _Reading(0, before, 0)}
    for start in range(len(tokens)):
        so_far = best[start]
        for end in range(start + 1, min(start + _LONGEST, len(tokens)) + 1):
            word = tokens[start] if end == start + 1 else _syllable(tokens[start:end], known)
            if word is None:
                continue
            alone = _ALONE * _is_piece(word)
            cost = so_far.cost + known.cost(_word(so_far.word), _word(word)) + alone
            if end not in best or cost < best[end].cost:
                best[end] = _Reading(cost, word, start)
    words: list[str] = []
    place = len(tokens)
    while place:
        words.append(best[place].word)
        place = best[place].start
    return words[::-1]


def _syllable(tokens: list[str], known: Bigrams) -> str | None:
    """Return the tokens as one word, null where they are no known syllable, torn by blanks."""
    word = "".join(tokens)
    core = word.strip(_MARKS)
    if not (core.isalpha() and any(map(_is_piece, tokens)) and all(map(_word, tokens))):
        return None
    if core in _SHORTENED:
        return word
    cased = core.islower() or core.isupper() or core.istitle()
    return word if cased and is_syllable(core.lower()) and known.is_known(core.lower()) else None


@lru_cache(maxsize=4096)
def _is_piece(token: str) -> bool:
    """Return whether a token is no word by itself."""
    core = _word(token)
    if not core.isalpha() or len(core) > _SHORT:
        return False
    initial = len(token) == 1 and token.isupper()
    return initial or _PIECE.fullmatch(core) is not None or not bigrams().is_known(core)


def _word(token: str) -> str:
    return token.strip(_MARKS).lower()


TORN: Final = Repair(_is_torn, _joined, "text-torn")
