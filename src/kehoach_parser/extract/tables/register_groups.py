"""Group rows of registers: the labels of the open groups, with their bodies and times."""

from typing import Final, NamedTuple

from kehoach_parser.extract.drafts import Stretch
from kehoach_parser.extract.roles.headings import Context
from kehoach_parser.text.patterns import pattern

_ROMAN: Final = pattern(r"[IVXLC]+")
_LETTER: Final = pattern(r"[A-ZĐ]")
_FIRST_LETTER: Final = "A"


class _Group(NamedTuple):
    """An open group: what its label counts with, its label, the bodies and the time it names."""

    kind: str
    label: str
    bodies: Context | None
    time: Stretch | None


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
        self._open: list[_Group] = []

    @property
    def path(self) -> str:
        """The labels of the open groups from the top down."""
        return "/".join(group.label for group in self._open if group.label)

    @property
    def bodies(self) -> Context | None:
        """The bodies that the innermost of the open groups which names any leads with."""
        return next((group.bodies for group in reversed(self._open) if group.bodies), None)

    @property
    def time(self) -> Stretch | None:
        """Where the innermost of the open groups which is called by a time stands."""
        return next((group.time for group in reversed(self._open) if group.time), None)

    def open(self, label: str, bodies: Context | None = None, time: Stretch | None = None) -> None:
        """Open a group, and close those of its own kind and below."""
        kind = self._kind(label)
        level = next((n for n, group in enumerate(self._open) if group.kind == kind), None)
        del self._open[len(self._open) if level is None else level :]
        self._open.append(_Group(kind, label, bodies, time))

    def leave(self, label: str, before: str) -> None:
        """Close the group whose points a row goes on after: `2` behind `1.3`, the last of `1`.

        >>> groups = Groups()
        >>> groups.open("1")
        >>> groups.leave("2", "1.3")
        >>> groups.path
        ''
        """
        last = self._open[-1] if self._open else None
        if last and last.kind == self._kind(label) and before.startswith(f"{last.label}."):
            self._open.pop()

    def _kind(self, label: str) -> str:
        """Return what a label counts with; a lone `C` or `I` goes on with letters if they do."""
        letter = next((group.label for group in self._open if group.kind == "letter"), None)
        if not label:
            return "unlabelled"
        if _LETTER.fullmatch(label) and (label == _FIRST_LETTER or _follows(letter, label)):
            return "letter"
        if _ROMAN.fullmatch(label):
            return "roman"
        return "letter" if _LETTER.fullmatch(label) else f"dots{label.count('.')}"


def _follows(before: str | None, label: str) -> bool:
    return before is not None and ord(label) == ord(before) + 1
