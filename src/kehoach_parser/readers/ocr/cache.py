"""What engines have read, kept by the hash of the picture: a page is recognised once.

Without a folder nothing is written: the words of a secret document must not come to lie in a
place that nobody chose.
"""

import hashlib
import json
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from kehoach_parser._version import __version__
from kehoach_parser.readers.ocr.engines.base import Spotted
from kehoach_parser.readers.ocr.pixels import Picture

_FORM: Final = "10"
"""Part of each key; raised where what is kept changes its form or meaning."""


class Cache(NamedTuple):
    """Pages that were recognised before, in a folder (null: nothing is kept)."""

    folder: str | None = None

    def get(self, shown: Picture, engine: str) -> list[Spotted] | None:
        """Return the words of a picture, null where they are not known or cannot be read."""
        if self.folder is None:
            return None
        try:
            held = json.loads(self._file(shown, engine).read_text("utf-8"))
            return [Spotted(text, x0, top, x1, bottom, sure, line)
                    for text, (x0, top, x1, bottom), sure, line in held]  # fmt: skip
        except (OSError, ValueError, TypeError):
            return None

    def put(self, shown: Picture, engine: str, words: list[Spotted]) -> None:
        """Keep the words of a picture; a folder that cannot be written is passed over."""
        if self.folder is None:
            return
        held = [[w.text, [w.x0, w.top, w.x1, w.bottom], w.confidence, w.line] for w in words]
        with suppress(OSError):
            _write(self._file(shown, engine), json.dumps(held, ensure_ascii=False))

    def _file(self, shown: Picture, engine: str) -> Path:
        digest = hashlib.sha256(
            f"{_FORM}\0{__version__}\0{engine}\0{shown.gray.shape}\0{shown.dpi}\0".encode()
        )
        digest.update(shown.gray.tobytes())
        return Path(self.folder or "", f"{digest.hexdigest()}.json")


def _write(target: Path, text: str) -> None:
    """Write a file whole or not at all, readable by its owner alone."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".ocr-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(text)
        Path(name).replace(target)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
