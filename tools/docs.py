"""Write the generated pages of docs/ anew: schema, command line, messages, deadlines, rules.

`--check` writes nothing and ends with 1 where a page is out of date.
"""

import sys
from pathlib import Path

from kehoach_parser.checks.registry import rules
from kehoach_parser.checks.rule import FAMILIES
from kehoach_parser.checks.rule_page import page
from kehoach_parser.checks.sound import SOUND
from kehoach_parser.cli.app import help_pages
from kehoach_parser.lexicon.rows import rows
from kehoach_parser.messages import messages
from kehoach_parser.model.schema import schema_text

PATTERNS = """\
The classes of time expressions in plans, as `lexicon/deadline_classes.tsv` has them; a test runs
each line. The plan of the examples is issued on 2026-01-05, a Monday, and has no period of its
own. A line that begins with a bar is a cell of a column `Thời gian hoàn thành`.

What is found: the words = kind, modality, first and last day (`start..due`), time, `edtf`,
`rrule`, `duration`, `rolled_due`, flags (+), and the role where it is no `deadline`; several are
parted by `&&`. Forms are the rows of `lexicon/deadline_forms.tsv`, the grammar over the words of
time (`lexicon/deadline_atoms.tsv`, `lexicon/deadline_words.tsv`).
"""
DOCS = Path(__file__).parents[1] / "docs"
_SOUND = """\
Mỗi ví dụ là một thay đổi (`-` bỏ, `+` thêm) trên kế hoạch đúng thể thức dưới đây, trừ khi ghi khác.

```text
{sound}```
"""
NOTE = "<!-- Written by `make docs`; change its sources instead. -->\n"


def pages() -> dict[str, str]:
    """Return each generated page's text by its name."""
    return {
        "plan.schema.json": schema_text(),
        "cli.md": _command_line(),
        "messages.md": _messages(),
        "patterns.md": _patterns(),
        "rules.md": _rules(),
    }


def _command_line() -> str:
    parts = [f"## `{name}`\n\n```text\n{text}\n```\n" for name, text in help_pages("vi").items()]
    return f"{NOTE}# Dòng lệnh\n\n" + "\n".join(parts)


def _messages() -> str:
    rows = [
        _row(f"`{code}`", severity, *words)
        for code, (severity, words) in sorted(messages().items())
    ]
    head = "| code | severity | Vietnamese | English |\n| --- | --- | --- | --- |\n"
    return f"{NOTE}# Messages\n\n{head}" + "\n".join(rows) + "\n"


def _patterns() -> str:
    """Return the classes of time expressions: examples with their normal forms, near misses."""
    forms = [(row["form"], row["classes"].split()) for row in rows("deadline_forms")]
    parts = [_class(row, forms) for row in rows("deadline_classes")]
    return f"{NOTE}# Time expressions\n\n{PATTERNS}\n" + "\n".join(parts)


def _class(row: dict[str, str], forms: list[tuple[str, list[str]]]) -> str:
    names = dict.fromkeys(f"`{form}`" for form, classes in forms if row["class"] in classes)
    pairs = [example.split(" ⇒ ") for example in row["examples"].split(" ¦ ") if example]
    lines = [_row(text, f"`{normal}`") for text, normal in pairs]
    table = "| text | what is found |\n| --- | --- |\n" + "\n".join(lines) + "\n\n" if lines else ""
    misses = "\n".join(f"- {miss}" for miss in row["near_misses"].split(" ¦ "))
    made = f"Forms: {', '.join(names)}.\n\n" if names else ""
    return f"## {row['class']}. {row['name']}\n\n{made}{table}Nothing is found in:\n\n{misses}\n"


def _rules() -> str:
    """Return all rules by family, and the plan that their examples change."""
    parts = [f"{NOTE}# Quy tắc kiểm tra\n", _SOUND.format(sound=SOUND)]
    for family, name in FAMILIES.items():
        parts.append(f"# {family}: {name}\n")
        parts += (page(rule, "vi") for rule in rules() if rule.family == family)
    return "\n".join(parts)


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
