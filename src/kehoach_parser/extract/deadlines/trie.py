"""One pattern for many literals that shares their beginnings: a scan of it is half as long."""

from collections.abc import Mapping


class _Node:
    """A beginning of literals: what may follow it, and what must follow where one ends here."""

    __slots__ = ("ahead", "branches")

    def __init__(self) -> None:
        self.branches: dict[str, _Node] = {}
        self.ahead: str | None = None

    def pattern(self) -> str:
        ways = [letter + node.pattern() for letter, node in self.branches.items()]
        if self.ahead is not None:
            ways.append(self.ahead)
        return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"


def trie_pattern(literals: Mapping[str, str]) -> str:
    """Return a regex for all literals, each followed by its own lookahead; the longest one wins.

    >>> trie_pattern({"sau": "(?!x)", "sau khi": ""})
    'sau(?: khi|(?!x))'
    """
    root = _Node()
    for literal, ahead in literals.items():
        node = root
        for letter in literal:
            node = node.branches.setdefault(letter, _Node())
        node.ahead = ahead
    return root.pattern()
