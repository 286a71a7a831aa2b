"""Cited documents and their mentions."""

from datetime import date
from enum import StrEnum

from kehoach_parser.model.base import Entity, Record


class ReferenceRole(StrEnum):
    """Why the plan cites the document; the strongest of its mentions counts."""

    SELF = "self"
    IMPLEMENTS = "implements"
    BASIS = "basis"
    AMENDS = "amends"
    REPLACES = "replaces"
    MENTIONS = "mentions"


class CitationForm(StrEnum):
    """How a mention names its document."""

    FULL = "full"
    SHORT = "short"
    ALIAS = "alias"
    ANAPHORA = "anaphora"
    LIST = "list"


class Provision(Record):
    """The place cited inside a document: điểm (`point`), khoản (`clause`), Điều, Mục.

    Of several, each field holds all (`Điều 5 và Điều 7`: `5, 7`).
    """

    point: str | None = None
    clause: str | None = None
    article: str | None = None
    section: str | None = None


class Reference(Record):
    """A cited document, once.

    `type` is the code of its type (`NQ`, `QĐ`, `L` for luật, `CV` for công văn). `code` is its
    number and symbol, null for a law cited by name. `mentions` are ids of citations,
    `implements` ids of references that it carries out. `uri` names the document in every plan.
    """

    id: str
    type: str | None
    type_name: str | None
    code: str | None
    year: int | None = None
    issued_on: date | None = None
    issuer: str | None = None
    title: str | None = None
    aliases: tuple[str, ...] = ()
    role: ReferenceRole
    implements: tuple[str, ...] = ()
    uri: str | None = None
    mentions: tuple[str, ...]


class Citation(Entity):
    """One mention of a document; `reference` is null where `candidates` holds several."""

    reference: str | None
    form: CitationForm
    provision: Provision | None = None
    candidates: tuple[str, ...] = ()
