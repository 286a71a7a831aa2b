"""The sample that is a scan: what the embedded engine reads in it, against the printed original."""

import json
from collections import Counter
from pathlib import Path
from typing import Any, Final

from invariants import check_plan
from kehoach_parser import parse
from kehoach_parser.readers.ocr.pages import draw_page
from kehoach_parser.readers.pdf.native import PdfFile
from readers.ocr_pictures import needs_trueocr

SAMPLES: Final = Path(__file__).parents[1] / "samples"
SCAN: Final = SAMPLES / "ban-quet-co-dau.pdf"
PRINTED: Final = SAMPLES / "ke-hoach-ubnd-tinh.pdf"
SLACK: Final = 0.08
"""The engine's arithmetic differs between processors: now and then another letter comes out."""

FACTS: Final = {
    "sections": ("path", "kind", "heading"),
    "tasks": ("path", "text", "lead", "coordinating"),
    "references": ("code", "issued_on", "role"),
    "deadlines": ("text", "due", "rrule"),
}


@needs_trueocr
def test_output_is_as_expected_and_sound() -> None:
    expected = json.loads(SCAN.with_name(f"{SCAN.name}.expected.json").read_text("utf-8"))
    plan = parse(SCAN)
    found = _facts(json.loads(plan.model_dump_json()))

    check_plan(plan)
    missed = _facts(expected) - found
    assert missed.total() <= SLACK * found.total(), missed


def _facts(plan: dict[str, Any]) -> Counter[str]:
    """Return what a plan says, without places and confidence."""
    found = Counter(
        f"{kind} {item[field]}"
        for kind, fields in FACTS.items()
        for item in plan[kind]
        for field in fields
    )
    head = {name: value for name, value in plan["metadata"].items() if name != "spans"}
    found.update(f"{name} {json.dumps(value, sort_keys=True)}" for name, value in head.items())
    return found


@needs_trueocr
def test_the_head_is_that_of_the_printed_original() -> None:
    scanned, printed = parse(SCAN).metadata, parse(PRINTED).metadata

    for name in ("document_type", "code", "issuer", "place", "issued_on", "period"):
        one, other = getattr(scanned, name), getattr(printed, name)
        if name == "period":
            one, other = ((item.start, item.end) for item in (one, other))
        assert one == other, name


@needs_trueocr
def test_the_scan_bears_no_text_but_a_picture_in_colour() -> None:
    with PdfFile(SCAN.read_bytes(), SCAN.name, None) as file:
        shown = draw_page(file, 0)

    assert shown is not None
    assert shown.blue.any()
