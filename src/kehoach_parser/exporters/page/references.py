"""Cited documents as the page lists them: by role, each once with its mentions."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from kehoach_parser.exporters.duties import reference_name
from kehoach_parser.exporters.page.wording import Wording
from kehoach_parser.model import Plan, Reference

_ROLES: Final = ("implements", "basis", "amends", "replaces", "mentions", "self")


class ReferenceCard(NamedTuple):
    """A cited document with the ids of its mentions."""

    name: str
    facts: tuple[str, ...]
    reference: Reference | None


class ReferenceGroup(NamedTuple):
    """Cited documents of one role."""

    heading: str
    cards: tuple[ReferenceCard, ...]


def reference_groups(plan: Plan, say: Wording) -> tuple[ReferenceGroup, ...]:
    """Return the cited documents by role, then the mentions whose document is open."""
    groups = [
        ReferenceGroup(say(f"reference-{role}"), tuple(_of_role(plan, role))) for role in _ROLES
    ]
    cards = [
        ReferenceCard(item.text, (item.id,), None)
        for item in plan.citations
        if item.reference is None
    ]
    groups.append(ReferenceGroup(say("open-citation").capitalize(), tuple(cards)))
    return tuple(group for group in groups if group.cards)


def _of_role(plan: Plan, role: str) -> Iterator[ReferenceCard]:
    for reference in plan.references:
        if reference.role.value == role:
            yield ReferenceCard(reference_name(reference), reference.mentions, reference)
