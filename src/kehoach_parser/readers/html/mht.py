"""Web pages saved as one file (.mht, often named .doc): the page inside, its pictures left out."""

import re
from email import message_from_bytes
from email.message import Message
from typing import Final

from kehoach_parser.errors import FormatError, LimitError
from kehoach_parser.readers.base import Limits
from kehoach_parser.readers.html.reader import read_html
from kehoach_parser.text.document import Document
from kehoach_parser.text.patterns import pattern

_MULTIPART: Final = pattern(rb"content-type:\s{0,9}multipart/", re.IGNORECASE)
_MOST_PARTS: Final = 20
"""Multiparts of a file; they can only be many by being in one another."""

_DECLARES: Final = pattern(rb"<meta[^>]{0,200}charset|<\?xml[^>]{0,200}encoding", re.IGNORECASE)
_HEAD: Final = 4096


def read_mht(data: bytes, name: str, limits: Limits) -> Document:
    """Return the document that a saved page holds.

    Raises `FormatError` where there is no page in it, `LimitError` over a limit.
    """
    if len(_MULTIPART.findall(data)) > _MOST_PARTS:
        raise LimitError("too-deep", name=name, most=_MOST_PARTS)
    for part in message_from_bytes(data).walk():
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            return read_html(_page(part), name, limits)
    raise FormatError("mht-broken", name=name)


def _page(part: Message) -> bytes:
    """Return a page's bytes, as UTF-8 where only the part's head names the encoding."""
    payload = part.get_payload(decode=True)
    page = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset()
    if charset and not _DECLARES.search(page[:_HEAD]):
        try:
            return page.decode(charset).encode()
        except (LookupError, UnicodeDecodeError):
            return page
    return page
