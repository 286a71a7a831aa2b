"""`kehoach schema`: the output's JSON Schema."""

from pathlib import Path
from typing import Annotated

import typer

from kehoach_parser.cli.help import HelpOption
from kehoach_parser.cli.options import Lang

Output = Annotated[
    str | None, typer.Option("--output", "-o", metavar="metavar-file", help="opt-schema-output")
]


def schema(
    *,
    output: Output = None,
    lang: Lang = "vi",
    show_help: HelpOption = False,
) -> None:
    """Print the JSON Schema of the output."""
    del lang, show_help  # read before typer, and done by its callback
    from kehoach_parser.cli.outputs import deliver  # noqa: PLC0415 - keeps `--help` quick
    from kehoach_parser.model.schema import schema_text  # noqa: PLC0415 - the same

    deliver(schema_text().encode(), None if output is None else Path(output))
