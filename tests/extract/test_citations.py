"""Citations: each phenomenon and its near misses, as data in `cases/citations.json`."""

from datetime import date
from typing import Any

from case_files import Case, cases, each_case
from kehoach_parser.extract.citations import Mentions, find_references
from kehoach_parser.messages import say
from kehoach_parser.model import Citation, DocumentType, Metadata, Reference
from kehoach_parser.segment.structure import Header
from kehoach_parser.text.document import Document, Paragraph
from kehoach_parser.text.source import SourceText, build


def source_of(text: str) -> SourceText:
    return build(Document("txt", tuple(Paragraph(line) for line in text.split("\n"))))


def header_of(fields: dict[str, Any] | None) -> Header:
    if fields is None:
        return Header(Metadata(), 0)
    day = fields.get("issued_on")
    metadata = Metadata(
        document_type=DocumentType(code=fields["type"], name=fields["type"]),
        code=fields["code"],
        issued_on=date.fromisoformat(day) if day else None,
        spans={"symbol": tuple(fields["symbol"])} if "symbol" in fields else {},
    )
    return Header(metadata, fields.get("end", 0))


def read(case: Case) -> tuple[SourceText, Mentions]:
    source = source_of(case["text"])
    return source, find_references(source, header_of(case.get("header")))


@each_case("citations")
def test_references_are_those_of_the_case(case: Case) -> None:
    _, mentions = read(case)
    codes = {reference.id: reference.code for reference in mentions.references}
    found = [_shown(reference, codes) for reference in mentions.references]
    expected = case["references"]
    assert len(found) == len(expected), found
    for one, wanted in zip(found, expected, strict=True):
        assert {name: one[name] for name in wanted} == wanted


def _shown(reference: Reference, codes: dict[str, str | None]) -> dict[str, Any]:
    shown = reference.model_dump(mode="json")
    shown["implements"] = [codes[one] for one in reference.implements]
    return shown


@each_case("citations", having="citations")
def test_citations_are_those_of_the_case(case: Case) -> None:
    _, mentions = read(case)
    expected = case["citations"]
    assert len(mentions.citations) == len(expected), [one.text for one in mentions.citations]
    for citation, wanted in zip(mentions.citations, expected, strict=True):
        _check(citation, {"text": wanted} if isinstance(wanted, str) else wanted)


def _check(citation: Citation, wanted: dict[str, Any]) -> None:
    shown = citation.model_dump(mode="json") | {"candidates": len(citation.candidates)}
    assert {name: shown[name] for name in wanted} == wanted


@each_case("citations", having="findings")
def test_findings_are_those_of_the_case(case: Case) -> None:
    _, mentions = read(case)
    assert [one.code for one in mentions.findings] == case["findings"]
    for one in mentions.findings:
        assert "{" not in say(one.code, one.params)


@each_case("citations")
def test_each_citation_is_a_piece_of_the_text_and_points_to_a_reference(case: Case) -> None:
    source, mentions = read(case)
    ids = {reference.id: reference for reference in mentions.references}
    for citation in mentions.citations:
        assert source.text[slice(*citation.span)] == citation.text
        if citation.reference is not None:
            assert citation.id in ids[citation.reference].mentions
    counted = sum(len(reference.mentions) for reference in mentions.references)
    assert counted == sum(citation.reference is not None for citation in mentions.citations)


def test_the_same_text_gives_the_same_records() -> None:
    text = "\n".join(case["text"] for case in cases("citations"))
    assert find_references(source_of(text), header_of(None)) == find_references(
        source_of(text), header_of(None)
    )


def test_ids_count_in_the_order_of_the_text() -> None:
    source = source_of("Kế hoạch số 2/KH-UBND; Kế hoạch số 1/KH-UBND; Kế hoạch số 2/KH-UBND.")
    mentions = find_references(source, header_of(None))
    assert [one.id for one in mentions.references] == ["r1", "r2"]
    assert [one.reference for one in mentions.citations] == ["r1", "r2", "r1"]
    starts = [one.span[0] for one in mentions.citations]
    assert starts == sorted(starts)
