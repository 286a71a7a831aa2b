"""`kehoach parse`: the words of the command line."""

from typing import Annotated, Literal

import typer

from kehoach_parser.cli.options import FileOptions, NoText, To, reads_files

Files = Annotated[list[str] | None, typer.Argument(metavar="metavar-files", help="arg-files")]
Output = Annotated[
    str | None, typer.Option("--output", "-o", metavar="metavar-output", help="opt-output")
]
Format = Annotated[
    Literal["json", "jsonl"], typer.Option("--format", metavar="json|jsonl", help="opt-format")
]
Pretty = Annotated[bool, typer.Option("--pretty", help="opt-pretty")]


@reads_files
def parse(  # noqa: PLR0913 - one parameter for each option
    files: Files = None,
    *,
    output: Output = None,
    to: To = None,
    output_format: Format = "json",
    no_text: NoText = False,
    pretty: Pretty = False,
    reading: FileOptions,
) -> None:
    """Read files and write their plans as JSON."""
    # What reads documents loads only now, so that `--help` stays quick.
    from kehoach_parser.cli.export_work import export_each  # noqa: PLC0415
    from kehoach_parser.cli.parse_work import Request, run  # noqa: PLC0415

    request = Request(
        files=files or [],
        output=output,
        lines=output_format == "jsonl",
        text=not no_text,
        pretty=pretty,
        options=reading.bounded(),
    )
    raise typer.Exit(export_each(request, to) if to else run(request))
