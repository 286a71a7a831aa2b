"""Old encodings in an RTF: the file is read once for its runs and once more with them decoded."""

from collections.abc import Iterator

from kehoach_parser.readers.legacy.runs import LegacyText, Run
from kehoach_parser.readers.rtf.interpreter import RtfReader
from kehoach_parser.text.document import Document
from kehoach_parser.text.legacy import draws_symbols, font_of


class _Recorder:
    """Keeps the runs of each paragraph."""

    def __init__(self) -> None:
        self.paragraphs: list[list[Run]] = [[]]

    def words(self, words: str, font: str) -> str:
        if not draws_symbols(font):
            self.paragraphs[-1].append(Run(words, font_of(font)))
        return words

    def end_paragraph(self) -> None:
        if self.paragraphs[-1]:
            self.paragraphs.append([])


class _Player:
    """Gives decoded runs in the order in which they were kept."""

    def __init__(self, texts: Iterator[str]) -> None:
        self._texts = texts

    def words(self, words: str, font: str) -> str:
        return words if draws_symbols(font) else next(self._texts, words)

    def end_paragraph(self) -> None:
        """Do nothing: the texts count on through paragraphs."""


def decoded(document: Document, data: bytes, name: str, most: int) -> Document:
    """Return the document with its old letters in Unicode, the same where it has none."""
    recorder = _Recorder()
    RtfReader(data, name, most, recorder).read()
    legacy = LegacyText()
    runs = recorder.paragraphs
    texts = [
        text
        for paragraph, found in zip(runs, legacy.decoded(runs), strict=True)
        for text in found or [run.text for run in paragraph]
    ]
    if not legacy.changed:
        return document
    reader = RtfReader(data, name, most, _Player(iter(texts)))
    blocks = tuple(reader.read())
    return document._replace(
        blocks=blocks,
        margins=tuple(reader.margins),
        encoding=legacy.encoding,
        findings=(*legacy.findings(), *document.findings),
    )
