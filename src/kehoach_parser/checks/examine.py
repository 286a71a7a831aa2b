"""One document under all rules: its findings, with their places and fingerprints."""

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

from kehoach_parser.checks import expectation, sidecar
from kehoach_parser.checks.records import Checked, Problem, Region
from kehoach_parser.checks.registry import rules
from kehoach_parser.checks.rule import Hit, Rule, hit
from kehoach_parser.checks.rules_kh import (
    BARRED,
    EXPECTED_BROKEN,
    EXPECTED_DIFFERS,
    UNREADABLE,
    UNUSED_SUPPRESSION,
)
from kehoach_parser.checks.subject import Subject
from kehoach_parser.errors import KehoachError
from kehoach_parser.messages import Language
from kehoach_parser.model import Plan, Severity
from kehoach_parser.pipeline import DEFAULT, Options


class Settings(NamedTuple):
    """What to check and how; plain values, so that a worker process can have it."""

    codes: frozenset[str]
    severity: tuple[tuple[str, Severity], ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    by_rules: bool = True
    by_expectation: bool = True
    update: bool = False
    options: Options = DEFAULT

    @property
    def language(self) -> Language:
        """The language of messages."""
        return self.options.language


def judge(document: Path, shown: str, plan: Plan | KehoachError, settings: Settings) -> Checked:
    """Return the findings in a file that has been read, or why it could not be.

    `shown` is its name in reports. Raises `UsageError` where its sidecar is wrong.
    """
    if isinstance(plan, KehoachError):
        found = hit(message=plan.in_language(settings.language))
        problems = _problems([(UNREADABLE, found)], None, shown, settings)
        return _settled(problems, document, shown, settings)
    subject = Subject(plan)
    hits = [*_by_rules(subject, settings), *_by_expectation(plan, document, settings)]
    problems = _problems(hits, subject, shown, settings)
    checked = _settled(problems, document, shown, settings)
    return checked._replace(result=expectation.expected_text(plan)) if settings.update else checked


def _by_rules(subject: Subject, settings: Settings) -> Iterator[tuple[Rule, Hit]]:
    for rule in rules() if settings.by_rules else ():
        if rule.code in settings.codes:
            yield from ((rule, found) for found in rule.check(subject))


def _by_expectation(plan: Plan, document: Path, settings: Settings) -> Iterator[tuple[Rule, Hit]]:
    path = expectation.beside(document)
    if not settings.by_expectation or settings.update:
        return
    if not os.path.isfile(path):  # noqa: PTH113 - false, too, where its name is too long
        return
    try:
        found = [*expectation.differing(path.read_text("utf-8"), plan, settings.language)]
    except (OSError, ValueError) as error:
        place = (
            f" ({error.lineno}:{error.colno})" if isinstance(error, json.JSONDecodeError) else ""
        )
        yield EXPECTED_BROKEN, hit(name=path.name, place=place)
    else:
        yield from ((EXPECTED_DIFFERS, one) for one in found)


def _problems(
    hits: Iterable[tuple[Rule, Hit]], subject: Subject | None, shown: str, settings: Settings
) -> list[Problem]:
    """Return hits as findings in the order of the text, those of the whole document first."""
    order = {rule.code: number for number, rule in enumerate(rules())}
    placed = sorted(
        enumerate(hits), key=lambda item: (item[1][1].span or (-1, -1), order[item[1][0].code],
                                           item[0]),
    )  # fmt: skip
    return [_problem(rule, found, subject, shown, settings) for _, (rule, found) in placed]


def _problem(
    rule: Rule, found: Hit, subject: Subject | None, shown: str, settings: Settings
) -> Problem:
    text, page = "", found.page
    region = None
    if subject is not None and found.span is not None:
        region = _region(subject, found.span)
        text = subject.plan.text[slice(*subject.line_span(region.line))]
        page = page or subject.page_at(found.span[0])
    anchor = text or ";".join(value for key, value in found.params if key != "message")
    params = dict(found.params)
    said = params.get("message") or rule.message.in_language(settings.language).format(**params)
    if subject is not None and subject.meta.secrecy:
        text = ""  # a secret document's words go nowhere
        said = said if rule.code == BARRED else rule.title.in_language(settings.language)
    return Problem(
        shown, rule.code, rule.name, _severity(rule, settings), said,
        _fingerprint(rule.code, shown, anchor), region, page, text,
    )  # fmt: skip


def _region(subject: Subject, span: tuple[int, int]) -> Region:
    line, end_line = subject.line_at(span[0]), subject.line_at(max(span[1] - 1, span[0]))
    return Region(
        line,
        span[0] - subject.starts[line - 1] + 1,
        end_line,
        span[1] - subject.starts[end_line - 1] + 1,
    )


def _severity(rule: Rule, settings: Settings) -> Severity:
    """Return a rule's severity, or what the configuration makes of it, the longest code first."""
    fitting = [entry for entry in settings.severity if rule.code.startswith(entry[0].upper())]
    return max(fitting, key=lambda entry: len(entry[0]))[1] if fitting else rule.severity


def _fingerprint(code: str, shown: str, anchor: str) -> str:
    """Return what names a finding without its line's number."""
    return hashlib.sha256(json.dumps([code, shown, anchor.strip()]).encode()).hexdigest()[:20]


def _settled(problems: list[Problem], document: Path, shown: str, settings: Settings) -> Checked:
    """Leave out what is not asked for and what the sidecar suppresses; tell its idle entries."""
    entries = sidecar.suppressions(document)
    codes = _wanted(shown, settings)
    wanted = [one for one in problems if one.code in codes]
    kept = [one for one in wanted if not any(entry.covers(one) for entry in entries)]
    suppressed = len(wanted) - len(kept)
    idle = [
        (UNUSED_SUPPRESSION, hit(entry=entry.code))
        for entry in entries
        if not any(entry.covers(one) for one in problems)
    ]
    if settings.by_rules and settings.by_expectation:
        told = _problems(idle, None, shown, settings)
        kept += [one for one in told if one.code in codes]
    return Checked(shown, tuple(kept), suppressed)


def _wanted(shown: str, settings: Settings) -> frozenset[str]:
    """Return the codes that count in a file."""
    refused = [
        prefix.upper()
        for pattern, prefixes in settings.per_file_ignores
        if fnmatchcase(shown, pattern) or fnmatchcase(shown.rsplit("/", 1)[-1], pattern)
        for prefix in prefixes
    ]
    return frozenset(code for code in settings.codes if not code.startswith(tuple(refused)))
