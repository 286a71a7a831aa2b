"""`kehoach check`: the words of the command line."""

from enum import StrEnum
from typing import Annotated, Literal

import typer

from kehoach_parser.cli.options import FileOptions, reads_files


class ReportFormat(StrEnum):
    """How findings are written."""

    CONCISE = "concise"
    FULL = "full"
    JSON = "json"
    JSONL = "jsonl"
    JUNIT = "junit"
    SARIF = "sarif"
    GITHUB = "github"
    GITLAB = "gitlab"
    HTML = "html"


Paths = Annotated[list[str] | None, typer.Argument(metavar="metavar-paths", help="arg-check-paths")]
Select = Annotated[
    list[str] | None, typer.Option("--select", metavar="metavar-prefix", help="opt-select")
]
Ignore = Annotated[
    list[str] | None, typer.Option("--ignore", metavar="metavar-prefix", help="opt-ignore")
]
FailOn = Annotated[
    Literal["error", "warning", "info"] | None,
    typer.Option("--fail-on", metavar="error|warning|info", help="opt-fail-on"),
]
Only = Annotated[
    Literal["expected", "rules"] | None,
    typer.Option("--only", metavar="expected|rules", help="opt-only"),
]
Update = Annotated[bool, typer.Option("--update", help="opt-update")]
Formats = Annotated[
    list[ReportFormat] | None,
    typer.Option("--format", metavar="metavar-format", help="opt-report-format"),
]
Outputs = Annotated[
    list[str] | None,
    typer.Option("--output", "-o", metavar="metavar-file", help="opt-report-output"),
]
Baseline = Annotated[
    str | None, typer.Option("--baseline", metavar="metavar-file", help="opt-baseline")
]
WriteBaseline = Annotated[bool, typer.Option("--write-baseline", help="opt-write-baseline")]
ConfigFile = Annotated[
    str | None, typer.Option("--config", metavar="metavar-file", help="opt-config")
]
Fix = Annotated[bool, typer.Option("--fix", help="opt-fix")]
Diff = Annotated[bool, typer.Option("--diff", help="opt-diff")]
Jobs = Annotated[
    int | None, typer.Option("--jobs", "-j", min=1, metavar="metavar-count", help="opt-check-jobs")
]


@reads_files
def check(  # noqa: PLR0913 - one parameter for each option
    paths: Paths = None,
    *,
    select: Select = None,
    ignore: Ignore = None,
    fail_on: FailOn = None,
    only: Only = None,
    update: Update = False,
    report_format: Formats = None,
    output: Outputs = None,
    baseline: Baseline = None,
    write_baseline: WriteBaseline = False,
    config: ConfigFile = None,
    fix: Fix = False,
    diff: Diff = False,
    jobs: Jobs = None,
    reading: FileOptions,
) -> None:
    """Check documents by rules and by their expectations."""
    # What reads documents loads only now, so that `--help` stays quick.
    from kehoach_parser.cli.check_work import Request, run  # noqa: PLC0415

    request = Request(
        paths=tuple(paths or ()),
        select=split(select),
        ignore=split(ignore),
        fail_on=fail_on,
        only=only,
        update=update,
        formats=tuple(one.value for one in report_format or ()),
        outputs=tuple(output or ()),
        baseline=baseline,
        write_baseline=write_baseline,
        config=config,
        fix=fix,
        diff=diff,
        jobs=jobs,
        max_memory=reading.max_memory,
        options=reading.options(),
    )
    raise typer.Exit(run(request))


def split(values: list[str] | None) -> tuple[str, ...]:
    """Return the codes of repeated and comma-separated values.

    >>> split(["FMT,CIT0", "DUE"])
    ('FMT', 'CIT0', 'DUE')
    """
    return tuple(
        part.strip() for value in values or () for part in value.split(",") if part.strip()
    )
