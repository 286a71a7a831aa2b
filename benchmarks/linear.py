"""Parse phrases that repeat (`linear.py [SECONDS]`): eight times the text, eight times the time.

A pattern that looks back or ahead without bound shows where one phrase fills a whole paragraph,
which no document of ours does. The phrases are cut from `tests/cases`; each input is named by a
seed, and `linear.py --seed SEED` measures one again.
"""

import json
import re
import secrets
import sys
import time
from functools import cache
from pathlib import Path
from random import Random
from typing import Final

from kehoach_parser import parse_text

CASES: Final = Path(__file__).parents[1] / "tests" / "cases"
HEAD: Final = "KẾ HOẠCH\nKiểm tra công tác văn thư\nI. MỤC ĐÍCH\nNâng cao.\nII. NHIỆM VỤ\n1. "
JOINTS: Final = ("", " ", ", ", "; ", ". ", ": ", " - ", " (", "\n", "\n- ", "\n1. ", " | ")
SMALL: Final = 5_000
"""Characters of the shorter text."""

TIMES: Final = 8
"""How much longer the longer text is."""

MOST: Final = 2.5
"""How much longer a character of the longer text may take."""

PATIENCE: Final = 0.1
"""Seconds below which the longer text is not worth a second look."""

_STRING: Final = re.compile(r'"(?:[^"\\]|\\.)*"')
_MOST_WORDS: Final = 5
_MOST_PHRASES: Final = 3
_ROUNDS: Final = 3


@cache
def phrases() -> tuple[str, ...]:
    """Return the lines of the strings that the cases hold, each once, sorted."""
    texts = (path.read_text("utf-8") for path in CASES.glob("*.json"))
    strings = {json.loads(quoted) for text in texts for quoted in _STRING.findall(text)}
    return tuple(
        sorted({line for string in strings for line in string.splitlines() if line.strip()})
    )


def repeated(seed: int, size: int) -> str:
    """Return the text that a seed stands for, of about so many characters."""
    random = Random(seed)  # noqa: S311 - not for secrets
    pieces: list[str] = []
    for _ in range(random.randint(1, _MOST_PHRASES)):
        words = random.choice(phrases()).split()
        first = random.randrange(len(words))
        pieces += [*words[first : first + random.randint(1, _MOST_WORDS)], random.choice(JOINTS)]
    phrase = " ".join(pieces[:-1]) + pieces[-1]
    return HEAD + phrase * (size // len(phrase) + 1)


def seconds(text: str) -> float:
    """Return the processor time that a text takes."""
    start = time.process_time()
    parse_text(text)
    return time.process_time() - start


def growth(seed: int) -> tuple[float, float]:
    """Return how much more a character of the longer text takes, and its seconds.

    Measured again where it looks slow: the least of some rounds counts.
    """
    short, long = repeated(seed, SMALL), repeated(seed, SMALL * TIMES)
    spent = seconds(long)
    if spent < PATIENCE:
        return 1.0, spent
    least = min(seconds(short) for _ in range(_ROUNDS))
    found = spent / TIMES / least
    if found > MOST:
        spent = min(spent, *(seconds(long) for _ in range(_ROUNDS - 1)))
        found = spent / TIMES / least
    return found, spent


def tell(seed: int) -> bool:
    """Measure one seed; print and return whether its time grows too fast, or it fails."""
    phrase = repeated(seed, 1).removeprefix(HEAD)
    try:
        found, spent = growth(seed)
    except Exception as error:  # noqa: BLE001 - this is what the program looks for
        print(f"FAULT {seed}: {type(error).__name__}: {error} in {phrase!r}", flush=True)
        return True
    if found <= MOST:
        return False
    print(f"SLOW {seed}: {found:.1f} times a character, {spent:.2f} s of {phrase!r}", flush=True)
    return True


def main() -> int:
    """Read the command's words."""
    words = sys.argv[1:]
    if words[:1] == ["--seed"]:
        found, spent = growth(int(words[1]))
        print(f"{found:.1f} times a character, {spent:.2f} s")
        return int(found > MOST)
    end = time.monotonic() + float(words[0] if words else 60)
    seed, done, slow = secrets.randbelow(10**9), 0, 0
    while time.monotonic() < end:
        slow += tell(seed + done)
        done += 1
    print(f"{done} texts, {slow} slow")
    return min(slow, 1)


if __name__ == "__main__":
    sys.exit(main())
