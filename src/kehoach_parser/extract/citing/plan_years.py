"""Years after a number that are the plan's: `thực hiện Nghị quyết số 57-NQ/TW năm 2026`."""

from collections import defaultdict
from typing import Final

from kehoach_parser.extract.citing.mention import Mention
from kehoach_parser.text.patterns import pattern

_BARE_YEAR: Final = pattern(r",?[ ](?:năm|NĂM)[ ](?:19|20)[0-9]{2}\Z")


def without_plan_years(text: str, mentions: list[Mention]) -> list[Mention]:
    """Return the mentions without bare years that the days given for the same number gainsay.

    A number of the year's own series (`15/2025/QĐ-UBND`) bears its year and is left alone.
    """
    issued: dict[str, set[int]] = defaultdict(set)
    for mention in mentions:
        if mention.key and mention.issued_on:
            issued[mention.key].add(mention.issued_on.year)
    return [_without(text, one, issued.get(one.key or "")) for one in mentions]


def _without(text: str, mention: Mention, years: set[int] | None) -> Mention:
    if not years or mention.issued_on or mention.year is None or mention.issuer:
        return mention
    if mention.normative or mention.law or mention.year <= max(years):
        return mention
    said = _BARE_YEAR.search(text, mention.start, mention.end)
    return mention._replace(end=said.start(), year=None) if said else mention
