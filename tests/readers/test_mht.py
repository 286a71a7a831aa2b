"""Web pages saved as one file, as Word and browsers write them."""

import base64
import quopri
from contextlib import suppress

import pytest

from kehoach_parser.errors import FormatError, KehoachError, LimitError
from kehoach_parser.readers.base import Limits
from kehoach_parser.readers.detect import detect
from kehoach_parser.readers.html.mht import read_mht
from kehoach_parser.readers.read import read
from readers.shown import assert_linear, lines, opened

_PAGE = "<html><body><p>KẾ HOẠCH</p><p>1.&nbsp;&nbsp; Rà soát hồ sơ</p></body></html>"
_DECLARED = '<meta http-equiv=Content-Type content="text/html; charset=utf-8">'


def _mht(page: bytes, head: str, kind: str = "multipart/related") -> bytes:
    picture = base64.encodebytes(b"GIF89a" * 40).decode()
    return (
        "From: <Saved by Word>\r\nMIME-Version: 1.0\r\n"
        f'Content-Type: {kind}; boundary="--=_Next"; type="text/html"\r\n\r\n'
        "Cửa sổ này cần trình duyệt.\r\n\r\n----=_Next\r\n"
    ).encode() + (
        head.encode() + b"\r\n\r\n" + page + b"\r\n----=_Next\r\nContent-Type: image/gif\r\n"
        b"Content-Transfer-Encoding: base64\r\n\r\n" + picture.encode() + b"\r\n----=_Next--\r\n"
    )  # fmt: skip


_CASES = (
    (quopri.encodestring(_PAGE.replace("<p>", _DECLARED + "<p>", 1).encode()),
     "Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable", "utf-8"),
    (base64.encodebytes(_PAGE.encode("utf-16")),
     'Content-Type: text/html; charset="unicode"\r\nContent-Transfer-Encoding: base64',
     "utf-16-le"),
    (_PAGE.encode("cp1258", "replace").replace(b"?", b""),
     'Content-Type: text/html; charset="no-such"\r\nContent-Transfer-Encoding: 8bit', None),
    (_PAGE.encode(), "content-type: Text/HTML; charset=utf-8", "utf-8"),
    (_PAGE.replace("<body>", f"<head>{_DECLARED}</head><body>").encode(),
     "Content-Type: text/html; charset=windows-1252", "utf-8"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("page", "head", "encoding"), _CASES, ids=["quoted", "wide", "odd", "plain", "declared"]
)
def test_the_page_inside_is_read(page: bytes, head: str, encoding: str | None) -> None:
    data = _mht(page, head)
    assert detect(data, "a.doc") == "mht"
    document = opened(data, "a.mht")
    assert document.format == "html"
    if encoding is not None:
        assert document.encoding == encoding
        assert lines(document) == [
            "KẾ HOẠCH",
            "1.\N{NO-BREAK SPACE}\N{NO-BREAK SPACE} Rà soát hồ sơ",
        ]


def test_the_encoding_of_the_part_counts_where_the_page_names_none() -> None:
    page = "<p>Kế hoạch</p>".encode().replace("ế".encode(), b"e")
    data = _mht(
        page + "<p>Café</p>".encode("cp1252"), "Content-Type: text/html; charset=windows-1252"
    )
    assert lines(opened(data, "a.mht"))[1:] == ["Café"]


def test_a_name_that_says_doc_is_told() -> None:
    found = opened(_mht(_PAGE.encode(), "Content-Type: text/html; charset=utf-8"), "a.doc").findings
    assert [each.code for each in found] == ["wrong-extension"]
    assert not opened(_mht(_PAGE.encode(), "Content-Type: text/html"), "a.mhtml").findings


def test_bad_files_end_in_one_line() -> None:
    nested = b"".join(
        b'Content-Type: multipart/related; boundary="b%d"\r\n\r\n--b%d\r\n' % (n, n)
        for n in range(3000)
    )
    for code, data in (
        ("mht-broken", _mht(b"x", "Content-Type: text/plain")),
        ("mht-broken", b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n"),
        ("too-deep", b"MIME-Version: 1.0\r\n" + nested),
        ("file-empty", _mht(b"", "Content-Type: text/html")),
    ):
        with pytest.raises((FormatError, LimitError)) as caught:
            read(data, "a.mht", Limits())
        assert caught.value.code == code


def test_damage_ends_in_a_document_or_in_a_refusal() -> None:
    whole = _mht(*_CASES[0][:2])
    for at in range(0, len(whole), 7):
        with suppress(KehoachError):
            assert read(whole[:at] + whole[at + 3 :], "a.mht", Limits()).format in {"html", "txt"}


def test_time_grows_no_faster_than_the_file() -> None:
    assert_linear(
        lambda data, name, limits: read_mht(_mht(data, "Content-Type: text/html"), name, limits),
        "<p>Rà soát</p>\r\n",
    )
