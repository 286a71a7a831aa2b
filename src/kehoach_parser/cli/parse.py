"""`kehoach parse`: the words of the command line."""

from enum import StrEnum
from typing import Annotated

import typer

from kehoach_parser.cli.help import HelpOption
from kehoach_parser.cli.options import (
    Lang,
    MaxBytes,
    MaxMemory,
    MaxPages,
    Ocr,
    OcrCache,
    OcrEngine,
    OcrMode,
    OutputLanguage,
    Password,
    Timeout,
    To,
)


class OutputFormat(StrEnum):
    """How results are written."""

    JSON = "json"
    JSONL = "jsonl"


Files = Annotated[list[str] | None, typer.Argument(metavar="metavar-files", help="arg-files")]
Output = Annotated[
    str | None, typer.Option("--output", "-o", metavar="metavar-output", help="opt-output")
]
Format = Annotated[OutputFormat, typer.Option("--format", metavar="json|jsonl", help="opt-format")]
NoText = Annotated[bool, typer.Option("--no-text", help="opt-no-text")]
Pretty = Annotated[bool, typer.Option("--pretty", help="opt-pretty")]


def parse(  # noqa: PLR0913 - one parameter for each option
    files: Files = None,
    *,
    output: Output = None,
    to: To = None,
    output_format: Format = OutputFormat.JSON,
    no_text: NoText = False,
    pretty: Pretty = False,
    lang: Lang = OutputLanguage.VI,
    max_bytes: MaxBytes = None,
    max_pages: MaxPages = None,
    max_memory: MaxMemory = None,
    timeout: Timeout = None,
    password: Password = None,
    ocr: Ocr = OcrMode.AUTO,
    ocr_engine: OcrEngine = None,
    ocr_cache: OcrCache = None,
    show_help: HelpOption = False,
) -> None:
    """Read files and write their plans as JSON."""
    del show_help  # its callback has done the work
    # What reads documents loads only now, so that `--help` stays quick.
    from kehoach_parser.cli.bounds import limit_memory  # noqa: PLC0415
    from kehoach_parser.cli.exporting import export_each  # noqa: PLC0415
    from kehoach_parser.cli.work import Request, limited, run  # noqa: PLC0415
    from kehoach_parser.pipeline import Options  # noqa: PLC0415
    from kehoach_parser.readers.base import Recognition  # noqa: PLC0415

    limit_memory(max_memory)
    limits = limited(
        max_bytes, max_pages, timeout, password, Recognition(ocr.value, ocr_engine, ocr_cache)
    )
    request = Request(
        files=files or [],
        output=output,
        lines=output_format is OutputFormat.JSONL,
        text=not no_text,
        pretty=pretty,
        options=Options(limits=limits, language=lang.value),
    )
    raise typer.Exit(export_each(request, to) if to else run(request))
