"""What readers share to read old encodings: a document's runs decoded, and what was done told."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from kehoach_parser.findings import Finding, finding
from kehoach_parser.readers.legacy.letter import LostLetter
from kehoach_parser.text.legacy import Font, decode_parts
from kehoach_parser.text.legacy_evidence import has_codes, is_unicode
from kehoach_parser.text.legacy_judge import Judge, Passage
from kehoach_parser.text.legacy_names import NAMES, TCVN3

_SAMPLE: Final = 40
_HALF: Final = 0.5

Run = Passage
"""The words of one font inside a paragraph."""


class LegacyText:
    """Decodes the paragraphs of a document, a part at a time, and counts what it has done.

    `hyphens` says that plain hyphens may stand for soft ones (the letter ư of TCVN3), as PDFs
    have them.
    """

    def __init__(self, *, hyphens: bool = False) -> None:
        """Begin with nothing decoded."""
        self._judge = Judge()
        self._letter = LostLetter(hyphens=hyphens)
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
        """Return for each encoding how much was decoded, and that a letter had been lost."""
        total = self._letters.total() + self._kept
        found = [
            told(encoding, count, self._letters[encoding] / total, self._sample[encoding])
            for encoding, count in sorted(self._paragraphs.items())
        ]
        if self._letter.restored:
            found.append(finding("legacy-letter-lost", count=self._letter.restored))
        return tuple(found)

    def decoded(self, paragraphs: Sequence[Sequence[Run]]) -> Iterator[list[str] | None]:
        """Yield the texts of each paragraph's runs, null where all of them stay."""
        passages = [list(_passages(runs)) for runs in paragraphs]
        flat = [passage for found in passages for passage, _ in found]
        fonts = self._judge.fonts(flat)
        for passage, font in zip(flat, fonts, strict=True):
            if font is not None and font.encoding == TCVN3:
                self._letter.note(passage.text)
        decisions = iter(fonts)
        for runs, found in zip(paragraphs, passages, strict=True):
            old = [run.text for run in runs]
            new = self._paragraph(old, [(next(decisions), each, size) for each, size in found])
            yield new if new != old else None

    def _paragraph(
        self, texts: list[str], found: Sequence[tuple[Font | None, Passage, int]]
    ) -> list[str]:
        shown: list[str] = []
        for encoding, group in groupby(found, key=lambda one: one[0] and one[0].encoding):
            capitals: list[bool] = []
            for font, passage, size in group:
                capitals += [font is not None and font.capitals] * size
                self._weigh(encoding, passage.text)
            parts = texts[len(shown) : len(shown) + len(capitals)]
            shown += self._parts(parts, encoding, capitals)
        self._paragraphs.update({font.encoding for font, _, _ in found if font})
        return shown

    def _parts(self, parts: list[str], encoding: str | None, capitals: list[bool]) -> list[str]:
        """Return the parts of one text in Unicode."""
        if encoding is None:
            is_plain = self._letter.is_sure and "".join(parts).isascii()
            return self._letter.put_back(parts) if is_plain else parts
        if encoding == TCVN3:
            parts = self._letter.raw(parts)
        parts = list(decode_parts(parts, encoding, capitals))
        if encoding == TCVN3:
            parts = self._letter.put_back(parts)
        self._sample.setdefault(encoding, "".join(parts))
        return parts

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
