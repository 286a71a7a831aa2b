"""A plan typed another way holds the same facts: bullets, blanks, places of tones, dates."""

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from kehoach_parser import Plan, parse, parse_text
from kehoach_parser.text.normalise import normalise

SAMPLES: Final = Path(__file__).parents[2] / "samples"
FILES: Final = sorted(
    path for path in SAMPLES.iterdir() if path.suffix in {".docx", ".md", ".txt", ".html"}
)
TONES: Final = "\u0300\u0301\u0303\u0309\u0323"

Rewriting = Callable[[str], str]


def tone_on_the_second(text: str) -> str:
    """Return a text with the tones of `oa`, `oe`, `uy` as `hoà` has them (kiểu cũ `hòa`)."""
    apart = unicodedata.normalize("NFD", text)
    moved = re.sub(rf"(?i)(?<!q)(o(?=[{TONES}][ae])|u(?=[{TONES}]y))([{TONES}])([aey])(?!\w)",
                   r"\1\3\2", apart)  # fmt: skip
    return unicodedata.normalize("NFC", moved)


REWRITINGS: Final[dict[str, Rewriting]] = {
    "accents apart": lambda text: unicodedata.normalize("NFD", text),
    "hard blanks": lambda text: text.replace(" ", "\N{NO-BREAK SPACE}"),
    "two blanks behind sentences": lambda text: re.sub(r"(?<=[.;:]) (?=\w)", "  ", text),
    "blanks before marks": lambda text: re.sub(r"(?<=[^\W\d_])([,;:]) (?=[^\W\d_])", r" \1 ", text),
    "no blanks behind marks": lambda text: re.sub(r"(?<=[^\W\d_])([,;]) (?=[^\W\d_])", r"\1", text),
    "blanks in brackets": lambda text: re.sub(r"\((\w[^()\n]*\w)\)", r"( \1 )", text),
    "tones on the second letter": tone_on_the_second,
    "dashes in days": lambda text: re.sub(
        r"(?<![\d/-])(\d\d?)/(\d\d?)/(\d{4})(?![\d/])", r"\1-\2-\3", text
    ),
    "a colon after số": lambda text: re.sub(r"(?<=[a-zà-ỹ] số) (?=\d+[/-])", ": ", text),
    "plus signs for bullets": lambda text: re.sub(r"(?m)^- ", "+ ", text),
    "straight quotes": lambda text: text.replace("“", '"').replace("”", '"'),
}

_RARE: Final = frozenset(REWRITINGS) - {"hard blanks", "accents apart", "no blanks behind marks"}
"""What not every sample has anything of."""


@pytest.mark.parametrize("rewriting", REWRITINGS)
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_facts_are_those_of_the_plan_as_it_was(path: Path, rewriting: str) -> None:
    text = parse(path).text.replace("\n", "\n\n")
    rewrite = REWRITINGS[rewriting]
    assert rewrite(text) != text or rewriting in _RARE
    assert facts(parse_text(rewrite(text))) == facts(parse_text(text), rewrite)


def facts(plan: Plan, rewrite: Rewriting = str) -> list[object]:
    """Return what a plan says, its words as the same rewriting and the reader leave them."""

    def said(words: str | None) -> str:
        return normalise(rewrite(words or "")).text

    dates = {one.id: (said(one.text), one.kind, one.start, one.due) for one in plan.deadlines}
    head = plan.metadata
    return [
        (head.document_type, said(head.number), head.issued_on, said(head.title)),
        [said(name) for name in head.recipients],
        [(one.path, said(one.heading), one.kind) for one in plan.sections],
        [
            (said(one.text), [*map(said, one.lead)], [*map(said, one.coordinating)],
             [dates[key] for key in one.deadlines])
            for one in plan.tasks
        ],
        list(dates.values()),
        [(one.type, said(one.code), one.role) for one in plan.references],
    ]  # fmt: skip
