"""The configuration: `kehoach.toml`, or `[tool.kehoach]` in `pyproject.toml`, found upwards."""

from pathlib import Path
from typing import Final, NamedTuple

from kehoach_parser.checks.registry import selected
from kehoach_parser.checks.toml_files import is_table, known_only, read_toml, texts, wrong
from kehoach_parser.model import Severity

_OWN: Final = "kehoach.toml"
_SHARED: Final = "pyproject.toml"
_CODES: Final = '["FMT", "DUE003"]'
_KEYS: Final = (
    "select", "ignore", "fail-on", "exclude", "baseline", "per-file-ignores", "severity"
)  # fmt: skip
_LEVELS: Final = " | ".join(f'"{level.value}"' for level in Severity)


class Config(NamedTuple):
    """What a project sets; `folder` is where it stands, and what its paths start from."""

    folder: Path | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Severity | None = None
    exclude: tuple[str, ...] = ()
    baseline: str | None = None
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    severity: tuple[tuple[str, Severity], ...] = ()


def load(start: Path, named: str | None = None) -> Config:
    """Return the configuration that holds in a folder: the nearest one upwards, or the named.

    Raises `UsageError` where it is wrong; a key that is not known is wrong.
    """
    if named is not None:
        return _read(Path(named), required=True) or Config()
    for folder in (start, *start.parents):
        for name in (_OWN, _SHARED):
            if (folder / name).is_file() and (found := _read(folder / name, required=name == _OWN)):
                return found
    return Config()


def _read(path: Path, *, required: bool) -> Config | None:
    """Return the configuration in a file, null where a `pyproject.toml` has none."""
    table: object = read_toml(path)
    if path.name == _SHARED and is_table(table):
        tool = table.get("tool")
        table = tool.get("kehoach") if is_table(tool) else None
        if table is None and not required:
            return None
    if not is_table(table):
        raise wrong(path, "tool.kehoach", "[tool.kehoach]")
    known_only(table, _KEYS, path)
    return Config(
        folder=path.resolve().parent,
        select=_codes(table, "select", path),
        ignore=_codes(table, "ignore", path),
        fail_on=_level(table["fail-on"], "fail-on", path) if "fail-on" in table else None,
        exclude=texts(table.get("exclude", []), lambda: wrong(path, "exclude", '["cu/*"]')),
        baseline=_file(table, path),
        per_file_ignores=_per_file(table, path),
        severity=_severities(table, path),
    )


def _codes(table: dict[str, object], key: str, path: Path) -> tuple[str, ...]:
    """Return an array of codes; what begins no code is refused."""
    found = texts(table.get(key, []), lambda: wrong(path, key, _CODES))
    selected(found, [])
    return found


def _level(value: object, key: str, path: Path) -> Severity:
    if value not in [level.value for level in Severity]:
        raise wrong(path, key, _LEVELS)
    return Severity(value)


def _file(table: dict[str, object], path: Path) -> str | None:
    value = table.get("baseline")
    if value is None or isinstance(value, str):
        return value
    raise wrong(path, "baseline", '"kehoach-baseline.json"')


def _per_file(table: dict[str, object], path: Path) -> tuple[tuple[str, tuple[str, ...]], ...]:
    key = "per-file-ignores"
    value = table.get(key, {})
    if not is_table(value):
        raise wrong(path, key, f'{{"cu/*" = {_CODES}}}')
    return tuple((pattern, _codes(value, pattern, path)) for pattern in value)


def _severities(table: dict[str, object], path: Path) -> tuple[tuple[str, Severity], ...]:
    value = table.get("severity", {})
    if not is_table(value):
        raise wrong(path, "severity", '{STR004 = "warning"}')
    selected(tuple(value), [])
    return tuple((code, _level(level, f"severity.{code}", path)) for code, level in value.items())
