"""Word documents in the fonts of TCVN3 and VNI: where the font is named, and what it draws."""

import io
import json
import zipfile
from typing import Final, get_args

import pytest

from facts import everything
from kehoach_parser import parse_bytes
from kehoach_parser.text.folding import fold
from kehoach_parser.text.legacy_names import TCVN3, VNI
from legacy_docx import Where, old_docx
from legacy_text import encoded
from readers.docx_files import docx, numbered, numbering_xml, packed, paragraph
from readers.shown import lines, opened
from samples_source.blocks import Sample
from samples_source.make import SAMPLES
from samples_source.render_docx import docx_bytes

LINES: Final = ("Kế hoạch kiểm tra công tác văn thư, lưu trữ", "Giao Sở Nội vụ chủ trì, có cô Hoà")
OLD: Final = [encoded(line, TCVN3) for line in LINES]
FONT: Final = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'
LARGE: Final = '<w:rFonts w:ascii=".VnTimeH" w:hAnsi=".VnTimeH"/>'
DEFAULTS: Final = "<w:docDefaults><w:rPrDefault><w:rPr>{}</w:rPr></w:rPrDefault></w:docDefaults>"
THEME: Final = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements>'
    '<a:fontScheme><a:majorFont><a:latin typeface="Arial"/></a:majorFont><a:minorFont>'
    '<a:latin typeface=".VnTimeH"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>'
)


def _style(name: str, properties: str, base: str = "", kind: str = "paragraph") -> str:
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{name}">{based}<w:rPr>{properties}</w:rPr></w:style>'
    )


@pytest.mark.parametrize("where", get_args(Where))
@pytest.mark.parametrize("encoding", [TCVN3, VNI])
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_samples_give_what_they_give_in_unicode(
    sample: Sample, encoding: str, where: Where
) -> None:
    modern = docx_bytes(sample)
    plan = parse_bytes(modern, name="a.docx")
    old = parse_bytes(old_docx(modern, encoding, where), name="a.docx")
    assert fold(old.text) == fold(plan.text)
    assert _folded(everything(old)) == _folded(everything(plan))
    assert (plan.source.encoding, old.source.encoding) == (None, encoding)
    assert [found.code for found in old.diagnostics].count("legacy-decoded") == 1


def _folded(facts: dict[str, object]) -> object:
    """Return facts without capitals: TCVN3 has no code for the first letter of `Ít nhất`."""
    return json.loads(fold(json.dumps(facts, ensure_ascii=False, default=str)))


@pytest.mark.parametrize(
    ("styles", "properties", "run"),
    [
        ("", "", FONT),
        (DEFAULTS.format(FONT), "", ""),
        (_style("a", FONT), '<w:pStyle w:val="a"/>', ""),
        (_style("b", "", "a") + _style("a", FONT), '<w:pStyle w:val="b"/>', ""),
        (_style("c", FONT, kind="character"), "", '<w:rStyle w:val="c"/>'),
        (DEFAULTS.format(FONT) + _style("a", FONT.replace(".VnTime", "Arial")),
         '<w:pStyle w:val="a"/>', FONT),
        ("", "", '<w:rFonts w:hAnsi=".VnTime"/>'),
        ("", "", ""),
    ],
    ids=["run", "defaults", "style", "base", "character", "nearest", "half", "none"],
)  # fmt: skip
def test_where_the_font_is_named(styles: str, properties: str, run: str) -> None:
    body = "".join(paragraph(line, properties, run) for line in OLD)
    assert lines(opened(docx(body, styles=styles))) == list(LINES)


def test_a_font_of_the_theme() -> None:
    fonts = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'
    package = docx("".join(paragraph(line) for line in OLD), styles=DEFAULTS.format(fonts))
    assert lines(opened(_with_theme(package))) == [line.upper() for line in LINES]


def _with_theme(package: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        files = {name: archive.read(name).decode() for name in archive.namelist()}
    relation = '<Relationship Id="t" Type="http://x/theme" Target="theme1.xml"/>'
    links = "word/_rels/document.xml.rels"
    files[links] = files[links].replace("</Rel", f"{relation}</Rel")
    return packed({**files, "word/theme1.xml": THEME})


def test_the_soft_hyphen_of_word_is_a_letter() -> None:
    body = (
        f"<w:p><w:r><w:rPr>{FONT}</w:rPr><w:t>Ng</w:t><w:softHyphen/><w:t>êi ®</w:t></w:r>"
        f"<w:r><w:rPr>{FONT}</w:rPr><w:softHyphen/><w:t>îc ph©n c«ng chñ tr×</w:t></w:r></w:p>"
    )
    assert lines(opened(docx(body))) == ["Người được phân công chủ trì"]


def test_labels_of_lists() -> None:
    numbering = numbering_xml([{"levels": [{"text": "§iÒu %1."}]}])
    body = "".join(numbered(line, 1) for line in OLD)
    shown = lines(opened(docx(body, numbering=numbering)))
    assert [line[:7] for line in shown] == ["Điều 1.", "Điều 2."]


def test_bullets_of_fonts_of_signs_are_no_old_letters() -> None:
    bullet = (
        '<w:r><w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr><w:t>ü</w:t></w:r>'
    )
    levels = [{"levels": [{"text": "Ø", "format": "upperLetter"}]}]
    body = f"<w:p>{bullet}<w:r><w:t> {OLD[0]}</w:t></w:r></w:p>" + numbered(OLD[1], 1)
    shown = lines(opened(docx(body, numbering=numbering_xml(levels))))
    assert [line.split()[0] for line in shown] == ["✓", "➢"]


def test_cells_notes_and_headers() -> None:
    cell = f"<w:tc>{paragraph(OLD[0], '', FONT)}</w:tc><w:tc>{paragraph('Sè', '', FONT)}</w:tc>"
    note = f'<w:footnote w:id="2">{paragraph(OLD[1], "", FONT)}</w:footnote>'
    body = (
        f'<w:tbl><w:tr>{cell}</w:tr></w:tbl><w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    )
    document = opened(docx(body, footnotes=note, header=paragraph("MËt", "", LARGE)))
    assert lines(document) == ["MẬT", f"{LINES[0]} | Số", f"[note] {LINES[1]}"]
    assert document.margins == ("MẬT",)


def test_unicode_in_an_old_font_stays() -> None:
    body = "".join(paragraph(line, "", FONT) for line in (*LINES, "có cô Hoà", "10 µm ® ñ"))
    document = opened(docx(body))
    assert lines(document) == [*LINES, "có cô Hoà", "10 µm ® ñ"]
    assert document.findings == ()


def test_one_old_passage_among_unicode() -> None:
    body = paragraph(LINES[1]) + paragraph(OLD[0], "", FONT) + paragraph("có cô Hoà") * 3
    document = opened(docx(body + paragraph(LINES[1]) * 5))
    assert lines(document) == [LINES[1], LINES[0], *["có cô Hoà"] * 3, *[LINES[1]] * 5]
    assert document.encoding is None
    assert [found.code for found in document.findings] == ["legacy-decoded"]
