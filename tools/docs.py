"""Write the generated pages of docs/ anew: the schema, the command line, the messages.

`--check` writes nothing and ends with 1 where a page is out of date.
"""

import sys
from pathlib import Path

from kehoach_parser.cli.app import help_pages
from kehoach_parser.messages import messages
from kehoach_parser.model.schema import schema_text

DOCS = Path(__file__).parents[1] / "docs"
NOTE = "<!-- Written by `make docs`; change its sources instead. -->\n"


def pages() -> dict[str, str]:
    """Return each generated page's text by its name."""
    return {
        "plan.schema.json": schema_text(),
        "cli.md": _command_line(),
        "messages.md": _messages(),
    }


def _command_line() -> str:
    parts = [f"## `{name}`\n\n```text\n{text}\n```\n" for name, text in help_pages("vi").items()]
    return f"{NOTE}# Dòng lệnh\n\n" + "\n".join(parts)


def _messages() -> str:
    rows = [_row(f"`{code}`", *message) for code, message in sorted(messages().items())]
    head = "| code | severity | Vietnamese | English |\n| --- | --- | --- | --- |\n"
    return f"{NOTE}# Messages\n\n{head}" + "\n".join(rows) + "\n"


def _row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def stale() -> list[str]:
    """Return the names of pages that differ from what would be written."""
    return [
        name
        for name, text in pages().items()
        if not (DOCS / name).exists() or (DOCS / name).read_text("utf-8") != text
    ]


def main(arguments: list[str]) -> int:
    """Write what is out of date, or only name it."""
    names = stale()
    for name in names:
        sys.stdout.write(f"{name}\n")
        if "--check" not in arguments:
            (DOCS / name).write_text(pages()[name], "utf-8", newline="\n")
    return 1 if names and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
