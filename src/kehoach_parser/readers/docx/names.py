"""Names of WordprocessingML (ECMA-376, part 1) that the docx reader acts on."""

from typing import Final

from kehoach_parser.readers.guard import Element

OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/"
WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT: Final = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", WORD.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/", OFFICE.encode()),
)
"""The same elements under the names that "Strict Open XML" files give them."""

W: Final = f"{{{WORD}}}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH: Final = f"{{{OFFICE}math}}"

VAL: Final = f"{W}val"
TYPE: Final = f"{W}type"
ID: Final = f"{W}id"
STYLE_ID: Final = f"{W}styleId"

PARAGRAPH: Final = f"{W}p"
PARAGRAPH_PROPERTIES: Final = f"{W}pPr"
RUN: Final = f"{W}r"
RUN_PROPERTIES: Final = f"{W}rPr"
TEXT: Final = f"{W}t"
TABLE: Final = f"{W}tbl"
TABLE_PROPERTIES: Final = f"{W}tblPr"
TABLE_BORDERS: Final = f"{W}tblBorders"
TABLE_STYLE: Final = f"{W}tblStyle"
ROW: Final = f"{W}tr"
ROW_PROPERTIES: Final = f"{W}trPr"
CELL: Final = f"{W}tc"
CELL_PROPERTIES: Final = f"{W}tcPr"
CELL_BORDERS: Final = f"{W}tcBorders"
STYLE: Final = f"{W}style"
STYLE_NAME: Final = f"{W}name"
BASED_ON: Final = f"{W}basedOn"
PARAGRAPH_STYLE: Final = f"{W}pStyle"
RUN_STYLE: Final = f"{W}rStyle"
NUMBERING: Final = f"{W}numPr"
LEVEL: Final = f"{W}ilvl"
NUMBER_ID: Final = f"{W}numId"
ALIGNMENT: Final = f"{W}jc"
OUTLINE_LEVEL: Final = f"{W}outlineLvl"
BOLD: Final = f"{W}b"
ITALIC: Final = f"{W}i"
HIDDEN: Final = f"{W}vanish"
CAPITALS: Final = f"{W}caps"
DELETED: Final = f"{W}del"
MOVED_AWAY: Final = f"{W}moveFrom"
STRUCTURED: Final = f"{W}sdt"
STRUCTURED_PROPERTIES: Final = f"{W}sdtPr"
STRUCTURED_CONTENT: Final = f"{W}sdtContent"
PLACEHOLDER: Final = f"{W}showingPlcHdr"
BOX_CONTENT: Final = f"{W}txbxContent"
CHUNK: Final = f"{W}altChunk"
RELATION: Final = f"{{{OFFICE}relationships}}id"
ALTERNATES: Final = f"{MC}AlternateContent"
CHOICE: Final = f"{MC}Choice"
FALLBACK: Final = f"{MC}Fallback"
FORMULA_TEXT: Final = f"{MATH}t"

_OFF: Final = frozenset(("0", "false", "off", "none"))


def is_on(element: Element) -> bool:
    """Return whether an on/off property is on; without a value it is."""
    return element.get(VAL) not in _OFF
