"""Reader of Rich Text Format (.rtf, and .doc files that hold it)."""

from kehoach_parser.errors import FormatError
from kehoach_parser.findings import Finding, finding
from kehoach_parser.readers.base import Limits
from kehoach_parser.readers.rtf.interpreter import RtfReader
from kehoach_parser.text.document import Document
from kehoach_parser.text.legacy_signs import any_legacy


def read_rtf(data: bytes, name: str, limits: Limits) -> Document:
    """Return what an RTF shows, in reading order.

    A file that is cut off is read as far as it goes, with a finding. Raises `FormatError` where
    nothing can be had of one, `LimitError` over a limit.
    """
    reader = RtfReader(data, name, limits.max_depth)
    blocks = tuple(reader.read())
    findings: tuple[Finding, ...] = ()
    if reader.cut_off:
        if not blocks:
            raise FormatError("rtf-broken", name=name)
        findings = (finding("rtf-cut-off"),)
    document = Document("rtf", blocks, tuple(reader.margins), findings=findings)
    if not any_legacy(blocks):
        return document
    from kehoach_parser.readers.rtf.legacy import decoded  # noqa: PLC0415 - old files only

    return decoded(document, data, name, limits.max_depth)
