"""A cheap look for text in old encodings, so that other text pays nothing for them."""

from typing import Final

from kehoach_parser.text.document import Block, Paragraph

_COMMONEST: Final = ("®", "µ", "¸", "¹", "§", "«", "©", "¬", "ñ", "ö", "ø", "û", "ä")
"""Codes that Unicode Vietnamese has hardly any use for: đ, à, á, ạ, Đ, ô, â and ơ of TCVN3, đ, ư
and marks of VNI. No passage of a few words lacks all of them."""


def may_be_legacy(text: str) -> bool:
    """Return whether a text has one of the commonest codes; most texts have none.

    >>> may_be_legacy("Kế hoạch"), may_be_legacy("KÕ ho¹ch"), may_be_legacy("Keá hoaïch naøy")
    (False, True, True)
    """
    return any(sign in text for sign in _COMMONEST)


def any_legacy(blocks: tuple[Block, ...]) -> bool:
    """Return whether the words of blocks may be in an old encoding."""
    words = [
        block.text
        if isinstance(block, Paragraph)
        else "\n".join([cell.text for row in block.rows for cell in row])
        for block in blocks
    ]
    return may_be_legacy("\n".join(words))
