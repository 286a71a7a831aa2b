"""Names of OpenDocument (ISO/IEC 26300, part 3) that the odt reader acts on."""

from typing import Final

from kehoach_parser.readers.guard import Element

_OASIS: Final = "urn:oasis:names:tc:opendocument:xmlns"

OFFICE: Final = f"{{{_OASIS}:office:1.0}}"
STYLES: Final = f"{{{_OASIS}:style:1.0}}"
WORDS: Final = f"{{{_OASIS}:text:1.0}}"
TABLES: Final = f"{{{_OASIS}:table:1.0}}"
DRAWN: Final = f"{{{_OASIS}:drawing:1.0}}"
LOOKS: Final = f"{{{_OASIS}:xsl-fo-compatible:1.0}}"
DRAWING_LOOKS: Final = f"{{{_OASIS}:svg-compatible:1.0}}"
EXTENDED: Final = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
ID: Final = "{http://www.w3.org/XML/1998/namespace}id"

PARAGRAPH: Final = f"{WORDS}p"
HEADING: Final = f"{WORDS}h"
SPAN: Final = f"{WORDS}span"
LIST: Final = f"{WORDS}list"
LIST_ITEM: Final = f"{WORDS}list-item"
LIST_HEADER: Final = f"{WORDS}list-header"
TABLE: Final = f"{TABLES}table"

STYLE_NAME: Final = f"{WORDS}style-name"
OUTLINE_LEVEL: Final = f"{WORDS}outline-level"
START_VALUE: Final = f"{WORDS}start-value"


def is_hidden(element: Element) -> bool:
    """Return whether a section, or a text that has a condition, is not shown."""
    display = element.get(f"{WORDS}display")
    return display == "none" or (display != "true" and element.get(f"{WORDS}is-hidden") == "true")
