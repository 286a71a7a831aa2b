"""Words for people by code and language; those of findings are in `lexicon/messages.tsv`."""

from functools import cache
from pathlib import Path
from typing import Final, Literal, NamedTuple

Language = Literal["vi", "en"]
_TABLE: Final = Path(__file__).parent / "lexicon" / "messages.tsv"
REASON: Final = "reason-"
"""Begins the codes of what systems say; in a sentence they stand for their words."""


class Words(NamedTuple):
    """A word or a sentence in both languages."""

    vi: str
    en: str

    def in_language(self, language: Language) -> str:
        """Return the words in a language."""
        return self.vi if language == "vi" else self.en


class Message(NamedTuple):
    """The severity that a diagnostic of a code has, and its sentence."""

    severity: str
    words: Words


def words_by_code(table: Path) -> dict[str, Words]:
    """Return the words of a table with the columns `code`, `vi` and `en`."""
    return {code: Words(vi, en) for code, vi, en in _rows(table)}


@cache
def messages() -> dict[str, Message]:
    """Return all messages by code."""
    return {code: Message(severity, Words(vi, en)) for code, severity, vi, en in _rows(_TABLE)}


def _rows(table: Path) -> list[list[str]]:
    return [line.split("\t") for line in table.read_text("utf-8").splitlines()[1:]]


def say(code: str, params: tuple[tuple[str, str], ...] = (), language: Language = "vi") -> str:
    """Return the sentence for a code.

    >>> say("file-missing", (("path", "a.docx"),))
    'Không thấy tệp a.docx. Hãy kiểm tra lại đường dẫn.'
    """
    known = {key: _spelled(key, value, language) for key, value in params}
    return messages()[code].words.in_language(language).format(**known)


def _spelled(key: str, value: str, language: Language) -> str:
    """Return the words for a reason that is told by its code, any other value as it is."""
    coded = key == "reason" and value.startswith(REASON) and value in messages()
    return messages()[value].words.in_language(language) if coded else value
