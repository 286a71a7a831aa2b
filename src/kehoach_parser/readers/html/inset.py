"""Tables that a Markdown text has as HTML."""

import re
from typing import Final, cast

from lxml.etree import fromstring
from lxml.html import HtmlElement, HTMLParser

from kehoach_parser.readers.html.tables import read_grid
from kehoach_parser.text.document import Grid
from kehoach_parser.text.patterns import pattern

_TABLE_TAG: Final = pattern(r"<(?P<end>/?)table\b[^<>]*>", re.IGNORECASE)
_AFTER: Final = pattern(r"\s*(?:</(?:body|html|div)>\s*)*", re.IGNORECASE)


def read_inset(lines: list[str], start: int) -> tuple[Grid | None, str, int]:
    """Return the table that begins at a line, the words behind it, and the next line's number.

    The table is null where it has no words. One that is not closed takes the lines to the last
    table's end.
    """
    depth = 0
    end, after = start, len(lines[start])
    for number in range(start, len(lines)):
        for tag in _TABLE_TAG.finditer(lines[number]):
            depth += -1 if tag["end"] else 1
            if tag["end"]:
                end, after = number, tag.end()
            if not depth:
                break
        if not depth:
            break
    source = "\n".join((*lines[start:end], lines[end][:after]))
    rest = _AFTER.sub("", lines[end][after:], count=1)
    return _grid(source), rest.strip(), end + 1


def _grid(source: str) -> Grid | None:
    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    root = fromstring(source.encode("utf-8", "replace"), parser=parser)
    table = root.find(".//table")
    return read_grid(cast(HtmlElement, table)) if table is not None else None
