"""OpenDocument texts made in memory from pieces of their XML."""

from typing import Final

from readers.docx_files import packed

_OASIS: Final = "urn:oasis:names:tc:opendocument:xmlns"
_SPACES: Final = " ".join(
    f'xmlns:{prefix}="{_OASIS}:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("table", "table"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
        ("manifest", "manifest"),
        ("svg", "svg-compatible"),
    )
)
_EXTENDED: Final = "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"
_ALL: Final = f'{_SPACES} xmlns:loext="{_EXTENDED}"'
MIMETYPE: Final = "application/vnd.oasis.opendocument.text"


def odt(
    body: str, *, styles: str = "", common: str = "", pages: str = "", faces: str = "", **parts: str
) -> bytes:
    """Return a package: the text's body, its automatic styles, common styles, page styles, fonts.

    `parts` are further files by name, `_` for `/` in it.
    """
    fonts = f"<office:font-face-decls>{faces}</office:font-face-decls>"
    content = (
        f"<office:document-content {_ALL}>{fonts}<office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    shared = (
        f"<office:document-styles {_ALL}><office:styles>{common}</office:styles>"
        f"<office:master-styles>{pages}</office:master-styles></office:document-styles>"
    )
    files = {"mimetype": MIMETYPE, "content.xml": content, "styles.xml": shared}
    return packed({**files, **{name.replace("_", "/"): text for name, text in parts.items()}})


def text_style(name: str, looks: str, family: str = "text", more: str = "") -> str:
    """Return a style with these text properties; `more` are attributes of the style itself."""
    return (
        f'<style:style style:name="{name}" style:family="{family}" {more}>'
        f"<style:text-properties {looks}/></style:style>"
    )


def list_style(name: str, *levels: str) -> str:
    """Return a list style of these levels."""
    return f'<text:list-style style:name="{name}">{"".join(levels)}</text:list-style>'


def number_level(level: int, kind: str, more: str = 'style:num-suffix="."') -> str:
    """Return a numbered level of a list style."""
    return f'<text:list-level-style-number text:level="{level}" style:num-format="{kind}" {more}/>'


def listed(style: str, *items: str, more: str = "") -> str:
    """Return a list of these items."""
    inside = "".join(f"<text:list-item>{item}</text:list-item>" for item in items)
    named = f'text:style-name="{style}"' if style else ""
    return f"<text:list {named} {more}>{inside}</text:list>"


def p(words: str, style: str = "") -> str:
    """Return a paragraph."""
    return f'<text:p text:style-name="{style}">{words}</text:p>'


def table(*rows: str) -> str:
    """Return a table of these rows, each the XML of its cells."""
    inside = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    return f"<table:table>{inside}</table:table>"


def cell(content: str, more: str = "") -> str:
    """Return a cell."""
    return f"<table:table-cell {more}>{content}</table:table-cell>"


COVERED: Final = "<table:covered-table-cell/>"
