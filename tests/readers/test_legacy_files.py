"""Texts and web pages in old encodings, as bytes and as others saw them."""

import json
import re
import unicodedata
from html import unescape
from pathlib import Path
from typing import Final

import pytest

from facts import everything
from kehoach_parser import parse_bytes
from kehoach_parser.model import Plan
from kehoach_parser.readers.base import Limits
from kehoach_parser.readers.html.reader import read_html
from kehoach_parser.readers.plain.reader import read_plain
from kehoach_parser.text.folding import fold
from kehoach_parser.text.legacy_names import BKHCM2, ENCODINGS, TCVN3, VISCII, VNI, VPS
from legacy_text import FONTS, as_bytes, encoded, encoded_bytes
from readers.shown import lines

SAMPLES: Final = Path(__file__).parents[2] / "samples"
TEXTS: Final = ("ke-hoach-truong-thpt.txt", "ke-hoach-tinh-doan.md", "tin-dich-vu-cong.txt")
PAGE: Final = (SAMPLES / "quyet-dinh-kem-ke-hoach.html").read_text("utf-8")
SENTENCE: Final = "Căn cứ Quyết định của tỉnh, giao Sở Nội vụ thực hiện kế hoạch kiểm tra công tác."
both = pytest.mark.parametrize("encoding", [TCVN3, VNI])


def _same(old: Plan, plan: Plan, encoding: str) -> None:
    assert fold(old.text) == fold(plan.text)
    assert _folded(old) == _folded(plan)
    assert old.source.encoding == encoding
    codes = [found.code for found in old.diagnostics]
    assert codes.count("legacy-decoded") == 1
    assert "encoding-guessed" not in codes


def _folded(plan: Plan) -> object:
    return json.loads(fold(json.dumps(everything(plan), ensure_ascii=False, default=str)))


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_texts_as_bytes(name: str, encoding: str) -> None:
    text = (SAMPLES / name).read_text("utf-8")
    if encoding in {VISCII, VPS}:  # which have no quotation marks and dashes of their own
        text = text.translate({0x201C: '"', 0x201D: '"', 0x2013: "-", 0x2014: "-", 0x2026: "..."})
    plan = parse_bytes(text.encode(), name=name)
    _same(parse_bytes(encoded_bytes(text, encoding), name=name), plan, encoding)


@pytest.mark.parametrize("name", TEXTS)
@both
def test_texts_that_were_saved_again_as_unicode(name: str, encoding: str) -> None:
    text = (SAMPLES / name).read_text("utf-8")
    old = parse_bytes(encoded(text, encoding).encode(), name=name)
    _same(old, parse_bytes(text.encode(), name=name), encoding)


@pytest.mark.parametrize("name", TEXTS)
def test_texts_of_windows(name: str) -> None:
    text = (SAMPLES / name).read_text("utf-8")
    old = b"".join(map(_of_windows, unicodedata.normalize("NFC", text)))
    _same(parse_bytes(old, name=name), parse_bytes(text.encode(), name=name), "cp1258")


def _of_windows(letter: str) -> bytes:
    """Return a letter in Windows-1258, which writes tones apart but not the other marks."""
    try:
        return letter.encode("cp1258")
    except UnicodeEncodeError:
        apart = unicodedata.normalize("NFD", letter)
        tone = next(mark for mark in apart if mark in "\u0300\u0301\u0303\u0309\u0323")
        rest = unicodedata.normalize("NFC", apart.replace(tone, ""))
        return (rest + tone).encode("cp1258")


@pytest.mark.parametrize("how", ["face", "css", "sheet", "nothing", "entities", "bytes"])
@both
def test_pages(encoding: str, how: str) -> None:
    old = parse_bytes(_page(encoding, how), name="a.html")
    _same(old, parse_bytes(PAGE.encode(), name="a.html"), encoding)


def _page(encoding: str, how: str) -> bytes:
    """Return the page with its words in an old encoding, its fonts named in one of many ways."""
    font = FONTS[encoding]
    marks = {
        "face": f'<font face="{font}, Arial">',
        "css": f"<span style='font-family:\"{font}\"'>",
    }
    parts: list[str] = []
    for part in re.split(r"(<[^>]*>)", PAGE):
        tag = part.startswith("<") and how != "bytes"
        words = part if tag else encoded(unescape(part), encoding)
        if how in marks and words.strip() and not part.startswith("<"):
            words = f"{marks[how]}{words}</{marks[how][1:5].strip()}>"
        if how == "entities":
            words = words.encode("ascii", "xmlcharrefreplace").decode()
        parts.append(words)
    page = "".join(parts)
    if how == "sheet":
        sheet = f"<style>p.x, td.y {{margin: 0; font-family: {font}}}</style>"
        page = page.replace("</head>", f"{sheet}</head>").replace("<p>", '<p class="x">')
    return as_bytes(page) if how == "bytes" else page.encode()


def test_what_a_page_declares_does_not_count() -> None:
    page = f"<html><head><meta charset='windows-1258'></head><body><p>{SENTENCE}</p></body></html>"
    document = read_html(encoded_bytes(page, TCVN3), "a.html", Limits())
    assert lines(document) == [SENTENCE]
    assert document.encoding == TCVN3


def test_fonts_of_a_page_go_inwards() -> None:
    words = encoded("kế hoạch", TCVN3)
    page = (
        f"<html><body><p><font face='.VnTimeH'>{words}<br><b>{encoded('số 5', TCVN3)}</b></font>"
        f" {encoded('của', TCVN3)}<b> Sở Nội vụ</b><font face=Wingdings>Ø</font></p>"
        f"<p style='font-family:.VnTime'>{encoded(SENTENCE, TCVN3)}</p></body></html>"
    )
    document = read_html(page.encode(), "a.html", Limits())
    assert lines(document)[:1] == ["KẾ HOẠCH\nSỐ 5 của Sở Nội vụØ"]


def test_classes_name_fonts() -> None:
    page = (
        "<html><head><style>p.large, td.z {color: red; font-family: '.VnTimeH'}</style></head>"
        f"<body><p class=large>{encoded('kế hoạch', TCVN3)}</p><p>{encoded(SENTENCE, TCVN3)}</p>"
        "</body></html>"
    )
    assert lines(read_html(page.encode(), "a.html", Limits())) == ["KẾ HOẠCH", SENTENCE]


def test_a_page_too_deep_for_a_tree() -> None:
    page = "<div>" * 3000 + f"<p>{encoded(SENTENCE, TCVN3)}</p>" + "</div>" * 3000
    document = read_html(f"<html><body>{page}</body></html>".encode(), "a.html", Limits())
    assert SENTENCE in " ".join(lines(document))
    assert document.encoding == TCVN3


@pytest.mark.parametrize(
    "text",
    [
        "Le ministère a présenté le projet d'aménagement, déjà adopté à l'unanimité, à Genève.",
        "Die Prüfung der Maßnahmen für größere Städte gehört künftig zu den Aufgaben.",
        "El niño pidió más información según el año; qué día, sí, la canción número tres.",
        "Café à Huế".replace("ế", "é"),
    ],
)
def test_other_languages_are_no_old_vietnamese(text: str) -> None:
    for data in (text.encode("cp1252"), f"{text}\n".encode("cp1252") * 30):
        document = read_plain(data, "a.txt", Limits())
        assert " ".join(lines(document)).startswith(text[:20])
        assert document.encoding not in {*ENCODINGS, BKHCM2}


def test_a_short_text_of_bytes_is_still_decoded_by_its_words() -> None:
    document = read_plain(encoded_bytes("Kế hoạch phát triển giáo dục", TCVN3), "a.txt", Limits())
    assert lines(document) == ["Kế hoạch phát triển giáo dục"]
