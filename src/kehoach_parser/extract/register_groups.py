"""Group rows of registers: the labels of the open groups, one below the other."""

from typing import Final

from kehoach_parser.text.patterns import pattern

_ROMAN: Final = pattern(r"[IVXLC]+")
_LETTER: Final = pattern(r"[A-ZĐ]")
_FIRST_LETTER: Final = "A"


class Groups:
    """The open groups of a register, the outermost first.

    A label of a kind that is already open goes on with that level, another kind opens a level
    below (`A`, then `I`, then `1`).

    >>> groups = Groups()
    >>> for label in ("A", "I", "II", "B", "I"):
    ...     groups.open(label)
    >>> groups.path
    'B/I'
    """

    def __init__(self) -> None:
        """Begin without any open group."""
        self._open: list[tuple[str, str]] = []

    @property
    def path(self) -> str:
        """The labels of the open groups from the top down."""
        return "/".join(label for _, label in self._open)

    def open(self, label: str) -> None:
        """Open a group, and close those of its own kind and below."""
        kind = self._kind(label)
        level = next((n for n, (known, _) in enumerate(self._open) if known == kind), None)
        del self._open[len(self._open) if level is None else level :]
        self._open.append((kind, label))

    def _kind(self, label: str) -> str:
        """Return what a label counts with; a lone `C` or `I` goes on with letters if they do."""
        letter = next((known for kind, known in self._open if kind == "letter"), None)
        if _LETTER.fullmatch(label) and (label == _FIRST_LETTER or _follows(letter, label)):
            return "letter"
        if _ROMAN.fullmatch(label):
            return "roman"
        return "letter" if _LETTER.fullmatch(label) else f"dots{label.count('.')}"


def _follows(before: str | None, label: str) -> bool:
    return before is not None and ord(label) == ord(before) + 1
