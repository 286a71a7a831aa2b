"""Which one-byte encoding a Vietnamese file is in: the one in which its words are syllables."""

import unicodedata
from typing import Final, NamedTuple

from kehoach_parser.findings import Finding
from kehoach_parser.readers.legacy.runs import told
from kehoach_parser.text.legacy import decode
from kehoach_parser.text.legacy_evidence import weigh, weigh_unicode
from kehoach_parser.text.legacy_names import CP1258, ENCODINGS, TCVN3, VISCII, VNI, VPS
from kehoach_parser.text.patterns import pattern

_TAG: Final = pattern(r"<[^<>]*>|&\w+;")
_FEWEST: Final = 12
"""Different words that make a file's encoding certain."""

_AHEAD: Final = 3
"""How many times as many words the best encoding has as the next."""

_WINDOWS: Final = {
    code: letter
    for code in range(0x80, 0xA0)
    if (letter := bytes((code,)).decode("cp1252", "ignore"))
}


class Found(NamedTuple):
    """A text, the encoding of its bytes, and the finding that it was decoded.

    What is in TCVN3 or VNI is only read as Windows-1252: such files mix, so that readers decode
    them passage by passage.
    """

    text: str
    encoding: str
    findings: tuple[Finding, ...] = ()


def recognised(data: bytes, sample: int) -> Found | None:
    """Return the text of bytes that are sure to be Vietnamese; the first `sample` ones decide."""
    head = _TAG.sub(" ", data[:sample].decode("latin-1"))
    said = {encoding: weigh(head, encoding) for encoding in ENCODINGS}
    said[CP1258] = weigh_unicode(_composed(head.encode("latin-1")))
    ranked = sorted(said, key=lambda encoding: said[encoding].lead)
    best, second = said[ranked[-1]], said[ranked[-2]]
    if best.different < _FEWEST or not best.is_clear or best.lead < _AHEAD * second.lead:
        return None
    return _read(data, ranked[-1])


def _read(data: bytes, encoding: str) -> Found:
    western = data.decode("latin-1")
    if encoding not in {VISCII, VPS}:  # these have letters where Windows has its signs
        western = western.translate(_WINDOWS)
    if encoding in {TCVN3, VNI}:
        return Found(western, "cp1252")
    text = _composed(data) if encoding == CP1258 else decode(western, encoding)
    lines = [line for line in text.splitlines() if line.strip()]
    return Found(text, encoding, (told(encoding, len(lines), 1.0, lines[0]),))


def _composed(data: bytes) -> str:
    """Return Windows-1258 in one letter each; it writes accents apart from their letters."""
    return unicodedata.normalize("NFC", data.decode(CP1258, "replace"))
