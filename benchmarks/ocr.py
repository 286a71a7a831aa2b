"""OCR engines on scans made from our own sample: letters wrong, time, and what is still found.

    python benchmarks/ocr.py [--engine trueocr] [--engine tesseract] [--json FILE]

Each kind of scan is the whole printed sample (7 pages, a register in landscape included), drawn
and worn by `tests/samples_source/scan_pages.py`. `letters` is the share of characters wrong
against the text of the printed file, tables and reading order included; `mean F1` is over
sections, tasks, leads, times, references and deadlines against the printed file's plan, texts by
their first 36 letters without marks; time is the processor's, for a page.
"""

import argparse
import json
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from kehoach_parser import Plan, parse, parse_bytes  # noqa: E402 - the tests' folder comes first
from kehoach_parser.pipeline import Options  # noqa: E402
from kehoach_parser.readers.base import DEFAULT_LIMITS, Recognition  # noqa: E402
from kehoach_parser.readers.ocr.engines import available  # noqa: E402
from samples_source.scan_pages import PRINTED, WAYS, as_pdf, drawn  # noqa: E402

Facet = Counter[tuple[str, ...]]


class Measured(NamedTuple):
    """One engine on one kind of scan."""

    engine: str
    scan: str
    pages: int
    letters: float
    seconds: float
    facets: dict[str, float]

    @property
    def mean(self) -> float:
        """The mean F1 over the facets."""
        return sum(self.facets.values()) / len(self.facets)


def main() -> int:
    """Measure and print."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--engine", action="append", help="an engine; all that are installed")
    words.add_argument("--json", type=Path, help="a file for the figures")
    options = words.parse_args()
    printed = parse(PRINTED)
    found: list[Measured] = []
    print(
        f"{'engine':<28}{'scan':<10}{'pages':>6}{'letters':>9}{'s/page':>8}{'mean F1':>9}  facets"
    )
    for engine in options.engine or available():
        for scan in WAYS:
            found.append(measured(engine, scan, printed))
            print(_row(found[-1]))
    if options.json:
        options.json.write_text(json.dumps([m._asdict() for m in found], indent=1), "utf-8")
    return 0


def measured(engine: str, scan: str, printed: Plan) -> Measured:
    """Return the figures of one engine on one kind of scan."""
    dpi, wear = WAYS[scan]
    pages = [wear(page) for page in drawn(PRINTED, dpi)]
    data = as_pdf(pages, dpi)
    limits = DEFAULT_LIMITS._replace(ocr=Recognition("always", engine), timeout=3600)
    start = time.process_time()
    plan = parse_bytes(data, name=PRINTED.name, options=Options(limits=limits))
    seconds = (time.process_time() - start) / len(pages)
    wrong = distance(_letters(printed.text), _letters(plan.text)) / len(_letters(printed.text))
    facets = {name: f1(gold, facet) for (name, gold), (_, facet) in
              zip(_facets(printed), _facets(plan), strict=True)}  # fmt: skip
    return Measured(plan.source.ocr or engine, scan, len(pages), wrong, seconds, facets)


def _row(row: Measured) -> str:
    facets = " ".join(f"{name} {value:.2f}" for name, value in row.facets.items())
    return (
        f"{row.engine:<28}{row.scan:<10}{row.pages:>6}{row.letters:>9.2%}{row.seconds:>8.2f}"
        f"{row.mean:>9.3f}  {facets}"
    )


def _letters(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).replace("–", "-").split())


def _key(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(char for char in plain if char.isalnum())[:36]


def _facets(plan: Plan) -> Iterable[tuple[str, Facet]]:
    deadlines = {deadline.id: _key(deadline.text) for deadline in plan.deadlines}
    yield "sections", Counter((s.path, _key(s.heading)) for s in plan.sections)
    yield "tasks", Counter((_key(t.text),) for t in plan.tasks)
    yield "leads", Counter((_key(t.text), _key(unit)) for t in plan.tasks for unit in t.lead)
    yield "times", Counter((_key(t.text), deadlines[d]) for t in plan.tasks for d in t.deadlines)
    yield "references", Counter((r.type or "", r.code or "") for r in plan.references)
    yield "deadlines", Counter((_key(d.text), str(d.start), str(d.due)) for d in plan.deadlines)


def f1(gold: Facet, found: Facet) -> float:
    """Return the F1 of what was found.

    >>> f1(Counter({("a",): 1, ("b",): 1}), Counter({("a",): 1}))
    0.6666666666666666
    """
    hit = sum((gold & found).values())
    return 2 * hit / max(sum(gold.values()) + sum(found.values()), 1)


def distance(one: str, other: str) -> int:
    """Return how many letters differ: Levenshtein's distance, with bits for the rows (Myers).

    >>> distance("kế hoạch", "kể hoạc")
    2
    """
    if not one:
        return len(other)
    places: dict[str, int] = {}
    for index, char in enumerate(one):
        places[char] = places.get(char, 0) | 1 << index
    mask, last = (1 << len(one)) - 1, 1 << (len(one) - 1)
    up, down, score = mask, 0, len(one)
    for char in other:
        match = places.get(char, 0)
        low = match | down
        high = (((match & up) + up) ^ up) | match
        plus = down | (~(high | up) & mask)
        minus = up & high
        score += bool(plus & last) - bool(minus & last)
        plus = ((plus << 1) | 1) & mask
        up = ((minus << 1) & mask) | (~(low | plus) & mask)
        down = plus & low
    return score


if __name__ == "__main__":
    sys.exit(main())
