"""`Mention`: one place where a document is named, before it is known which document it is."""

from datetime import date
from typing import NamedTuple

from kehoach_parser.lexicon.doctypes import DocType
from kehoach_parser.model import CitationForm, Provision


class Mention(NamedTuple):
    """A mention as read: `start` and `end` bound its text, `lead` is where its type word begins.

    `code` is tidy (no blanks), `key` what equal documents share: of a code its folded letters, of
    a law its folded name. `number` is the bare number of a short form. `shouted` marks a mention
    in capitals, whose spelling is not to be taken over. `tail` is the end of the title,
    `word` the type that the words say where the code says another. `issuer_first` marks the head
    of a list that names the issuer of them all before the first number.
    """

    start: int
    end: int
    lead: int
    form: CitationForm
    doctype: DocType | None = None
    code: str | None = None
    key: str | None = None
    number: str | None = None
    year: int | None = None
    issued_on: date | None = None
    issuer: str | None = None
    title: str | None = None
    provision: Provision | None = None
    tail: int = 0
    plural: bool = False
    shouted: bool = False
    named: bool = False
    law: bool = False
    normative: bool = False
    word: DocType | None = None
    issuer_first: bool = False
