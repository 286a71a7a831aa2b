"""A file read: by the reader of its format, then what goes wrong in many formats put right."""

from importlib import import_module
from pathlib import PurePath
from typing import Final, cast

from kehoach_parser.errors import FormatError
from kehoach_parser.findings import finding
from kehoach_parser.readers.base import Limits, Reader, check_size
from kehoach_parser.readers.bullets import with_known_bullets
from kehoach_parser.readers.closing_lines import with_closings_parted
from kehoach_parser.readers.closing_rows import with_closings_apart
from kehoach_parser.readers.composed import COMPOSED
from kehoach_parser.readers.contents import without_contents
from kehoach_parser.readers.detect import detect
from kehoach_parser.readers.glued import GLUED
from kehoach_parser.readers.pasted import with_breaks
from kehoach_parser.readers.respelled import respelled
from kehoach_parser.readers.secrecy import with_secrecy
from kehoach_parser.readers.side_by_side import lay_out_columns
from kehoach_parser.readers.stamps import with_stamps_taken
from kehoach_parser.readers.title_rows import with_title_below
from kehoach_parser.readers.torn import TORN
from kehoach_parser.readers.wrapped import with_whole_paragraphs
from kehoach_parser.text.document import Document

READERS: Final = {
    "docx": ("docx.reader", "read_docx"),
    "doc": ("doc.reader", "read_doc"),
    "odt": ("odt.reader", "read_odt"),
    "rtf": ("rtf.reader", "read_rtf"),
    "pdf": ("pdf.reader", "read_pdf"),
    "html": ("html.reader", "read_html"),
    "mht": ("html.mht", "read_mht"),
    "md": ("plain.markdown", "read_markdown"),
    "txt": ("plain.reader", "read_plain"),
    "png": ("ocr.image", "read_png"),
    "jpg": ("ocr.image", "read_jpg"),
    "tiff": ("ocr.image", "read_tiff"),
}
"""Format, module in this package, function. Modules load when a file needs them."""

UNREAD: Final = {
    "ods": "OpenDocument (.ods)",
    "odp": "OpenDocument (.odp)",
    "xlsx": "Excel (.xlsx)",
    "pptx": "PowerPoint (.pptx)",
    "epub": "EPUB",
    "xls": "Excel (.xls)",
    "ppt": "PowerPoint (.ppt)",
    "msg": "Outlook (.msg)",
    "eml": "e-mail (.eml)",
    "wordml": "Word 2003 XML",
    "xml": "XML",
    "json": "JSON",
    "image": "GIF/BMP/WebP/HEIC",
    "gzip": "gzip",
    "7z": "7-Zip",
    "rar": "RAR",
}
"""Formats that are recognised and not read, with a name that people know."""

_TYPED: Final = frozenset(("docx", "doc", "odt", "rtf"))
"""Formats of word processors, into which people also paste text."""

_MENDED: Final = frozenset(("txt", "md"))
"""Formats whose reader joins torn syllables before it looks for lines."""

_LAID_OUT: Final = _TYPED | {"html", "mht"}
"""Formats whose paragraphs may stand side by side by tabs or blanks."""

_FAMILIES: Final = {
    "docm": "docx", "dotx": "docx", "dotm": "docx", "dot": "doc", "ott": "odt", "htm": "html",
    "xhtml": "html", "mht": "html", "mhtml": "html", "md": "txt", "markdown": "txt",
    "text": "txt", "jpeg": "jpg", "tif": "tiff", "gif": "image", "bmp": "image",
    "webp": "image", "heic": "image",
}  # fmt: skip
"""Extensions under which files of one format go, with the name of that family."""

_KNOWN: Final = frozenset((*READERS, *UNREAD, *_FAMILIES))


def read(data: bytes, name: str, limits: Limits) -> Document:
    """Return the content of a file, whatever its extension says.

    Raises `FormatError` for bytes of no format that is read, `LimitError` over a limit.
    """
    check_size(len(data), name, limits.max_bytes)
    found = detect(data, name, limits)
    if found not in READERS:
        code = "image-unread" if found == "image" else "format-unread"
        raise FormatError(code, name=name, format=UNREAD[found])
    document = _reader(found)(data, name, limits)
    return _with_extension_judged(_put_right(document, found), name)


def _reader(found: str) -> Reader:
    module, function = READERS[found]
    loaded = import_module(f"{__package__}.{module}")
    return cast(Reader, getattr(loaded, function))


def _put_right(document: Document, found: str) -> Document:
    """Return a document without what its source broke, tore or laid out beside one another.

    Letters come first: whether a line goes on is told by its words. What is left of a table of
    contents is known only when its entries are whole.
    """
    document = with_known_bullets(document)
    if found not in _MENDED:
        for repair in (COMPOSED, TORN, GLUED):
            document = respelled(document, repair)
    document = with_stamps_taken(document)
    if found in _TYPED:
        document = with_breaks(document)
    if found in _LAID_OUT:
        document = with_whole_paragraphs(lay_out_columns(document))
    document = with_closings_apart(without_contents(with_title_below(document)))
    document = with_closings_parted(document)
    return with_secrecy(document)


def _with_extension_judged(document: Document, name: str) -> Document:
    """Return a document with a finding where its name promises another format."""
    extension = PurePath(name).suffix.lower().removeprefix(".")
    if extension not in _KNOWN or _family(extension) == _family(document.format):
        return document
    note = finding("wrong-extension", extension=extension, format=document.format)
    return document._replace(findings=(note, *document.findings))


def _family(extension: str) -> str:
    return _FAMILIES.get(extension, extension)
