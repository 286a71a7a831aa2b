"""A plan's text without its head, as extracts of pages, mails and chats often have it."""

from typing import Final, NamedTuple

from kehoach_parser.model import SectionKind
from kehoach_parser.segment.signs import Signs, signs_of
from kehoach_parser.text.source import SourceText

_FEW: Final = 2
_SEVERAL: Final = 3
_MANY: Final = 4
_AIMS: Final = frozenset({SectionKind.PURPOSE, SectionKind.OBJECTIVES})
_WORK: Final = frozenset({SectionKind.TASKS, SectionKind.ORGANIZATION, SectionKind.SCHEDULE})
_NO_WORK: Final = _AIMS | {SectionKind.PRINCIPLES, SectionKind.SITUATION, SectionKind.SCOPE}
_BEHIND: Final = {
    SectionKind.TASKS: 4,
    SectionKind.ORGANIZATION: 2,
    SectionKind.SCHEDULE: 2,
    SectionKind.BUDGET: 2,
    SectionKind.REPORTING: 2,
}
"""From which part on one of a kind stands behind duties: aims stand before the first tasks."""


class Body(NamedTuple):
    """The first line of a plan's body; `inside` says that it begins among duties.

    `opens` is the type that the sentence above it announces, empty where none does.
    """

    first: int
    inside: bool
    opens: str


def body_of_plan(source: SourceText) -> Body | None:
    """Return where a plan's body begins, null where a text is none.

    A plan says on what grounds it stands, announces itself (`… xây dựng Kế hoạch … như sau:`),
    demands, or ends as documents do, be it with `./.` below a sentence that asks a body to act; or
    its parts are a plan's and its points assign work. An article tells of it in sentences; lessons
    and papers have parts, but assign nothing.
    """
    found = signs_of(source)
    if not _is_plan(found):
        return None
    first = found.headed or found.first or 0
    return Body(first, _inside_duties(found), found.opens)


def _is_plan(found: Signs) -> bool:
    if found.opens:
        return True
    if found.teaches and not found.grounds:
        return False
    if found.applying >= _SEVERAL and SectionKind.ORGANIZATION not in found.kinds:
        return False
    if found.signed or found.grounds >= _FEW:
        return _work(found) > 0 or not _WORK.isdisjoint(found.kinds)
    if found.story:  # one that has a plan's outline and says who does what gives it whole
        organized = SectionKind.ORGANIZATION in found.kinds and len(set(found.kinds)) >= _FEW
        return organized and found.assigned >= _FEW
    return (found.ended and found.asks > 0) or _directs(found)


def _directs(found: Signs) -> bool:
    """Return whether parts and points alone show that a text directs work."""
    if found.demands:
        return _work(found) + found.asks >= _FEW
    aimed = bool(found.bodies) or not _AIMS.isdisjoint(found.kinds)
    if aimed and SectionKind.ORGANIZATION in found.kinds:
        return _work(found) >= _FEW
    if aimed and len(set(found.kinds)) >= _FEW and not _WORK.isdisjoint(found.kinds):
        return _work(found) > 0
    if found.headed and _mostly_work(found):
        return True
    if _goes_on(found) and (found.bodies or not _WORK.isdisjoint(found.kinds)):
        return True
    return found.assigned >= _SEVERAL and len(found.bodies) >= _FEW


def _inside_duties(found: Signs) -> bool:
    """Return whether the part is lost in which a text begins, and was one of duties."""
    if not _goes_on(found):
        return found.headed > 0 and not found.kinds and _mostly_work(found)
    if found.kinds and found.part:
        return found.part >= _BEHIND.get(found.kinds[0], found.part + 1)
    return not found.kinds or found.kinds[0] not in _NO_WORK


def _goes_on(found: Signs) -> bool:
    """Return whether a text begins among points most of which say what is to be done."""
    return found.inside and _mostly_work(found) and not found.articles


def _mostly_work(found: Signs) -> bool:
    """Return whether most points of a text say what is to be done."""
    return _work(found) >= _MANY and 2 * _work(found) >= found.points


def _work(found: Signs) -> int:
    """Return how many points assign or begin with work."""
    return found.assigned + found.duties
