"""What the members of a list of documents share: day and issuer.

The end of a list gives them to its earlier items (`spread`), its head to the later ones
(`handed_on`).
"""

from typing import Final

from kehoach_parser.extract.citing.mention import Mention
from kehoach_parser.extract.citing.organs import plain_organ
from kehoach_parser.model import CitationForm
from kehoach_parser.text.patterns import pattern

_JOINT: Final = pattern(r",?[ ](?:và[ ])?(?:các[ ])?|;[ ]và[ ]")
_LONGEST_JOINT: Final = 12
_LETTER: Final = "CV"


def handed_on(text: str, mentions: list[Mention]) -> list[Mention]:
    """Give the issuer that stands before the numbers of a list to each of its members.

    `các Chỉ thị của Thủ tướng Chính phủ: số 10/CT-TTg về …, số 23/CT-TTg về …` names it once. A
    member has no type word of its own; it stands in the head's line and is of the head's type.
    """
    found: list[Mention] = []
    head: Mention | None = None
    for mention in mentions:
        if head and "\n" in text[head.end : mention.start]:
            head = None
        if mention.issuer_first:
            head = mention
        elif head and _is_member(head, mention):
            mention = mention._replace(issuer=head.issuer)  # noqa: PLW2901 - the same mention
        found.append(mention)
    return found


def _is_member(head: Mention, mention: Mention) -> bool:
    bare = mention.issuer is None and not mention.named and not mention.law
    return bare and mention.doctype == head.doctype


def spread(text: str, mentions: list[Mention]) -> list[Mention]:
    """Give the day and issuer that close a list to its earlier items, where the organ is the same.

    `các Nghị quyết số 18-NQ/TW, 19-NQ/TW ngày 25/10/2017` dates both; without `các` only the
    issuer is shared.
    """
    found = _named_before(text, mentions)
    plural = _plural(mentions)
    for index in range(len(found) - 2, -1, -1):
        here, after = found[index], found[index + 1]
        if _organ(here) != _organ(after) or not _joined(text, here, after):
            continue
        if here.issued_on is None and plural[index]:
            here = here._replace(issued_on=after.issued_on, year=here.year or after.year)
        found[index] = here._replace(issuer=here.issuer or after.issuer)
    return found


def _named_before(text: str, mentions: list[Mention]) -> list[Mention]:
    """Give the issuer before a document to those of the same organ that are joined to it."""
    found = list(mentions)
    for index, after in enumerate(mentions[1:]):
        here = found[index]
        if here.issuer_first and after.issuer is None and _organ(here) == _organ(after):
            joined = _joined(text, here, after)
            shared = after._replace(issuer=here.issuer, issuer_first=True)
            found[index + 1] = shared if joined else after
    return found


def _joined(text: str, here: Mention, after: Mention) -> bool:
    return 0 <= after.start - here.end < _LONGEST_JOINT and (
        after.form is CitationForm.LIST or _JOINT.fullmatch(text, here.end, after.start) is not None
    )


def _plural(mentions: list[Mention]) -> list[bool]:
    """Return for each mention whether the list that it stands in opens with `các`."""
    plural: list[bool] = []
    for mention in mentions:
        inside = mention.form is CitationForm.LIST and bool(plural)
        plural.append(plural[-1] if inside else mention.plural)
    return plural


def _organ(mention: Mention) -> str:
    """Return the organ's letters; of letters those before the office's (`7/SYT-VP`)."""
    parts = (mention.code or "").replace("/", "-").split("-")
    if mention.doctype is not None and mention.doctype.code == _LETTER:
        parts = [part for part in parts if part != _LETTER and not part.isdigit()][:1] or [""]
    return plain_organ(parts[-1])
