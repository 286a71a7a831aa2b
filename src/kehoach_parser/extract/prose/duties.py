"""Which paragraphs are tasks, and from where they inherit their units.

A leaf that directs an action in a section of kind tasks, schedule, organization or reporting is a
task; elsewhere only where it says who is to act (docs/output.md, Task). A heading that names
units gives them to what stands below it, a lead-in ending in a colon to its bullets and points.
"""

from collections.abc import Sequence
from typing import Final

from kehoach_parser.extract.copies import Copy, UnitName
from kehoach_parser.extract.drafts import Draft
from kehoach_parser.extract.prose.contexts import (
    Reading,
    context_of,
    ends_in_colon,
    is_agenda,
    is_sentence,
    is_template,
    leads_others,
    top_of,
)
from kehoach_parser.extract.prose.directing import directs
from kehoach_parser.extract.prose.formulas import enacts, names_document
from kehoach_parser.extract.prose.lead_ins import LONGEST_HEADING, is_label, own_action, says_what
from kehoach_parser.extract.prose.paragraphs import Item
from kehoach_parser.extract.prose.verbs import verb_first
from kehoach_parser.extract.roles.assignment import Roles, roles_in
from kehoach_parser.extract.roles.headings import NOBODY, Context, heading_units
from kehoach_parser.extract.roles.inside import named_inside, told_in_brackets
from kehoach_parser.extract.roles.said_last import is_of_doer
from kehoach_parser.lexicon.bodies import unit_key
from kehoach_parser.text.literals import holds_any
from kehoach_parser.text.patterns import pattern

_OFFICES: Final = frozenset(
    f"{body} {office}"
    for body in ("cơ quan", "đơn vị", "bộ phận")
    for office in ("thường trực", "đầu mối", "chủ trì")
)
"""What a unit is called by its office (`1. Sở A` / `- Cơ quan thường trực, tham mưu …`)."""

_DESCRIBES: Final = pattern(
    r"(?:nội dung|số lượng|số lớp|quy mô|hình thức|yêu cầu|báo cáo viên|giảng viên|tài liệu)"
    r"[^:.;]{0,30}:\s"
)
_ORDERS: Final = ("yêu cầu ", "đề nghị các ", "đề nghị thủ trưởng ")
"""How a paragraph begins that turns to others than those above it."""

_WHOLE: Final = ("yêu cầu ", "đề nghị ", "nhận được ")
_THE_PLAN: Final = ("kế hoạch này", "kế hoạch trên", "kế hoạch đề ra")
"""How a paragraph begins, and what it has, that asks for the whole plan to be carried out."""

_FEWEST_LABELS: Final = 2
_QUANTIFIED: Final = len("Các đồng chí ")
_AS_BELOW: Final = pattern(
    r"thực hiện theo (?:bảng|biểu|lịch|ma trận|danh mục)(?:\s\w+){0,3}\s(?:dưới đây|sau đây|sau)\b"
)
"""What a lead-in says that only points to the table below it."""

_EACH: Final = ("mỗi", "từng")
_PROGRAMMES: Final = ("chương trình “", "chiến dịch ", "phong trào ", "đội hình ", "mô hình ")
"""How the headings of programmes begin, which are no meetings."""


def read_duties(reading: Reading) -> dict[int, Draft]:
    """Return the tasks in prose by the number of their item."""
    for index, item in enumerate(reading.items):
        if item.head:
            _open_section(reading, index, item)
        elif item.attribute:
            continue
        else:
            _read_paragraph(reading, index, item)
        if ends_in_colon(reading.copy, item):
            reading.leading[item.section] = index
    _unled_heads(reading)
    return reading.drafts


def _open_section(reading: Reading, index: int, item: Item) -> None:
    parent = reading.outline.parents[item.section]
    above = reading.given.get(parent) or reading.contexts.get(parent, NOBODY)
    if (
        parent in reading.templates
        or is_template(reading, item, parent)
        or is_agenda(reading, index, item)
    ):
        reading.templates.add(item.section)
        return
    names = heading_units(reading.copy, item.start, item.end)
    leaf = _is_leaf(reading, item)
    if item.attribute and leaf:
        return
    if names is not None:
        reading.contexts[item.section] = names
        return
    roles = reading.roles[index] = _roles_below(reading.copy, item, above)
    own = Context(roles.last or roles.lead, roles.coordinating) if roles.lead else above
    if not (roles.lead or leaf):
        own = _in_brackets(reading.copy, item) or own
    ends = ends_in_colon(reading.copy, item)
    helping = roles.coordinating if ends and own.lead else ()
    reading.contexts[item.section] = Context(own.lead, helping or own.coordinating)
    listed = above.forced and not item.sections and verb_first(reading.copy, item.start)
    if leaf or listed or own_action(reading.copy, item, roles, above):
        _decide(reading, index, item, roles, above)
    if leaf and roles.lead and ends and not enacts(reading.copy, item):
        reading.given[parent] = Context(roles.lead, roles.coordinating)


def _in_brackets(copy: Copy, item: Item) -> Context | None:
    """Return whom the brackets of a heading hand down (`2. Đường làng (Hội A chủ trì)`)."""
    leading, helping = told_in_brackets(copy, item.start, item.end)
    return Context(tuple(leading), tuple(helping)) if leading else None


def _roles_below(copy: Copy, item: Item, above: Context) -> Roles:
    """Return the roles that a paragraph's words give; an office alone is of the unit above."""
    roles = roles_in(copy, item.start, item.end)
    if leads_others(copy, item, above):
        return roles._replace(lead=(), last=(), persons=(), at_start=False)
    if not above.lead or not roles.lead:
        return roles
    if not roles.at_start:
        own = all(is_of_doer(name, above.lead) for name in roles.lead)
        return roles._replace(lead=(), last=()) if own else roles
    if _each_of(roles.lead[0], above):
        return roles._replace(lead=roles.lead[1:], last=(), at_start=False)
    if roles.lead[0].text.lower() in _OFFICES:
        return roles._replace(lead=roles.lead[1:], last=roles.last[1:])
    return roles


def _each_of(name: UnitName, above: Context) -> bool:
    """Return whether a name means each of the bodies above (`Mỗi sở` below `Sở A, Sở B`)."""
    each, _, sort = name.text.lower().partition(" ")
    within = any(f"{sort} " in f"{one.text.lower()} " for one in above.lead)
    return each in _EACH and " " not in sort and within


def _is_leaf(reading: Reading, item: Item) -> bool:
    """Return whether nothing but attribute lines and remarks stands below a point.

    What follows a long sentence without a bullet is beside it, not below.
    """
    sentence = is_sentence(reading.copy, item)
    if item.sections or (item.tables and not sentence):
        return False
    goes_on = sentence and reading.copy.text.count(" ", item.start, item.end) >= LONGEST_HEADING
    goes_on = goes_on or (sentence and _ends_points(reading, item))
    goes_on = goes_on or (reading.ordered and _ends_list(reading, item))
    return all(
        one.attribute
        or (not one.marker and (goes_on or (sentence and _closes(reading.copy, one))))
        or reading.copy.text.startswith("(", one.start)
        for one in map(reading.items.__getitem__, item.below)
    )


def _closes(copy: Copy, item: Item) -> bool:
    """Return whether a paragraph asks for the whole plan to be carried out, not for one point."""
    if not copy.low.startswith(_WHOLE, item.start):
        return False
    return holds_any(copy.low, _THE_PLAN, item.start, item.end)


def _ends_points(reading: Reading, item: Item) -> bool:
    """Return whether a point is the last below its heading, behind one with nothing below it."""
    before = reading.items[item.below[0] - 2] if item.below and item.below[0] > 1 else None
    parents = reading.outline.parents
    parent = parents[item.section]
    if parent < 0 or before is None or not before.head or parents[before.section] != parent:
        return False
    return reading.outline.children[parent][-1] == item.section


def _ends_list(reading: Reading, item: Item) -> bool:
    """Return whether a point is the last at the top, and nothing stands below the others."""
    parents = reading.outline.parents
    tops = [one for one in reading.items if one.head and parents[one.section] < 0]
    return len(tops) > 1 and tops[-1] is item and not any(o.below or o.sections for o in tops[:-1])


def _read_paragraph(reading: Reading, index: int, item: Item) -> None:
    if item.section in reading.templates or _is_content(reading, item):
        return
    above = context_of(reading, item)
    names = heading_units(reading.copy, item.start, item.end) if item.below else None
    if names is not None:
        reading.roles[index] = Roles(lead=names.lead, last=names.lead, persons=names.persons)
        return
    roles = reading.roles[index] = _roles_below(reading.copy, item, above)
    ends = ends_in_colon(reading.copy, item)
    if ends and roles.lead and not item.marker:
        reading.given[item.section] = Context(
            roles.last or roles.lead,
            roles.coordinating,
            forced=bool(_sections_below(reading, item)),
        )
    elif not item.marker and not ends:
        reading.given.pop(item.section, None)
    if item.tables and _AS_BELOW.search(reading.copy.low, item.start, item.end):
        return
    leads_in = item.below or (ends and (item.tables or _leads_on(reading, item)))
    if leads_in and not own_action(reading.copy, item, roles, above):
        return
    _decide(reading, index, item, roles, above)


def _is_content(reading: Reading, item: Item) -> bool:
    """Return whether a line stands below a mere label (`- Nội dung:`) beside attribute lines.

    Below a meeting it says what is spoken of there, below a programme what is to be done.
    """
    above = reading.items[item.parent] if item.parent >= 0 else None
    if above is None or above.parent < 0 or not is_label(reading.copy, above):
        return False
    heading = reading.items[above.parent]
    programme = reading.copy.low.startswith(_PROGRAMMES, heading.start)
    return not programme and _has_attributes(reading, heading)


def _has_objects(reading: Reading, item: Item) -> bool:
    """Return whether bullets below an action name its objects, others what else is to be done."""
    short = reading.copy.text.count(" ", item.start, item.end) < LONGEST_HEADING
    if (item.head and short) or not says_what(reading.copy, item):
        return False
    return ends_in_colon(reading.copy, item) and any(
        not reading.items[number].attribute
        and not any(one in reading.drafts for one in (number, *_all_below(reading, number)))
        for number in item.below
    )


def _has_attributes(reading: Reading, item: Item) -> bool:
    return any(reading.items[number].attribute for number in item.below)


def _leads_on(reading: Reading, item: Item) -> bool:
    """Return whether what a paragraph announces stands in sections, or in plain paragraphs."""
    return _sections_below(reading, item) or not reading.outline.sections


def _sections_below(reading: Reading, item: Item) -> bool:
    return item.section >= 0 and bool(reading.outline.children[item.section])


def _decide(reading: Reading, index: int, item: Item, roles: Roles, above: Context) -> None:
    """Make a draft of a paragraph that directs an action."""
    if not directs(reading, item, roles, above):
        return
    section = reading.outline.sections[item.section] if item.section >= 0 else None
    home = top_of(reading.outline, item.section) if item.closing else item.section
    path = reading.outline.sections[home].path if home >= 0 else None
    label = section.label if section and item.head else None
    end = item.start + len(reading.copy.text[item.start : item.end].rstrip())
    draft = Draft(item.start, end, label, path, home, item.line)
    draft.led = bool(roles.lead)
    orders = not (item.marker or item.head) and reading.copy.low.startswith(_ORDERS, item.start)
    others = item.closing or orders or _is_of_others(item, roles)
    _assign(reading.copy, draft, roles, NOBODY if others else above)
    begin = roles.lead[0].start if item.closing and roles.lead else item.start
    draft.stretches.append((begin, end))
    reading.drafts[index] = draft


def _is_of_others(item: Item, roles: Roles) -> bool:
    """Return whether a plain paragraph begins with persons who act, not those above it."""
    plain = not (item.marker or item.head or roles.lead)
    return plain and any(one.start - item.start <= _QUANTIFIED for one in roles.persons)


def _assign(copy: Copy, draft: Draft, roles: Roles, above: Context) -> None:
    """Give a draft its units; those above also act where they only ask others (`Yêu cầu …`)."""
    asks = roles.told and (roles.late or roles.beside) and bool(above.lead)
    if roles.lead and not asks:
        draft.add("lead", (*above.lead, *roles.lead) if roles.beside else roles.lead)
        if not roles.at_start and not roles.coordinating and _same(roles.lead, above.lead):
            draft.add_helpers(above.coordinating)
    elif above.lead:
        draft.handed = True
        draft.add("lead", above.lead)
        draft.add_helpers(() if roles.coordinating else above.coordinating)
    else:
        inside = named_inside(copy, draft.start, draft.end)
        posts = [name for name in roles.persons if name.post]
        draft.add("lead", inside.lead or posts)
        draft.add_helpers(inside.coordinating)
    draft.add("lead", roles.extra)
    draft.add_helpers(roles.coordinating)
    draft.add("approving", roles.approving)
    named = [name for name in roles.persons if not name.post] or roles.persons
    handed = () if roles.lead or named else above.persons
    draft.persons += [name.text for name in named or handed]


def _same(names: Sequence[UnitName], others: Sequence[UnitName]) -> bool:
    return {unit_key(name.text) for name in names} == {unit_key(name.text) for name in others}


def _unled_heads(reading: Reading) -> None:
    """Make tasks of points whose bullets, or some of them, only list what the point is about."""
    for index, item in enumerate(reading.items):
        roles = reading.roles.get(index)
        if roles is None or index in reading.drafts:
            continue
        points = item.sections or not item.below
        below = _points_after(reading, index) if points else _all_below(reading, index)
        acting = any(number in reading.drafts for number in below)
        if not below or (acting and (points or roles.lead or not _has_objects(reading, item))):
            continue
        labelled = _labelled_points(reading, item, below) if item.sections else False
        text = reading.copy.text[item.start : item.end].rstrip()
        if points and not (labelled or text.endswith((":", "."))):
            continue
        ends = text.endswith((":", ".", ";")) or all(
            names_document(reading.copy, reading.items[number]) for number in below
        )
        led_in = ends and verb_first(reading.copy, item.start)
        if led_in or labelled or _has_attributes(reading, item):
            _decide(reading, index, item, roles, _over(reading, item))


def _labelled_points(reading: Reading, item: Item, below: list[int]) -> bool:
    """Return whether all points below a heading only say who, when or where (`a) Thời gian: …`).

    Beside these, points may describe it (`b) Số lượng: 03 lớp`). A heading at the top is a
    plan's part.
    """
    heads = [
        one
        for one in map(reading.items.__getitem__, below)
        if one.head and reading.outline.parents[one.section] == item.section
    ]
    said = [one for one in heads if not one.attribute]
    if len(heads) - len(said) < _FEWEST_LABELS or reading.outline.parents[item.section] < 0:
        return False
    return all(_DESCRIBES.match(reading.copy.low, one.start, one.end) for one in said)


def _over(reading: Reading, item: Item) -> Context:
    if item.head:
        return reading.contexts.get(reading.outline.parents[item.section], NOBODY)
    return context_of(reading, item)


def _points_after(reading: Reading, index: int) -> list[int]:
    """Return the numbered points and theirs that stand below a lead-in or a heading."""
    item = reading.items[index]
    found: list[int] = []
    for number in range(index + 1, len(reading.items)):
        below = reading.items[number]
        section = below.section
        while section > item.section:
            section = reading.outline.parents[section]
        if section != item.section or (below.section == item.section and not item.head):
            break
        found.append(number)
    return found


def _all_below(reading: Reading, index: int) -> list[int]:
    found: list[int] = []
    waiting = list(reading.items[index].below)
    while waiting:
        number = waiting.pop()
        found.append(number)
        waiting += reading.items[number].below
    return found
