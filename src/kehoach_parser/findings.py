"""Findings: what a stage noticed about a document, as values without words."""

from typing import NamedTuple

Place = tuple[int, int]


class Finding(NamedTuple):
    """A noticed fact: `code` is a row of `lexicon/messages.tsv`, `params` fill its sentence.

    `span` is `[start, end)` in code points into the plan's text, null for the whole document.
    """

    code: str
    span: Place | None = None
    params: tuple[tuple[str, str], ...] = ()
    page: int | None = None


def finding(
    code: str, span: Place | None = None, *, page: int | None = None, **params: object
) -> Finding:
    """Return a finding with its parameters as text.

    >>> finding("label-jump", (3, 5), before="1", label="3").params
    (('before', '1'), ('label', '3'))
    """
    return Finding(code, span, tuple((key, str(value)) for key, value in params.items()), page)
