"""`kehoach parse`: the words of the command line."""

from typing import Annotated, Literal, NamedTuple

import typer

from kehoach_parser.cli.options import FileOptions, NoText, To, gathers


class Asked(NamedTuple):
    """What the command line asks for."""

    files: Annotated[
        list[str] | None, typer.Argument(metavar="metavar-files", help="arg-files")
    ] = None
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="metavar-output", help="opt-output")
    ] = None
    to: To = None
    form: Annotated[
        Literal["json", "jsonl"], typer.Option("--format", metavar="json|jsonl", help="opt-format")
    ] = "json"
    no_text: NoText = False
    pretty: Annotated[bool, typer.Option("--pretty", help="opt-pretty")] = False


@gathers
def parse(asked: Asked, reading: FileOptions) -> None:
    """Read files and write their plans as JSON."""
    # What reads documents loads only now, so that `--help` stays quick.
    from kehoach_parser.cli.export_work import export_each  # noqa: PLC0415
    from kehoach_parser.cli.parse_work import Request, run  # noqa: PLC0415

    request = Request(
        files=asked.files or [],
        output=asked.output,
        lines=asked.form == "jsonl",
        text=not asked.no_text,
        pretty=asked.pretty,
        options=reading.options(),
        max_memory=reading.max_memory,
    )
    raise typer.Exit(export_each(request, asked.to) if asked.to else run(request))
