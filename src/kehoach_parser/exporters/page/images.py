"""Pages of a PDF as pictures, with the places of facts on them."""

import base64
import io
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any, Final, NamedTuple, TypeAlias

from kehoach_parser.exporters.base import Original
from kehoach_parser.model import Plan, SourceFormat
from kehoach_parser.model.base import Box, Entity

_SCALE: Final = 96 / 72
"""Dots to a point: 96 dots to an inch."""

_QUALITY: Final = 50
"""Of JPEG in grey: letters of 10 points stay readable, a page of text takes about 90 KB."""

MOST_PAGES: Final = 100
MOST_BYTES: Final = 16 << 20
"""Of all pictures of one plan: a browser still opens a page of that weight in two seconds."""


class Place(NamedTuple):
    """Where facts stand on a page, in points from its top left; of a table's rows, the table."""

    kind: str
    facts: str
    x: float
    y: float
    width: float
    height: float


class Leaf(NamedTuple):
    """A page: its number, its size in points, its picture as a `data:` address, its facts."""

    number: int
    width: float
    height: float
    picture: str
    places: tuple[Place, ...]


_Untyped: TypeAlias = Any
"""Documents of pypdfium2 and pictures of Pillow that it draws, which have no types."""


def leaves(plan: Plan, original: Original | None) -> Iterator[Leaf]:
    """Return the pages of the PDF that a plan was read from, until they weigh too much.

    There are none where the original is not at hand, is no PDF, or does not open.
    """
    document = _opened(original) if plan.source.format is SourceFormat.PDF and original else None
    if document is None:
        return
    places = _places(plan)
    left = MOST_BYTES
    for index in range(min(len(document), MOST_PAGES)):
        page = document[index]
        picture = _address(page.render(scale=_SCALE, grayscale=True).to_pil())
        width, height = page.get_size()
        leaf = Leaf(index + 1, width, height, picture, tuple(places.get(index + 1, ())))
        page.close()
        left -= len(picture)
        if left < 0:
            break
        yield leaf
    document.close()


def _opened(original: Original) -> _Untyped:
    pdfium = import_module("pypdfium2")  # slow to load, and only pages with pictures need it
    try:
        return pdfium.PdfDocument(original.data, password=original.password)
    except pdfium.PdfiumError:
        return None


def _address(image: _Untyped) -> str:
    data = io.BytesIO()
    image.save(data, "JPEG", quality=_QUALITY)
    return f"data:image/jpeg;base64,{base64.b64encode(data.getvalue()).decode('ascii')}"


def _places(plan: Plan) -> dict[int, list[Place]]:
    """Return the places of facts by page; facts that share a box share its place."""
    shared: dict[tuple[int, str, Box], list[str]] = {}
    for kind, entities in _kinds(plan):
        for entity in entities:
            if entity.page and entity.box:
                shared.setdefault((entity.page, kind, entity.box), []).append(entity.id)
    found: dict[int, list[Place]] = {}
    for (page, kind, box), ids in shared.items():
        left, top, right, bottom = (round(value, 1) for value in box)
        place = Place(kind, " ".join(ids), left, top, right - left, bottom - top)
        found.setdefault(page, []).append(place)
    for places in found.values():  # the smaller lies on the larger, so that it can be reached
        places.sort(key=lambda place: -place.width * place.height)
    return found


def _kinds(plan: Plan) -> Iterator[tuple[str, Iterable[Entity]]]:
    yield "s", plan.sections
    yield "t", plan.tasks
    yield "c", plan.citations
    yield "d", plan.deadlines
