"""The plan's bodies: one unit a key, with the places where the plan names it."""

import re
from typing import Final

from kehoach_parser.extract.copies import Copy, UnitName
from kehoach_parser.extract.drafts import Draft
from kehoach_parser.extract.names.lists import read_names
from kehoach_parser.lexicon.bodies import unit_key
from kehoach_parser.model import Unit
from kehoach_parser.text.patterns import pattern

_ALIAS: Final = pattern(
    r"""\((?:(?:sau\ đây\ |dưới\ đây\ )?(?:được\ )?
        (?:viết\ tắt\ là|gọi\ tắt\ là|gọi\ là|gọi\ chung\ là|viết\ tắt)[:\s]*)?
        ["“]?(?P<alias>[^\W\d_][^()"“”]{1,58})["”]?\)""",
    re.VERBOSE | re.IGNORECASE,
)
_DECLARED: Final = ("(sau", "(viết", "(gọi", "(dưới")
_WORD_START: Final = pattern(r"(?<!\w)[^\W\d_]")
_REACH: Final = 140


def units_of(copy: Copy, drafts: list[Draft]) -> tuple[Unit, ...]:
    """Return the bodies that lead, help or approve a task, in the order they are first named."""
    aliases = _aliases(copy) if "(" in copy.text else {}
    found: dict[str, tuple[str, set[tuple[int, int]]]] = {}
    for draft in drafts:
        for name in (*draft.lead, *draft.coordinating, *draft.approving):
            key = unit_key(name.text)
            key = aliases.get(key, key)
            _, spans = found.setdefault(key, (name.text, set()))
            spans.add((name.start, name.end))
    ordered = sorted(found.items(), key=lambda item: min(item[1][1]))
    return tuple(
        Unit(id=f"u{number}", name=name, key=key, mentions=tuple(sorted(spans)))
        for number, (key, (name, spans)) in enumerate(ordered, 1)
    )


def _aliases(copy: Copy) -> dict[str, str]:
    """Return the keys of the short names that the plan itself declares: `(viết tắt là Sở GDĐT)`."""
    found: dict[str, str] = {}
    for match in _ALIAS.finditer(copy.text):
        alias = match["alias"].strip()
        if not (match[0].lower().startswith(_DECLARED) or alias.isupper()):
            continue
        name = _named_before(copy, match.start())
        if name and unit_key(alias) != unit_key(name.text):
            found[unit_key(alias)] = unit_key(name.text)
    return found


def _named_before(copy: Copy, place: int) -> UnitName | None:
    """Return the body whose name ends right before a bracket."""
    start = max(copy.text.rfind("\n", 0, place) + 1, place - _REACH)
    for word in _WORD_START.finditer(copy.text, start, place):
        names = read_names(copy, word.start(), place)
        if names.units and copy.text[names.units[-1].end : place].strip() == "":
            return names.units[0] if len(names.units) == 1 else None
    return None
