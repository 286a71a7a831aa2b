"""The canonical URI of a cited document, the same in every plan (docs/uris.md)."""

from datetime import date
from typing import Final

from kehoach_parser.extract.citing.numbers import is_assembly
from kehoach_parser.lexicon.doctypes import DocType, slug

_ACTS: Final = frozenset({"L", "NĐ", "TT", "TTLT", "NQLT", "PL", "HP", "LCT", "VBHN"})
_BODIES: Final = (
    ("ban-chap-hanh-trung-uong", "bchtw"),
    ("bo-chinh-tri", "bct"),
    ("ban-bi-thu", "bbt"),
    ("thu-tuong", "ttcp"),
    ("chinh-phu", "chinh-phu"),
    ("uy-ban-thuong-vu-quoc-hoi", "ubtvqh"),
    ("quoc-hoi", "quoc-hoi"),
)
"""Issuers whose name the texts give in several lengths, by the beginning of their slug."""

_ORGANS: Final = {"CP": "chinh-phu", "TTg": "ttcp"}
"""Organ symbols that alone tell the issuer."""


def canonical_uri(
    doctype: DocType | None,
    code: str | None,
    issuer: str | None,
    issued_on: date | None,
    year: int | None,
    title: str | None,
) -> str | None:
    """Return the URI, null for a document that neither code nor title tells apart.

    >>> from kehoach_parser.lexicon.doctypes import type_by_code
    >>> canonical_uri(type_by_code("NQ"), "28-NQ/TW", "Ban Chấp hành Trung ương Đảng khóa XIII",
    ...               date(2022, 11, 17), 2022, None)
    '/akn/vn/doc/nghi-quyet/bchtw/2022-11-17/28-nq-tw'
    >>> canonical_uri(type_by_code("CV"), "4643/UBND-KGVX", None, None, 2024, None)
    '/akn/vn/doc/cong-van/ubnd/2024/4643-ubnd-kgvx'
    >>> canonical_uri(type_by_code("TT", party=True), "01-TT/TW", None, None, 2024, None)
    '/akn/vn/doc/thong-tri/tw/2024/01-tt-tw'
    """
    if doctype is None or not (code or title):
        return None
    normative = doctype.code in _ACTS and doctype.name != "Thông tri"  # the Party's TT
    act = normative or (code is not None and (_of_assembly(code) or _has_year(code)))
    when = issued_on.isoformat() if issued_on else str(year) if year else "nd"
    name = slug(code) if code else slug(title or "").removeprefix("luat-")
    kind = slug(doctype.name)
    return (
        f"/akn/vn/{'act' if act else 'doc'}/{kind}/{_author(doctype, code, issuer)}/{when}/{name}"
    )


def _author(doctype: DocType, code: str | None, issuer: str | None) -> str:
    if doctype.code in {"L", "HP"}:
        return "quoc-hoi"
    organ = _organ(code or "", letter=doctype.code == "CV")
    if organ in _ORGANS:
        return _ORGANS[organ]
    if issuer is None:
        return slug(organ) or "-"
    name = slug(issuer)
    return next((short for start, short in _BODIES if name.startswith(start)), name)


def _organ(code: str, *, letter: bool) -> str:
    """Return the symbol of who issues: the last, in a letter's number the first (`UBND-KGVX`)."""
    symbol = code.rpartition("/")[2] if letter else code.replace("/", "-")
    parts = symbol.split("-")
    return parts[0] if letter and parts[0] != "CV" else parts[-1]


def _of_assembly(code: str) -> bool:
    """Return whether the Assembly passed it, not its deputies of a province.

    >>> _of_assembly("72/2025/QH15"), _of_assembly("32-KH/ĐĐQH15")
    (True, False)
    """
    return is_assembly(code) and "ĐĐ" not in code


def _has_year(code: str) -> bool:
    parts = code.replace("-", "/").split("/")
    return len(parts) > 1 and parts[1].isdigit()
