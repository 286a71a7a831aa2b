"""`kehoach rule`: what the rules of `kehoach check` are."""

from typing import Annotated

import typer

from kehoach_parser.cli import console
from kehoach_parser.cli.help import HelpOption
from kehoach_parser.cli.options import Lang
from kehoach_parser.errors import UsageError

Codes = Annotated[list[str] | None, typer.Argument(metavar="metavar-codes", help="arg-codes")]
Every = Annotated[bool, typer.Option("--all", help="opt-all-rules")]


def rule(
    codes: Codes = None,
    *,
    every: Every = False,
    lang: Lang = "vi",
    show_help: HelpOption = False,
) -> None:
    """Print rules' pages; those of a family, or all rules, a line each."""
    del show_help  # its callback has done the work
    from kehoach_parser.checks.registry import rules, rules_of  # noqa: PLC0415 - keeps --help quick
    from kehoach_parser.checks.rule_page import line, page  # noqa: PLC0415 - the same

    if every:
        console.write("".join(f"{line(one, lang)}\n" for one in rules()).encode())
        return
    if not codes:
        raise UsageError("usage-no-code")
    parts: list[str] = []
    for code in codes:
        first, *others = rules_of(code)
        listed = [f"{line(one, lang)}\n" for one in (first, *others)]
        parts.append("".join(listed) if others else page(first, lang))
    console.write("\n".join(parts).encode())
