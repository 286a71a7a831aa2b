"""Write the syllables that OCR is put right by, counted in real documents and in our cases.

    KEHOACH_CORPUS=FOLDER python tools/bigrams.py

`FOLDER/corpus` holds acts in `labelled/acts.jsonl`, one a line, and files of all formats in `dev`
and `wild`, of which scans are left out. What is kept is no text of theirs: how often a syllable
stands in them, and which syllables follow it in several. A case of `tests/cases` counts as a
document: real ones are mostly decrees and circulars, cases are sentences of plans.
"""

import json
import os
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Final

from kehoach_parser import parse
from kehoach_parser.errors import KehoachError
from kehoach_parser.lexicon.bigrams import NUMBER
from kehoach_parser.lexicon.ocr_words import bare
from kehoach_parser.pipeline import Options
from kehoach_parser.readers.base import DEFAULT_LIMITS, Recognition
from kehoach_parser.readers.respelled import mend
from kehoach_parser.readers.torn import TORN
from kehoach_parser.text.folding import fold
from kehoach_parser.text.patterns import pattern

TARGET: Final = Path(__file__).parents[1] / "src/kehoach_parser/lexicon/bigrams.tsv"
CASES: Final = Path(__file__).parents[1] / "tests/cases"
_MISSPELLED: Final = frozenset({"docx_numbering", "legacy", "ocr_repair", "pdf_text"})
"""Cases of characters, whose words are no Vietnamese."""

_STRING: Final = pattern(r'("(?:[^"\\]|\\.)*")(:?)')
"""A string of a JSON file, and the colon behind a name."""

_ABOUT: Final = pattern(r'"(?:id|name|phenomenon)": "(?:[^"\\]|\\.)*"')
"""What a case says of itself, in English."""

_STOP: Final = pattern(r"[^\w\s]+|_+")
_VOWELS: Final = pattern("[aeioy]")
_DIGITS: Final = pattern(r"\d+")
_LEAST_COUNT: Final = 2
_LEAST_ACTS: Final = 3
_HEAD: Final = """\
# Syllables of administrative Vietnamese and those that follow them, with how often they do.
# Written by tools/bigrams.py: a syllable was counted {count} times or more, what follows it
# stands so in {acts} acts or more. Parts of names are not counted together;
# 0 is any number.
syllable\tcount\tfollowers
"""

Pair = tuple[str, str]


def main() -> int:
    """Count and write."""
    folder = os.environ.get("KEHOACH_CORPUS")
    if not folder:
        sys.stderr.write("KEHOACH_CORPUS is not set: nothing to count in\n")
        return 2
    text = table((*texts(Path(folder, "corpus")), *cases()))
    TARGET.write_text(text, "utf-8", newline="\n")
    sys.stdout.write(f"{TARGET.name}: {text.count(chr(10))} lines, {len(text.encode())} bytes\n")
    return 0


def texts(corpus: Path) -> Iterator[str]:
    """Yield the text of each document that is no scan."""
    for act in (corpus / "labelled/acts.jsonl").read_text("utf-8").splitlines():
        yield mend(json.loads(act)["text"], TORN).text
    options = Options(DEFAULT_LIMITS._replace(ocr=Recognition(mode="never")))
    for file in sorted(path for name in ("dev/docs", "wild") for path in (corpus / name).iterdir()):
        try:
            yield parse(file, options=options).text
        except KehoachError:
            continue


def cases() -> Iterator[str]:
    """Yield the text of each case, which has a line of its own."""
    for file in sorted(CASES.glob("*.json")):
        if file.stem not in _MISSPELLED:
            for line in file.read_text("utf-8").splitlines():
                strings = _STRING.findall(_ABOUT.sub("", line))
                yield ". ".join(json.loads(quoted) for quoted, colon in strings if not colon)


def table(acts: Iterable[str]) -> str:
    """Return the file's text: a row for each syllable."""
    counts: Counter[str] = Counter()
    pairs: Counter[Pair] = Counter()
    spread: Counter[Pair] = Counter()
    for act in acts:
        parts = _STOP.split(unicodedata.normalize("NFC", act))
        runs = [_DIGITS.sub(f" {NUMBER} ", part).split() for part in parts]
        counts.update(fold(word) for run in runs for word in run)
        met = list(neighbours(runs))
        pairs.update(met)
        spread.update(set(met))
    followers: dict[str, list[Pair]] = defaultdict(list)
    for pair, acts_with in spread.items():
        if acts_with >= _LEAST_ACTS:
            followers[pair[0]].append(pair)
    rows: list[str] = []
    for syllable, count in sorted(counts.items()):
        if count >= _LEAST_COUNT and _is_counted(syllable):
            after = " ".join(f"{pair[1]} {pairs[pair]}" for pair in sorted(followers[syllable]))
            rows.append(f"{syllable}\t{count}\t{after}\n")
    return _HEAD.format(count=_LEAST_COUNT, acts=_LEAST_ACTS) + "".join(rows)


def neighbours(runs: Iterable[list[str]]) -> Iterator[Pair]:
    """Yield neighbours in modern spelling; parts of names and abbreviations are none."""
    for run in runs:
        for one, other in pairwise(run):
            names = one[0].isupper() and other[0].isupper()
            lone = one.isupper() != other.isupper() and not _is_short(one)
            if not (names or lone) and _is_counted(one) and _is_counted(other):
                yield fold(one), fold(other)


def _is_short(word: str) -> bool:
    """Whether a word is an abbreviation (`UBND`): what follows it is told by it."""
    return word.isupper() and not _VOWELS.search(bare(word))


def _is_counted(word: str) -> bool:
    return word.isalpha() or word == NUMBER


if __name__ == "__main__":
    sys.exit(main())
