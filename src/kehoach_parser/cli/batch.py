"""`kehoach batch`: the words of the command line."""

from typing import Annotated, Final, Literal

import typer

from kehoach_parser.cli.options import FileOptions, NoText, reads_files
from kehoach_parser.errors import UsageError

AUTO: Final = "auto"


def _jobs(value: str) -> int | None:
    """Return a number of workers, null for `auto`."""
    if value == AUTO:
        return None
    if not value.isdecimal() or int(value) < 1:
        raise UsageError("usage-jobs", value=value)
    return int(value)


Paths = Annotated[list[str] | None, typer.Argument(metavar="metavar-paths", help="arg-paths")]
Out = Annotated[str | None, typer.Option("--out", "-o", metavar="metavar-folder", help="opt-out")]
Format = Annotated[
    Literal["json", "jsonl", "both"],
    typer.Option("--format", metavar="json|jsonl|both", help="opt-batch-format"),
]
Include = Annotated[list[str] | None, typer.Option(metavar="metavar-pattern", help="opt-include")]
Exclude = Annotated[list[str] | None, typer.Option(metavar="metavar-pattern", help="opt-exclude")]
Jobs = Annotated[str, typer.Option("--jobs", "-j", metavar="metavar-jobs", help="opt-jobs")]
Resume = Annotated[bool, typer.Option("--resume", help="opt-resume")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="opt-quiet")]
Log = Annotated[str | None, typer.Option("--log", metavar="metavar-file", help="opt-log")]


@reads_files
def batch(  # noqa: PLR0913 - one parameter for each option
    paths: Paths = None,
    *,
    out: Out = None,
    output_format: Format = "json",
    include: Include = None,
    exclude: Exclude = None,
    jobs: Jobs = AUTO,
    resume: Resume = False,
    no_text: NoText = False,
    quiet: Quiet = False,
    log: Log = None,
    reading: FileOptions,
) -> None:
    """Read folders of files; write results, a journal and a manifest."""
    workers = _jobs(jobs)
    # What reads documents loads only now, so that `--help` stays quick.
    from kehoach_parser.batch.runner import Request  # noqa: PLC0415
    from kehoach_parser.batch.settings import Settings  # noqa: PLC0415
    from kehoach_parser.batch.store import Formats  # noqa: PLC0415
    from kehoach_parser.cli.batch_work import Talk, output_folder, run, words_of  # noqa: PLC0415

    options = reading.options()
    request = Request(
        words=words_of(paths or []),
        output=output_folder(out),
        formats=Formats(files=output_format != "jsonl", lines=output_format != "json"),
        include=tuple(include or ()),
        exclude=tuple(exclude or ()),
        settings=Settings(options, text=not no_text, max_memory=reading.max_memory),
        jobs=workers,
        resume=resume,
    )
    raise typer.Exit(run(request, Talk(quiet=quiet, log=log)))
