"""Hostile and broken packages are refused before they cost anything."""

import struct
import time
import zipfile

import pytest

from kehoach_parser.errors import FormatError, KehoachError, LimitError
from kehoach_parser.readers.base import Limits
from kehoach_parser.readers.guard import Archive, parse_xml
from kehoach_parser.readers.read import read
from readers.docx_files import document_xml, docx, numbered, numbering_xml, packed, paragraph

_GOOD = docx(paragraph("Chữ"))
_CONTENT = {"[Content_Types].xml": "<Types/>"}


def _with_main(xml: str | bytes) -> bytes:
    return packed({**_CONTENT, "word/document.xml": xml})


def _refusal(data: bytes, limits: Limits | None = None) -> KehoachError:
    with pytest.raises(KehoachError) as caught:
        read(data, "thu.docx", limits or Limits())
    assert "thu.docx" in str(caught.value)
    assert "\n" not in str(caught.value)
    return caught.value


_LAUGHS = (
    '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><d>&c;</d>'
)


@pytest.mark.parametrize("code", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7"])
def test_a_doctype_is_refused_in_any_encoding(code: str) -> None:
    xml = f'<?xml version="1.0" encoding="{code}"?>{_LAUGHS}'.encode(code)
    with pytest.raises(FormatError) as caught:
        parse_xml(xml, "thu.docx", "word/document.xml")
    assert caught.value.code in {"xml-doctype", "xml-broken"}


def test_a_doctype_in_a_package_is_named() -> None:
    error = _refusal(_with_main(_LAUGHS))
    assert error.code == "xml-doctype"
    assert "word/document.xml" in str(error)


def test_an_outer_entity_is_never_fetched() -> None:
    xml = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]><d>&x;</d>'
    assert _refusal(_with_main(xml)).code == "xml-doctype"


def test_an_entity_that_nobody_declared_is_broken_xml() -> None:
    assert _refusal(_with_main(document_xml("&x;"))).code == "xml-broken"


def test_words_that_speak_of_a_doctype_are_only_words() -> None:
    assert read(docx(paragraph("&lt;!DOCTYPE html&gt;")), "a.docx", Limits()).blocks


@pytest.mark.parametrize("depth", [300, 3000, 100_000])
def test_deep_nesting_is_refused_at_once(depth: int) -> None:
    xml = document_xml("<w:sdt><w:sdtContent>" * depth + "</w:sdtContent></w:sdt>" * depth)
    started = time.process_time()
    error = _refusal(_with_main(xml))
    assert isinstance(error, LimitError)
    assert error.code == "too-deep"
    assert time.process_time() - started < 5


def test_tables_within_tables_have_a_limit() -> None:
    opening, closing = "<w:tbl><w:tr><w:tc>", "<w:p/></w:tc></w:tr></w:tbl>"
    body = opening * 12 + paragraph("Chữ") + closing * 12
    assert read(docx(body), "a.docx", Limits()).blocks
    assert _refusal(docx(body), Limits(max_depth=10)).code == "too-deep"


def test_the_deepest_xml_that_parses_is_also_walked() -> None:
    body = "<w:sdt><w:sdtContent>" * 120 + paragraph("Chữ") + "</w:sdtContent></w:sdt>" * 120
    assert read(docx(body), "a.docx", Limits()).blocks


def test_a_part_that_swells_too_much_is_a_bomb() -> None:
    data = _with_main(b" " * (40 << 20))
    assert len(data) < 100_000
    error = _refusal(data)
    assert isinstance(error, LimitError)
    assert error.code == "zip-bomb"


def test_parts_that_are_too_much_together() -> None:
    data = packed({**_CONTENT, "word/document.xml": "", "a": b"a" * 3000, "b": b"b" * 3000})
    assert _refusal(data, Limits(max_unpacked=5000)).code == "zip-bomb"


def test_an_entry_that_lies_about_its_size_is_broken() -> None:
    at = _GOOD.rfind(b"PK\x01\x02")
    lying = bytearray(_GOOD)
    struct.pack_into("<I", lying, at + 24, 5)
    assert _refusal(bytes(lying)).code in {"zip-broken", "xml-broken"}


def test_a_part_too_large_to_parse() -> None:
    assert _refusal(_GOOD, Limits(max_part=200)).code == "zip-bomb"


def test_words_around_a_number_are_short() -> None:
    lists = numbering_xml([{"levels": [{"text": "x" * 100_000 + "%1"}]}])
    document = read(docx(numbered("Chữ", 1), numbering=lists), "a.docx", Limits())
    assert len(getattr(document.blocks[0], "text", "")) < 300


def test_too_many_entries() -> None:
    data = packed({f"word/{number}.xml": "" for number in range(50)})
    assert _refusal(data, Limits(max_entries=49)).code == "zip-entries"


def test_a_large_file_is_not_looked_at() -> None:
    error = _refusal(_GOOD, Limits(max_bytes=len(_GOOD) - 1))
    assert error.code == "file-too-large"


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
def test_a_truncated_package(share: float) -> None:
    assert _refusal(_GOOD[: int(len(_GOOD) * share)]).code == "zip-broken"


def test_a_part_with_a_wrong_checksum() -> None:
    broken = bytearray(_GOOD)
    at = broken.find(b"word/document.xml") + len("word/document.xml")
    broken[at + 10] ^= 0xFF
    assert _refusal(bytes(broken)).code == "zip-broken"


def test_a_package_packed_another_way() -> None:
    assert _refusal(_method(zipfile.ZIP_BZIP2)).code == "zip-broken"


def test_an_encrypted_entry() -> None:
    data = bytearray(_GOOD)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 1)
    assert _refusal(bytes(data)).code == "file-encrypted"


def test_xml_that_is_cut_off() -> None:
    assert _refusal(_with_main(document_xml("")[:-5])).code == "xml-broken"


def test_only_parts_that_exist_are_read() -> None:
    with pytest.raises(FormatError) as caught:
        Archive(_GOOD, "a.docx").read("word/none.xml")
    assert caught.value.code == "part-missing"


def _method(method: int) -> bytes:
    import io  # noqa: PLC0415 - only here

    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", document_xml(paragraph("Chữ")))
    return buffer.getvalue()
