"""What a Word document shows, phenomenon by phenomenon."""

import pytest

from case_files import Case, each_case
from kehoach_parser.errors import FormatError
from kehoach_parser.text.document import Paragraph
from readers.docx_files import STRICT, WORD, docx, packed, paragraph
from readers.shown import lines, opened

_NOTES = (
    '<w:{kind} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
    '<w:{kind} w:id="2"><w:p><w:r><w:{kind}Ref/>'
    '<w:t xml:space="preserve"> {first}</w:t></w:r></w:p>'
    "<w:p><w:r><w:t>{second}</w:t></w:r></w:p></w:{kind}>"
)


@each_case("docx_text")
def test_phenomena(case: Case) -> None:
    assert lines(opened(docx(case["body"]))) == case["lines"]


def _marked(text: str, kind: str, note: str = "2") -> str:
    return f'<w:p><w:r><w:t>{text}</w:t><w:{kind}Reference w:id="{note}"/></w:r></w:p>'


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_notes_stand_after_the_paragraph_with_their_mark(kind: str) -> None:
    notes = _NOTES.format(kind=kind, first="Theo biên bản.", second="Bản sao.")
    body = _marked("Đã họp", kind) + paragraph("Tiếp theo") + _marked("Thiếu", kind, "9")
    data = docx(body, footnotes=notes) if kind == "footnote" else docx(body, endnotes=notes)
    document = opened(data)
    assert lines(document) == [
        "Đã họp",
        "[note]  Theo biên bản.",
        "[note] Bản sao.",
        "Tiếp theo",
        "Thiếu",
    ]


def test_a_note_of_a_table_stands_after_the_table() -> None:
    notes = _NOTES.format(kind="footnote", first="Ghi chú.", second="")
    rows = "".join(
        f"<w:tr><w:tc>{_marked(text, 'footnote', note)}</w:tc><w:tc>{paragraph('x')}</w:tc></w:tr>"
        for text, note in (("A", "2"), ("B", "9"))
    )
    document = opened(docx(f"<w:tbl>{rows}</w:tbl>", footnotes=notes))
    assert lines(document) == ["A | x", "B | x", "[note]  Ghi chú."]


def test_headers_and_footers_stand_apart() -> None:
    header = paragraph("UBND XÃ") + paragraph(" ")
    document = opened(docx(paragraph("Thân"), header=header, footer=paragraph("2")))
    assert lines(document) == ["Thân"]
    assert document.margins == ("UBND XÃ", "2")


_LOOKS = (
    ("all bold", "", [("Mục", "<w:b/>")], (3, False)),
    ("bold lead", "", [("Mục", "<w:b/>"), (" đích", "")], (3, False)),
    ("bold later", "", [("Mục", ""), (" đích", "<w:b/>")], (0, False)),
    ("plain blank between", "", [("I.", "<w:b/>"), (" ", ""), ("Mục", "<w:b/>")], (6, False)),
    ("plain blank at the end", "", [("Mục", "<w:b/>"), ("  ", "")], (5, False)),
    ("bold blank only", "", [(" ", "<w:b/>"), ("Mục", "")], (1, False)),
    ("bold switched off", "", [("Mục", '<w:b w:val="0"/>')], (0, False)),
    ("italic", "", [("Mục", "<w:i/>"), (" ", ""), ("đích", "<w:i/>")], (0, True)),
    ("partly italic", "", [("Mục", "<w:i/>"), ("đích", "")], (0, False)),
    ("paragraph style", "Dam", [("Mục", "")], (3, False)),
    ("inherited style", "DamCon", [("Mục", "")], (3, False)),
    ("style against run", "Dam", [("Mục", '<w:b w:val="false"/>')], (0, False)),
    ("character style", "", [("Mục", '<w:rStyle w:val="Manh"/>')], (3, False)),
    ("two toggles cancel", "Dam", [("Mục", '<w:rStyle w:val="Manh"/>')], (0, False)),
    ("unknown style", "Khong", [("Mục", "")], (0, False)),
)  # fmt: skip
_STYLES = (
    '<w:style w:type="paragraph" w:styleId="Dam"><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="DamCon"><w:basedOn w:val="Dam"/></w:style>'
    '<w:style w:type="character" w:styleId="Manh"><w:rPr><w:b/></w:rPr></w:style>'
)


@pytest.mark.parametrize(
    ("style", "runs", "expected"), [row[1:] for row in _LOOKS], ids=[row[0] for row in _LOOKS]
)
def test_looks(style: str, runs: list[tuple[str, str]], expected: tuple[int, bool]) -> None:
    words = "".join(
        f'<w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
        for text, run in runs
    )
    body = f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{words}</w:p>'
    (block,) = opened(docx(body, styles=_STYLES)).blocks
    assert isinstance(block, Paragraph)
    assert (block.bold, block.italic) == expected


_PLACES = (
    ('<w:jc w:val="center"/>', "", (True, 0)),
    ('<w:jc w:val="both"/>', "", (False, 0)),
    ("", '<w:pPr><w:jc w:val="center"/></w:pPr>', (True, 0)),
    ("", '<w:pPr><w:jc w:val="right"/></w:pPr>', (False, 0)),
    ('<w:jc w:val="left"/>', '<w:pPr><w:jc w:val="center"/></w:pPr>', (False, 0)),
    ("", '<w:name w:val="heading 2"/>', (False, 2)),
    ("", '<w:name w:val="heading two"/>', (False, 0)),
    ('<w:outlineLvl w:val="0"/>', "", (False, 1)),
    ('<w:outlineLvl w:val="9"/>', '<w:name w:val="heading 1"/>', (False, 0)),
    ("", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>', (False, 3)),
)


@pytest.mark.parametrize(("direct", "style", "expected"), _PLACES)
def test_alignment_and_heading_level(direct: str, style: str, expected: tuple[bool, int]) -> None:
    styles = f'<w:style w:type="paragraph" w:styleId="S">{style}</w:style>'
    body = paragraph("Mục", f'<w:pStyle w:val="S"/>{direct}')
    (block,) = opened(docx(body, styles=styles)).blocks
    assert isinstance(block, Paragraph)
    assert (block.centered, block.heading) == expected


def test_the_default_style_counts_where_none_is_named() -> None:
    styles = (
        "<w:docDefaults><w:rPrDefault><w:rPr><w:i/></w:rPr></w:rPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="N">'
        '<w:pPr><w:jc w:val="center"/></w:pPr></w:style>'
    )
    (block,) = opened(docx("<w:p><w:r><w:t>Chữ</w:t></w:r></w:p>", styles=styles)).blocks
    assert isinstance(block, Paragraph)
    assert (block.centered, block.italic) == (True, True)


@pytest.mark.parametrize("latent", ["<w:lsdException/></w:latentStyles>", "</w:latentStyles>", ""])
def test_styles_that_are_only_listed_hide_none(latent: str) -> None:
    listed = f'<w:latentStyles w:count="1">{latent}' if latent else "<w:latentStyles/>"
    body = paragraph("Mục", '<w:pStyle w:val="Dam"/>')
    (block,) = opened(docx(body, styles=f"{listed}{_STYLES}")).blocks
    assert isinstance(block, Paragraph)
    assert block.bold == len("Mục")


def test_styles_based_on_each_other_end() -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:basedOn w:val="{other}"/></w:style>'
        for one, other in ("AB", "BA")
    )
    assert lines(opened(docx(paragraph("Chữ", '<w:pStyle w:val="A"/>'), styles=styles))) == ["Chữ"]


def test_the_label_is_as_bold_as_its_words() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    number = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    body = paragraph("Mục", number, "<w:b/>") + paragraph("Chữ", number)
    first, second = opened(docx(body, numbering=numbering)).blocks
    assert first == Paragraph("1. Mục", bold=6)
    assert second == Paragraph("2. Chữ")


def test_strict_documents_are_read_too() -> None:
    body = f'<w:document xmlns:w="{STRICT}"><w:body>{paragraph("Chữ")}</w:body></w:document>'
    assert lines(opened(packed({"[Content_Types].xml": "", "word/document.xml": body}))) == ["Chữ"]


def test_the_main_part_may_have_another_name() -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{kind}" Target="/word/document2.xml"/></Relationships>'
    )
    body = f'<w:document xmlns:w="{WORD}"><w:body>{paragraph("Chữ")}</w:body></w:document>'
    files = {"[Content_Types].xml": "", "_rels/.rels": relations, "word/document2.xml": body}
    assert lines(opened(packed(files))) == ["Chữ"]


def test_words_in_other_formats_are_told() -> None:
    kinds = ("diagramData", "chart", "image")
    diagram = opened(docx(paragraph("Chữ"), links=kinds))
    assert [(one.code, one.params) for one in diagram.findings] == [
        ("docx-drawn-words", (("count", "2"),))
    ]
    scan = opened(docx("<w:p/>", links=("image",)))
    assert [one.code for one in scan.findings] == ["docx-only-images"]


def test_a_note_with_many_marks_stands_once() -> None:
    notes = _NOTES.format(kind="footnote", first="Một.", second="")
    body = _marked("A", "footnote") + _marked("B", "footnote")
    assert lines(opened(docx(body, footnotes=notes))) == ["A", "[note]  Một.", "B"]


@pytest.mark.parametrize(
    ("part", "content"),
    [("word/document.xml", "<w:document xmlns:w='x'/>"), ("word/other.xml", "<a/>")],
)
def test_a_package_without_a_body_is_refused(part: str, content: str) -> None:
    data = packed({"[Content_Types].xml": "<Types/>", part: content})
    with pytest.raises(FormatError) as caught:
        opened(data)
    assert caught.value.code == "part-missing"


def _chunk(name: str) -> str:
    return f'<w:altChunk r:id="{name}"/>'


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.html", "<html><body><p>Rà soát</p></body></html>"),
        (
            "a.mht",
            (
                "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n"
                "Content-Type: text/html; charset=utf-8\n\n<html><body><p>R&agrave; so&aacute;t</p>"
                "</body></html>\n--x--\n"
            ),
        ),
        ("a.docx", docx(paragraph("Rà soát"))),
        ("a.rtf", r"{\rtf1\ansi R\u224? so\u225?t\par}"),
        ("a.txt", "Rà soát"),
    ],
)
def test_documents_inside_a_document_stand_where_they_are_called(
    name: str, content: str | bytes
) -> None:
    cell = f"<w:tbl><w:tr><w:tc>{_chunk(name)}<w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    body = paragraph("Trước") + _chunk(name) + paragraph("Sau")
    document = opened(docx(body, chunks={name: content}))
    assert lines(document) == ["Trước", "Rà soát", "Sau"]
    assert document.findings == ()
    assert lines(opened(docx(cell, chunks={name: content}))) == ["Rà soát | "]


def test_inner_documents_that_are_not_read_are_told() -> None:
    chunks: dict[str, str | bytes] = {
        "a.xlsx": packed({"xl/workbook.xml": ""}),
        "b.docx": b"PK\x03\x04",
        "c.txt": "Chữ",
    }
    body = paragraph("A") + "".join(map(_chunk, [*chunks, "c.txt", "không có"]))
    document = opened(docx(body, chunks=chunks))
    assert lines(document) == ["A", "Chữ"]
    assert [(one.code, one.params) for one in document.findings] == [
        ("docx-drawn-words", (("count", "2"),))
    ]


def test_inner_documents_are_read_within_bounds() -> None:
    data = docx(paragraph("Trong cùng"))
    for depth in range(12):
        data = docx(paragraph(f"Tầng {depth}") + _chunk("a.docx"), chunks={"a.docx": data})
    assert lines(opened(data)) == ["Tầng 11", "Tầng 10"]  # what is inside the inner one is left
    many = {f"{number}.txt": f"Phần {number}" for number in range(40)}
    document = opened(docx("".join(map(_chunk, many)), chunks=many))
    assert lines(document) == [f"Phần {number}" for number in range(16)]


_HEAD = paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")


def test_a_head_in_the_page_header_stands_above_the_body() -> None:
    first = lines(opened(docx(paragraph("KẾ HOẠCH"), header=_HEAD)))
    assert first == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "KẾ HOẠCH"]
    assert lines(opened(docx(_HEAD + paragraph("KẾ HOẠCH"), header=_HEAD))) == first


def test_a_mark_of_secrecy_in_the_header_of_the_page_stands_above_the_text() -> None:
    body = paragraph("KẾ HOẠCH")
    assert lines(opened(docx(body, header=paragraph("TỐI MẬT")))) == ["TỐI MẬT", "KẾ HOẠCH"]
    assert lines(opened(docx(body, header=paragraph("M Ậ T")))) == ["M Ậ T", "KẾ HOẠCH"]
    assert lines(opened(docx(body, header=paragraph("Bảo vệ bí mật")))) == ["KẾ HOẠCH"]


def test_a_mark_of_secrecy_across_the_page_counts() -> None:
    path = '<w:p><w:r><w:pict><v:shape><v:textpath string="{}"/></v:shape></w:pict></w:r></w:p>'
    body = paragraph("KẾ HOẠCH")
    assert lines(opened(docx(body, header=path.format("TUYỆT MẬT")))) == ["TUYỆT MẬT", "KẾ HOẠCH"]
    assert lines(opened(docx(body, header=path.format("DỰ THẢO")))) == ["KẾ HOẠCH"]
