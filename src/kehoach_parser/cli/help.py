"""`--help` as plain text in the user's language."""

import shutil
import textwrap
from collections.abc import Iterator
from typing import Annotated

import typer
from typer.core import TyperArgument, TyperGroup, TyperOption

from kehoach_parser.cli import console
from kehoach_parser.cli.words import series, word
from kehoach_parser.messages import Language

WIDEST = 100
INDENT = "  "


def _show_help(context: typer.Context, wanted: bool) -> None:  # noqa: FBT001 - typer's callback
    if wanted and not context.resilient_parsing:
        console.show(help_text(context))
        raise typer.Exit


HelpOption = Annotated[
    bool, typer.Option("--help", "-h", is_eager=True, callback=_show_help, help="opt-help")
]
"""The option that each command has for its help."""


def help_text(context: typer.Context) -> str:
    """Return the help of a command: purpose, usage, arguments, options, commands, examples."""
    language: Language = context.find_root().obj
    name = context.command.name or "app"
    parts = (
        ("head-usage", [INDENT + _usage(context, language)]),
        ("head-arguments", list(_arguments(context))),
        ("head-options", list(_options(context))),
        ("head-commands", list(_commands(context))),
        ("head-examples", [INDENT + line for line in series(f"example-{name}", language)]),
        ("head-exit", list(_exits(language)) if name == "parse" else []),
    )
    blocks = [context.command.help or ""]
    blocks += [f"{word(head, language)}:\n" + "\n".join(lines) for head, lines in parts if lines]
    return "\n\n".join(blocks)


def _usage(context: typer.Context, language: Language) -> str:
    words = [context.command_path, word("metavar-options", language)]
    words += [p.metavar or "" for p in context.command.params if isinstance(p, TyperArgument)]
    if isinstance(context.command, TyperGroup):
        words.append(word("metavar-command", language))
    return " ".join(words)


def _arguments(context: typer.Context) -> Iterator[str]:
    for parameter in context.command.params:
        if isinstance(parameter, TyperArgument):
            yield _entry(parameter.metavar or "", parameter.help or "")


def _options(context: typer.Context) -> Iterator[str]:
    for parameter in context.command.params:
        if isinstance(parameter, TyperOption):
            names = ", ".join(sorted(parameter.opts, key=len))
            yield _entry(f"{names} {parameter.metavar or ''}".rstrip(), parameter.help or "")


def _commands(context: typer.Context) -> Iterator[str]:
    if isinstance(context.command, TyperGroup):
        for name, command in context.command.commands.items():
            yield _entry(name, command.help or "")


def _exits(language: Language) -> Iterator[str]:
    for code, meaning in zip((0, 1, 2, 130), series("exit", language), strict=True):
        yield f"{INDENT}{code:<5}{meaning}"


def _entry(head: str, text: str) -> str:
    width = min(shutil.get_terminal_size().columns, WIDEST)
    lines = textwrap.wrap(text, max(width - 6, 30), break_long_words=False, break_on_hyphens=False)
    return "\n".join([INDENT + head, *(f"      {line}" for line in lines)])
