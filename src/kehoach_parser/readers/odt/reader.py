"""Reader of OpenDocument texts (.odt): the package, its parts and their order."""

from collections.abc import Iterator
from typing import Final

from kehoach_parser.errors import FormatError
from kehoach_parser.readers.base import Limits
from kehoach_parser.readers.cells import cell_text
from kehoach_parser.readers.guard import Archive, Element
from kehoach_parser.readers.odt import names as o
from kehoach_parser.readers.odt.body import BodyReader
from kehoach_parser.readers.odt.lists import ListStyles
from kehoach_parser.readers.odt.styles import Styles
from kehoach_parser.text.document import Document
from kehoach_parser.text.legacy_signs import any_legacy

_CONTENT: Final = "content.xml"
_STYLES: Final = "styles.xml"
_MANIFEST: Final = "META-INF/manifest.xml"
_ENCRYPTED: Final = b"encryption-data"
_PACKAGE: Final = "encrypted-package"
_COMMON: Final = f"{o.OFFICE}styles"
_AUTOMATIC: Final = f"{o.OFFICE}automatic-styles"
_FACES: Final = f"{o.OFFICE}font-face-decls"
_PAGES: Final = f"{o.OFFICE}master-styles/{o.STYLES}master-page"
_MARGINS: Final = tuple(
    f"{o.STYLES}{kind}{pages}" for kind in ("header", "footer") for pages in ("", "-left", "-first")
)
_BODY: Final = f"{o.OFFICE}body/{o.OFFICE}text"


def read_odt(data: bytes, name: str, limits: Limits) -> Document:
    """Return what an OpenDocument text shows, in reading order.

    Raises `FormatError` where the package or its XML is broken or encrypted, `LimitError` over
    a limit.
    """
    archive = Archive(data, name, limits)
    _refuse_encrypted(archive)
    content = archive.xml(_CONTENT)
    styles = archive.xml(_STYLES) if _STYLES in archive.parts else None
    document = _document(content, styles, name, limits)
    if not any_legacy(document.blocks):
        return document
    from kehoach_parser.readers.legacy.runs import LegacyText  # noqa: PLC0415 - old files only
    from kehoach_parser.readers.odt.legacy import mend  # noqa: PLC0415 - the same

    done = LegacyText()
    for part in (content, styles):
        if part is not None:
            mend(part, Styles(*_groups(part, styles)), done)
    if not done.changed:
        return document
    mended = _document(content, styles, name, limits)
    return mended._replace(encoding=done.encoding, findings=done.findings())


def _document(content: Element, styles: Element | None, name: str, limits: Limits) -> Document:
    body = content.find(_BODY)
    if body is None:
        raise FormatError("part-missing", name=name, part="office:text")
    blocks = tuple(_reader(content, styles, name, limits).blocks(body))
    margins = () if styles is None else tuple(_margins(styles, name, limits))
    return Document("odt", blocks, margins)


def _groups(part: Element, styles: Element | None) -> list[Element | None]:
    """Return the styles that count in a part: its own automatic ones, the common ones, fonts."""
    common = None if styles is None else styles.find(_COMMON)
    faces = (each.find(_FACES) for each in (part, styles) if each is not None)
    return [part.find(_AUTOMATIC), common, *faces]


def _reader(part: Element, styles: Element | None, name: str, limits: Limits) -> BodyReader:
    groups = _groups(part, styles)
    return BodyReader(Styles(*groups), ListStyles(*groups), name, limits.max_depth)


def _margins(styles: Element, name: str, limits: Limits) -> Iterator[str]:
    """Yield the lines of page headers and footers."""
    reader = _reader(styles, styles, name, limits)
    for page in styles.iterfind(_PAGES):
        for part in page.iterchildren(*_MARGINS):
            for line in cell_text(reader.blocks(part)).split("\n"):
                if line.strip():
                    yield line.strip()


def _refuse_encrypted(archive: Archive) -> None:
    """Raise where parts are encrypted: the manifest says so, the zip does not."""
    encrypted = _PACKAGE in archive.parts
    if not encrypted and _MANIFEST in archive.parts:
        encrypted = _ENCRYPTED in archive.read(_MANIFEST)
    if encrypted:
        raise FormatError("file-encrypted", name=archive.name)
