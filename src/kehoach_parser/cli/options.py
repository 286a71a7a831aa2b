"""The options that several commands share: language, and limits on each file."""

from enum import StrEnum
from typing import Annotated

import typer

from kehoach_parser.cli.entry import VARIABLE


class OutputLanguage(StrEnum):
    """Which language messages have."""

    VI = "vi"
    EN = "en"


class OcrMode(StrEnum):
    """Which pages are read by OCR."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


Lang = Annotated[OutputLanguage, typer.Option(metavar="vi|en", help="opt-lang")]
MaxBytes = Annotated[int | None, typer.Option(min=1, metavar="metavar-count", help="opt-max-bytes")]
MaxPages = Annotated[int | None, typer.Option(min=1, metavar="metavar-count", help="opt-max-pages")]
MaxMemory = Annotated[
    int | None, typer.Option(min=64, metavar="metavar-megabytes", help="opt-max-memory")
]
Timeout = Annotated[
    float | None, typer.Option(min=1, metavar="metavar-seconds", help="opt-timeout")
]
Password = Annotated[
    str | None,
    typer.Option(metavar="metavar-password", envvar=VARIABLE, help="opt-password"),
]
To = Annotated[
    str | None,
    typer.Option(
        "--to", metavar="xlsx|csv|jsonl|ics|register-xlsx|register-csv|docx|md|html", help="opt-to"
    ),
]
Template = Annotated[
    str | None, typer.Option("--template", metavar="metavar-file", help="opt-template")
]
PageImages = Annotated[bool, typer.Option("--page-images", help="opt-page-images")]
Alarm = Annotated[
    list[int] | None, typer.Option("--alarm", min=0, metavar="metavar-days", help="opt-alarm")
]
Ocr = Annotated[OcrMode, typer.Option("--ocr", metavar="auto|always|never", help="opt-ocr")]
OcrEngine = Annotated[
    str | None,
    typer.Option("--ocr-engine", metavar="trueocr|tesseract", help="opt-ocr-engine"),
]
OcrCache = Annotated[
    str | None, typer.Option("--ocr-cache", metavar="metavar-folder", help="opt-ocr-cache")
]
