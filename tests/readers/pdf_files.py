"""PDF files made in memory: words at places, strokes, stamps, pictures, passwords.

Places are points from the top left of the page as it is read. Every letter is half its size
wide, a blank a quarter; accents that stand apart have no width.
"""

import hashlib
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

FONTS: Final = ("TimesNewRomanPSMT", "TimesNewRomanPS-BoldMT", "TimesNewRomanPS-ItalicMT")
A4: Final = (595.0, 842.0)
_PADDING: Final = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
_BLOCKS: Final = (0x00, 0x01, 0x03, 0x1E, 0x20, 0xFF)


@dataclass(frozen=True)
class Text:
    """Words at a place: `y` is the baseline; `angle` turns them by quarters against the clock.

    `gray` goes from black (0) to white (1). `hidden` words are not drawn, as OCR leaves them.
    """

    x: float
    y: float
    text: str
    size: float = 14
    style: str = ""
    angle: float = 0
    gray: float = 0
    hidden: bool = False


@dataclass(frozen=True)
class Stroke:
    """A straight line, drawn as a thin filled box (as Word does) or as a stroked path."""

    x0: float
    y0: float
    x1: float
    y1: float
    path: bool = False


@dataclass(frozen=True)
class Boxes:
    """Boxes (left, top, right, bottom) in one path: stroked, or else filled."""

    boxes: Sequence[tuple[float, float, float, float]]
    stroked: bool = True


Item = Text | Stroke | Boxes


@dataclass(frozen=True)
class Stamp:
    """An annotation with words and strokes of its own."""

    box: tuple[float, float, float, float]
    items: Sequence[Item]


@dataclass(frozen=True)
class Page:
    """A page as it is read; `rotate` is the turn that the file asks for."""

    items: Sequence[Item] = ()
    stamps: Sequence[Stamp] = ()
    size: tuple[float, float] = A4
    rotate: int = 0
    picture: bool = False


@dataclass
class _File:
    objects: list[bytes] = field(default_factory=list[bytes])
    streams: dict[int, bytes] = field(default_factory=dict[int, bytes])

    def add(self, body: str, stream: bytes | None = None) -> int:
        self.objects.append(body.encode("latin-1"))
        if stream is not None:
            self.streams[len(self.objects)] = stream
        return len(self.objects)


def width(text: str, size: float = 14) -> float:
    """Return how wide words are."""
    return sum(size / 4 if char == " " else size / 2 for char in text)


def pdf(pages: Iterable[Page], *, password: str = "", fonts: Sequence[str] = FONTS) -> bytes:
    """Return a file of these pages; `fonts` are those of plain, bold and italic words."""
    file = _File()
    file.add("<</Type/Catalog/Pages 2 0 R>>")
    file.add("")
    unicode_map = file.add("", _to_unicode())
    fonts = "".join(
        f"/F{number} {_font(file, name, unicode_map)} 0 R" for number, name in enumerate(fonts)
    )
    image = file.add(
        "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8",
        b"\x80",
    )
    resources = f"<</Font<<{fonts}>>/XObject<</I {image} 0 R>>>>"
    kids = [_page(file, page, resources) for page in pages]
    listing = " ".join(f"{kid} 0 R" for kid in kids)
    file.objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{listing}]>>".encode()
    return _written(file, password)


def repeated(count: int) -> bytes:
    """Return a file whose page tree names one blank page many times."""
    file = _File()
    file.add("<</Type/Catalog/Pages 2 0 R>>")
    file.add(f"<</Type/Pages/Count {count}/Kids[{'3 0 R ' * count}]>>")
    file.add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>")
    return _written(file, "")


def _page(file: _File, page: Page, resources: str) -> int:
    across, down = page.size
    content = [_drawn(item, page) for item in page.items]
    if page.picture:
        content.insert(0, f"q {across} 0 0 {down} 0 0 cm /I Do Q")
    stream = file.add("", "\n".join(content).encode())
    notes = [_annotation(file, stamp, page, resources) for stamp in page.stamps]
    listing = " ".join(f"{note} 0 R" for note in notes)
    box = (across, down) if page.rotate % 180 == 0 else (down, across)
    return file.add(
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {box[0]} {box[1]}]/Rotate {page.rotate}"
        f"/Resources {resources}/Contents {stream} 0 R/Annots[{listing}]>>"
    )


def _annotation(file: _File, stamp: Stamp, page: Page, resources: str) -> int:
    x0, y0, x1, y1 = stamp.box
    low, high = page.size[1] - y1, page.size[1] - y0
    content = "\n".join(_drawn(item, page) for item in stamp.items).encode()
    box = f"[{x0} {low} {x1} {high}]"
    look = file.add(f"/Type/XObject/Subtype/Form/BBox{box}/Resources {resources}", content)
    return file.add(f"<</Type/Annot/Subtype/Stamp/F 4/Rect{box}/AP<</N {look} 0 R>>>>")


def _drawn(item: Item, page: Page) -> str:
    if isinstance(item, Boxes):
        down = page.size[1]
        path = (f"{x0} {down - y1} {x1 - x0} {y1 - y0} re" for x0, y0, x1, y1 in item.boxes)
        return f"{' '.join(path)} {'S' if item.stroked else 'f'}"
    if isinstance(item, Stroke):
        x0, y0 = _place(item.x0, item.y0, page)
        x1, y1 = _place(item.x1, item.y1, page)
        if item.path:
            return f"{x0} {y0} m {x1} {y1} l S"
        return f"{min(x0, x1)} {min(y0, y1)} {abs(x1 - x0) or 0.5} {abs(y1 - y0) or 0.5} re f"
    x, y = _place(item.x, item.y, page)
    turn = math.radians(90 * item.angle + page.rotate)
    cos, sin = round(math.cos(turn), 6), round(math.sin(turn), 6)
    font = {"b": 1, "i": 2}.get(item.style[:1], 0)
    codes = item.text.encode("utf-16-be").hex()
    matrix = f"{cos} {sin} {-sin} {cos} {x} {y} Tm"
    mode = 3 if item.hidden else 0
    return f"BT {mode} Tr {item.gray} g /F{font} {item.size} Tf {matrix} <{codes}> Tj ET"


def _place(x: float, y: float, page: Page) -> tuple[float, float]:
    across, down = page.size
    return {0: (x, down - y), 90: (y, x), 180: (across - x, y), 270: (down - y, across - x)}[
        page.rotate
    ]


def _font(file: _File, name: str, unicode_map: int) -> int:
    about = file.add(
        f"<</Type/FontDescriptor/FontName/{name}/Flags 32/FontBBox[0 -216 1000 891]"
        "/ItalicAngle 0/Ascent 891/Descent -216/CapHeight 662/StemV 80>>"
    )
    inner = file.add(
        f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/DW 500/W[32[250]768 879 0]"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        f"/FontDescriptor {about} 0 R>>"
    )
    return file.add(
        f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H"
        f"/DescendantFonts[{inner} 0 R]/ToUnicode {unicode_map} 0 R>>"
    )


def _to_unicode() -> bytes:
    ranges = "\n".join(f"<{high:02X}00> <{high:02X}FF> <{high:02X}00>" for high in _BLOCKS)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CMapName /Whole def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        f"{len(_BLOCKS)} beginbfrange\n{ranges}\nendbfrange\n"
        "endcmap CMapName currentdict /CMap defineresource pop end end"
    ).encode()


def _written(file: _File, password: str) -> bytes:
    owner = _rc4(hashlib.md5(_padded(""), usedforsecurity=False).digest()[:5], _padded(password))
    key = hashlib.md5(
        _padded(password) + owner + (-4 & 0xFFFFFFFF).to_bytes(4, "little") + b"identifier",
        usedforsecurity=False,
    ).digest()[:5]
    out, places = bytearray(b"%PDF-1.4\n"), list[int]()
    for number, body in enumerate(file.objects, 1):
        places.append(len(out))
        stream = file.streams.get(number)
        if stream is not None:
            if password:
                salted = key + number.to_bytes(3, "little") + b"\x00\x00"
                digest = hashlib.md5(salted, usedforsecurity=False).digest()
                stream = _rc4(digest[:10], stream)
            out += b"%d 0 obj\n<<%s/Length %d>>stream\n" % (number, body, len(stream))
            out += stream + b"\nendstream\nendobj\n"
        else:
            out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root 1 0 R" % (len(places) + 1)
    if password:
        out += b"/ID[<%s><%s>]" % ((b"identifier".hex().encode(),) * 2)
        out += b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>" % (
            owner.hex().encode(),
            _rc4(key, _PADDING).hex().encode(),
        )
    return bytes(out + b">>\nstartxref\n%d\n%%%%EOF\n" % table)


def _padded(password: str) -> bytes:
    return (password.encode() + _PADDING)[:32]


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out = bytearray()
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)
