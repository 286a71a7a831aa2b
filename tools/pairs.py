"""Write the pairs of syllables that OCR is put right by, counted in real documents.

    KEHOACH_CORPUS=FOLDER python tools/pairs.py

`FOLDER/corpus/labelled/acts.jsonl` holds an act a line. What is kept is no text of theirs: pairs
of syllables that many acts have, and that nearly always bear the same marks.
"""

import json
import os
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from pathlib import Path
from typing import Final

from kehoach_parser.lexicon.ocr_words import bare
from kehoach_parser.text.folding import fold
from kehoach_parser.text.patterns import pattern

TARGET: Final = Path(__file__).parents[1] / "src/kehoach_parser/lexicon/ocr_pairs.tsv"
_STOP: Final = pattern(r"[^\w\s]+|[\d_]+")
_LEAST_ACTS: Final = 5
_LEAST_SHARE: Final = 0.97
_LEAST_LETTERS: Final = 4
_HEAD: Final = """\
# Pairs of syllables of administrative Vietnamese whose marks are known from their letters.
# Written by tools/pairs.py: each stands in {acts} acts or more, and of the same letters
# {share:.0%} bear these marks.
first\tseconds
"""

Pair = tuple[str, str]


def main() -> int:
    """Count and write."""
    folder = os.environ.get("KEHOACH_CORPUS")
    if not folder:
        sys.stderr.write("KEHOACH_CORPUS is not set: nothing to count in\n")
        return 2
    acts = Path(folder, "corpus/labelled/acts.jsonl").read_text("utf-8").splitlines()
    kept = known(list(pairs(json.loads(act)["text"])) for act in acts)
    TARGET.write_text(table(kept), "utf-8", newline="\n")
    sys.stdout.write(f"{TARGET.name}: {len(kept)} pairs\n")
    return 0


def pairs(text: str) -> Iterator[Pair]:
    """Yield the neighbours of a text in modern spelling; names and abbreviations are none."""
    for part in _STOP.split(unicodedata.normalize("NFC", text)):
        for one, other in pairwise(part.split()):
            names = one[0].isupper() and other[0].isupper()
            short = one.isupper() != other.isupper()
            if not (names or short):
                yield fold(one), fold(other)


def known(acts: Iterable[list[Pair]]) -> list[Pair]:
    """Return the pairs that enough acts have and that nearly all bear the same marks."""
    counts: Counter[Pair] = Counter()
    spread: Counter[Pair] = Counter()
    for act in acts:
        counts.update(act)
        spread.update(set(act))
    alike: dict[Pair, Counter[Pair]] = defaultdict(Counter)
    for pair, count in counts.items():
        alike[bare(pair[0]), bare(pair[1])][pair] = count
    found: list[Pair] = []
    for key, each in alike.items():
        pair, count = max(each.items(), key=lambda item: (item[1], item[0]))
        usual = count >= _LEAST_SHARE * each.total() and spread[pair] >= _LEAST_ACTS
        if usual and pair != key and len("".join(key)) >= _LEAST_LETTERS:
            found.append(pair)
    return sorted(found)


def table(kept: Iterable[Pair]) -> str:
    """Return the file's text: a row for each first syllable."""
    rows = [
        f"{first}\t{' '.join(second for _, second in group)}\n"
        for first, group in groupby(kept, key=lambda pair: pair[0])
    ]
    return _HEAD.format(acts=_LEAST_ACTS, share=_LEAST_SHARE) + "".join(rows)


if __name__ == "__main__":
    sys.exit(main())
