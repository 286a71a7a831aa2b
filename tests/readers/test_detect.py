"""The content decides which reader a file gets, never its name."""

import hashlib
import inspect
import time
from importlib import import_module

import pytest

from kehoach_parser.errors import FormatError, LimitError
from kehoach_parser.readers.base import MEGABYTE, Limits
from kehoach_parser.readers.detect import detect
from kehoach_parser.readers.guard import Archive
from kehoach_parser.readers.read import READERS, UNREAD, read
from readers.doc_files import compound, doc
from readers.docx_files import docx, packed, paragraph

_TEXT = "KẾ HOẠCH\nI. MỤC ĐÍCH\nNâng cao chất lượng phục vụ.\n"
_HTML = "<!DOCTYPE html><html><body><p>Kế hoạch</p></body></html>"
_MARKDOWN = "# KẾ HOẠCH\n\n**Mục đích** và [liên kết](https://vi.du)\n\n## Yêu cầu\n"
_ODT = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}
_MANIFEST = (
    '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry '
    'm:full-path="/" m:media-type="application/vnd.oasis.opendocument.text"/></m:manifest>'
)

FILES = (
    ("docx", docx(paragraph("Chữ"))),
    ("docx", packed({"[Content_Types].xml": "", "word/document2.xml": "<a/>"})),
    ("doc", doc(["Chữ"])),
    ("pdf", b"%PDF-1.7\n%\xe2\xe3"),
    ("pdf", b"\r\n junk %PDF-1.4"),
    ("html", _HTML.encode()),
    ("html", b"\xef\xbb\xbf" + _HTML.encode()),
    ("html", _HTML.encode("utf-16")),
    ("html", b'<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>'),
    ("html", "<div><p>Một đoạn</p></div>".encode()),
    ("html", '<section class="a"><h3>Tin</h3>\n<p>Một đoạn</p></section>'.encode()),
    ("html", "<ul><li>Trang chủ</li></ul>\n<div>Một đoạn</div>".encode()),
    ("txt", "<span>Một đoạn</span> trong một dòng".encode()),
    ("md", _MARKDOWN.encode()),
    ("md", "| STT | Việc |\n|---|---|\n| 1 | A |\n\n| a | b |\n|:--|--:|\n".encode()),
    ("txt", _TEXT.encode()),
    ("txt", _TEXT.encode("utf-16")),
    ("txt", _TEXT.encode("utf-16-le")),
    ("txt", _TEXT.encode("utf-16-be")),
    ("txt", "Giá < 5 và > 3 <p\n".encode()),
    ("txt", "Phép nhân 2 ** 3 ** 4, # số hiệu".encode()),
    ("txt", "BM loại 5".encode()),
    ("txt", "KÕ ho¹ch ph¸t triÓn".encode("cp1252", "replace")),
    ("odt", packed(_ODT)),
    ("epub", packed({"mimetype": "application/epub+zip"})),
    ("xlsx", packed({"[Content_Types].xml": "", "xl/workbook.xml": "<a/>"})),
    ("pptx", packed({"[Content_Types].xml": "", "ppt/presentation.xml": "<a/>"})),
    ("odt", packed({"META-INF/manifest.xml": _MANIFEST, "content.xml": "<a/>"})),
    ("ods", packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet\n"})),
    ("rtf", rb"{\rtf1\ansi Ch\u7919?}"),
    ("rtf", b"\xef\xbb\xbf\r\n{\\rtf1 Ch}"),
    ("xls", compound({"Workbook": b"x"})),
    ("ppt", compound({"PowerPoint Document": b"x"})),
    ("png", b"\x89PNG\r\n\x1a\n\x00\x00"),
    ("tiff", b"II*\x00\x08\x00\x00\x00"),
    ("tiff", b"MM\x00*\x00\x00\x00\x08"),
    ("jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF"),
    ("image", b"BM\x00\x00\x00\x00\x00\x00\x00\x00"),
    ("7z", b"7z\xbc\xaf\x27\x1c\x00"),
    ("rar", b"Rar!\x1a\x07\x00"),
    ("gzip", b"\x1f\x8b\x08\x00"),
    ("mht", b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<html></html>"),
    ("xml", b'<?xml version="1.0" encoding="UTF-8"?>\n<office:document xmlns:office="urn:a"/>'),
    ("json", b'\xef\xbb\xbf{\n  "schema_version": "1.0"}'),
    ("eml", b"From: a@b.vn\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n"),
    ("json", b'[{"a": 1}]'),
    ("txt", "{Dự thảo} [1] kế hoạch".encode()),
    ("wordml", b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>'),
)  # fmt: skip


@pytest.mark.parametrize(("found", "data"), FILES, ids=lambda part: str(part)[:18])
def test_the_content_decides(found: str, data: bytes) -> None:
    assert detect(data, "thu.docx") == found
    assert detect(data, "thu") == found


@pytest.mark.parametrize(("module", "function"), READERS.values())
def test_every_reader_has_the_same_form(module: str, function: str) -> None:
    reader = getattr(import_module(f"kehoach_parser.readers.{module}"), function)
    assert list(inspect.signature(reader).parameters) == ["data", "name", "limits"]


def test_the_name_only_tells_markdown_from_text_where_no_mark_does() -> None:
    assert detect(_TEXT.encode(), "a.md") == "md"
    assert detect(_TEXT.encode(), "a.txt") == "txt"


@pytest.mark.parametrize(
    ("code", "data"),
    [
        ("file-empty", b""),
        ("file-empty", b" \r\n\t\n"),
        ("format-unknown", bytes(range(256)) * 20),
        ("format-unknown", bytes(range(1, 256)) * 20),
        ("format-unknown", hashlib.shake_128(b"7").digest(5000)),
        ("format-unknown", compound({"Other": b"x"})),
        ("file-encrypted", compound({"EncryptionInfo": b"x", "EncryptedPackage": b"y"})),
        ("doc-broken", compound({"WordDocument": b"x"})[:600]),
        ("zip-not-docx", packed({"ke-hoach.txt": "Chữ"})),
        ("zip-not-docx", b"PK\x05\x06" + b"\x00" * 18),
        ("zip-broken", b"PK\x03\x04" + b"\x00" * 40),
    ],
)
def test_what_is_refused(code: str, data: bytes) -> None:
    with pytest.raises(FormatError) as caught:
        read(data, "thu.docx", Limits())
    assert caught.value.code == code
    assert "thu.docx" in str(caught.value)


@pytest.mark.parametrize("found", sorted(UNREAD))
def test_a_format_that_is_not_read_is_named(found: str) -> None:
    data = next((data for name, data in FILES if name == found), None)
    assert found not in READERS
    if data is not None:
        with pytest.raises(FormatError) as caught:
            read(data, "thu.bin", Limits())
        assert caught.value.code == ("image-unread" if found == "image" else "format-unread")
        assert UNREAD[found] in str(caught.value)


@pytest.mark.parametrize(
    ("name", "reported"),
    [
        ("a.pdf", True), ("a.DOC", True), ("a.xlsx", True), ("a.docx", False), ("a.DOCX", False),
        ("a.docm", False), ("a", False), ("Số 12.2027", False), ("", False),
    ],
)  # fmt: skip
def test_a_wrong_extension_is_a_finding(name: str, *, reported: bool) -> None:
    document = read(docx(paragraph("Chữ")), name, Limits())
    codes = [found.code for found in document.findings]
    assert codes == (["wrong-extension"] if reported else [])


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
@pytest.mark.parametrize(
    ("size", "most", "told"),
    [
        (11, 10, "nặng 11 byte, quá giới hạn 10 byte"),
        (2049, 2048, "nặng 3 KB, quá giới hạn 2 KB"),
        (MEGABYTE + 1, MEGABYTE, "nặng 2 MB, quá giới hạn 1 MB"),
    ],
)
def test_a_large_file_is_refused_before_it_is_looked_at(
    name: str, size: int, most: int, told: str
) -> None:
    with pytest.raises(LimitError, match=told):
        read(b"x" * size, name, Limits(max_bytes=most))


def test_a_long_text_is_judged_by_its_beginning() -> None:
    data = (_TEXT * 40_000).encode()
    started = time.process_time()
    assert detect(data, "a") == "txt"
    assert time.process_time() - started < 1


def test_names_of_parts_do_not_decide_alone() -> None:
    archive = Archive(packed({"word/document.xml": "<a/>"}), "a.docx")
    assert archive.parts == {"word/document.xml"}
