"""`--help` as plain text in the user's language."""

import shutil
import textwrap
from collections.abc import Iterable, Iterator
from typing import Annotated, Final

import typer
from typer.core import TyperArgument, TyperGroup, TyperOption

from kehoach_parser.cli import console
from kehoach_parser.cli.words import series, word
from kehoach_parser.messages import Language

WIDEST: Final = 100
INDENT: Final = "  "

EXITS: Final = {"parse": "exit", "batch": "exit", "export": "exit", "check": "check-exit"}
"""Commands whose exit codes mean something of their own, with the prefix of their words."""

Entry = tuple[str, str]
"""What stands in a list of the help: its name, and what it does."""


def _show_help(context: typer.Context, wanted: bool) -> None:  # noqa: FBT001 - typer's callback
    if wanted and not context.resilient_parsing:
        console.show(help_text(context, min(shutil.get_terminal_size().columns, WIDEST)))
        raise typer.Exit


HelpOption = Annotated[
    bool, typer.Option("--help", "-h", is_eager=True, callback=_show_help, help="opt-help")
]
"""The option that each command has for its help."""


def help_text(context: typer.Context, width: int = WIDEST) -> str:
    """Return the help of a command: purpose, usage, arguments, options, commands, examples."""
    language: Language = context.find_root().obj
    name = context.command.name or "app"
    parts = (
        ("head-usage", [INDENT + _usage(context, language)]),
        ("head-arguments", _filled(_arguments(context), width)),
        ("head-options", _filled(_options(context), width)),
        ("head-commands", _filled(_commands(context), width)),
        ("head-examples", [INDENT + line for line in series(f"example-{name}", language)]),
        ("head-exit", list(_exits(EXITS[name], language)) if name in EXITS else []),
    )
    blocks = [textwrap.fill(context.command.help or "", width)]
    blocks += [f"{word(head, language)}:\n" + "\n".join(lines) for head, lines in parts if lines]
    return "\n\n".join(blocks)


def _usage(context: typer.Context, language: Language) -> str:
    words = [context.command_path, word("metavar-options", language)]
    words += [p.metavar or "" for p in context.command.params if isinstance(p, TyperArgument)]
    if isinstance(context.command, TyperGroup):
        words.append(word("metavar-command", language))
    return " ".join(words)


def _arguments(context: typer.Context) -> Iterator[Entry]:
    for parameter in context.command.params:
        if isinstance(parameter, TyperArgument):
            yield (parameter.metavar or "", parameter.help or "")


def _options(context: typer.Context) -> Iterator[Entry]:
    for parameter in context.command.params:
        if isinstance(parameter, TyperOption):
            names = ", ".join(sorted(parameter.opts, key=len))
            yield (f"{names} {parameter.metavar or ''}".rstrip(), parameter.help or "")


def _commands(context: typer.Context) -> Iterator[Entry]:
    if isinstance(context.command, TyperGroup):
        for name, command in context.command.commands.items():
            yield (name, command.help or "")


def _exits(prefix: str, language: Language) -> Iterator[str]:
    for code, meaning in zip((0, 1, 2, 130), series(prefix, language), strict=True):
        yield f"{INDENT}{code:<5}{meaning}"


def _filled(entries: Iterable[Entry], width: int) -> list[str]:
    return [line for head, text in entries for line in (INDENT + head, *_wrapped(text, width))]


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(
        text,
        max(width, 40),
        initial_indent=INDENT * 3,
        subsequent_indent=INDENT * 3,
        break_long_words=False,
        break_on_hyphens=False,
    )
