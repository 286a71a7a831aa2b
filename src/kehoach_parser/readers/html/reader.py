"""Saved web pages: the document without the page around it, in reading order."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Final, Literal, cast

from lxml.etree import XMLSyntaxError, fromstring, iterwalk
from lxml.html import HtmlElement, HTMLParser

from kehoach_parser.errors import FormatError
from kehoach_parser.findings import Finding, finding
from kehoach_parser.readers.base import Limits
from kehoach_parser.readers.encoding import decode
from kehoach_parser.readers.html.article import Article, shows_document
from kehoach_parser.readers.html.content import chrome, document_root, prune
from kehoach_parser.readers.html.css import apply_classes
from kehoach_parser.readers.html.flow import Flow
from kehoach_parser.readers.html.lined import from_lines
from kehoach_parser.readers.html.notes import place_notes
from kehoach_parser.readers.html.tables import is_frame, read_grid
from kehoach_parser.readers.parted_head import with_parted_head
from kehoach_parser.readers.plain.assembly import Assembly
from kehoach_parser.readers.plain.reader import in_unicode
from kehoach_parser.readers.runs import with_signs
from kehoach_parser.text.document import Block, Document
from kehoach_parser.text.legacy_signs import may_be_legacy
from kehoach_parser.text.patterns import pattern

_DECLARED: Final = pattern(
    rb"(?:charset|encoding)\s*=\s*[\"']?\s*(?P<name>[\w-]{2,20})", re.IGNORECASE
)
_HEAD: Final = 4096
_UNPARSED: Final = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|<\\?xml[^>]{0,200}\\?>")
"""Characters that no tree may be given, and XML's own declaration."""

_UNSEEN: Final = (("<script", "</script>"), ("<style", "</style>"), ("<!--", "-->"))
_BLOCK_TAG: Final = pattern(
    r"</?(?:address|article|blockquote|body|br|center|div|dd|dl|dt|h[1-6]|hr|li|ol|p|pre|section|"
    r"table|td|th|tr|ul)\b[^<>]*>",
    re.IGNORECASE,
)
_OLD_ENTITIES: Final = ("&reg;", "&#174;", "&ntilde;", "&#241;")
"""đ of TCVN3 and of VNI where a page is in ASCII."""

_TAG: Final = pattern(r"<[a-zA-Z/!][^<>]*>")


def read_html(data: bytes, name: str, limits: Limits) -> Document:
    """Return the document that a web page holds.

    Menus, forms, scripts and hidden parts are left out. Raises `FormatError` where the page has
    no text.
    """
    del limits  # `read.read` holds the size, the tree's own depth is no matter
    declared = _DECLARED.search(data[:_HEAD])
    text, encoding, found = decode(data, declared["name"].decode("ascii") if declared else None)
    clean = with_signs(_UNPARSED.sub(" ", text))
    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    tree = _tree(clean, parser, name)
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        flat, old, told = in_unicode(_flattened(clean))
        blocks = Assembly(flat.split("\n"), markdown=False).run()
        found = (*found, finding("html-too-deep"))
    else:
        apply_classes(tree)
        old, told = _mended(tree, clean)
        prune(tree)
        place_notes(tree)
        content = _content(tree)
        blocks = from_lines(content) or tuple(content)
    findings = (*told, *found)
    return Document("html", with_parted_head(blocks), encoding=old or encoding, findings=findings)


def _mended(tree: HtmlElement, page: str) -> tuple[str | None, tuple[Finding, ...]]:
    """Decode words in old encodings in place; return the encoding of most, and findings."""
    if not (may_be_legacy(page) or any(entity in page for entity in _OLD_ENTITIES)):
        return None, ()
    from kehoach_parser.readers.html.legacy import mend  # noqa: PLC0415 - old pages only

    done = mend(tree)
    return done.encoding, done.findings()


def _content(tree: HtmlElement) -> list[Block]:
    """Return the paragraphs and tables of a page's document, else of its article."""
    if not shows_document(tree):
        article = Article(tree)
        if article.root is not None:
            found = article.within(list(_blocks(article.root, chrome(article.root))))
            if found:
                return found
    root = document_root(tree)
    return list(_blocks(root, chrome(root))) or list(_blocks(root, frozenset()))


def _tree(text: str, parser: HTMLParser, name: str) -> HtmlElement:
    try:
        root: object = fromstring(text.encode("utf-8", "replace"), parser=parser)
    except XMLSyntaxError:
        root = None
    if root is None:
        raise FormatError("file-empty", name=name)
    return cast(HtmlElement, root)


def _flattened(text: str) -> str:
    """Return the text of a page whose elements stand too deep in one another for a tree."""
    text = text.replace("\n", " ")
    for opening, closing in _UNSEEN:
        text = _without(text, opening, closing)
    return unescape(_TAG.sub("", _BLOCK_TAG.sub("\n", text)))


def _without(text: str, opening: str, closing: str) -> str:
    """Return the text without what stands between two marks; an open end takes the rest."""
    kept: list[str] = []
    at = 0
    lower = text.lower()
    while (start := lower.find(opening, at)) >= 0:
        kept.append(text[at:start])
        end = lower.find(closing, start)
        at = len(text) if end < 0 else end + len(closing)
    kept.append(text[at:])
    return "".join(kept)


def _blocks(root: HtmlElement, furniture: frozenset[HtmlElement]) -> Iterator[Block]:
    """Yield paragraphs and tables in their order."""
    flow = Flow()
    events: tuple[Literal["start", "end"], ...] = ("start", "end")
    walk = iterwalk(root, events=events)
    skipped: HtmlElement | None = None
    for event, element in walk:
        if event == "start":
            table = element.tag == "table" and not is_frame(element)
            if table or element in furniture:
                yield from flow.flush()
                grid = read_grid(element) if table else None
                if grid:
                    yield grid
                walk.skip_subtree()
                skipped = element
            else:
                yield from flow.start(element)
            continue
        if element is skipped:
            skipped = None
        else:
            yield from flow.end(element)
        if element is not root and element.tail:
            flow.text(element.tail)
    yield from flow.flush()
