"""A text beside its folded copy, so that words are compared folded and quoted as written."""

from dataclasses import dataclass
from typing import Final, NamedTuple

from kehoach_parser.text.folding import fold

_MEMBER: Final = "thành viên "
_MEMBER_REACH: Final = 30


class UnitName(NamedTuple):
    """A body's name as written, and its place in the text (without the post before it)."""

    text: str
    start: int
    end: int
    post: bool = False


def is_member(name: UnitName) -> bool:
    """Return whether a name is of a board's members (`Các đồng chí thành viên Ban Chỉ đạo`)."""
    return name.text.lower().find(_MEMBER, 0, _MEMBER_REACH) >= 0


class Names(NamedTuple):
    """The units and persons that a list names, in order, and where the list ends."""

    units: tuple[UnitName, ...]
    persons: tuple[UnitName, ...]
    end: int

    @property
    def doers(self) -> tuple[UnitName, ...]:
        """The units with the posts that name no body of theirs (`Phòng Đào tạo, Hiệu trưởng`).

        Beside units members of a board, and a named person's further posts, are not counted.
        """
        if not self.persons:
            return self.units
        posts = tuple(
            name for name in self.persons if name.post and not (self.units and is_member(name))
        )
        if not posts or (self.units and len(posts) < len(self.persons)):
            return self.units
        return tuple(sorted((*self.units, *posts), key=lambda name: name.start))

    @property
    def in_charge(self) -> tuple[UnitName, ...]:
        """The persons by name, else the posts."""
        named = tuple(name for name in self.persons if not name.post)
        return named or self.persons


Label = tuple[str, int]
"""The role that a label gives, and where its value begins."""


@dataclass(slots=True, eq=False)
class Copy:
    """A text and its folded copy of the same length.

    `names` keeps what lists of names begin where in running text, each with the offset up to which
    it was read: a heading and the subject of its sentence ask for the same one. `labels` keeps
    likewise which labels of attributes stand where. `known` are the ends of names that the
    document itself tells, by where they begin.
    """

    text: str
    low: str
    names: dict[int, tuple[int, Names]]
    known: dict[int, int]
    labels: dict[int, tuple[int, Label | None]]


def copy_of(text: str) -> Copy:
    """Return a text with its folded copy."""
    return Copy(text, fold(text), {}, {}, {})
