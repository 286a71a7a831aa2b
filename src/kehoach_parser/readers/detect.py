"""Which format a file has, by its content alone."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from kehoach_parser.errors import FormatError
from kehoach_parser.readers.base import DEFAULT_LIMITS, Limits
from kehoach_parser.readers.encoding import unmarked_utf16
from kehoach_parser.readers.leading import goes_on_as_text
from kehoach_parser.text.patterns import pattern

if TYPE_CHECKING:
    from kehoach_parser.readers.guard import Archive

_MAGIC: Final = (
    (0, b"\x89PNG\r\n\x1a\n", "png"),
    (0, b"\xff\xd8\xff", "jpg"),
    (0, b"GIF8", "image"),
    (0, b"II*\x00", "tiff"),
    (0, b"MM\x00*", "tiff"),
    (0, b"BM", "bitmap"),
    (8, b"WEBP", "image"),
    (4, b"ftyphei", "image"),
    (4, b"ftypmif1", "image"),
    (0, b"\x1f\x8b", "gzip"),
    (0, b"7z\xbc\xaf\x27\x1c", "7z"),
    (0, b"Rar!\x1a\x07", "rar"),
)
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PARTS: Final = (
    ("word/document.xml", "docx"),
    ("xl/workbook.xml", "xlsx"),
    ("xl/workbook.bin", "xlsx"),
    ("ppt/presentation.xml", "pptx"),
)
_MIMETYPES: Final = (
    (b"application/vnd.oasis.opendocument.text", "odt"),
    (b"application/vnd.oasis.opendocument.spreadsheet", "ods"),
    (b"application/vnd.oasis.opendocument.presentation", "odp"),
    (b"application/epub+zip", "epub"),
)
_DECLARED: Final = pattern(rb'media-type="(application/vnd\.oasis\.opendocument\.[a-z-]{1,40})"')
_STREAMS: Final = (
    ("EncryptedPackage", "encrypted"),
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("PowerPoint Document", "ppt"),
    ("__properties_version1.0", "msg"),
)
_SNIFFED: Final = 1 << 16
_BLANK_BYTES: Final = b" \t\r\n\x0b\x0c"
_BEFORE_TEXT: Final = _BLANK_BYTES + b"\xef\xbb\xbf"
_MARGIN: Final = 64
_CONTROLS: Final = bytes(set(range(32)) - set(b"\t\n\x0b\x0c\r\x1b")) + b"\x7f"

_HTML: Final = pattern(
    rb"""
    \s* (?:<\?xml[^>]{0,200}\?>\s*)? (?:<!--.{0,2000}?-->\s*)?
    (?: <!doctype\s+html
    | <(?:html|head|body|meta|title|link|style|script|article|main|section|header|nav|div|center
        |p|h[1-6]|ul|ol|table|blockquote|span|font)[\s>] )
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_CLOSED: Final = pattern(rb"</(?:html|body|head|div|p|table|h[1-6]|article|main)>", re.IGNORECASE)
_JSON: Final = pattern(rb'\s*(?:\[\s*)?\{\s*"[^"\n]{1,200}"\s*:')
_MIME: Final = pattern(rb"^MIME-Version:\s", re.IGNORECASE | re.MULTILINE)
_MARKDOWN: Final = pattern(
    r"""
    ^\#{1,6}[ ]\S                        # a heading
    | ^\|?[ ]*:?-{2,}:?[ ]*\|            # the rule under a table's head
    | (?<!\S)\*\*[^\s*][^*\n]{0,300}\*\* # bold words
    | \[[^\]\n]{1,200}\]\(https?://      # a link
    """,
    re.VERBOSE | re.MULTILINE,
)
_MARKDOWN_SIGNS: Final = (b"# ", b"|", b"**", b"](http")
_ENOUGH_MARKS: Final = 2


def detect(data: bytes, name: str, limits: Limits = DEFAULT_LIMITS) -> str:
    """Return the format of the bytes: a key of `READERS` or of `UNREAD` in `read.py`.

    The name serves messages, and tells plain text from Markdown where no mark does.
    Raises `FormatError` for an empty, broken, encrypted or unknown file.
    """
    if not data.strip(_BLANK_BYTES + b"\x00"):
        raise FormatError("file-empty", name=name)
    if data.startswith(_ZIP):
        return _packed(data, name, limits)
    if data.startswith(_COMPOUND):
        return _compound(data, name)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data[:_MARGIN].lstrip(_BEFORE_TEXT).startswith(b"{\\rtf"):
        return "rtf"
    for offset, magic, found in _MAGIC:
        if data.startswith(magic, offset) and not (found == "bitmap" and b"\x00" not in data[:32]):
            return "image" if found == "bitmap" else found
    return _textual(data, name)


def _packed(data: bytes, name: str, limits: Limits) -> str:
    from kehoach_parser.readers.guard import Archive  # noqa: PLC0415 - text needs no zip

    archive = Archive(data, name, limits)
    parts = archive.parts
    for part, found in _PARTS:
        if part in parts:
            return found
    kind = archive.read("mimetype").strip() if "mimetype" in parts else _declared(archive)
    for start, found in _MIMETYPES:
        if kind.startswith(start):
            return found
    if "[Content_Types].xml" in parts and any(part.startswith("word/") for part in parts):
        return "docx"
    raise FormatError("zip-not-docx", name=name)


def _declared(archive: Archive) -> bytes:
    """Return the kind of an OpenDocument that was packed again without its `mimetype`."""
    if "META-INF/manifest.xml" not in archive.parts:
        return b""
    declared = _DECLARED.search(archive.read("META-INF/manifest.xml"))
    return declared[1] if declared else b""


def _compound(data: bytes, name: str) -> str:
    from kehoach_parser.readers.doc.compound import CompoundFile  # noqa: PLC0415 - rarely needed

    streams = CompoundFile(data, name).streams
    for stream, found in _STREAMS:
        if stream in streams:
            if found == "encrypted":
                raise FormatError("file-encrypted", name=name)
            return found
    raise FormatError("format-unknown", name=name)


def _textual(data: bytes, name: str) -> str:
    head = _as_bytes(data[:_SNIFFED], name)
    tagged = _tagged(data, head) if head.lstrip().startswith(b"<") else None
    if tagged:
        return tagged
    if _MIME.search(head[:2000]) and b"multipart/" in head[:4000].lower():
        return "eml" if b"multipart/mixed" in head[:4000].lower() else "mht"
    if _JSON.match(head):
        return "json"
    if _marked_down(head) or PurePath(name).suffix.lower() in {".md", ".markdown"}:
        return "md"
    return "txt"


def _tagged(data: bytes, head: bytes) -> str | None:
    """Return which format a text in angle brackets has, null where it only begins with one."""
    if b'progid="Word.Document"' in head or b"<w:wordDocument" in head or b"<pkg:package" in head:
        return "wordml"
    declared = head.lstrip().startswith(b"<?xml")
    opened = declared or _HTML.match(head) is not None
    if opened and (b"<html" in head.lower() or _CLOSED.search(data)):
        return None if not declared and goes_on_as_text(head) else "html"
    return "xml" if declared else None


def _marked_down(head: bytes) -> bool:
    """Return whether a text bears marks of Markdown; most texts have not even their signs."""
    if not any(sign in head for sign in _MARKDOWN_SIGNS):
        return False
    return len(_MARKDOWN.findall(head.decode("utf-8", "replace"))) >= _ENOUGH_MARKS


def _as_bytes(head: bytes, name: str) -> bytes:
    """Return the beginning of a text in an encoding that keeps ASCII, or refuse rubbish."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "replace").encode("utf-8", "replace")
    head = head.removeprefix(b"\xef\xbb\xbf")
    if wide := unmarked_utf16(head):
        return head.decode(wide, "replace").encode("utf-8", "replace")
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if b"\x00" in head or controls > len(head) * 0.03:
        raise FormatError("format-unknown", name=name)
    return head
