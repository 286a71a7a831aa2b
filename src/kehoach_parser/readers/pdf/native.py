"""PDFium's C interface as plain numbers: a call costs half a microsecond, so pages go in bulk.

The calls hold the interpreter's lock: PDFium is not safe to enter from two threads at once.
"""

import ctypes
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Final, Self, cast

from kehoach_parser.errors import FormatError, KehoachError

_KINDS: Final = {
    "p": ctypes.c_void_p,
    "i": ctypes.c_int,
    "l": ctypes.c_ulong,
    "d": ctypes.c_double,
    "z": ctypes.c_size_t,
    "s": ctypes.c_char_p,
}

CALLS: Final = {
    "FPDF_LoadMemDocument64": "p:pzs",
    "FPDF_GetLastError": "l:",
    "FPDF_CloseDocument": "i:p",
    "FPDF_GetPageCount": "i:p",
    "FPDF_DocumentHasValidCrossReferenceTable": "i:p",
    "FPDF_LoadPage": "p:pi",
    "FPDF_ClosePage": "i:p",
    "FPDF_GetPageBoundingBox": "i:pp",
    "FPDFPage_GetRotation": "i:p",
    "FPDFPage_Flatten": "i:pi",
    "FPDFPage_GetAnnotCount": "i:p",
    "FPDFPage_GetAnnot": "p:pi",
    "FPDFPage_CloseAnnot": "i:p",
    "FPDFAnnot_GetSubtype": "i:p",
    "FPDFAnnot_GetRect": "i:pp",
    "FPDFText_LoadPage": "p:p",
    "FPDFText_ClosePage": "i:p",
    "FPDFText_CountChars": "i:p",
    "FPDFText_GetText": "i:piip",
    "FPDFText_GetUnicode": "i:pi",
    "FPDFText_GetLooseCharBox": "i:pip",
    "FPDFText_GetCharBox": "i:pipppp",
    "FPDFText_GetCharOrigin": "i:pipp",
    "FPDFText_IsGenerated": "i:pi",
    "FPDFText_GetMatrix": "i:pip",
    "FPDFText_GetFontSize": "d:pi",
    "FPDFText_GetTextObject": "p:pi",
    "FPDFTextObj_GetFont": "p:p",
    "FPDFTextObj_GetTextRenderMode": "i:p",
    "FPDFFont_GetBaseFontName": "z:ppz",
    "FPDFFont_GetFontData": "i:ppzp",
    "FPDFPage_CountObjects": "i:p",
    "FPDFPage_GetObject": "p:pi",
    "FPDFPageObj_GetType": "i:p",
    "FPDFPageObj_GetFillColor": "i:ppppp",
    "FPDFPageObj_GetBounds": "i:ppppp",
    "FPDFPageObj_GetMatrix": "i:pp",
    "FPDFFormObj_CountObjects": "i:p",
    "FPDFFormObj_GetObject": "p:pl",
    "FPDFPath_GetDrawMode": "i:ppp",
    "FPDFPath_CountSegments": "i:p",
    "FPDFPath_GetPathSegment": "p:pi",
    "FPDFPathSegment_GetPoint": "i:ppp",
    "FPDFPathSegment_GetType": "i:p",
    "FPDFPathSegment_GetClose": "i:p",
    "FPDFBitmap_Create": "p:iii",
    "FPDFBitmap_FillRect": "i:piiiil",
    "FPDF_RenderPageBitmap": "i:ppiiiiii",
    "FPDFBitmap_GetBuffer": "p:p",
    "FPDFBitmap_GetStride": "i:p",
    "FPDFBitmap_Destroy": "i:p",
}
"""Each function that is used: its result, then its arguments (p pointer, i int, d double …)."""

_PASSWORD_NEEDED: Final = 4
_UNKNOWN_SECURITY: Final = 5

Call = Callable[..., int]


@cache
def call(name: str) -> Call:
    """Return one function of PDFium; pointers and handles are integers."""
    result, arguments = CALLS[name].split(":")
    prototype = ctypes.PYFUNCTYPE(_KINDS[result], *(_KINDS[kind] for kind in arguments))
    found = getattr(import_module("pypdfium2.raw"), name)
    address = ctypes.cast(found, ctypes.c_void_p).value
    return cast(Call, prototype(address or 0))


class PdfFile:
    """An open PDF; a context manager, since PDFium's memory is not Python's."""

    def __init__(self, data: bytes, name: str, password: str | None) -> None:
        """Open a file; raises `FormatError` where it is broken or the password is not right."""
        import_module("pypdfium2.raw")  # starts the library
        self.looks: dict[tuple[bytes, int], tuple[bool, bool]] = {}
        self.data, self.password = data, password
        self._data = ctypes.create_string_buffer(data, len(data))
        secret = password.encode() if password else None
        address = ctypes.addressof(self._data)
        self.handle = call("FPDF_LoadMemDocument64")(address, len(data), secret)
        if not self.handle:
            raise _refusal(call("FPDF_GetLastError")(), name, password)

    def __enter__(self) -> Self:
        """Return the file itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Give the memory back."""
        call("FPDF_CloseDocument")(self.handle)

    @property
    def pages(self) -> int:
        """How many pages the file says it has."""
        return max(call("FPDF_GetPageCount")(self.handle), 0)

    @property
    def mended(self) -> bool:
        """Whether the file's own table of contents is broken, and its parts were searched for."""
        return not call("FPDF_DocumentHasValidCrossReferenceTable")(self.handle)

    def page(self, index: int) -> int | None:
        """Return the handle of a page (0-based), null where it cannot be read."""
        return call("FPDF_LoadPage")(self.handle, index) or None


def close_page(page: int) -> None:
    """Give back a page's memory."""
    call("FPDF_ClosePage")(page)


def _refusal(error: int, name: str, password: str | None) -> KehoachError:
    if error == _PASSWORD_NEEDED:
        return FormatError("pdf-password-wrong" if password else "pdf-password", name=name)
    if error == _UNKNOWN_SECURITY:
        return FormatError("pdf-security", name=name)
    return FormatError("pdf-broken", name=name)
