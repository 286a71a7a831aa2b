"""How an RTF says that words and paragraphs look, and the groups that bring looks back."""

from typing import Final, NamedTuple

_TOGGLES: Final = {
    b"b": "bold", b"i": "italic", b"v": "hidden", b"deleted": "deleted", b"caps": "capitals",
}  # fmt: skip
_BODY_LEVEL: Final = 9


class Look(NamedTuple):
    r"""What `\plain` resets; `font` is null for the document's own."""

    bold: bool = False
    italic: bool = False
    hidden: bool = False
    deleted: bool = False
    capitals: bool = False
    font: int | None = None

    @property
    def unseen(self) -> bool:
        """Whether words of this look are not shown."""
        return self.hidden or self.deleted

    def said(self, word: bytes, number: int | None) -> "Look":
        """Return the look after one control word."""
        field = _TOGGLES.get(word)
        if field is not None:
            return self._replace(**{field: number != 0})
        return Look() if word == b"plain" else self


class ParagraphLook(NamedTuple):
    r"""What `\pard` resets: `depth` counts the tables around a paragraph."""

    centered: bool = False
    heading: int = 0
    depth: int = 0

    def said(self, word: bytes, number: int | None) -> "ParagraphLook":
        """Return the look after one control word."""
        if word == b"pard":
            return PLAIN
        if word == b"intbl":
            return self._replace(depth=max(self.depth, 1))
        if word == b"itap":
            return self._replace(depth=max(number or 0, 0))
        if word == b"outlinelevel":
            level = number or 0
            return self._replace(heading=level + 1 if 0 <= level < _BODY_LEVEL else 0)
        return self._replace(centered=word == b"qc")


PLAIN: Final = ParagraphLook()

CHARACTER_WORDS: Final = frozenset((*_TOGGLES, b"plain"))
PARAGRAPH_WORDS: Final = frozenset((
    b"pard", b"intbl", b"itap", b"outlinelevel", b"qc", b"ql", b"qr", b"qj", b"qd", b"qk", b"qt",
))  # fmt: skip


class Group(NamedTuple):
    r"""What a brace brings back: looks, and how many signs stand for old readers after `\u`."""

    look: Look = Look()
    paragraph: ParagraphLook = PLAIN
    fallback: int = 1
