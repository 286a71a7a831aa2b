"""RTF as tokens (Rich Text Format specification 1.9.1): control words, signs, braces, words."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from kehoach_parser.text.patterns import pattern

_TOKEN: Final = pattern(
    rb"""
    (?: \\(?:rtlch|ltrch|loch|hich|dbch|af|afs|fcs|fs|cf|lang|langfe|langnp|langfenp|alang
        |insrsid|charrsid|kerning|expnd|expndtw|sb|sa|sl|slmult|li|ri|lin|rin|fi
        |widctlpar|nowidctlpar|hyphpar|ltrpar|adjustright|aspalpha|aspnum|faauto)
        -?[0-9]*(?![A-Za-z0-9])[ ]? )+       # runs of words on sizes, languages and revisions
    | \\(?P<word>[A-Za-z]{1,32})(?P<number>-?[0-9]{1,10})?[ ]?
    | \\'(?P<byte>[0-9A-Fa-f]{2})
    | (?P<brace>[{}])
    | (?P<text>[^\\{}\r\n\x00]+)
    | \\(?P<sign>.)
    | [\r\n\x00]+
    """,
    re.VERBOSE | re.DOTALL,
)
_BRACE: Final = pattern(rb"\\bin(?P<size>[0-9]{1,10})[ ]?|\\.|(?P<brace>[{}])", re.DOTALL)
"""What matters in a group that is left out; the picture in it may be binary."""


class Token(NamedTuple):
    """One token: its kind (`word`, `byte`, `brace`, `text`, `sign`, `other`), bytes, and number."""

    kind: str
    value: bytes
    number: int | None = None


class Tokens:
    """Reads tokens in order, and can leave out the rest of a group."""

    def __init__(self, data: bytes) -> None:
        """Begin at the first byte."""
        self._data = data
        self._at = 0

    def __iter__(self) -> Iterator[Token]:
        """Yield the tokens up to the end; a backslash alone at the end is none."""
        data, match = self._data, _TOKEN.match
        while found := match(data, self._at):
            self._at = found.end()
            kind = found.lastgroup
            if kind == "number":
                yield Token("word", found["word"], int(found["number"]))
            else:
                yield Token(kind or "other", found[kind or 0])

    def skip(self, count: int) -> None:
        r"""Leave out bytes: what `\bin` announces may hold any byte."""
        self._at += max(count, 0)

    def skip_group(self) -> None:
        """Go to the brace that closes this group, or to the end where none does."""
        depth, data = 1, self._data
        while found := _BRACE.search(data, self._at):
            self._at = found.end()
            if found["size"] is not None:
                self.skip(int(found["size"]))
            elif found["brace"] is not None:
                depth += 1 if found["brace"] == b"{" else -1
                if not depth:
                    self._at = found.start()
                    return
        self._at = len(data)
