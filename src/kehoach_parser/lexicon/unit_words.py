"""The words that units' names are made of, and the words that end them in running text.

`unit_heads.tsv`: the words a name begins with. Of sort `body` they take a proper name (`Sở`),
`free` ones stand in lower case too (`nhà trường`), `group` ones follow `các` or another group
word, `territory` ones take a place's name (`xã Na Lương`), `staff` are groups of people,
`person` ones are no units. `unit_codes.tsv`: names that are letters and a number (`PC06`).
`posts.tsv`: posts that stand for their unit.
`duty_words.tsv`: verbs, adverbs and links (`opening`: verbs that open a duty but also stand in
names). `unit_inner.tsv`: phrases inside names that hold such a word (`place` `group`: only in
collectives; `counted`: of people only behind `các` and the like; `head`: with their own head;
`proper`: with a capital; `board`: right behind the head of a board). `name_nouns.tsv`: lower-case
nouns that go on with a name after a comma.
"""

from functools import cache
from typing import Final, NamedTuple

from kehoach_parser.lexicon.phrases import Phrases
from kehoach_parser.lexicon.rows import listed, rows, worded
from kehoach_parser.text.folding import fold

_BEFORE_NAMES: Final = frozenset(
    {"tất", "toàn", "một", "các", "những", "quý", "từng", "mỗi", "mọi", "ông", "bà", "thầy", "cô"}
    | {"chị", "anh", "bác", "bs", "ths", "ts", "gs", "pgs", "ys", "đd", "nhs", "ktv", "đồng", "đ"}
    | {"mr", "mrs", "ms", "ng", "hòa", "thượng", "đại", "ni", "sư", "linh", "mục"}
    | {f"bsck{degree}" for degree in ("i", "ii", "1", "2")}
)
"""First words of quantifiers and of titles."""


class Head(NamedTuple):
    """A word that begins a name; it is none before the `not_before` words (folded)."""

    words: str
    sort: str
    not_before: tuple[str, ...]


class UnitWords(NamedTuple):
    """The tables as phrases.

    `openers` are the first words of names and of what precedes them, `adverbs` those of adverbs.
    """

    heads: Phrases[tuple[Head, ...]]
    posts: Phrases[str]
    duties: Phrases[str]
    inner: Phrases[str]
    nouns: Phrases[str]
    surnames: frozenset[str]
    openers: frozenset[str]
    adverbs: frozenset[str]


@cache
def unit_words() -> UnitWords:
    """Return the tables, loaded once."""
    heads, posts = _heads(), _phrases("posts", "words")
    surnames = frozenset(name for name, _ in worded("surnames"))
    return UnitWords(
        heads=heads,
        posts=posts,
        duties=_phrases("duty_words", "sort"),
        inner=_phrases("unit_inner", "place"),
        nouns=_phrases("name_nouns", "sort"),
        surnames=surnames,
        adverbs=frozenset(
            words.partition(" ")[0]
            for words, row in worded("duty_words")
            if row["sort"] == "adverb"
        ),
        openers=heads.openers | posts.openers | {name.lower() for name in surnames} | _BEFORE_NAMES,
    )


def heads_at(folded: str, place: int) -> list[Head]:
    """Return the heads with which a name begins at a place, by the words that follow them."""
    found = unit_words().heads.at(folded, place)
    if found is None:
        return []
    rest = folded[found.end :].lstrip()
    return [head for head in found.value if not rest.startswith(head.not_before)]


def _heads() -> Phrases[tuple[Head, ...]]:
    """Return the heads by their words; one word may have rows of several sorts."""
    found: dict[str, tuple[Head, ...]] = {}
    for row in rows("unit_heads"):
        head = Head(row["words"], row["sort"], tuple(map(fold, listed(row["not_before"]))))
        found[head.words.lower()] = (*found.get(head.words.lower(), ()), head)
    for row in rows("unit_codes"):
        for number in range(1, int(row["last"]) + 1):
            code = f"{row['letters']}{number:02}"
            found[code.lower()] = (Head(code, "body", ()),)
    return Phrases(found.items())


def _phrases(table: str, column: str) -> Phrases[str]:
    return Phrases((words, row[column]) for words, row in worded(table))
