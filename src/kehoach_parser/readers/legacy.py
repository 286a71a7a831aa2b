"""What readers share to read old encodings: a document's runs decoded, and what was done told."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from kehoach_parser.findings import Finding, finding
from kehoach_parser.text.legacy import Font, decode_parts
from kehoach_parser.text.legacy_evidence import has_codes, is_unicode
from kehoach_parser.text.legacy_judge import Judge, Passage
from kehoach_parser.text.legacy_names import NAMES

_SAMPLE: Final = 40
_HALF: Final = 0.5

Run = Passage
"""The words of one font inside a paragraph."""


class LegacyText:
    """Decodes the paragraphs of a document, a part at a time, and counts what it has done."""

    def __init__(self) -> None:
        """Begin with nothing decoded."""
        self._judge = Judge()
        self._paragraphs: Counter[str] = Counter()
        self._letters: Counter[str] = Counter()
        self._kept = 0
        self._sample: dict[str, str] = {}

    @property
    def changed(self) -> bool:
        """Whether anything was decoded."""
        return bool(self._paragraphs)

    @property
    def encoding(self) -> str | None:
        """The encoding of most of the text, null where that is Unicode."""
        for encoding, letters in self._letters.most_common(1):
            if letters > _HALF * (self._letters.total() + self._kept):
                return encoding
        return None

    def findings(self) -> tuple[Finding, ...]:
        """Return for each encoding how much was decoded, and where it begins."""
        total = self._letters.total() + self._kept
        return tuple(
            told(encoding, count, self._letters[encoding] / total, self._sample[encoding])
            for encoding, count in sorted(self._paragraphs.items())
        )

    def decoded(self, paragraphs: Sequence[Sequence[Run]]) -> Iterator[list[str] | None]:
        """Yield the texts of each paragraph's runs, null where all of them stay."""
        passages = [list(_passages(runs)) for runs in paragraphs]
        flat = [passage for found in passages for passage, _ in found]
        fonts = iter(self._judge.fonts(flat))
        for runs, found in zip(paragraphs, passages, strict=True):
            yield self._paragraph(runs, [(next(fonts), passage, size) for passage, size in found])

    def _paragraph(
        self, runs: Sequence[Run], found: Sequence[tuple[Font | None, Passage, int]]
    ) -> list[str] | None:
        texts: list[str] = []
        seen: set[str] = set()
        for encoding, group in groupby(found, key=lambda one: one[0] and one[0].encoding):
            capitals: list[bool] = []
            for font, passage, size in group:
                capitals += [font is not None and font.capitals] * size
                self._weigh(encoding, passage.text)
            parts = tuple(run.text for run in runs[len(texts) : len(texts) + len(capitals)])
            if encoding is not None:
                parts = decode_parts(parts, encoding, capitals)
                self._sample.setdefault(encoding, "".join(parts))
                seen.add(encoding)
            texts += parts
        self._paragraphs.update(seen)
        return texts if seen else None

    def _weigh(self, encoding: str | None, text: str) -> None:
        """Count the letters of a passage; one in ASCII is in every encoding."""
        size = len(text) if has_codes(text) or is_unicode(text) else 0
        if encoding is None:
            self._kept += size
        else:
            self._letters[encoding] += size


def _passages(runs: Sequence[Run]) -> Iterator[tuple[Passage, int]]:
    """Yield runs of one font together, those with letters of Unicode apart, and their count."""
    for (font, _), group in groupby(runs, key=lambda run: (run.font, is_unicode(run.text))):
        members = list(group)
        yield Passage("".join(run.text for run in members), font), len(members)


def decoded_lines(text: str) -> tuple[str, str | None, tuple[Finding, ...]]:
    """Return a text with its old lines in Unicode, the encoding of most of it, and findings."""
    legacy = LegacyText()
    lines = text.split("\n")
    found = legacy.decoded([[Run(line)] for line in lines])
    shown = [texts[0] if texts else line for line, texts in zip(lines, found, strict=True)]
    return "\n".join(shown), legacy.encoding, legacy.findings()


def told(encoding: str, count: int, share: float, words: str) -> Finding:
    """Return the finding that so many paragraphs, this share of the letters, were decoded."""
    return finding(
        "legacy-decoded", encoding=NAMES[encoding], count=count,
        share=max(round(100 * share), 1), words=_sample(words),
    )  # fmt: skip


def _sample(text: str) -> str:
    """Return the first words of a passage."""
    words = " ".join(text.split())
    return words if len(words) <= _SAMPLE else words[:_SAMPLE].rsplit(" ", 1)[0] + " …"
