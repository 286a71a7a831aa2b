"""The walk over plain tables gives what reading each cell block by block gives."""

import pytest

from kehoach_parser.text.document import Grid
from readers.docx_files import docx, numbered, numbering_xml, paragraph
from readers.shown import opened

_STYLES = (
    '<w:style w:type="paragraph" w:styleId="Dam"><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="An"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="So"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
    "</w:pPr></w:style>"
    '<w:style w:type="character" w:styleId="Hoa"><w:rPr><w:caps/></w:rPr></w:style>'
)
_BOLD = "<w:rPr><w:b/></w:rPr>"
_FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


def _run(text: str, properties: str = "") -> str:
    return f"<w:r>{properties}<w:t>{text}</w:t></w:r>"


def _old(properties: str) -> str:
    """Return run properties that a tracked change replaced."""
    return f"<w:rPr><w:b/><w:rPrChange><w:rPr>{properties}</w:rPr></w:rPrChange></w:rPr>"


_INNER = f"<w:tbl><w:tr><w:tc>{paragraph('Rà')}</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"
_BOX = f"<w:pict><w:txbxContent>{paragraph('Hộp')}</w:txbxContent></w:pict>"
_CODE = f"{_FIELD.format('begin')}{_run('MÃ')}"
_RESULT = f"{_FIELD.format('separate')}{_run('5')}{_FIELD.format('end')}"
_OTHER_STYLE = "<w:pPrChange><w:pPr><w:pStyle w:val='So'/></w:pPr></w:pPrChange>"
_CELLS = (
    ("one run", paragraph("Rà soát")),
    ("two runs", f"<w:p>{_run('Rà ')}{_run('soát')}</w:p>"),
    ("two paragraphs", paragraph("Rà soát") + paragraph("   ") + paragraph("Báo cáo")),
    ("nothing", "<w:p/>"),
    ("blanks", paragraph("   ")),
    ("bold", paragraph("Rà soát", "", "<w:b/>")),
    ("bold but for blanks", f"<w:p>{_run('Rà', _BOLD)}<w:r><w:t> </w:t></w:r></w:p>"),
    ("half bold", f"<w:p>{_run('Rà', _BOLD)}{_run(' soát')}</w:p>"),
    ("one paragraph bold", paragraph("Rà soát", "", "<w:b/>") + paragraph("Báo cáo")),
    ("the mark bold", paragraph("Rà soát", "<w:rPr><w:b/></w:rPr>")),
    ("once not bold", f"<w:p>{_run('Rà', _old(''))}</w:p>"),
    ("no longer bold", f"<w:p>{_run('Rà', _old('').replace('<w:b/>', ''))}</w:p>"),
    ("bold by style", paragraph("Rà soát", '<w:pStyle w:val="Dam"/>')),
    ("light in bold", paragraph("Rà soát", '<w:pStyle w:val="Dam"/>', '<w:b w:val="0"/>')),
    ("bold, then not", paragraph("Rà", '<w:pStyle w:val="Dam"/>') + paragraph("soát")),
    ("hidden by style", paragraph("Ẩn", '<w:pStyle w:val="An"/>') + paragraph("Rà soát")),
    ("capitals by style", paragraph("Rà soát", "", '<w:rStyle w:val="Hoa"/>')),
    ("hidden", paragraph("Ẩn", "", "<w:vanish/>") + paragraph("Rà soát")),
    ("capitals", paragraph("Rà soát", "", "<w:caps/>")),
    ("a number", numbered("Rà soát", 1)),
    ("a number by style", paragraph("Rà soát", '<w:pStyle w:val="So"/>')),
    ("a line break", "<w:p><w:r><w:t>Rà</w:t><w:br/><w:t>soát</w:t></w:r></w:p>"),
    ("a line feed", paragraph("Rà\n  soát")),
    ("a glyph", paragraph("\uf0b7 Rà soát")),
    ("a symbol", '<w:p><w:r><w:sym w:char="F0B7"/><w:t>Rà soát</w:t></w:r></w:p>'),
    ("inserted", f"<w:p><w:ins>{_run('Rà soát')}</w:ins></w:p>"),
    ("a link", f"<w:p>{_run('Xem ')}<w:hyperlink>{_run('tại đây')}</w:hyperlink></w:p>"),
    ("unknown wrapper", f"<w:p><w:khac>{_run('ẩn')}</w:khac>{_run('Rà soát')}</w:p>"),
    ("a control", f"<w:sdt><w:sdtContent>{paragraph('Rà soát')}</w:sdtContent></w:sdt>"),
    ("a table inside", _INNER + paragraph("soát")),
    ("mark deleted", paragraph("Rà ", "<w:rPr><w:del/></w:rPr>") + paragraph("soát")),
    ("moved away", f"<w:p><w:moveFrom>{_run('Rà')}</w:moveFrom>{_run('soát')}</w:p>"),
    ("a formula", "<w:p><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p>"),
    ("a field", f"<w:p>{_CODE}{_RESULT}</w:p>"),
    ("a field that goes on", f"<w:p>{_CODE}</w:p>"),
    ("a box", f"<w:p><w:r>{_BOX}</w:r></w:p>"),
    ("another style before", paragraph("Rà soát", f'<w:pStyle w:val="Dam"/>{_OTHER_STYLE}')),
    ("merged down", f'<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{paragraph("Rà soát")}'),
    ("wide", f'<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{paragraph("Rà soát")}'),
    ("deleted", f"<w:tcPr><w:cellDel/></w:tcPr>{paragraph('Rà soát')}"),
)


def _grid(rows: str) -> Grid:
    numbering = numbering_xml([{"levels": [{"text": "%1."}]}])
    body = docx(f"<w:tbl>{rows}</w:tbl>", styles=_STYLES, numbering=numbering)
    (block,) = opened(body).blocks
    assert isinstance(block, Grid)
    return block


@pytest.mark.parametrize("cell", [cell for _, cell in _CELLS], ids=[name for name, _ in _CELLS])
def test_each_cell_reads_as_it_does_by_blocks(cell: str) -> None:
    first, last = paragraph("1"), paragraph("x")
    row = f"<w:tr><w:tc>{first}</w:tc><w:tc>{cell}</w:tc><w:tc>{last}</w:tc></w:tr>"
    wrapped = f"<w:customXml>{row}</w:customXml>"  # a wrapper around a row: no walk
    assert _grid(row + row) == _grid(wrapped + wrapped)


def test_what_is_said_of_rows() -> None:
    rows = "".join(
        f"<w:tr><w:trPr>{said}</w:trPr><w:tc>{paragraph(text)}</w:tc><w:tc><w:p/></w:tc></w:tr>"
        for said, text in (
            ("<w:tblHeader/>", "Đầu"), ("<w:del/>", "Bỏ"), ("<w:hidden/>", "Ẩn"),
            ('<w:gridBefore w:val="2"/>', "Lùi"),
        )
    )  # fmt: skip
    grid = _grid(rows)
    assert grid.header_rows == 1
    assert [(row[0].text, row[0].column) for row in grid.rows] == [("Đầu", 0), ("Lùi", 2)]
