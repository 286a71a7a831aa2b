"""LibreOffice opens what we write and prints it as it should look."""

from collections.abc import Callable
from pathlib import Path

import pdfplumber
import pytest

from exporters.plans import sample
from kehoach_parser import export

LYING_A4 = (842, 595)
NAME = "ke-hoach-ubnd-tinh.docx"


Convert = Callable[..., None]


def _printed(convert: Convert, folder: Path, name: str) -> list[str]:
    """Return the words of the pages that LibreOffice prints of the sample's export."""
    source = folder / f"k.{name}"
    source.write_bytes(export(sample(NAME), to=name))
    convert("pdf", folder, source)
    with pdfplumber.open(folder / "k.pdf") as document:
        sizes = {(round(page.width), round(page.height)) for page in document.pages}
        assert sizes == {LYING_A4}
        return [" ".join(page.extract_text().split()) for page in document.pages]


@pytest.mark.parametrize(
    ("name", "first"), [("xlsx", "STT Nhiệm vụ"), ("docx", "DANH MỤC NHIỆM VỤ")]
)
def test_pages_lie_and_repeat_the_header_row(
    convert: Convert, tmp_path: Path, name: str, first: str
) -> None:
    pages = _printed(convert, tmp_path, name)
    assert len(pages) > 2
    assert first in pages[0]
    assert "STT Nhiệm vụ" in pages[1]


def test_nothing_is_cut_off_where_words_are_long(convert: Convert, tmp_path: Path) -> None:
    shown = " ".join(_printed(convert, tmp_path, "xlsx"))
    for task in sample(NAME).tasks:
        if task.row is not None:
            assert task.text.split()[-1] in shown
