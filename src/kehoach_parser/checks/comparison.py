"""The structural difference of two results: which task, which field, what it was and is.

Entities meet by what names them for people (a task's path, a document's number), so that one new
task is one difference and not a shift of all that follow. Ids are replaced by those names.
Places (`span`, `box` …) that moved are counted, not listed.
"""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple, TypeGuard

Value = object
Fields = dict[str, Value]

PLACES: Final = frozenset({"span", "spans", "box", "page", "confidence"})
"""Fields that say where something stands."""

_LISTS: Final[dict[str, tuple[str, ...]]] = {
    "sections": ("path", "heading"),
    "tasks": ("path", "text"),
    "references": ("code", "title"),
    "citations": ("text",),
    "deadlines": ("text",),
    "tables": ("header",),
    "units": ("key",),
    "diagnostics": ("code",),
}
"""The lists of entities, and the first fields that are not empty name an entity."""

_POINTERS: Final = frozenset({
    "parent", "section", "table", "deadlines", "citations", "same_as", "reference", "candidates",
    "implements", "mentions",
})  # fmt: skip
"""Fields of entities that hold ids."""

_LONGEST: Final = 160
_KEPT: Final = 40  # letters before a difference that tell where it is


class Difference(NamedTuple):
    """What differs: the list, the entity's name in it (empty: the result itself), its field.

    `old` and `new` are JSON, null where the one or the other has no such thing.
    """

    where: str
    name: str
    field: str
    old: str | None
    new: str | None


class Comparison(NamedTuple):
    """All differences in the order of the new result, and how many places moved."""

    differences: tuple[Difference, ...]
    moved: int = 0


def compare(old: Fields, new: Fields) -> Comparison:
    """Return what differs between two results, `source.parser` left out."""
    walk = _Walk()
    for key in _keys(old, new):
        if key in _LISTS:
            walk.entities(key, _named(old, key), _named(new, key))
        elif key == "text":
            walk.text(old.get(key), new.get(key))
        else:
            walk.value(key, "", "", old.get(key), new.get(key))
    return Comparison(tuple(walk.found), walk.moved)


class _Walk:
    """Goes over both results and collects."""

    def __init__(self) -> None:
        self.found: list[Difference] = []
        self.moved = 0

    def entities(self, where: str, old: dict[str, Fields], new: dict[str, Fields]) -> None:
        for name in _keys(old, new):
            one, other = old.get(name), new.get(name)
            if one is None or other is None:
                gone = None if one is None else _text(one)
                come = None if other is None else _text(other)
                self.found.append(Difference(where, name, "", gone, come))
            else:
                self.value(where, name, "", one, other)

    def value(self, where: str, name: str, field: str, old: Value, new: Value) -> None:
        if old == new or field == "parser":
            return
        if field in PLACES:
            self.moved += 1
        elif is_fields(old) and is_fields(new):
            for key in _keys(old, new):
                self.value(where, name, key, old.get(key), new.get(key))
        else:
            self.found.append(Difference(where, name, field, *_pair(old, new)))

    def text(self, old: Value, new: Value) -> None:
        """Compare the full texts by lines: the first that differs, and how many do."""
        if old == new or not isinstance(old, str) or not isinstance(new, str):
            return  # a result without its text (`--no-text`) says nothing about it
        gone, come = Counter(old.split("\n")), Counter(new.split("\n"))
        lost = next((line for line in old.split("\n") if line not in come), None)
        added = next((line for line in new.split("\n") if line not in gone), None)
        count = max((gone - come).total(), (come - gone).total())
        gone_line, new_line = _pair(lost, added)
        lines = (None if lost is None else gone_line, None if added is None else new_line)
        self.found.append(Difference("text", "", f"{count}", *lines))


def _named(result: Fields, key: str) -> dict[str, Fields]:
    """Return a list's entities by name, their ids replaced; one name twice gets a number."""
    names = _names(result)
    found: dict[str, Fields] = {}
    seen: Counter[str] = Counter()
    for entity in _entities(result, key):
        name = _name(entity, _LISTS[key])
        seen[name] += 1
        name = name if seen[name] == 1 else f"{name} #{seen[name]}"
        found[name] = _without_ids(entity, names, in_units=key == "units")
    return found


def _entities(result: Fields, key: str) -> list[Fields]:
    listed = result.get(key)
    return [item for item in listed if is_fields(item)] if _is_list(listed) else []


def _names(result: Fields) -> dict[str, str]:
    """Return the name of each entity by its id."""
    found: dict[str, str] = {}
    for key, fields in _LISTS.items():
        for entity in _entities(result, key):
            if isinstance(entity.get("id"), str):
                found[str(entity["id"])] = _name(entity, fields)
    return found


def _name(entity: Fields, fields: tuple[str, ...]) -> str:
    value = next((entity[field] for field in fields if entity.get(field)), "")
    return _clipped(value if isinstance(value, str) else _json(value), 60)


def _without_ids(entity: Fields, names: dict[str, str], *, in_units: bool) -> Fields:
    found: Fields = {}
    for key, value in entity.items():
        if key == "id" or (in_units and key == "mentions"):
            continue
        found[key] = _renamed(value, names) if key in _POINTERS else value
    return found


def _renamed(value: Value, names: dict[str, str]) -> Value:
    if isinstance(value, str):
        return names.get(value, value)
    return [_renamed(item, names) for item in value] if _is_list(value) else value


def _text(entity: Fields) -> str:
    value = next(
        (entity[key] for key in ("text", "message", "title", "name") if entity.get(key)), ""
    )
    return _json(value)


def _pair(old: Value, new: Value) -> tuple[str, str]:
    """Return both values on one line each, from shortly before where long ones part."""
    one, other = (json.dumps(value, ensure_ascii=False) for value in (old, new))
    pairs = enumerate(zip(one, other, strict=False))
    shared = next((at for at, (left, right) in pairs if left != right), 0)
    if max(len(one), len(other)) > _LONGEST and shared > _KEPT:
        start = one.rfind(" ", 0, shared - _KEPT) + 1
        one, other = (f"…{text[start:]}" if start else text for text in (one, other))
    return _clipped(one, _LONGEST), _clipped(other, _LONGEST)


def _json(value: Value) -> str:
    return _clipped(json.dumps(value, ensure_ascii=False), _LONGEST)


def _clipped(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def _keys(
    old: dict[str, Value] | dict[str, Fields], new: dict[str, Value] | dict[str, Fields]
) -> Iterator[str]:
    """Yield the keys of the new one, then those that only the old one has."""
    yield from new
    yield from (key for key in old if key not in new)


def is_fields(value: object) -> TypeGuard[Fields]:
    """Return whether a value is a JSON object."""
    return isinstance(value, dict)


def _is_list(value: object) -> TypeGuard[list[Value]]:
    return isinstance(value, list)
