"""Suppressions beside a document, `NAME.EXT.kehoach.toml`.

[[ignore]]
code = "FMT001"               # a code or its beginning
text = "Số:      /KH-UBND"    # optional: only findings whose line or message holds it
reason = "văn thư cấp số sau" # required
"""

import os
from pathlib import Path
from typing import Final, NamedTuple

from kehoach_parser.checks.records import Problem
from kehoach_parser.checks.registry import selected
from kehoach_parser.checks.toml_files import is_list, is_table, known_only, read_toml, wrong

SUFFIX: Final = ".kehoach.toml"
_KEYS: Final = ("code", "text", "reason")


class Suppression(NamedTuple):
    """One entry: the codes that it suppresses, where its text (if any) stands."""

    code: str
    codes: frozenset[str]
    text: str

    def covers(self, problem: Problem) -> bool:
        """Return whether the entry suppresses a finding."""
        if problem.code not in self.codes:
            return False
        return self.text in problem.text or self.text in problem.message


def suppressions(document: Path) -> tuple[Suppression, ...]:
    """Return the entries of a document's sidecar, none where it has no sidecar.

    Raises `UsageError` where the sidecar is wrong.
    """
    path = document.with_name(document.name + SUFFIX)
    if not os.path.isfile(path):  # noqa: PTH113 - false, too, where its name is too long
        return ()
    table = read_toml(path)
    known_only(table, ("ignore",), path)
    entries = table.get("ignore", [])
    if not is_list(entries):
        raise wrong(path, "ignore", "[[ignore]]")
    return tuple(_entry(entry, path) for entry in entries)


def _entry(entry: object, path: Path) -> Suppression:
    if not is_table(entry):
        raise wrong(path, "ignore", "[[ignore]]")
    known_only(entry, _KEYS, path)
    for key in _KEYS:
        value = entry.get(key, "")
        if not isinstance(value, str) or (key != "text" and not value.strip()):
            raise wrong(path, f"ignore.{key}", f'{key} = "…"')
    code = str(entry["code"])
    return Suppression(code, selected([code], []), str(entry.get("text", "")))
