"""Sentences for people, by code and language; the rows are in `lexicon/messages.tsv`."""

from functools import cache
from pathlib import Path
from typing import Final, Literal, NamedTuple

Language = Literal["vi", "en"]
_TABLE: Final = Path(__file__).parent / "lexicon" / "messages.tsv"
REASON: Final = "reason-"
"""Begins the codes of what systems say; in a sentence they stand for their words."""

_HEADER: Final = ("code", "severity", "vi", "en")


class Message(NamedTuple):
    """One row: the severity that a diagnostic of this code has, and its sentence twice."""

    severity: str
    vi: str
    en: str


@cache
def messages() -> dict[str, Message]:
    """Return all messages by code."""
    text = _TABLE.read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line]
    if tuple(rows[0]) != _HEADER:
        raise ValueError(rows[0])
    return {row[0]: Message(*row[1:]) for row in rows[1:]}


def say(code: str, params: tuple[tuple[str, str], ...] = (), language: Language = "vi") -> str:
    """Return the sentence for a code.

    >>> say("file-missing", (("path", "a.docx"),))
    'Không thấy tệp a.docx. Hãy kiểm tra lại đường dẫn.'
    """
    known = {key: _spelled(key, value, language) for key, value in params}
    return _sentence(code, language).format(**known)


def _sentence(code: str, language: Language) -> str:
    message = messages()[code]
    return message.vi if language == "vi" else message.en


def _spelled(key: str, value: str, language: Language) -> str:
    """Return the words for a reason that is told by its code, any other value as it is."""
    coded = key == "reason" and value.startswith(REASON) and value in messages()
    return _sentence(value, language) if coded else value
