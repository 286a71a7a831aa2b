"""All rules, and which of them somebody selects by codes or their beginnings."""

from collections.abc import Iterable, Sequence
from functools import cache
from importlib import import_module
from operator import attrgetter

from kehoach_parser.checks.rule import FAMILIES, Rule
from kehoach_parser.errors import UsageError


@cache
def rules() -> tuple[Rule, ...]:
    """Return all rules in the order of families, each of a module `rules_…`, and codes."""
    modules = (import_module(f"{__package__}.rules_{family.lower()}") for family in FAMILIES)
    found = ([one for one in vars(module).values() if isinstance(one, Rule)] for module in modules)
    return tuple(one for family in found for one in sorted(family, key=attrgetter("code")))


def rules_of(code: str) -> tuple[Rule, ...]:
    """Return the rule of a code or a name, else those whose codes begin so.

    Raises `UsageError` where there is none.

    >>> [one.code for one in rules_of("fmt001")], len(rules_of("FMT")) > 1
    (['FMT001'], True)
    """
    wanted = code.strip()
    for one in rules():
        if wanted.upper() == one.code or wanted.lower() == one.name:
            return (one,)
    found = tuple(one for one in rules() if wanted and one.code.startswith(wanted.upper()))
    if not found:
        raise UsageError("usage-no-rule", rule=code)
    return found


def selected(select: Sequence[str], ignore: Sequence[str]) -> frozenset[str]:
    """Return the codes that are chosen; of a choice and a refusal the longer beginning counts.

    Without `select` all are chosen. Raises `UsageError` for what begins no code.

    >>> sorted(selected(["CIT00", "NUM"], ["CIT", "NUM002"]))[:2]
    ['CIT001', 'CIT002']
    """
    for prefix in (*select, *ignore):
        if not any(one.code.startswith(prefix.upper()) for one in rules()):
            raise UsageError("usage-no-rule", rule=prefix)
    return frozenset(
        one.code
        for one in rules()
        if _longest(one.code, select or ("",)) > _longest(one.code, ignore)
    )


def _longest(code: str, prefixes: Iterable[str]) -> int:
    return max((len(p) for p in prefixes if code.startswith(p.upper())), default=-1)
