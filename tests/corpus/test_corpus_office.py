"""Real Word documents lose no word on the way."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from kehoach_parser.readers.base import Limits
from kehoach_parser.readers.docx import names as w
from kehoach_parser.readers.guard import Archive
from kehoach_parser.readers.read import read
from kehoach_parser.text.document import Document, Paragraph

_BLANKS = re.compile(r"\s+")
_TRACKED = (w.DELETED, w.MOVED_AWAY, w.HIDDEN)


def _files(corpus: Path, suffix: str) -> Iterator[tuple[Path, Document]]:
    paths = sorted(path for path in corpus.rglob(f"*.{suffix}") if path.is_file())
    assert paths
    for path in paths:
        yield path, read(path.read_bytes(), path.name, Limits())


def _letters(texts: Iterator[str]) -> Counter[str]:
    return Counter(_BLANKS.sub("", unicodedata.normalize("NFC", "".join(texts))))


def _shown(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            yield from (cell.text for row in block.rows for cell in row)


def _written(data: bytes, name: str) -> Iterator[str]:
    root = Archive(data, name).xml("word/document.xml")
    assert next(root.iter(*_TRACKED), None) is None, f"{name}: dropped words must be left out here"
    for text in root.iter(w.TEXT):
        if not any(parent.tag == w.FALLBACK for parent in text.iterancestors()):
            yield text.text or ""


def test_every_word_of_a_docx_comes_out(corpus: Path) -> None:
    for path, document in _files(corpus, "docx"):
        lost = _letters(_written(path.read_bytes(), path.name)) - _letters(_shown(document))
        assert not lost, path.name


def test_every_doc_is_read_whole(corpus: Path) -> None:
    for path, document in _files(corpus, "doc"):
        assert document.format == "doc", path.name
        assert sum(map(len, _shown(document))) > 1000, path.name
        assert {found.code for found in document.findings} <= {"text-decomposed"}, path.name
