"""`kehoach check` without its words: from paths to reports and an exit code."""

import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kehoach_parser.checks import baseline as known
from kehoach_parser.checks.config import Config, load
from kehoach_parser.checks.examine import Settings
from kehoach_parser.checks.expectation import beside
from kehoach_parser.checks.formats import github, gitlab, html, junit, plain, sarif
from kehoach_parser.checks.registry import selected
from kehoach_parser.checks.report import Report
from kehoach_parser.cli import check_fix, console
from kehoach_parser.cli.check_files import Document, documents
from kehoach_parser.cli.check_jobs import examined
from kehoach_parser.cli.outputs import deliver, identity, refuse_inputs, write_whole
from kehoach_parser.cli.shell import DONE, NO_PLAN
from kehoach_parser.cli.words import word
from kehoach_parser.errors import UsageError
from kehoach_parser.messages import Language
from kehoach_parser.model import Severity
from kehoach_parser.pipeline import Options

if TYPE_CHECKING:
    from kehoach_parser.cli.check import Asked

CI: Final = "CI"
"""The variable that continuous integration sets."""


def run(asked: "Asked", options: Options, max_memory: int | None) -> int:
    """Check the documents and write the reports; return the exit code."""
    targets = _targets(asked)
    config = load(Path.cwd(), asked.config)
    settings = _settings(asked, config, options)
    path = _baseline(asked, config)
    written = [target for _, target in targets if target]
    found = _read(asked, config, [*written, path] if path and asked.write_baseline else written)
    if asked.diff:
        return check_fix.shown(found, options)
    if asked.fix:
        check_fix.fixed(found, options)
    files, worst = examined(found, settings, asked.jobs, max_memory)
    if asked.update:
        _update(found, {file.path: file.result for file in files}, options.language)
    fail_on = Severity(asked.fail_on) if asked.fail_on else config.fail_on or Severity.WARNING
    report = Report(files, fail_on, language=options.language)
    if asked.write_baseline and path:
        write_whole(path, known.written(report).encode())
        return worst
    if path and (asked.baseline or path.exists()):
        report = known.without_known(report, known.read(path))
    for render, target in targets:
        deliver(render(report).encode(), target)
    _summary(report)
    return max(worst, NO_PLAN if report.fails else DONE)


def _read(asked: "Asked", config: Config, written: Sequence[Path]) -> list[Document]:
    """Return the documents without the reports of an earlier run that are written anew.

    Raises `UsageError` where a report would replace a document that is named.
    """
    found = documents(asked.paths or (), config.exclude)
    refuse_inputs((document.path for document in found if document.named), written)
    own = {identity(path) for path in written} - {None}
    return [document for document in found if not own or identity(document.path) not in own]


def _settings(asked: "Asked", config: Config, options: Options) -> Settings:
    """Return what to check; the command line's choice stands for the configuration's."""
    if not asked.paths or "" in asked.paths:
        raise UsageError("usage-check-no-input")
    if asked.update and os.environ.get(CI):
        raise UsageError("usage-update-ci")
    select, ignore = _split(asked.select), _split(asked.ignore)
    return Settings(
        selected(select or config.select, ignore if select else (*config.ignore, *ignore)),
        config.severity,
        config.per_file_ignores,
        by_rules=asked.only != "expected",
        by_expectation=asked.only != "rules",
        update=asked.update,
        options=options,
    )


def _split(values: list[str] | None) -> tuple[str, ...]:
    """Return the codes of repeated and comma-separated values.

    >>> _split(["FMT,CIT0", "DUE"])
    ('FMT', 'CIT0', 'DUE')
    """
    return tuple(
        part.strip() for value in values or () for part in value.split(",") if part.strip()
    )


def _baseline(asked: "Asked", config: Config) -> Path | None:
    """Return where the baseline is; the configuration's is named from its own folder."""
    if asked.baseline:
        return Path(asked.baseline)
    if config.baseline and config.folder:
        return config.folder / config.baseline
    if asked.write_baseline:
        raise UsageError("usage-baseline-none")
    return None


def _full(report: Report) -> str:
    from kehoach_parser.cli.check_screen import WIDTH, drawn_at  # noqa: PLC0415 - slow to load

    return drawn_at(report, WIDTH, colour=False)


def _on_screen(report: Report) -> str:
    from kehoach_parser.cli.check_screen import drawn  # noqa: PLC0415 - slow to load

    return drawn(report)


Render = Callable[[Report], str]
_FORMATS: Final[dict[str, Render]] = {
    "concise": plain.render_concise,
    "full": _full,
    "json": plain.render_json,
    "jsonl": plain.render_jsonl,
    "junit": junit.render,
    "sarif": sarif.render,
    "github": github.render,
    "gitlab": gitlab.render,
    "html": html.render,
}


def _targets(asked: "Asked") -> list[tuple[Render, Path | None]]:
    """Return each format with the file it goes to, the one that is left to standard output."""
    formats = tuple(one.value for one in asked.formats or ()) or ("concise",)
    outputs = asked.outputs or []
    if len(outputs) > len(formats) or len(formats) - len(outputs) > 1:
        raise UsageError("usage-outputs", outputs=len(outputs), formats=len(formats))
    if len(set(map(os.path.normcase, outputs))) < len(outputs):
        names = ", ".join(formats)
        raise UsageError("usage-same-output", first=names, second=names, output=outputs[0])
    paths = [*map(Path, outputs), *[None] * (len(formats) - len(outputs))]
    return [(_render(name, path), path) for name, path in zip(formats, paths, strict=True)]


def _render(name: str, path: Path | None) -> Render:
    return _on_screen if name == "full" and path is None else _FORMATS[name]


def _update(found: list[Document], results: dict[str, str | None], language: Language) -> None:
    """Write the expectations that there are, and of documents that were named themselves."""
    count = 0
    for document in found:
        path, result = beside(document.path), results.get(document.shown)
        if result is None or not (document.named or path.is_file()):
            continue
        if not path.is_file() or path.read_bytes() != result.encode():
            write_whole(path, result.encode())
            count += 1
    console.tell(word("check-updated", language, count=count))


def _summary(report: Report) -> None:
    """Tell the counts on standard error."""
    counts = ", ".join(
        f"{count} {word(f'severity-{level.value}', report.language)}"
        for level, count in report.counts().items()
    )
    parts = [word("check-summary", report.language, files=len(report.files), counts=counts)]
    parts += _left_out(report)
    console.tell("; ".join(parts))


def _left_out(report: Report) -> Iterator[str]:
    say = partial(word, language=report.language)
    for code, count in (
        ("check-suppressed", report.suppressed),
        ("check-hidden", report.hidden),
        ("check-stale", report.stale),
    ):
        if count:
            yield say(code, count=count)
