"""Reader of OpenDocument texts (.odt): the package, its parts and their order."""

from collections.abc import Iterator
from typing import Final

from kehoach_parser.errors import FormatError
from kehoach_parser.readers import odt_names as o
from kehoach_parser.readers.base import Limits
from kehoach_parser.readers.cells import cell_text
from kehoach_parser.readers.guard import Archive, Element
from kehoach_parser.readers.odt_body import BodyReader
from kehoach_parser.readers.odt_lists import ListStyles
from kehoach_parser.readers.odt_styles import Styles
from kehoach_parser.text.document import Document

_CONTENT: Final = "content.xml"
_STYLES: Final = "styles.xml"
_MANIFEST: Final = "META-INF/manifest.xml"
_ENCRYPTED: Final = b"encryption-data"
_PACKAGE: Final = "encrypted-package"
_COMMON: Final = f"{o.OFFICE}styles"
_AUTOMATIC: Final = f"{o.OFFICE}automatic-styles"
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
    body = content.find(_BODY)
    if body is None:
        raise FormatError("part-missing", name=name, part="office:text")
    styles = archive.xml(_STYLES) if _STYLES in archive.parts else None
    blocks = tuple(_reader(content, styles, name, limits).blocks(body))
    margins = () if styles is None else tuple(_margins(styles, name, limits))
    return Document("odt", blocks, margins)


def _reader(part: Element, styles: Element | None, name: str, limits: Limits) -> BodyReader:
    """Return a reader of one part; automatic styles count in their own part alone."""
    groups = (part.find(_AUTOMATIC), None if styles is None else styles.find(_COMMON))
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
