"""`kehoach export`: the words of the command line."""

from typing import Annotated

import typer

from kehoach_parser.cli.options import FileOptions, To, reads_files

Files = Annotated[list[str] | None, typer.Argument(metavar="metavar-files", help="arg-inputs")]
Output = Annotated[
    str | None, typer.Option("--output", "-o", metavar="metavar-output", help="opt-export-output")
]
Template = Annotated[
    str | None, typer.Option("--template", metavar="metavar-file", help="opt-template")
]
PageImages = Annotated[bool, typer.Option("--page-images", help="opt-page-images")]
Alarm = Annotated[
    list[int] | None, typer.Option("--alarm", min=0, metavar="metavar-days", help="opt-alarm")
]


@reads_files
def export(  # noqa: PLR0913 - one parameter for each option
    files: Files = None,
    *,
    to: To = None,
    output: Output = None,
    template: Template = None,
    alarm: Alarm = None,
    page_images: PageImages = False,
    reading: FileOptions,
) -> None:
    """Write plans as a workbook, a calendar, a register or a document."""
    # What reads and writes documents loads only now, so that `--help` stays quick.
    from kehoach_parser.cli.export_work import Request, run  # noqa: PLC0415

    request = Request(
        files=files or [],
        to=to,
        output=output,
        template=template,
        alarms=tuple(alarm or ()),
        page_images=page_images,
        options=reading.bounded(),
    )
    raise typer.Exit(run(request))
