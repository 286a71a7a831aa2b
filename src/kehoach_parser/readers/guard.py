"""What stands before any archive or XML: a file may be hostile, and must be cheap to refuse."""

import zipfile
import zlib
from io import BytesIO
from typing import Final, TypeAlias

from lxml import etree

from kehoach_parser.errors import FormatError, LimitError
from kehoach_parser.readers.base import DEFAULT_LIMITS, MEGABYTE, Limits

Element: TypeAlias = etree._Element  # noqa: SLF001 - its only name  # pyright: ignore[reportPrivateUsage]
"""An XML element; lxml gives its type no public name."""

_ENTRY: Final = b"PK\x01\x02"
_HARMLESS: Final = 16 * MEGABYTE
"""Parts below this size may have any ratio: tables of equal rows pack very well."""

_DOCTYPES: Final = tuple("<!DOCTYPE".encode(code) for code in ("ascii", "utf-16-le", "utf-16-be"))
_ENCRYPTED: Final = 0x1
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_UNREADABLE: Final = (
    zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError, NotImplementedError,
)  # fmt: skip
"""What zipfile raises for cut off, damaged or oddly made archives."""

_DEPTH: Final = 256
"""libxml2's own limit on elements within one another, which `huge_tree` would lift."""


class Archive:
    """A zip whose entries were counted and weighed before any is unpacked."""

    def __init__(self, data: bytes, name: str, limits: Limits = DEFAULT_LIMITS) -> None:
        """Open the archive; `FormatError` where it is broken, `LimitError` over a limit."""
        entries = data.count(_ENTRY)
        if entries > limits.max_entries:
            raise LimitError("zip-entries", name=name, count=entries, most=limits.max_entries)
        self.name = name
        self._data = data
        self._limits = limits
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _UNREADABLE as error:
            raise FormatError("zip-broken", name=name) from error
        self._infos = {info.filename: info for info in self._zip.infolist()}
        self._weigh()

    @property
    def parts(self) -> frozenset[str]:
        """The names of all parts."""
        return frozenset(self._infos)

    def read(self, part: str) -> bytes:
        """Return a part's bytes.

        Raises `FormatError` where the part is missing, encrypted or broken, `LimitError` where
        it is too large.
        """
        info = self._infos.get(part)
        if info is None:
            raise FormatError("part-missing", name=self.name, part=part)
        if info.file_size > self._limits.max_part:
            size = info.file_size // MEGABYTE
            raise LimitError("zip-bomb", name=self.name, part=part, size=size)
        if info.flag_bits & _ENCRYPTED:
            raise FormatError("file-encrypted", name=self.name)
        if info.compress_type not in _METHODS:
            raise FormatError("zip-broken", name=self.name)
        try:
            return self._zip.read(info)
        except _UNREADABLE as error:
            raise FormatError("zip-broken", name=self.name) from error

    def xml(self, part: str) -> Element:
        """Return the root element of a part."""
        return parse_xml(self.read(part), self.name, part)

    def _weigh(self) -> None:
        """Refuse what unpacks to too much; zipfile never reads past the size declared here."""
        total = 0
        for info in self._infos.values():
            total += info.file_size
            packed = max(info.compress_size, 1)
            swollen = info.file_size > _HARMLESS
            swollen = swollen and info.file_size > packed * self._limits.max_ratio
            if swollen or total > self._limits.max_unpacked:
                size = max(info.file_size, total) // MEGABYTE
                raise LimitError("zip-bomb", name=self.name, part=info.filename, size=size)


def parse_xml(data: bytes, name: str, part: str) -> Element:
    """Return the root element of XML without DOCTYPE, entities, network or unbounded depth.

    `name` and `part` only serve messages. Raises `FormatError` where it is no XML or declares
    a DOCTYPE, `LimitError` where its elements nest deeper than libxml2 allows (256).
    """
    if any(mark in data for mark in _DOCTYPES):
        raise FormatError("xml-doctype", name=name, part=part)
    # huge_tree stays off: it would lift libxml2's limits on depth and on entity growth.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True, collect_ids=False,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if "depth" in str(error):
            raise LimitError("too-deep", name=name, most=_DEPTH) from error
        raise FormatError("xml-broken", name=name, part=part) from error
    # Encodings that hide the word from the search above (UTF-7, UTF-32) end here.
    if root.getroottree().docinfo.internalDTD is not None:
        raise FormatError("xml-doctype", name=name, part=part)
    return root
