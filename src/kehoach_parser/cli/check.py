"""`kehoach check`: the words of the command line."""

from enum import StrEnum
from typing import Annotated, Literal, NamedTuple

import typer

from kehoach_parser.cli.options import FileOptions, gathers


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


class Asked(NamedTuple):
    """What the command line asks for, as it is written there."""

    paths: Annotated[
        list[str] | None, typer.Argument(metavar="metavar-paths", help="arg-check-paths")
    ] = None
    select: Annotated[
        list[str] | None, typer.Option(metavar="metavar-prefix", help="opt-select")
    ] = None
    ignore: Annotated[
        list[str] | None, typer.Option(metavar="metavar-prefix", help="opt-ignore")
    ] = None
    fail_on: Annotated[
        Literal["error", "warning", "info"] | None,
        typer.Option(metavar="error|warning|info", help="opt-fail-on"),
    ] = None
    only: Annotated[
        Literal["expected", "rules"] | None,
        typer.Option(metavar="expected|rules", help="opt-only"),
    ] = None
    update: Annotated[bool, typer.Option("--update", help="opt-update")] = False
    formats: Annotated[
        list[ReportFormat] | None,
        typer.Option("--format", metavar="metavar-format", help="opt-report-format"),
    ] = None
    outputs: Annotated[
        list[str] | None,
        typer.Option("--output", "-o", metavar="metavar-file", help="opt-report-output"),
    ] = None
    baseline: Annotated[str | None, typer.Option(metavar="metavar-file", help="opt-baseline")] = (
        None
    )
    write_baseline: Annotated[bool, typer.Option("--write-baseline", help="opt-write-baseline")] = (
        False
    )
    config: Annotated[str | None, typer.Option(metavar="metavar-file", help="opt-config")] = None
    fix: Annotated[bool, typer.Option("--fix", help="opt-fix")] = False
    diff: Annotated[bool, typer.Option("--diff", help="opt-diff")] = False
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", "-j", min=1, metavar="metavar-count", help="opt-check-jobs"),
    ] = None


@gathers
def check(asked: Asked, reading: FileOptions) -> None:
    """Check documents by rules and by their expectations."""
    # What reads documents loads only now, so that `--help` stays quick.
    from kehoach_parser.cli.check_work import run  # noqa: PLC0415

    raise typer.Exit(run(asked, reading.options(), reading.max_memory))
