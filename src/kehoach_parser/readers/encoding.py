"""Bytes to characters: the encoding of a text, found by marks, by validity, at last by guess."""

import codecs
from typing import Final, NamedTuple

from kehoach_parser.findings import Finding, finding

SAMPLE: Final = 1 << 16
"""Bytes that a guess looks at."""

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SINGLE_BYTE: Final = ("cp1258", "cp1252", "latin_1")
_BROKEN_SHARE: Final = 0.01
_PLANES: Final = frozenset((0x00, 0x01, 0x03, 0x1E, 0x20))
"""High bytes of Vietnamese letters, marks and punctuation in UTF-16."""
_PLANES_SHARE: Final = 0.9
_BREAKS: Final = ("\r\n", "\r", "\x0b", "\x85", "\u2028", "\u2029")
"""What ends a line besides the line feed."""


class Decoded(NamedTuple):
    """A text with its encoding; line ends are line feeds, a page break is a form feed."""

    text: str
    encoding: str
    findings: tuple[Finding, ...] = ()


def decode(data: bytes, declared: str | None = None) -> Decoded:
    r"""Return the text of bytes in any encoding; `declared` is what the file says of itself.

    A mark counts first, then whether the bytes are UTF-8 (many pages declare what they are
    not) or sure to be in an old encoding, then what is declared, at last a guess.

    >>> decode("\ufeffKế hoạch\r\n".encode("utf-16-le"))
    Decoded(text='Kế hoạch\n', encoding='utf-16-le', findings=())
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding)
    try:
        return Decoded(_lines(data.decode("utf-8")), "utf-8")
    except UnicodeDecodeError:
        pass
    wide = unmarked_utf16(data[:SAMPLE])
    if wide:
        return _marked(data, wide)
    damaged = _damaged(data)
    if damaged is None and (found := _recognised(data, declared)):
        return found
    if declared and _is_codec(declared):
        text = data.decode(declared, "replace")
        if "\N{REPLACEMENT CHARACTER}" not in text:
            return Decoded(_lines(text), declared.lower())
    return damaged or _guessed(data)


def _is_codec(name: str) -> bool:
    """Return whether a name is that of a text encoding (`base64` is a codec, but none)."""
    try:
        "".encode(name)
    except LookupError:
        return False
    return True


def _marked(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    lost = text.count("\N{REPLACEMENT CHARACTER}")
    found = (finding("encoding-damaged", encoding=encoding, count=lost),) if lost else ()
    return Decoded(_lines(text), encoding, found)


def unmarked_utf16(sample: bytes) -> str | None:
    """Return the UTF-16 form whose high bytes are those of Vietnamese text, without its mark."""
    for encoding, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if 0 in high and sum(byte in _PLANES for byte in high) > _PLANES_SHARE * len(high):
            return encoding
    return None


def _damaged(data: bytes) -> Decoded | None:
    """Return UTF-8 of which only few bytes are broken (a file cut off, a bad copy)."""
    text = data.decode("utf-8", "replace")
    lost = text.count("\N{REPLACEMENT CHARACTER}")
    letters = len(data) - len(text)
    if lost > max(1, letters * _BROKEN_SHARE):
        return None
    return Decoded(
        _lines(text), "utf-8", (finding("encoding-damaged", encoding="utf-8", count=lost),)
    )


def _recognised(data: bytes, declared: str | None) -> Decoded | None:
    """Return a text in one of the old Vietnamese encodings, whatever the file says of itself.

    What fonts or words tell passage by passage (TCVN3, VNI) is left to the reader of the format.
    """
    from kehoach_parser.readers.legacy.bytes import recognised  # noqa: PLC0415 - few files are old

    found = recognised(data, SAMPLE)
    if found is None or (found.encoding == "cp1258" and declared and _is_codec(declared)):
        return None
    return Decoded(_lines(found.text), found.encoding, found.findings)


def _guessed(data: bytes) -> Decoded:
    """Return the text in the likeliest one-byte encoding, with a finding that says so."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE], cp_isolation=list(_SINGLE_BYTE)).best()
    for encoding in (best.encoding if best else "cp1252", "cp1252", "latin_1"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return Decoded(_lines(text), encoding, (finding("encoding-guessed", encoding=encoding),))
    raise AssertionError(best)


def _lines(text: str) -> str:
    for mark in _BREAKS:  # replacing what is not there is twenty times as fast as a regex
        text = text.replace(mark, "\n")
    return text
