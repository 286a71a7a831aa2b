"""The OLE container of Word 97-2003 files: its directory and its streams (MS-CFB)."""

import struct
import sys
from array import array
from typing import Final, NamedTuple

from kehoach_parser.errors import FormatError

_HEADER: Final = struct.Struct("<30x HH 10x II 4x IIIII")
"""Sector shift, mini sector shift, FAT sectors, first directory sector, mini stream cutoff,
first and count of mini FAT sectors, first and count of further FAT lists (MS-CFB 2.2)."""

_FAT_LIST: Final = 76
_FAT_LIST_LENGTH: Final = 109
_ENTRY: Final = struct.Struct("<64s HB 49x IQ")
_SHIFTS: Final = (9, 12)
_NO_SECTOR: Final = 0xFFFFFFFA
_STREAM: Final = 2
_ROOT: Final = 5


class _Entry(NamedTuple):
    """Where a stream begins, and how many bytes it has."""

    start: int
    size: int


class CompoundFile:
    """Reads streams by name; of equal names in several storages the first counts."""

    def __init__(self, data: bytes, name: str) -> None:
        """Read the directory; `FormatError` where the file is cut off or broken."""
        self._data = data
        self._name = name
        self.streams: dict[str, _Entry] = {}
        self._mini_stream = b""
        try:
            self._open()
        except (struct.error, IndexError, ValueError) as error:
            raise FormatError("doc-broken", name=name) from error

    def read(self, stream: str) -> bytes:
        """Return a stream's bytes, empty where there is none of that name."""
        entry = self.streams.get(stream)
        if entry is None:
            return b""
        try:
            if entry.size >= self._cutoff:
                return self._chain(entry.start)[: entry.size]
            return self._mini_chain(entry.start)[: entry.size]
        except (IndexError, ValueError) as error:
            raise FormatError("doc-broken", name=self._name) from error

    def replaced(self, stream: str, content: bytes) -> bytes:
        """Return the file with other bytes in a stream of 4,096 bytes or more, as many as before.

        Raises `ValueError` for a stream that is shorter.
        """
        entry = self.streams[stream]
        if entry.size < self._cutoff or len(content) != entry.size:
            raise ValueError(stream)
        data = bytearray(self._data)
        sector = entry.start
        for start in range(0, len(content), self._sector):
            place = (sector + 1) * self._sector
            part = content[start : start + self._sector]
            data[place : place + len(part)] = part
            sector = self._fat[sector]
        return bytes(data)

    def _open(self) -> None:
        fields = _HEADER.unpack_from(self._data)
        shift, mini_shift, _, directory, self._cutoff, mini, _, more, _ = fields
        if shift not in _SHIFTS or not 0 < mini_shift < shift:
            raise ValueError(shift)
        self._sector = 1 << shift
        self._mini_sector = 1 << mini_shift
        self._fat = self._allocation(more)
        self._mini_fat = _numbers(self._chain(mini))
        self._list(self._chain(directory))

    def _allocation(self, more: int) -> "array[int]":
        """Return the FAT: for each sector the one that follows it."""
        sectors = _numbers(self._data[_FAT_LIST : _FAT_LIST + 4 * _FAT_LIST_LENGTH])
        seen: set[int] = set()
        while more < _NO_SECTOR:
            if more in seen:
                raise ValueError(more)
            seen.add(more)
            further = _numbers(self._at(more))
            more = further.pop()
            sectors.extend(further)
        return _numbers(b"".join(self._at(sector) for sector in sectors if sector < _NO_SECTOR))

    def _list(self, directory: bytes) -> None:
        whole = len(directory) - len(directory) % _ENTRY.size
        for raw, length, kind, start, size in _ENTRY.iter_unpack(directory[:whole]):
            name = raw[: max(length - 2, 0)].decode("utf-16-le", "replace")
            if kind == _ROOT:
                self._mini_stream = self._chain(start)[:size]
            elif kind == _STREAM:
                # Writers of 512-byte sectors may leave rubbish in the high half of the size.
                self.streams.setdefault(name, _Entry(start, size & 0xFFFFFFFF))

    def _at(self, sector: int) -> bytes:
        start = (sector + 1) * self._sector
        found = self._data[start : start + self._sector]
        if not found:
            raise IndexError(sector)
        return found

    def _chain(self, sector: int) -> bytes:
        parts: list[bytes] = []
        while sector < _NO_SECTOR:
            if len(parts) > len(self._fat):
                raise ValueError(sector)
            parts.append(self._at(sector))
            sector = self._fat[sector]
        return b"".join(parts)

    def _mini_chain(self, sector: int) -> bytes:
        parts: list[bytes] = []
        size = self._mini_sector
        while sector < _NO_SECTOR:
            if len(parts) > len(self._mini_fat):
                raise ValueError(sector)
            parts.append(self._mini_stream[sector * size : (sector + 1) * size])
            sector = self._mini_fat[sector]
        return b"".join(parts)


def _numbers(data: bytes) -> "array[int]":
    found = array("I", data[: len(data) - len(data) % 4])
    if sys.byteorder == "big":
        found.byteswap()
    return found
