"""Lists of bodies below a mere label: `Cơ quan chủ trì` with a bullet for each body.

They are attribute lines in another shape: neither the label nor its bullets are tasks.
"""

from typing import Final

from kehoach_parser.extract.copies import Copy
from kehoach_parser.extract.names.lists import read_names
from kehoach_parser.extract.prose.paragraphs import Item
from kehoach_parser.lexicon.duty_words import sort_at
from kehoach_parser.lexicon.register_headers import label_role, labels
from kehoach_parser.segment.structure import Outline
from kehoach_parser.text.literals import holds_any

_ROLES: Final = {"lead": "lead", "lead+coop": "lead", "coop": "coop", "approver": "approver"}
_ACTS: Final = ("chủ trì", "phối hợp", "thực hiện", "phụ trách", "đầu mối")
"""One of these is in the label; who takes part (`Đơn vị tham gia`) is another list."""

_LONGEST_LABEL: Final = 50
_MOST_WORDS: Final = 14
_EDGES: Final = " :.;,"
_OTHERS: Final = ("liên quan", "liên quan.", "liên quan;")
"""How a list of bodies ends (`…; tổ chức có liên quan`), whatever verb begins its last name."""


def mark_lists(copy: Copy, outline: Outline, items: list[Item]) -> None:
    """Mark labels below which only bodies' names stand, and these names, as attribute lines."""
    heads = {item.section: number for number, item in enumerate(items) if item.head}
    for item in reversed(items):
        role = _label(copy, item) if not item.attribute else None
        if role is None or (item.head and outline.parents[item.section] < 0):
            continue
        points = [heads[one] for one in outline.children[item.section]] if item.head else []
        below = [items[number] for number in item.below]
        listed = [one for one in below if _names_only(copy, one)]
        labelled = all(items[number].attribute for number in points)
        if (
            labelled
            and (points or listed)
            and all(one in listed or _aside(copy, one) for one in below)
        ):
            item.attribute, item.role = True, role
            for one in listed:
                one.attribute, one.role = True, role


def _label(copy: Copy, item: Item) -> str | None:
    """Return the role that a label alone in its line names, null for other words."""
    words = copy.text[item.start : item.end].rstrip(_EDGES)
    end = item.start + len(words)
    if len(words) > _LONGEST_LABEL or not holds_any(copy.low, _ACTS, item.start, end):
        return None
    found = labels().at(copy.low, item.start)
    whole = found is not None and found.end == end
    return _ROLES.get((found.value if found and whole else label_role(words)) or "")


def _names_only(copy: Copy, item: Item) -> bool:
    """Return whether a line holds bodies' names and nothing else, or no more than a few words."""
    if item.below or item.head:
        return False
    first = read_names(copy, item.start, item.end)
    place = first.end if first.doers else item.start
    acts = sort_at(copy.low, place + 1 if first.doers else place) == "verb"
    if (acts and not copy.low.endswith(_OTHERS, place, item.end)) or copy.text.find(
        ":", place, item.end
    ) >= 0:
        return False
    names = read_names(copy, item.start, item.end, listing=True)
    whole = names.doers and not copy.text[names.end : item.end].strip(_EDGES)
    return bool(whole) or copy.text.count(" ", item.start, item.end) < _MOST_WORDS


def _aside(copy: Copy, item: Item) -> bool:
    """Return whether a line is a remark in brackets."""
    return copy.text.startswith("(", item.start)
