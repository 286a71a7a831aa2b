"""`kehoach export`: the words of the command line."""

from typing import Annotated, NamedTuple

import typer

from kehoach_parser.cli.options import FileOptions, To, gathers


class Asked(NamedTuple):
    """What the command line asks for."""

    files: Annotated[
        list[str] | None, typer.Argument(metavar="metavar-files", help="arg-inputs")
    ] = None
    to: To = None
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="metavar-output", help="opt-export-output"),
    ] = None
    template: Annotated[str | None, typer.Option(metavar="metavar-file", help="opt-template")] = (
        None
    )
    alarm: Annotated[
        list[int] | None, typer.Option(min=0, metavar="metavar-days", help="opt-alarm")
    ] = None
    page_images: Annotated[bool, typer.Option("--page-images", help="opt-page-images")] = False


@gathers
def export(asked: Asked, reading: FileOptions) -> None:
    """Write plans as a workbook, a calendar, a register or a document."""
    # What reads and writes documents loads only now, so that `--help` stays quick.
    from kehoach_parser.cli.export_work import Request, run  # noqa: PLC0415

    request = Request(
        files=asked.files or [],
        to=asked.to,
        output=asked.output,
        template=asked.template,
        alarms=tuple(asked.alarm or ()),
        page_images=asked.page_images,
        options=reading.options(),
        max_memory=reading.max_memory,
    )
    raise typer.Exit(run(request))
