"""Damage to documents: what transfers, editors and clerks do to a file, and what fuzzers do."""

import io
import unicodedata
import zipfile
from collections.abc import Callable
from random import Random
from typing import Final

ODD: Final[tuple[str, ...]] = (
    "\x00", "\x07", "\x0b", "\x0c", "\u00a0", "\u00ad", "\u200b", "\u2028", "\u202e", "\ufeff",
    "\u0301", "\u1ea0", "\u00d0", "\ufffd", "\U0001f600", "\U000e0001", "|", " | ", " / ", "\t",
)  # fmt: skip
"""Characters that break careless readers; the marks of a table row are among them."""

_ODD_TEXT: Final[tuple[str, ...]] = (
    "Số:", "số 12/", "ngày 31/02/2026", "ngày 99/99/9999", "quý V", "năm 0000", "(", "1.", "a)",
    "Điều", "Phụ lục", "Nơi nhận:", "TM.", "./.", "trước ngày", "hằng", "9" * 400, "Kế hoạch này",
)  # fmt: skip
"""Words that begin something and do not end it."""


def mutated(data: bytes, name: str, random: Random) -> bytes:
    """Return the file damaged in one to three ways that fit its format."""
    for _ in range(random.randint(1, 3)):
        data = random.choice(_ways(data, name))(data, random)
    return data


def _ways(data: bytes, name: str) -> tuple[Callable[[bytes, Random], bytes], ...]:
    raw = (_cut, _flip, _drop, _repeat, _insert)
    if data.startswith(b"PK"):
        return (*raw, _edit_member, _edit_member, _edit_member, _drop_member)
    if name.endswith((".txt", ".md", ".html")):
        return (*raw, _shuffle, _join, _odd, _odd, _words, _words, _decompose, _carriage, _legacy)
    return raw


def _place(data: bytes, random: Random) -> tuple[int, int]:
    start = random.randrange(len(data) + 1)
    return start, min(start + random.choice((1, 4, 64, 1024)), len(data))


def _cut(data: bytes, random: Random) -> bytes:
    return data[: random.randrange(len(data) + 1)]


def _flip(data: bytes, random: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(random.randint(1, 16) if data else 0):
        changed[random.randrange(len(changed))] = random.randrange(256)
    return bytes(changed)


def _drop(data: bytes, random: Random) -> bytes:
    start, end = _place(data, random)
    return data[:start] + data[end:]


def _repeat(data: bytes, random: Random) -> bytes:
    start, end = _place(data, random)
    return data[:end] + data[start:end] * random.choice((1, 3, 30)) + data[end:]


def _insert(data: bytes, random: Random) -> bytes:
    start, _ = _place(data, random)
    return data[:start] + random.randbytes(random.randint(1, 32)) + data[start:]


def _edit_member(data: bytes, random: Random) -> bytes:
    """Change the XML of one part and pack the file again."""
    edits = (_flip, _drop, _repeat, _odd, _swap_tags, _unnumber)
    return _repacked(data, random, lambda part: random.choice(edits)(part, random))


def _drop_member(data: bytes, random: Random) -> bytes:
    return _repacked(data, random, lambda _: None)


def _repacked(data: bytes, random: Random, change: Callable[[bytes], bytes | None]) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = {member.filename: package.read(member) for member in package.infolist()}
    except Exception:  # noqa: BLE001 - zipfile raises many things over damaged files
        return data
    name = random.choice(("word/document.xml", random.choice(sorted(parts))))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for part, content in parts.items():
            new = change(content) if part == name else content
            if new is not None:
                package.writestr(part, new)
    return out.getvalue()


def _swap_tags(data: bytes, random: Random) -> bytes:
    """Exchange two kinds of elements, so that the XML stays well formed and means nonsense."""
    names = (b"w:p", b"w:tr", b"w:tc", b"w:r", b"w:tbl", b"w:t", b"w:body")
    one, other = random.sample(names, 2)
    for opening in (b"<", b"</"):
        for ending in (b">", b" "):
            data = data.replace(opening + one + ending, opening + other + ending)
    return data


def _unnumber(data: bytes, random: Random) -> bytes:
    """Turn small numbers of attributes into ones that no program writes."""
    value = random.choice((b"-1", b"0", b"99999999999", b"x", b""))
    old = b'="%d"' % random.randint(0, 6)
    return data.replace(old, b'="' + value + b'"')


def _textual(data: bytes, change: Callable[[str], str]) -> bytes:
    return change(data.decode("utf-8", "replace")).encode("utf-8", "surrogatepass")


def _shuffle(data: bytes, random: Random) -> bytes:
    def change(text: str) -> str:
        lines = text.splitlines(keepends=True)
        random.shuffle(lines)
        return "".join(lines)

    return _textual(data, change)


def _join(data: bytes, random: Random) -> bytes:
    return _textual(data, lambda text: text.replace("\n", random.choice((" ", "", "\n\n"))))


def _odd(data: bytes, random: Random) -> bytes:
    return _inserted(data, random, ODD)


def _words(data: bytes, random: Random) -> bytes:
    return _inserted(data, random, _ODD_TEXT)


def _inserted(data: bytes, random: Random, pieces: tuple[str, ...]) -> bytes:
    def change(text: str) -> str:
        for _ in range(random.randint(1, 12)):
            at = random.randrange(len(text) + 1)
            text = text[:at] + random.choice(pieces) * random.choice((1, 1, 1, 200)) + text[at:]
        return text

    return _textual(data, change)


def _decompose(data: bytes, random: Random) -> bytes:
    if random.random() < 0.5:
        return _textual(data, lambda text: unicodedata.normalize("NFD", text))
    return _textual(data, lambda text: unicodedata.normalize("NFKD", text))


def _carriage(data: bytes, random: Random) -> bytes:
    return _textual(data, lambda text: text.replace("\n", random.choice(("\r\n", "\r", "\n\r"))))


def _legacy(data: bytes, random: Random) -> bytes:
    encoding = random.choice(("utf-16", "utf-16-le", "utf-8-sig", "cp1258", "utf-32"))
    return data.decode("utf-8", "replace").encode(encoding, "replace")
