"""Take the pictures of docs/huong-dan.md anew from our own samples: `make pictures`.

Needs Chromium and LibreOffice (Debian: chromium, libreoffice-calc-nogui, libreoffice-writer-nogui).
Other versions of these draw letters a little differently, so no test compares dots.
"""

import io
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Final, NamedTuple

from PIL import Image
from playwright.sync_api import Browser, Page

from exporters.page.browser import chromium
from kehoach_parser import Plan, export, parse
from kehoach_parser.exporters import ExportOptions
from kehoach_parser.exporters.base import Original

ROOT: Final = Path(__file__).parents[1]
SAMPLES: Final = ROOT / "samples"
FOLDER: Final = ROOT / "docs" / "hinh"
PLAN: Final = SAMPLES / "ke-hoach-ubnd-tinh.pdf"
INCOMING: Final = (
    "ke-hoach-ubnd-tinh.pdf", "ke-hoach-tinh-uy.docx", "ke-hoach-truong-thpt.txt",
    "ke-hoach-tinh-doan.md", "quyet-dinh-kem-ke-hoach.html",
)  # fmt: skip
TODAY: Final = "2026-06-20T09:00:00+07:00"
COLOURS: Final = 128
DESK: Final = (1366, 820)
SMALL: Final = (1100, 660)
PHONE: Final = (390, 820)


class Shot(NamedTuple):
    """A picture of the page: its name, the window, and what is done before it is taken."""

    name: str
    window: tuple[int, int]
    steps: Callable[[Page], None]
    dark: bool = False


def _chosen(page: Page) -> None:
    page.click("#tasks .w >> nth=2")


def _filtered(page: Page) -> None:
    page.click("#tab-deadlines")
    page.locator("[name=unit]").select_option(index=1)


def _found(page: Page) -> None:
    page.click("[data-show=text]")
    page.fill("#search", "dich vu cong")
    page.wait_for_timeout(300)
    page.keyboard.press("Enter")


def _listed(page: Page) -> None:
    page.click("[data-show=facts]")


def _original(page: Page) -> None:
    page.click("[data-view=pages]")
    page.click("#tasks .w >> nth=2")


SHOTS: Final = (
    Shot("trang-html.png", DESK, _chosen),
    Shot("trang-html-toi.png", DESK, _filtered, dark=True),
    Shot("dien-thoai-nhiem-vu.png", PHONE, _listed),
    Shot("dien-thoai-tim.png", PHONE, _found),
    Shot("trang-goc.png", SMALL, _original),
)
"""Pictures of the page in a browser."""

PAPERS: Final = (
    ("bang-nhiem-vu.png", "xlsx", "nhiem-vu.xlsx", (PLAN.name,), 0.75),
    ("so-van-ban-den.png", "register-xlsx", "so-van-ban-den.xlsx", INCOMING, 0.36),
    ("bang-word.png", "docx", "nhiem-vu.docx", (PLAN.name,), 1),
)
"""Pictures of what LibreOffice prints: name, format, file, samples, the share of the page."""

PRINTED: Final = "trang-in.png"


def names() -> list[str]:
    """Return the names of all pictures."""
    return [*(shot.name for shot in SHOTS), PRINTED, *(name for name, *_ in PAPERS)]


def pictures() -> Iterator[tuple[str, bytes]]:
    """Yield each picture's name and its PNG."""
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        yield from _shots(browser, Path(folder))
        yield from _papers(Path(folder))


def _shots(browser: Browser, folder: Path) -> Iterator[tuple[str, bytes]]:
    file = folder / "ke-hoach.html"
    originals = ExportOptions(originals=(Original(PLAN.read_bytes()),))
    file.write_bytes(export(parse(PLAN), to="html", options=originals))
    for shot in SHOTS:
        width, height = shot.window
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if shot.dark else "light",
        )
        page = context.new_page()
        page.clock.set_fixed_time(TODAY)
        page.goto(file.as_uri())
        shot.steps(page)
        page.wait_for_timeout(300)
        yield shot.name, _small(page.screenshot())
        if shot is SHOTS[-1]:
            yield PRINTED, _first_page(page.pdf(format="A4"))
        context.close()


def _papers(folder: Path) -> Iterator[tuple[str, bytes]]:
    for name, to, file, samples, shown in PAPERS:
        plans: list[Plan] = [parse(SAMPLES / sample) for sample in samples]
        (folder / file).write_bytes(export(plans, to=to))
        _printed(folder / file)
        yield name, _first_page((folder / file).with_suffix(".pdf").read_bytes(), shown)


def _printed(file: Path) -> None:
    """Let LibreOffice print a file to PDF beside it."""
    home = (file.parent / "office").as_uri()
    subprocess.run(  # noqa: S603 - our own file
        ["soffice", f"-env:UserInstallation={home}", "--headless", "--convert-to", "pdf",  # noqa: S607
         "--outdir", str(file.parent), str(file)],
        check=True, capture_output=True,
    )  # fmt: skip


def _first_page(pdf: bytes, shown: float = 1) -> bytes:
    """Return the upper share of a document's first page."""
    pdfium = import_module("pypdfium2")  # by name, because it has no types
    document = pdfium.PdfDocument(pdf)
    image: Image.Image = document[0].render(scale=1.3).to_pil()
    data = io.BytesIO()
    image.crop((0, 0, image.width, round(image.height * shown))).save(data, "PNG")
    document.close()
    return _small(data.getvalue())


def _small(png: bytes) -> bytes:
    """Return a picture with few colours, a third of its size."""
    data = io.BytesIO()
    image = Image.open(io.BytesIO(png)).convert("RGB").quantize(COLOURS)
    image.save(data, "PNG", optimize=True)
    return data.getvalue()


def main() -> None:
    """Write all pictures."""
    FOLDER.mkdir(exist_ok=True)
    for name, data in pictures():
        (FOLDER / name).write_bytes(data)
        sys.stdout.write(f"{name}: {len(data) // 1024} KB\n")


if __name__ == "__main__":
    main()
