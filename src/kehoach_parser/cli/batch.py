"""`kehoach batch`: the words of the command line."""

from typing import Annotated, Final, Literal, NamedTuple

import typer

from kehoach_parser.cli.options import FileOptions, NoText, gathers
from kehoach_parser.errors import UsageError

AUTO: Final = "auto"


def _jobs(value: str) -> int | None:
    """Return a number of workers, null for `auto`."""
    if value == AUTO:
        return None
    if not value.isdecimal() or int(value) < 1:
        raise UsageError("usage-jobs", value=value)
    return int(value)


class Asked(NamedTuple):
    """What the command line asks for."""

    paths: Annotated[
        list[str] | None, typer.Argument(metavar="metavar-paths", help="arg-paths")
    ] = None
    out: Annotated[
        str | None, typer.Option("--out", "-o", metavar="metavar-folder", help="opt-out")
    ] = None
    form: Annotated[
        Literal["json", "jsonl", "both"],
        typer.Option("--format", metavar="json|jsonl|both", help="opt-batch-format"),
    ] = "json"
    include: Annotated[
        list[str] | None, typer.Option(metavar="metavar-pattern", help="opt-include")
    ] = None
    exclude: Annotated[
        list[str] | None, typer.Option(metavar="metavar-pattern", help="opt-exclude")
    ] = None
    jobs: Annotated[str, typer.Option("--jobs", "-j", metavar="metavar-jobs", help="opt-jobs")] = (
        AUTO
    )
    resume: Annotated[bool, typer.Option("--resume", help="opt-resume")] = False
    no_text: NoText = False
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="opt-quiet")] = False
    log: Annotated[str | None, typer.Option(metavar="metavar-file", help="opt-log")] = None


@gathers
def batch(asked: Asked, reading: FileOptions) -> None:
    """Read folders of files; write results, a journal and a manifest."""
    workers = _jobs(asked.jobs)
    # What reads documents loads only now, so that `--help` stays quick.
    from kehoach_parser.batch.runner import Request  # noqa: PLC0415
    from kehoach_parser.batch.settings import Settings  # noqa: PLC0415
    from kehoach_parser.batch.store import Formats  # noqa: PLC0415
    from kehoach_parser.cli.batch_work import Talk, output_folder, run, words_of  # noqa: PLC0415

    options = reading.options()
    request = Request(
        words=words_of(asked.paths or []),
        output=output_folder(asked.out),
        formats=Formats(files=asked.form != "jsonl", lines=asked.form != "json"),
        include=tuple(asked.include or ()),
        exclude=tuple(asked.exclude or ()),
        settings=Settings(options, text=not asked.no_text, max_memory=reading.max_memory),
        jobs=workers,
        resume=asked.resume,
    )
    raise typer.Exit(run(request, Talk(quiet=asked.quiet, log=asked.log)))
