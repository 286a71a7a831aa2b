"""The options that several commands share: how files are read, and the format of exports."""

import inspect
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

import typer

from kehoach_parser.cli.help import HelpOption
from kehoach_parser.cli.shell import PASSWORD_VARIABLE
from kehoach_parser.messages import Language

if TYPE_CHECKING:
    from kehoach_parser.pipeline import Options


NoText = Annotated[bool, typer.Option("--no-text", help="opt-no-text")]
Lang = Annotated[Language, typer.Option(metavar="vi|en", help="opt-lang")]
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
    typer.Option(metavar="metavar-password", envvar=PASSWORD_VARIABLE, help="opt-password"),
]
To = Annotated[
    str | None,
    typer.Option(
        "--to", metavar="xlsx|csv|jsonl|ics|register-xlsx|register-csv|docx|md|html", help="opt-to"
    ),
]
Ocr = Annotated[
    Literal["auto", "always", "never"],
    typer.Option("--ocr", metavar="auto|always|never", help="opt-ocr"),
]
OcrEngine = Annotated[
    str | None,
    typer.Option("--ocr-engine", metavar="trueocr|tesseract", help="opt-ocr-engine"),
]
OcrCache = Annotated[
    str | None, typer.Option("--ocr-cache", metavar="metavar-folder", help="opt-ocr-cache")
]


class FileOptions(NamedTuple):
    """How files are read: each field is an option of every command that reads files."""

    lang: Lang = "vi"
    max_bytes: MaxBytes = None
    max_pages: MaxPages = None
    max_memory: MaxMemory = None
    timeout: Timeout = None
    password: Password = None
    ocr: Ocr = "auto"
    ocr_engine: OcrEngine = None
    ocr_cache: OcrCache = None
    show_help: HelpOption = False

    def options(self) -> "Options":
        """Return what the library is told; loads what reads documents."""
        from kehoach_parser.pipeline import Options  # noqa: PLC0415 - keeps `--help` quick
        from kehoach_parser.readers.base import (  # noqa: PLC0415 - the same
            DEFAULT_LIMITS,
            Limits,
            Recognition,
        )

        limits = Limits(
            max_bytes=self.max_bytes or DEFAULT_LIMITS.max_bytes,
            max_pages=self.max_pages or DEFAULT_LIMITS.max_pages,
            timeout=self.timeout or DEFAULT_LIMITS.timeout,
            password=self.password,
            ocr=Recognition(self.ocr, self.ocr_engine, self.ocr_cache),
        )
        return Options(limits=limits, language=self.lang)


def gathers(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the fields of the records that it takes, each field an option of its own."""
    own = inspect.signature(command).parameters.values()
    records = {one.name: one.annotation for one in own if hasattr(one.annotation, "_fields")}

    @wraps(command)
    def run(**words: object) -> None:
        made = {name: kind._make(map(words.pop, kind._fields)) for name, kind in records.items()}
        command(**words, **made)

    asked = [one for one in own if one.name not in records]
    for kind in records.values():
        fields = inspect.signature(kind).parameters.values()
        asked += [one.replace(kind=inspect.Parameter.KEYWORD_ONLY) for one in fields]
    run.__dict__["__signature__"] = inspect.Signature(asked)
    run.__annotations__ = {one.name: one.annotation for one in asked}
    return run
