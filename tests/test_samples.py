"""The samples: their expected output, what a reader found in them, the same in each format."""

import io
import json
import zipfile
from pathlib import Path
from typing import Final

import pytest

from facts import differences, duties, everything, gold_of, words
from invariants import check_plan
from kehoach_parser import parse, parse_bytes, parse_text
from kehoach_parser.text.legacy_names import TCVN3
from samples_source.blocks import Sample
from samples_source.long_register import LONG_REGISTER, ROWS, duty, term, unit
from samples_source.make import DOCUMENTS, OLD_SAMPLE, old_sample
from samples_source.make import SAMPLES as MADE
from samples_source.render_docx import docx_bytes
from samples_source.render_html import web_page
from samples_source.render_text import plain_text

SAMPLES: Final = Path(__file__).parents[1] / "samples"
FORMATS: Final = frozenset({".docx", ".pdf", ".txt", ".md", ".html"})
SCAN: Final = SAMPLES / "ban-quet-co-dau.pdf"  # tests/test_scanned_sample.py
FILES: Final = sorted(
    path
    for path in SAMPLES.iterdir()
    if path.suffix in FORMATS and path.stem != "README" and path != SCAN
)

every_sample = pytest.mark.parametrize("sample", FILES, ids=lambda path: path.name)
every_made_sample = pytest.mark.parametrize("made", MADE, ids=lambda sample: sample.name)


@every_sample
def test_output_is_as_expected(sample: Path) -> None:
    expected = json.loads(sample.with_name(f"{sample.name}.expected.json").read_text("utf-8"))
    plan = json.loads(parse(sample).model_dump_json())
    del plan["source"]["parser"]
    assert plan == expected


@every_sample
def test_output_is_sound(sample: Path) -> None:
    check_plan(parse(sample))


@every_sample
def test_output_agrees_with_the_gold(sample: Path) -> None:
    assert differences(parse(sample), gold_of(sample.stem)) == []


def test_no_expected_file_is_left_over() -> None:
    expected = {path.name.removesuffix(".expected.json") for path in SAMPLES.glob("*.json")}
    assert expected == {path.name for path in (*FILES, SCAN)}


@every_made_sample
def test_docx_is_what_the_script_makes(made: Sample) -> None:
    kept = (SAMPLES / f"{made.name}.docx").read_bytes()
    assert _members(docx_bytes(made)) == _members(kept)


def test_the_old_docx_is_what_the_script_makes() -> None:
    kept = (SAMPLES / f"{OLD_SAMPLE.name}.docx").read_bytes()
    assert _members(old_sample()) == _members(kept)


def test_the_old_docx_gives_what_it_would_in_unicode() -> None:
    old = parse(SAMPLES / f"{OLD_SAMPLE.name}.docx")
    assert everything(old) == _from_docx(OLD_SAMPLE)
    assert old.source.encoding == TCVN3


def _members(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as file:
        return {member.filename: file.read(member) for member in file.infolist()}


@every_made_sample
def test_text_gives_the_same_as_docx(made: Sample) -> None:
    assert everything(parse_text(plain_text(made))) == _from_docx(made)


@every_made_sample
def test_web_page_gives_the_same_as_docx(made: Sample) -> None:
    page = web_page(made).encode()
    assert everything(parse_bytes(page, name=f"{made.name}.html")) == _from_docx(made)


def test_pdf_gives_the_same_as_docx() -> None:
    printed = SAMPLES / "ke-hoach-ubnd-tinh.pdf"
    assert everything(parse(printed)) == everything(parse(printed.with_suffix(".docx")))


def test_pdf_keeps_each_row_of_a_register_over_many_pages() -> None:
    plan = parse(DOCUMENTS / f"{LONG_REGISTER.name}.pdf")
    rows = [task for task in duties(plan) if (task.path or "").startswith("I/")]
    assert (plan.source.pages or 0) >= 8
    assert [(task.path, task.text, task.lead, task.deadlines) for task in rows] == [
        (f"I/{row}", words(duty(row)), (words(unit(row)),), (words(term(row)),))
        for row in range(1, ROWS + 1)
    ]


def _from_docx(made: Sample) -> dict[str, object]:
    return everything(parse_bytes(docx_bytes(made), name=f"{made.name}.docx"))
