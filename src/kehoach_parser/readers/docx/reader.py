"""Reader of Word documents (.docx): the package, its parts and their order."""

from collections.abc import Callable, Iterator
from typing import Final

from kehoach_parser.errors import FormatError
from kehoach_parser.findings import Finding, finding
from kehoach_parser.readers.base import Limits
from kehoach_parser.readers.cells import cell_text
from kehoach_parser.readers.docx import names as w
from kehoach_parser.readers.docx.body import BodyReader, Notes
from kehoach_parser.readers.docx.chunks import Chunks
from kehoach_parser.readers.docx.numbering import Numbering
from kehoach_parser.readers.docx.styles import Styles
from kehoach_parser.readers.guard import Archive, Element, parse_xml
from kehoach_parser.readers.letterhead import with_letterhead
from kehoach_parser.text.document import Block, Document
from kehoach_parser.text.legacy_signs import any_legacy

_MAIN: Final = "word/document.xml"
_RELATIONSHIP: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MARGINS: Final = ("header", "footer")
_DRAWN: Final = ("diagramData", "chart")
"""SmartArt and charts: their words stand in parts of other formats."""

_CHUNK: Final = "aFChunk"

_LATENT: Final = b"<w:latentStyles"
_LATENT_END: Final = b"</w:latentStyles>"
"""The looks of styles that a file does not hold: most of what Word writes of styles."""

_BODY: Final = f"{w.W}body"
_WATERMARK: Final = "{urn:schemas-microsoft-com:vml}textpath"
"""Words across the page, which Word anchors in its header."""


def read_docx(data: bytes, name: str, limits: Limits) -> Document:
    """Return what a Word document shows, in reading order.

    Raises `FormatError` where the package or its XML is broken, `LimitError` over a limit.
    """
    archive = Archive(data, name, limits)
    package = _Package(archive, limits)
    document = _document(package, name, limits)
    if any_legacy(document.blocks):
        return _decoded(package, archive, limits) or document
    return document


def _decoded(package: "_Package", archive: Archive, limits: Limits) -> Document | None:
    """Read a document again with its old encodings decoded, null where it has none."""
    from kehoach_parser.readers.docx.legacy import LegacyParts  # noqa: PLC0415 - old files only

    root = package.part("styles")
    legacy = LegacyParts(root, Styles(root), lambda: package.part("theme"))
    mended = _Package(archive, limits, legacy.mend)
    if not legacy.text.changed:
        return None
    document = _document(mended, archive.name, limits)
    findings = (*legacy.text.findings(), *document.findings)
    return document._replace(encoding=legacy.text.encoding, findings=findings)


def _document(package: "_Package", name: str, limits: Limits) -> Document:
    body = package.main.find(_BODY)
    if body is None:
        raise FormatError("part-missing", name=name, part="w:body")
    styles = Styles(package.part("styles"))
    numbering = Numbering(lambda: package.part("numbering"), styles.number_id)
    reader = BodyReader(styles, numbering, package, name, limits.max_depth)
    blocks = reader.blocks(body)
    parts = list(package.margins())
    margins = [reader.blocks(part) for part in parts]
    shown = tuple(with_letterhead(blocks, margins))
    lines = tuple(line for margin in margins for line in _lines(margin))
    lines += tuple(path.get("string", "") for part in parts for path in part.iter(_WATERMARK))
    return Document("docx", shown, lines, findings=_unread(package, shown))


class _Package:
    """The parts of a docx by their relationship to the main part."""

    def __init__(
        self, archive: Archive, limits: Limits, mend: Callable[[Element], None] | None = None
    ) -> None:
        """Read the main part; `mend` changes each part before it is used."""
        self._archive = archive
        self._mend = mend
        self._path = self._main_path()
        self.main = self._xml(self._path)
        relations = list(self._relations(self._path))
        self._targets = [(kind, target) for kind, target, _ in relations]
        chunks = {name: target for kind, target, name in relations if kind == _CHUNK}
        self._chunks = Chunks(archive, chunks, limits)

    def part(self, kind: str) -> Element | None:
        """Return the root of the first part of a kind, null where there is none."""
        for found, target in self._targets:
            if found == kind and target in self._archive.parts:
                return self._xml(target)
        return None

    def notes(self) -> Notes:
        """Return the notes; separators and continuation notices are no notes."""
        notes: Notes = {}
        for kind, tag in (("footnotes", "footnote"), ("endnotes", "endnote")):
            root = self.part(kind)
            for note in () if root is None else root.iterchildren(f"{w.W}{tag}"):
                if note.get(w.TYPE, "normal") == "normal":
                    notes[f"{w.W}{tag}Reference", note.get(w.ID, "")] = note
        return notes

    def chunk(self, relation: str) -> tuple[Block, ...]:
        """Return the blocks of an embedded document."""
        return self._chunks.blocks(relation)

    @property
    def drawn(self) -> int:
        """How many drawings and embedded documents have words that are not read."""
        return self.count(*_DRAWN) + self._chunks.unread

    def count(self, *kinds: str) -> int:
        """Return how many parts of these kinds the main part points to."""
        return sum(kind in kinds for kind, _ in self._targets)

    def margins(self) -> Iterator[Element]:
        """Yield the page headers and footers."""
        for kind, target in self._targets:
            if kind in _MARGINS and target in self._archive.parts:
                yield self._xml(target)

    def _main_path(self) -> str:
        if _MAIN in self._archive.parts:
            return _MAIN
        for kind, target, _ in self._relations(""):
            if kind == "officeDocument":
                return target
        return _MAIN

    def _relations(self, path: str) -> Iterator[tuple[str, str, str]]:
        """Yield kind, path and id of each part that a part (or the package) points to."""
        folder, slash, file = path.rpartition("/")
        relations = f"{folder}{slash}_rels/{file}.rels"
        if relations not in self._archive.parts:
            return
        for relation in self._archive.xml(relations).iterchildren(_RELATIONSHIP):
            target = relation.get("Target", "")
            kind = relation.get("Type", "").rpartition("/")[2]
            if relation.get("TargetMode") != "External":
                place = target[1:] if target.startswith("/") else f"{folder}{slash}{target}"
                yield kind, place, relation.get("Id", "")

    def _xml(self, path: str) -> Element:
        data = self._archive.read(path)
        if w.STRICT[0][0] in data:
            for strict, usual in w.STRICT:
                data = data.replace(strict, usual)
        latent, end = data.find(_LATENT), data.find(_LATENT_END)
        if 0 <= latent < end:
            data = data[:latent] + data[end + len(_LATENT_END) :]
        root = parse_xml(data, self._archive.name, path)
        if self._mend:
            self._mend(root)
        return root


def _unread(package: _Package, blocks: tuple[Block, ...]) -> tuple[Finding, ...]:
    """Return findings for words that stand where this reader does not look."""
    found: list[Finding] = []
    if package.drawn:
        found.append(finding("docx-drawn-words", count=package.drawn))
    if not blocks and (count := package.count("image")):
        found.append(finding("docx-only-images", count=count))
    return tuple(found)


def _lines(margin: list[Block]) -> Iterator[str]:
    for line in cell_text(margin).split("\n"):
        if line.strip():
            yield line.strip()
