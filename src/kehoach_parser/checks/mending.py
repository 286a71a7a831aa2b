"""`--fix`: characters of a text file made regular, and the proof that nothing else changes."""

import difflib
import unicodedata
from typing import Final

from kehoach_parser.api import parse_bytes
from kehoach_parser.pipeline import Options
from kehoach_parser.readers.plain.reader import in_unicode
from kehoach_parser.text.normalise import HYPHENS, INVISIBLE, LOOK_ALIKES, in_latin

SUFFIXES: Final = frozenset({".txt", ".md"})
_BLANKS: Final = (
    "\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
_CHARACTERS: Final = str.maketrans({
    **LOOK_ALIKES,
    **dict.fromkeys(HYPHENS, "-"),
    **dict.fromkeys(INVISIBLE, ""),
    **dict.fromkeys(_BLANKS, " "),
})  # fmt: skip


def mended(text: str, *, markdown: bool = False) -> str:
    r"""Return a text with regular letters, blanks and line ends; its layout stays.

    Old encodings in Unicode, as the parser reads them; composed letters (NFC); `Đ` for its
    look-alikes, Latin letters for Cyrillic ones that look the same; common blanks and hyphens for
    the odd ones; nothing for what shows nothing; a line feed at the end. Runs of blanks stay: they
    may be columns. Blanks at the ends of lines go, but not in Markdown, where two break the line.

    >>> mended("Ðo\u0323c\u00a0 va\u0300 gu\u031b\u0309i \r\n")
    'Đọc  và gửi\n'
    """
    text, _, _ = in_unicode(text)  # first: the letter ư of TCVN3 is a soft hyphen
    composed = in_latin(unicodedata.normalize("NFC", text.translate(_CHARACTERS)))
    lines = composed.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not markdown:
        lines = [line.rstrip(" \t") for line in lines]
    whole = "\n".join(lines).rstrip("\n")
    return f"{whole}\n" if whole else ""


def is_safe(before: bytes, after: bytes, name: str, options: Options) -> bool:
    """Return whether a mended file gives the same plan, but for what the reader had to mend."""
    return _result(before, name, options) == _result(after, name, options)


def _result(data: bytes, name: str, options: Options) -> object:
    plan = parse_bytes(data, name=name, options=options)
    return plan.model_dump(exclude={"source", "diagnostics"})


def difference(before: str, after: str, name: str) -> str:
    """Return the unified diff of two texts; what shows nothing is shown by its escape."""
    old, new = ([_shown(line) for line in text.split("\n")] for text in (before, after))
    found = difflib.unified_diff(old, new, name, name, lineterm="")
    return "".join(f"{line}\n" for line in found)


def _shown(line: str) -> str:
    odd = {"\r", *INVISIBLE, *_BLANKS, *HYPHENS}
    return "".join(_escaped(c) if c in odd or unicodedata.combining(c) else c for c in line)


def _escaped(letter: str) -> str:
    return f"\\u{ord(letter):04x}"
