"""A rule in words: what it finds, why, where that is prescribed, and its two examples."""

from typing import Final

from kehoach_parser.checks.rule import SEVERITIES, Example, Rule
from kehoach_parser.messages import Language, Words

_WHY: Final = Words("Vì sao", "Why")
_SOURCE: Final = Words("Căn cứ", "Source")
_FIRES: Final = Words("Báo khi kế hoạch mẫu được sửa", "Fires when the sound plan is changed")
_SILENT: Final = Words("Không báo khi được sửa", "Silent when it is changed")
_SEVERITY: Final = Words("Mức độ", "Severity")
_SOUND: Final = Words("một kế hoạch đúng thể thức, không đổi gì", "a sound plan as it is")
_EMPTY: Final = Words("tệp rỗng", "an empty file")
_NAMED: Final = Words("tên tệp {name}", "the file's name is {name}")
_APART: Final = Words("cùng văn bản, chữ lưu ở dạng tổ hợp (NFD)", "the same text in NFD")
_EXPECTED: Final = Words("trong tệp .expected.json", "in the .expected.json")
_BESIDE: Final = Words("trong tệp .kehoach.toml", "in the .kehoach.toml")
_LONGEST: Final = 400


def line(rule: Rule, language: Language) -> str:
    """Return a rule on one line: code, severity, name, title."""
    severity = SEVERITIES[rule.severity].in_language(language)
    return f"{rule.code:<8}{severity:<9} {rule.name:<22} {rule.title.in_language(language)}"


def page(rule: Rule, language: Language) -> str:
    """Return a rule's page in Markdown; of examples only what they change in the sound plan."""
    severity = SEVERITIES[rule.severity].in_language(language)
    parts = [
        f"## {rule.code} {rule.name}",
        f"**{rule.title.in_language(language)}.**",
        f"{_SEVERITY.in_language(language)}: {severity}",
        f"{_WHY.in_language(language)}: {rule.why.in_language(language)}",
    ]
    if rule.source:
        parts.append(f"{_SOURCE.in_language(language)}: {rule.source}.")
    for words, example in ((_FIRES, rule.fires), (_SILENT, rule.silent)):
        shown = "\n".join(_example(example, language))
        parts.append(f"{words.in_language(language)}:\n\n```diff\n{shown}\n```")
    return "\n\n".join(parts) + "\n"


def _example(example: Example, language: Language) -> list[str]:
    """Return what an example changes, lines that go with `-`, lines that come with `+`."""
    lines: list[str] = []
    if example.name != Example().name:
        lines.append(f"# {_NAMED.in_language(language).format(name=example.name)}")
    if example.form == "NFD":
        lines.append(f"# {_APART.in_language(language)}")
    if example.whole is not None:
        text = example.whole
        shown = text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
        lines += [f"+ {row}" for row in shown.splitlines()] or [f"# {_EMPTY.in_language(language)}"]
    for old, new in example.changes:
        lines += _change(old, new)
    for old, new in example.expected or ():
        lines += [f"# {_EXPECTED.in_language(language)}", *_change(old, new)]
    if example.sidecar:
        rows = [f"+ {row}" for row in example.sidecar.splitlines()]
        lines += [f"# {_BESIDE.in_language(language)}", *rows]
    return lines or [f"# {_SOUND.in_language(language)}"]


def _change(old: str, new: str) -> list[str]:
    """Return both sides of a change without the lines that they share at their ends."""
    gone, come = old.rstrip("\n").split("\n"), new.rstrip("\n").split("\n")
    while gone and come and gone[0] == come[0]:
        del gone[0], come[0]
    while gone and come and gone[-1] == come[-1]:
        del gone[-1], come[-1]
    return [f"- {row}" for row in gone if row] + [f"+ {_shown(row)}" for row in come if row]


def _shown(row: str) -> str:
    return row.replace("\N{ZERO WIDTH SPACE}", "<U+200B>")
