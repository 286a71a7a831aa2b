"""Automatic numbers are shown as Word shows them."""

from case_files import Case, each_case
from readers.docx_files import docx, level_xml, numbered, numbering_xml, paragraph
from readers.shown import lines, opened


@each_case("docx_numbering")
def test_labels(case: Case) -> None:
    body = "".join(numbered(text, number, level) for number, level, text in case["paragraphs"])
    assert lines(opened(docx(body, numbering=numbering_xml(case["lists"])))) == case["expected"]


def _style(name: str, properties: str, base: str = "") -> str:
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>{based}'
        f"<w:pPr>{properties}</w:pPr></w:style>"
    )


def test_a_style_names_its_list_and_the_list_names_the_level() -> None:
    levels = [
        {"format": "upperRoman", "text": "%1.", "style": "Phan"},
        {"text": "%2.", "style": "Muc"},
    ]
    number = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    styles = _style("Phan", number) + _style("Muc", number) + _style("MucCon", "", "Muc")
    body = "".join(
        paragraph(text, f'<w:pStyle w:val="{style}"/>')
        for style, text in (
            ("Phan", "A"),
            ("Muc", "B"),
            ("MucCon", "C"),
            ("Phan", "D"),
            ("Muc", "E"),
        )
    )
    document = opened(docx(body, styles=styles, numbering=numbering_xml([{"levels": levels}])))
    assert lines(document) == ["I. A", "1. B", "2. C", "II. D", "1. E"]


def test_a_paragraph_can_take_its_styles_number_away() -> None:
    styles = _style("Muc", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    plain = '<w:pStyle w:val="Muc"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    body = paragraph("A", '<w:pStyle w:val="Muc"/>') + paragraph("B", plain)
    numbering = numbering_xml([{"levels": [{"text": "%1."}]}])
    assert lines(opened(docx(body, styles=styles, numbering=numbering))) == ["1. A", "B"]


def test_a_list_can_be_defined_by_a_numbering_style() -> None:
    style = (
        '<w:style w:type="numbering" w:styleId="Kieu"><w:name w:val="Kieu"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    numbering = (
        f'<w:abstractNum w:abstractNumId="1">{level_xml(0, {"text": "%1/"})}</w:abstractNum>'
        '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="Kieu"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
    )
    assert lines(opened(docx(numbered("A", 2), styles=style, numbering=numbering))) == ["1/ A"]


def test_a_format_given_by_example() -> None:
    number = (
        '<mc:AlternateContent><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice>'
        '<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
    )
    level = f'<w:lvl w:ilvl="0"><w:start w:val="7"/>{number}<w:lvlText w:val="%1."/></w:lvl>'
    numbering = (
        f'<w:abstractNum w:abstractNumId="1">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    assert lines(opened(docx(numbered("A", 1), numbering=numbering))) == ["007. A"]


def test_a_deleted_paragraph_mark_takes_its_number_away() -> None:
    number = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    gone = f"{number}<w:rPr><w:del/></w:rPr>"
    body = paragraph("A", gone) + paragraph("B", number) + paragraph("E", gone) + paragraph("F")
    hidden = paragraph("C", f"{number}<w:rPr><w:vanish/></w:rPr>") + paragraph("D")
    numbering = numbering_xml([{"levels": [{"text": "%1."}]}])
    assert lines(opened(docx(body + hidden, numbering=numbering))) == ["1. AB", "EF", "2. CD"]


def test_numbers_alone_fill_a_column() -> None:
    empty = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>'
    rows = "".join(
        f"<w:tr><w:tc>{empty}</w:tc><w:tc>{paragraph(text)}</w:tc></w:tr>" for text in "AB"
    )
    numbering = numbering_xml([{"levels": [{"text": "%1"}]}])
    document = opened(docx(f"<w:tbl>{rows}</w:tbl>", numbering=numbering))
    assert [line.split() for line in lines(document)] == [["1", "|", "A"], ["2", "|", "B"]]
