"""`kehoach check` without its words: from paths to reports and an exit code."""

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

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
from kehoach_parser.cli.outputs import write_whole
from kehoach_parser.cli.shell import DONE, NO_PLAN
from kehoach_parser.cli.words import word
from kehoach_parser.errors import UsageError
from kehoach_parser.messages import Language
from kehoach_parser.model import Severity
from kehoach_parser.pipeline import DEFAULT, Options

CI: Final = "CI"
"""The variable that continuous integration sets."""


class Request(NamedTuple):
    """What the command line asks for, as it is written there."""

    paths: tuple[str, ...]
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str | None = None
    only: str | None = None
    update: bool = False
    formats: tuple[str, ...] = ()
    outputs: tuple[str, ...] = ()
    baseline: str | None = None
    write_baseline: bool = False
    config: str | None = None
    fix: bool = False
    diff: bool = False
    jobs: int | None = None
    max_memory: int | None = None
    options: Options = DEFAULT

    @property
    def language(self) -> Language:
        """The language of messages."""
        return self.options.language


def run(request: Request) -> int:
    """Check the documents and write the reports; return the exit code."""
    targets = _targets(request)
    config = load(Path.cwd(), request.config)
    settings = _settings(request, config)
    path = _baseline(request, config)
    found = documents(request.paths, config.exclude)
    if request.diff:
        return check_fix.shown(found, request.options)
    if request.fix:
        check_fix.fixed(found, request.options)
    files, worst = examined(found, settings, request.jobs, request.max_memory)
    if request.update:
        _update(found, {file.path: file.result for file in files}, request.language)
    report = Report(files, _fail_on(request, config), language=request.language)
    if request.write_baseline and path:
        write_whole(path, known.written(report).encode())
        return worst
    if path and (request.baseline or path.exists()):
        report = known.without_known(report, known.read(path))
    for render, target in targets:
        _write(render(report).encode(), target)
    _summary(report)
    return max(worst, NO_PLAN if report.fails else DONE)


def _settings(request: Request, config: Config) -> Settings:
    """Return what to check; the command line's choice stands for the configuration's."""
    if not request.paths:
        raise UsageError("usage-check-no-input")
    if request.update and os.environ.get(CI):
        raise UsageError("usage-update-ci")
    ignore = (*config.ignore, *request.ignore) if not request.select else request.ignore
    return Settings(
        selected(request.select or config.select, ignore),
        config.severity,
        config.per_file_ignores,
        by_rules=request.only != "expected",
        by_expectation=request.only != "rules",
        update=request.update,
        options=request.options,
    )


def _fail_on(request: Request, config: Config) -> Severity:
    if request.fail_on:
        return Severity(request.fail_on)
    return config.fail_on or Severity.WARNING


def _baseline(request: Request, config: Config) -> Path | None:
    """Return where the baseline is; the configuration's is named from its own folder."""
    if request.baseline:
        return Path(request.baseline)
    if config.baseline and config.folder:
        return config.folder / config.baseline
    if request.write_baseline:
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


def _targets(request: Request) -> list[tuple[Render, Path | None]]:
    """Return each format with the file it goes to, the one that is left to standard output."""
    formats = request.formats or ("concise",)
    outputs = request.outputs
    if len(outputs) > len(formats) or len(formats) - len(outputs) > 1:
        raise UsageError("usage-outputs", outputs=len(outputs), formats=len(formats))
    if len(set(map(os.path.normcase, outputs))) < len(outputs):
        names = ", ".join(formats)
        raise UsageError("usage-same-output", first=names, second=names, output=outputs[0])
    paths = [*map(Path, outputs), *[None] * (len(formats) - len(outputs))]
    return [(_render(name, path), path) for name, path in zip(formats, paths, strict=True)]


def _render(name: str, path: Path | None) -> Render:
    return _on_screen if name == "full" and path is None else _FORMATS[name]


def _write(data: bytes, target: Path | None) -> None:
    if target is None:
        console.write(data)
    else:
        write_whole(target, data)


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
