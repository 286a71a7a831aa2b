"""RTF files made in memory, as Word and other programs write them."""

from typing import Final

HEAD: Final = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\froman\fcharset0 Times New Roman;}"
    r"{\f1\froman\fcharset163{\*\fname Times;}Times New Roman;}{\f2\fnil\fcharset2 Symbol;}"
    r"{\f3\fnil\cpg1258 Arial;}{\f4\fnil\fcharset128 Mincho;}}{\colortbl;\red0\green0\blue0;}"
    r"{\stylesheet{\s1\qc\b heading 1;}}{\info{\title Nhan}}"
)


def rtf(body: str, head: str = HEAD) -> bytes:
    """Return a file; letters beyond ASCII are written as `\\u` with a question mark."""
    escaped = "".join(sign if sign.isascii() else _escape(sign) for sign in f"{head}{body}}}")
    return escaped.encode("ascii")


def _escape(sign: str) -> str:
    units = sign.encode("utf-16-le")
    numbers = (int.from_bytes(units[at : at + 2], "little") for at in range(0, len(units), 2))
    return "".join(f"\\u{number - 65536 if number > 32767 else number}?" for number in numbers)


def row(*cells: str, looks: str = "", edges: tuple[int, ...] = ()) -> str:
    """Return a row; `looks` stand before it, a `\\cellx` for each edge unless it has them."""
    edges = edges or tuple(range(1000, 1000 * len(cells) + 1, 1000))
    ends = "" if r"\cellx" in looks else "".join(rf"\cellx{edge}" for edge in edges)
    inside = "".join(rf"{cell}\cell " for cell in cells)
    return rf"\trowd{looks}{ends}\pard\intbl {inside}\row "
