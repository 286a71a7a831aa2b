"""Words around citations that end a name or show that a number is none (`citation_words.tsv`)."""

from functools import cache

from kehoach_parser.lexicon.rows import rows


@cache
def words_of(role: str) -> frozenset[str]:
    """Return the words of a role.

    >>> "mẫu" in words_of("form"), "kế hoạch" in words_of("form")
    (True, False)
    """
    return frozenset(row["word"] for row in rows("citation_words") if row["role"] == role)
