"""What all records of the output share: they are frozen, closed, and point into `Plan.text`."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Offset = Annotated[int, Field(ge=0)]
"""A position in `Plan.text`, in code points."""

Span = tuple[Offset, Offset]
"""`[start, end)` in code points into `Plan.text`."""

Box = tuple[float, float, float, float]
"""`[x0, top, x1, bottom]` in points (1/72 inch), the origin at the page's top left."""

Page = Annotated[int, Field(ge=1)]
"""A page's number, the first is 1."""

Confidence = Annotated[float, Field(ge=0, le=1)]
"""How sure the OCR engine was, 0 to 1."""


Share = Annotated[float, Field(ge=0, le=1)]
"""A share of a whole, 0 to 1."""


class Record(BaseModel):
    """A frozen record that refuses unknown fields."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", json_schema_serialization_defaults_required=True
    )


class Entity(Record):
    """A fact with its place in the text: `Plan.text[span[0]:span[1]] == text`."""

    id: str
    text: str
    span: Span
    page: Page | None = None
    box: Box | None = None
    confidence: Confidence | None = None
