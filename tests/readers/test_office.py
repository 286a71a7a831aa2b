"""The .doc reader: what anydoc gives, and what is said where it gives too little."""

import ast
import inspect
from contextlib import suppress
from pathlib import Path

import anydoc
import pytest

import kehoach_parser
from kehoach_parser.errors import FormatError, LimitError
from kehoach_parser.readers.base import Limits
from kehoach_parser.readers.doc.blocks import convert_blocks
from kehoach_parser.readers.doc.word97_labels import Labels
from kehoach_parser.readers.read import read
from kehoach_parser.text.document import Block, Cell, Grid, Paragraph
from readers.doc_files import Looks, compound, doc
from readers.docx_files import docx, numbered, numbering_xml, paragraph
from readers.shown import lines, opened

ALLOWED = {"to_document"}


def test_only_to_document_of_anydoc_is_used() -> None:
    """Other functions of it can be told to send a file to a service."""
    functions = {name for name, value in vars(anydoc).items() if inspect.isroutine(value)}
    assert {"to_document", "to_markdown"} <= functions
    used: set[str] = set()
    for path in Path(kehoach_parser.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                assert not node.module.startswith("anydoc"), path
            if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "anydoc":
                used.add(node.attr)
    assert used & functions == ALLOWED


def test_paragraphs_and_their_place() -> None:
    document = opened(doc(["KẾ HOẠCH", "Rà soát hồ sơ."], alignments={0: 1, 1: 3}), "a.doc")
    assert document.format == "doc"
    assert document.blocks == (Paragraph("KẾ HOẠCH", centered=True), Paragraph("Rà soát hồ sơ."))
    assert document.findings == ()


_LOSSES: tuple[tuple[str, bytes, list[tuple[str, str]]], ...] = (
    ("text boxes", doc(["Chữ"], boxes="Sơ đồ 2"), [("doc-text-boxes", "5")]),
    ("soft hyphens", doc(["12\x1fKH\x1f"]), []),
    ("fonts whose text is none", doc(["Vivant Ñaït Ñöùc"], fonts=("VNI-Times", "Arial")),
     [("doc-legacy-fonts", "VNI-Times")]),
    ("font that is not used", doc(["Kế hoạch 25 m², 30 °C"], fonts=(".VnTime",)), []),
)  # fmt: skip


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("code", [0x0800, 0x083C], ids=["deleted", "hidden"])
def test_words_that_are_deleted_or_hidden_are_dropped(code: int, packed: bool) -> None:  # noqa: FBT001 - a parametrised value
    texts = ["Xong vao thang 6.", "Xong vao thang 5.\tCu.", "Gui bao cao."]
    document = opened(doc(texts, looks=Looks(packed, gone={1: code})), "a.doc")
    assert lines(document) == [texts[0], texts[2]]


_MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


@pytest.mark.parametrize(
    ("paragraphs", "boxes", "shown"),
    [
        (["KẾ HOẠCH"], f"SỞ Y TẾ\rSố: 5/KH-SYT\r{_MOTTO}", ["SỞ Y TẾ", "Số: 5/KH-SYT", _MOTTO]),
        ([_MOTTO, "KẾ HOẠCH"], "SỞ Y TẾ\rSố: 5/KH-SYT", ["SỞ Y TẾ", "Số: 5/KH-SYT"]),
        (["KẾ HOẠCH"], "M Ậ T", ["M Ậ T"]),
        (["KẾ HOẠCH"], "SỞ Y TẾ", []),
        ([_MOTTO, "KẾ HOẠCH"], "UBND XÃ ĐÔNG HẢI\rĐẾN\rSố: 41\rNgày: 5/3/2027", []),
        ([_MOTTO, "KẾ HOẠCH"], "\x13 SHAPE \x14Số: 5/KH-SYT\x15", ["Số: 5/KH-SYT"]),
    ],
    ids=["head", "left side", "stamp", "near miss: words of no head", "receipt", "field"],
)
def test_a_head_in_text_boxes_stands_above(
    paragraphs: list[str], boxes: str, shown: list[str]
) -> None:
    assert lines(opened(doc(paragraphs, boxes=boxes), "a.doc")) == [*shown, *paragraphs]


@pytest.mark.parametrize(
    ("above", "boxes", "below"),
    [
        (["Báo cáo."], ["Nơi nhận:", "- Như trên;", "GIÁM ĐỐC", "Lê Văn Tám"], []),
        (["Báo cáo."], ["Nơi nhận:", "- Như trên;"], ["GIÁM ĐỐC", "Lê Văn Tám", "PHỤ LỤC"]),
        (["Báo cáo."], ["GIÁM ĐỐC", "Lê Văn Tám"], ["Nơi nhận:", "- Như trên;"]),
    ],
    ids=["both", "recipients", "signature"],
)
def test_a_closing_in_text_boxes_is_read(
    above: list[str], boxes: list[str], below: list[str]
) -> None:
    found = opened(doc([*above, *below], boxes="\r".join(boxes)), "a.doc")
    assert lines(found) == [*above, *boxes, *below]
    assert not found.findings


def test_a_closing_that_the_text_has_is_not_read_twice() -> None:
    paragraphs = ["Báo cáo.", "Nơi nhận:", "- Như trên;"]
    found = opened(doc(paragraphs, boxes="Nơi nhận:\r- Lưu: VT."), "a.doc")
    assert lines(found) == paragraphs
    assert [one.code for one in found.findings] == ["doc-text-boxes"]


def test_near_miss_a_run_that_says_it_is_not_hidden() -> None:
    data = doc(["Xong vao thang 6."], looks=Looks(gone={0: 0x083C}))
    shown = data.replace(b"\x3c\x08\x01", b"\x3c\x08\x00")
    assert shown != data
    assert lines(opened(shown, "a.doc")) == ["Xong vao thang 6."]


@pytest.mark.parametrize(
    ("data", "expected"), [row[1:] for row in _LOSSES], ids=[row[0] for row in _LOSSES]
)
def test_losses_are_told(data: bytes, expected: list[tuple[str, str]]) -> None:
    found = opened(data, "a.doc").findings
    assert [(one.code, one.params[0][1]) for one in found] == expected


@pytest.mark.parametrize(
    ("code", "data"),
    [
        ("file-encrypted", doc(["Chữ"], encrypted=True)),
        ("doc-broken", doc(["Chữ"])[:3000]),
        ("doc-broken", compound({"WordDocument": b"\xec\xa5"})),
        ("doc-broken", doc(["Chữ"], list_uses=0xB6000000)),
    ],
)
def test_bad_files(code: str, data: bytes) -> None:
    with pytest.raises(FormatError) as caught:
        read(data, "a.doc", Limits())
    assert caught.value.code == code


def test_broken_tables_of_the_file_are_left_out() -> None:
    whole = doc(["KẾ HOẠCH"], boxes="MẬT", alignments={0: 1})
    for at in range(512, len(whole), 97):
        damaged = bytearray(whole)
        damaged[at] ^= 0xFF
        with suppress(FormatError):
            assert read(bytes(damaged), "a.doc", Limits()).format == "doc"


class _Original:
    """A file whose lists are broken, and that centres what is in capitals."""

    labels = Labels()

    def is_centered(self, text: str) -> bool:
        return text.isupper()


def _converted(data: bytes, depth: int = 64) -> tuple[Block, ...]:
    """Return what the converter makes of anydoc's blocks, here of a docx (the model is one)."""
    source = anydoc.to_document(data, "docx")
    return convert_blocks(source, _Original(), "a.doc", depth)


def test_lists_show_their_labels() -> None:
    levels = [{"format": "upperRoman", "text": "%1."}, {"format": "lowerLetter", "text": "%2)"}]
    plain = [{"format": "lowerLetter", "text": "%1."}]
    composed = [{"text": "%1/"}, {"text": "%1.%2"}]
    bullets = [{"format": "bullet", "text": "-"}]
    kinds = (levels, plain, composed, bullets)
    numbering = numbering_xml([{"levels": kind} for kind in kinds])
    places = ((1, 0), (1, 0), (1, 1), (2, 0), (3, 0), (3, 1), (4, 0))
    body = "".join(numbered("A", number, level) for number, level in places)
    blocks = _converted(docx(body, numbering=numbering))
    labels = [block.text.split()[0] for block in blocks if isinstance(block, Paragraph)]
    assert labels == ["I.", "II.", "a)", "a.", "1/", "1.1", "-"]


def test_looks_breaks_and_notes() -> None:
    note = '<w:footnote w:id="2"><w:p><w:r><w:t>Theo biên bản.</w:t></w:r></w:p></w:footnote>'
    body = (
        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Mục</w:t></w:r><w:r><w:br/><w:t>đích</w:t>"
        '<w:footnoteReference w:id="2"/></w:r></w:p>' + paragraph("MẬT", "", "<w:i/>")
    )
    assert _converted(docx(body, footnotes=note)) == (
        Paragraph("Mục\nđích", bold=3),
        Paragraph("Theo biên bản.", footnote=True),
        Paragraph("MẬT", italic=True, centered=True),
    )


def _table(*rows: str) -> str:
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


def _cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def test_merged_cells_stand_once() -> None:
    wide = '<w:gridSpan w:val="2"/>'
    rows = (
        _cell(paragraph("A", "", "<w:b/>"), wide) + _cell(paragraph("B")),
        _cell(paragraph("C") + paragraph("D")) + _cell(paragraph("E")) + _cell(paragraph("F")),
    )
    (grid,) = _converted(docx(_table(*rows)))
    assert isinstance(grid, Grid)
    assert grid.width == 3
    assert grid.rows == (
        (Cell("A", 0, 2, bold=True), Cell("B", 2)),
        (Cell("C\nD", 0), Cell("E", 1), Cell("F", 2)),
    )


def test_a_table_of_one_cell_is_a_frame() -> None:
    assert _converted(docx(_table(_cell(paragraph("a") + paragraph("b"))))) == (
        Paragraph("a"),
        Paragraph("b"),
    )


def test_cells_above_one_another_are_frames() -> None:
    rows = "".join(f"<w:tr>{_cell(paragraph(text))}</w:tr>" for text in "ab")
    assert _converted(docx(f"<w:tbl>{rows}</w:tbl>")) == (Paragraph("a"), Paragraph("b"))


def test_nesting_has_a_limit() -> None:
    inner = _table(_cell(paragraph("A")) + _cell(paragraph("B")))
    data = docx(_table(_cell(inner + "<w:p/>") + _cell(paragraph("C"))))
    assert _converted(data)
    with pytest.raises(LimitError):
        _converted(data, depth=1)
