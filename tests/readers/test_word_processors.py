"""The same plan as docx, odt and rtf, as LibreOffice writes them, is the same plan."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kehoach_parser import Plan, parse

SAMPLES = Path(__file__).parents[2] / "samples"
FORMATS = {"odt": "odt:writer8", "rtf": "rtf:Rich Text Format", "doc": "doc:MS Word 97"}


@pytest.mark.parametrize("found", FORMATS)
def test_a_plan_saved_in_another_format_is_the_same_plan(
    found: str, convert: Callable[..., None], tmp_path: Path
) -> None:
    sources = sorted(SAMPLES.glob("*.docx"))
    convert(FORMATS[found], tmp_path, *sources)
    for source in sources:
        saved = parse(tmp_path / f"{source.stem}.{found}")
        assert saved.source.format == found
        assert _told(saved) == _told(parse(source))


def _told(plan: Plan) -> dict[str, object]:
    """Return all that a plan says but where it was read from, and how it was decoded.

    Formats cut a text in old letters into passages of their own, which that diagnostic counts.
    """
    told = plan.model_dump(exclude={"source", "diagnostics"})
    notes = [note for note in plan.diagnostics if note.code != "legacy-decoded"]
    return {**told, "diagnostics": notes}
