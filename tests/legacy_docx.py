"""A docx as people typed it before Unicode: its words in an old encoding, in the fonts for it."""

import io
import zipfile
from typing import Literal

from lxml import etree

from kehoach_parser.text.legacy_names import TCVN3
from legacy_text import FONTS, encoded

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Where = Literal["runs", "styles", "nowhere"]
"""Where the font is named: in each run, in the defaults only, or not at all."""


def old_docx(
    package: bytes, encoding: str, where: Where = "runs", later: str | None = None
) -> bytes:
    """Return a docx in an old encoding, the words of `later` left in Unicode.

    Of TCVN3, runs in capitals are typed in small letters and a font draws them large.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(out, "w") as target:
        for member in source.infolist():
            part = source.read(member)
            if member.filename.startswith("word/") and member.filename.endswith(".xml"):
                part = _old_part(part, encoding, where, later)
            target.writestr(member, part)
    return out.getvalue()


def _old_part(part: bytes, encoding: str, where: Where, later: str | None) -> bytes:
    root = etree.fromstring(part)
    if where != "runs":
        for fonts in root.iter(f"{_WORD}rFonts"):
            _name(fonts, FONTS[encoding] if where == "styles" else "Times New Roman")
    for text in root.iter(f"{_WORD}t"):
        words = text.text or ""
        if words == later:
            continue
        large = encoding == TCVN3 and words.isupper() and where == "runs"
        text.text = encoded(words.lower() if large else words, encoding)
        run = text.getparent()
        if where == "runs" and run is not None:
            _name(_fonts_of(run), FONTS[encoding] + ("H" if large else ""))
    for label in root.iter(f"{_WORD}lvlText"):
        label.set(f"{_WORD}val", encoded(label.get(f"{_WORD}val", ""), encoding))
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _fonts_of(run: "etree._Element") -> "etree._Element":  # pyright: ignore[reportPrivateUsage] - lxml gives its type no public name
    properties = run.find(f"{_WORD}rPr")
    if properties is None:
        properties = etree.Element(f"{_WORD}rPr")
        run.insert(0, properties)
    fonts = properties.find(f"{_WORD}rFonts")
    if fonts is None:
        fonts = etree.Element(f"{_WORD}rFonts")
        properties.insert(0, fonts)
    return fonts


def _name(fonts: "etree._Element", name: str) -> None:  # pyright: ignore[reportPrivateUsage] - the same
    for kind in ("ascii", "hAnsi"):
        fonts.set(f"{_WORD}{kind}", name)
