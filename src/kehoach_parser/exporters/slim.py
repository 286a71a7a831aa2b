"""What python-docx's template brings along and nobody sees: two sets of 160 styles, a picture."""

from typing import TYPE_CHECKING, Final, cast

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.package import OpcPackage
    from docx.opc.rel import Relationships
    from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

_UNSEEN: Final = ("/stylesWithEffects", "/metadata/thumbnail")
"""Ends of the types of parts that are dropped: styles of Word 2007, a picture of a blank page."""

_NAMED: Final = ("w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:link", "w:next")
"""Elements whose value is a style's id."""


def slim(document: "Document") -> None:
    """Drop what the document does not use; stored uncompressed, it would be nine tenths of it."""
    from docx.opc.part import XmlPart

    package = cast("OpcPackage", document.part.package)
    _drop_unseen(document.part.rels)
    _drop_unseen(package.rels)
    styles = document.styles.element
    parts = [part.element for part in package.iter_parts() if isinstance(part, XmlPart)]
    _drop_unused(styles, [part for part in parts if part is not styles])


def _drop_unseen(relations: "Relationships") -> None:
    for name in [name for name, one in relations.items() if one.reltype.endswith(_UNSEEN)]:
        del relations[name]


def _drop_unused(styles: "Element", bodies: "list[Element]") -> None:
    """Keep the defaults, what the text names, and what these are made from."""
    from docx.oxml.ns import qn

    found = {style.get(qn("w:styleId")): style for style in styles.iter(qn("w:style"))}
    used = {name for name, style in found.items() if style.get(qn("w:default")) == "1"}
    wanted = [*bodies, *(found[name] for name in used)]
    while wanted:
        named = {item.get(qn("w:val")) for item in wanted.pop().iter(*map(qn, _NAMED))}
        fresh = named & set(found) - used
        used |= fresh
        wanted += [found[name] for name in fresh]
    for name in set(found) - used:
        styles.remove(found[name])
