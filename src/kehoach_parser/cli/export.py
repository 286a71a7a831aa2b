"""`kehoach export`: the words of the command line."""

from typing import Annotated

import typer

from kehoach_parser.cli.help import HelpOption
from kehoach_parser.cli.options import (
    Alarm,
    Lang,
    MaxBytes,
    MaxMemory,
    MaxPages,
    OutputLanguage,
    PageImages,
    Password,
    Template,
    Timeout,
    To,
)

Files = Annotated[list[str] | None, typer.Argument(metavar="metavar-files", help="arg-inputs")]
Output = Annotated[
    str | None, typer.Option("--output", "-o", metavar="metavar-output", help="opt-export-output")
]


def export(  # noqa: PLR0913 - one parameter for each option
    files: Files = None,
    *,
    to: To = None,
    output: Output = None,
    template: Template = None,
    alarm: Alarm = None,
    page_images: PageImages = False,
    lang: Lang = OutputLanguage.VI,
    max_bytes: MaxBytes = None,
    max_pages: MaxPages = None,
    max_memory: MaxMemory = None,
    timeout: Timeout = None,
    password: Password = None,
    show_help: HelpOption = False,
) -> None:
    """Write plans as a workbook, a calendar, a register or a document."""
    del show_help  # its callback has done the work
    # What reads and writes documents loads only now, so that `--help` stays quick.
    from kehoach_parser.cli.bounds import limit_memory  # noqa: PLC0415
    from kehoach_parser.cli.exporting import Request, run  # noqa: PLC0415
    from kehoach_parser.cli.work import limited  # noqa: PLC0415
    from kehoach_parser.pipeline import Options  # noqa: PLC0415

    limit_memory(max_memory)
    limits = limited(max_bytes, max_pages, timeout, password)
    request = Request(
        files=files or [],
        to=to,
        output=output,
        template=template,
        alarms=tuple(alarm or ()),
        page_images=page_images,
        options=Options(limits=limits, language=lang.value),
    )
    raise typer.Exit(run(request))
