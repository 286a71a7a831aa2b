"""The typer application: its commands, and its words put into the user's language."""

import io
import os
from collections.abc import Callable
from contextlib import redirect_stdout
from typing import Annotated, Final

import typer
from typer.core import TyperArgument, TyperGroup, TyperOption
from typer.main import get_command

from kehoach_parser.cli import console
from kehoach_parser.cli.batch import batch
from kehoach_parser.cli.check import check
from kehoach_parser.cli.export import export
from kehoach_parser.cli.help import HelpOption, help_text
from kehoach_parser.cli.options import Lang
from kehoach_parser.cli.parse import parse
from kehoach_parser.cli.rule import rule
from kehoach_parser.cli.schema import schema
from kehoach_parser.cli.shell import INTERRUPTED
from kehoach_parser.cli.show import show
from kehoach_parser.cli.words import translated, word
from kehoach_parser.errors import UsageError
from kehoach_parser.messages import Language

NAME: Final = "kehoach"
NO_HELP: Final[dict[str, list[str]]] = {"help_option_names": []}
"""Typer's own `--help` is switched off: `HelpOption` stands for it."""


def _show_version(wanted: bool) -> None:  # noqa: FBT001 - typer's callback
    if wanted:
        console.show_version()
        raise typer.Exit


VersionOption = Annotated[
    bool, typer.Option("--version", is_eager=True, callback=_show_version, help="opt-version")
]


def _root(
    context: typer.Context,
    *,
    version: VersionOption = False,
    lang: Lang = "vi",
    show_help: HelpOption = False,
) -> None:
    """Take the options that stand before a command."""
    del version, lang, show_help  # their callbacks and `words.language_of` have done the work
    if context.invoked_subcommand is None:
        reason = word("no-command", context.obj)
        raise UsageError("usage", reason=reason, command=NAME)


def build(language: Language) -> TyperGroup:
    """Return the command with all help in a language."""
    app = typer.Typer(
        rich_markup_mode=None, pretty_exceptions_enable=False, context_settings=NO_HELP
    )
    app.callback(invoke_without_command=True, help="help-app", add_help_option=False)(_root)
    app.command("parse", help="help-parse", add_help_option=False)(parse)
    app.command("show", help="help-show", add_help_option=False)(show)
    app.command("batch", help="help-batch", add_help_option=False)(batch)
    app.command("export", help="help-export", add_help_option=False)(export)
    app.command("schema", help="help-schema", add_help_option=False)(schema)
    app.command("check", help="help-check", add_help_option=False)(check)
    app.command("rule", help="help-rule", add_help_option=False)(rule)
    group = get_command(app)
    if not isinstance(group, TyperGroup):
        raise TypeError(group)
    for command in (group, *group.commands.values()):
        command.help = word(command.help or "", language)
        for parameter in command.params:
            if isinstance(parameter, (TyperArgument, TyperOption)):
                _speak(parameter, language)
    return group


def help_pages(language: Language) -> dict[str, str]:
    """Return the help of each command by its name."""
    root = typer.Context(build(language), info_name=NAME, obj=language)
    pages = {NAME: help_text(root)}
    for name, command in build(language).commands.items():
        context = typer.Context(command, info_name=name, parent=root)
        pages[context.command_path] = help_text(context)
    return pages


def run(arguments: list[str], language: Language) -> int:
    """Run the command; return its exit code.

    Raises `UsageError` for wrong words, whatever typer says about them.
    """
    app = build(language)
    chosen = {name: {"lang": language} for name in app.commands}  # `kehoach --lang en parse …`
    try:
        code = app.main(
            arguments, NAME, standalone_mode=False, obj=language, default_map=chosen
        )  # fmt: skip
    except typer.TyperException as error:
        context = getattr(error, "ctx", None)
        named = [word for word in arguments if word in app.commands][:1]
        if not named and (file := next(filter(os.path.isfile, arguments), "")):
            raise UsageError("usage-file-first", name=file) from error
        path = context.command_path if context else " ".join((NAME, *named))
        reason = translated(error.format_message(), language)
        raise UsageError("usage", reason=reason, command=path) from error
    except typer.Abort:
        return INTERRUPTED
    return code if isinstance(code, int) else 0


def _speak(parameter: TyperArgument | TyperOption, language: Language) -> None:
    """Put a parameter's words in the place of their codes; those of typer's own by their name."""
    if parameter.name in {"install_completion", "show_completion"}:
        parameter.help = f"opt-{parameter.name.replace('_', '-')}"
        parameter.callback = _speaking(parameter.callback, language)
    parameter.help = word(parameter.help or "", language)
    if (parameter.metavar or "").startswith("metavar-"):
        parameter.metavar = word(parameter.metavar or "", language)


def _speaking(callback: Callable[..., object] | None, language: Language) -> Callable[..., object]:
    """Return typer's completion callback with what it prints in a language."""

    def speak(context: typer.Context, parameter: TyperOption, value: object) -> object:
        said = io.StringIO()
        try:
            with redirect_stdout(said):
                return callback(context, parameter, value) if callback else value
        finally:
            if text := said.getvalue():
                console.show(translated(text, language))

    return speak
