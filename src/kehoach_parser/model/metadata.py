"""The components that Nghị định 30/2020/NĐ-CP and the Party's own rules prescribe."""

from datetime import date, datetime

from pydantic import Field

from kehoach_parser.model.base import Record, Span


class DocumentType(Record):
    """A document type: its code (`KH`) and name (`Kế hoạch`)."""

    code: str
    name: str


class Issuer(Record):
    """The issuing body (tên cơ quan ban hành) and the body above it in the header."""

    name: str
    parent: str | None = None


class Signer(Record):
    """A signer: `capacity` is TM., KT., TL., TUQ., Q. with what follows, null where none."""

    capacity: str | None = None
    position: str | None = None
    name: str
    span: Span | None = None


class Signature(Record):
    """A digital signature that the file shows."""

    signer: str
    signed_at: datetime | None = None


class Period(Record):
    """The plan's own period, both days inclusive."""

    start: date | None
    end: date | None
    text: str
    span: Span


class Attached(Record):
    """A plan that a decision, submission or letter carries."""

    document_type: DocumentType
    title: str | None


class Metadata(Record):
    """Metadata of the document (of a decision with a plan: the decision's, the plan in `attached`).

    `number`, `code` and `issued_on` are null while they are blank. `spans` gives the place of
    each field that was read from the text.
    """

    document_type: DocumentType | None = None
    number: str | None = None
    symbol: str | None = None
    code: str | None = None
    issuer: Issuer | None = None
    place: str | None = None
    issued_on: date | None = None
    title: str | None = None
    signers: tuple[Signer, ...] = ()
    recipients: tuple[str, ...] = ()
    signatures: tuple[Signature, ...] = ()
    urgency: str | None = None
    secrecy: str | None = None
    period: Period | None = None
    attached: Attached | None = None
    spans: dict[str, Span] = Field(default_factory=lambda: {})
