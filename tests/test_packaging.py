import tomllib
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = Path(__file__).parent.parent / "pyproject.toml"


def _core() -> list[Requirement]:
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    return [Requirement(words) for words in project["dependencies"]]


def _wanted(requirement: Requirement) -> list[Requirement]:
    words = metadata.requires(requirement.name) or []
    return [r for r in map(Requirement, words) if r.marker is None or r.marker.evaluate()]


def _behind(requirement: Requirement, extra: str) -> set[str]:
    wanted = map(Requirement, metadata.requires(requirement.name) or [])
    return {
        canonicalize_name(one.name)
        for one in wanted
        if one.marker is not None and one.marker.evaluate({"extra": canonicalize_name(extra)})
    }


def test_what_an_old_pip_does_not_find_by_its_extra_is_named_here() -> None:
    """Before 23.3 pip wants an extra spelled as its package spells it, and else only warns."""
    named = {canonicalize_name(requirement.name) for requirement in _core()}
    waiting, seen, lost = _core(), set[str](), set[str]()
    while waiting:
        requirement = waiting.pop()
        if str(requirement) in seen:
            continue
        seen.add(str(requirement))
        spelled = metadata.metadata(requirement.name).get_all("Provides-Extra") or []
        for extra in requirement.extras - set(spelled):
            lost |= _behind(requirement, extra) - named
        waiting += _wanted(requirement)
    assert len(seen) > len(named)
    assert lost == set()
