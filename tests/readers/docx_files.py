"""Word packages made in memory from pieces of WordprocessingML."""

import io
import zipfile
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT: Final = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_SPACES: Final = (
    f'xmlns:w="{WORD}" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_PARTS: Final = (
    ("styles", "styles"), ("numbering", "numbering"), ("footnotes", "footnotes"),
    ("endnotes", "endnotes"), ("header", "hdr"), ("footer", "ftr"),
)  # fmt: skip


def document_xml(body: str) -> str:
    """Return the main part with this content of its body."""
    return f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>"


def docx(
    body: str,
    *,
    links: tuple[str, ...] = (),
    chunks: Mapping[str, str | bytes] = MappingProxyType({}),
    **parts: str,
) -> bytes:
    """Return a package; `parts` are the contents of styles, numbering, footnotes, header …

    `links` are kinds of further parts that the main part points to, `chunks` documents inside it
    by the name of their part, which is their relation's id too.
    """
    roots = {kind: root for kind, root in _PARTS if kind in parts}
    relations = "".join(
        f'<Relationship Id="r{kind}" Type="{_RELATIONS}/{kind}" Target="{kind}.xml"/>'
        for kind in (*roots, *links)
    )
    relations += "".join(
        f'<Relationship Id="{name}" Type="{_RELATIONS}/aFChunk" Target="{name}"/>'
        for name in chunks
    )
    files = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
        "_rels/.rels": _relationships(
            f'<Relationship Id="r1" Type="{_RELATIONS}/officeDocument" Target="word/document.xml"/>'
        ),
        "word/document.xml": document_xml(body),
        "word/_rels/document.xml.rels": _relationships(relations),
    }
    for kind, root in roots.items():
        files[f"word/{kind}.xml"] = f"<w:{root} {_SPACES}>{parts[kind]}</w:{root}>"
    return packed(files | {f"word/{name}": content for name, content in chunks.items()})


def packed(files: dict[str, Any]) -> bytes:
    """Return a zip of these files, text as UTF-8."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def paragraph(text: str, properties: str = "", run: str = "") -> str:
    """Return a paragraph of one run with these properties."""
    return (
        f"<w:p><w:pPr>{properties}</w:pPr>"
        f'<w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


def numbered(text: str, number: int | str, level: int = 0) -> str:
    """Return a paragraph of a list."""
    return paragraph(
        text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    )


def level_xml(index: int, level: dict[str, Any]) -> str:
    """Return one `w:lvl` from {"format", "text", "start", "restart", "legal", "suff", "style"}."""
    parts = [f'<w:start w:val="{level.get("start", 1)}"/>']
    parts.append(f'<w:numFmt w:val="{level.get("format", "decimal")}"/>')
    for key, tag in (("restart", "lvlRestart"), ("style", "pStyle")):
        if key in level:
            parts.append(f'<w:{tag} w:val="{level[key]}"/>')
    if level.get("legal"):
        parts.append("<w:isLgl/>")
    parts.append(f'<w:suff w:val="{level.get("suff", "tab")}"/>')
    parts.append(f'<w:lvlText w:val="{level["text"]}"/>')
    return f'<w:lvl w:ilvl="{index}">{"".join(parts)}</w:lvl>'


def numbering_xml(lists: list[dict[str, Any]]) -> str:
    """Return a numbering part.

    Each list is {"levels": […]} for one of its own, or {"like": n} for another use of list n,
    with "starts": {level: number} and "own": {level: level} as overrides. Ids count from 1.
    """
    abstracts: list[str] = []
    numbers: list[str] = []
    for number, entry in enumerate(lists, 1):
        if "levels" in entry:
            levels = "".join(level_xml(i, level) for i, level in enumerate(entry["levels"]))
            abstracts.append(f'<w:abstractNum w:abstractNumId="{number}">{levels}</w:abstractNum>')
        overrides = "".join(
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
            for level, start in entry.get("starts", {}).items()
        ) + "".join(
            f'<w:lvlOverride w:ilvl="{level}">{level_xml(int(level), own)}</w:lvlOverride>'
            for level, own in entry.get("own", {}).items()
        )
        base = entry.get("like", number)
        numbers.append(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{base}"/>{overrides}</w:num>'
        )
    return "".join(abstracts + numbers)


def _relationships(content: str) -> str:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{content}</Relationships>'
