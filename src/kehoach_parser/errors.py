"""Errors: "no document can be had", each with its exit code and a sentence that says what to do."""

import errno
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

from kehoach_parser.messages import REASON, Language, messages, say


class KehoachError(Exception):
    """Base of all errors of this package; `code` is a row of `lexicon/messages.tsv`.

    Its text is one Vietnamese line: what was read, what was expected, what to do.
    """

    exit_code: ClassVar[int] = 1

    def __init__(self, code: str, **params: object) -> None:
        """Keep the code and the words that fill its sentence."""
        self.code = code
        self.params = tuple((key, str(value)) for key, value in params.items())
        super().__init__(say(code, self.params))

    def in_language(self, language: Language) -> str:
        """Return the sentence in another language."""
        return say(self.code, self.params, language)

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle by code and words, so that workers can hand errors over."""
        return _rebuild, (type(self), self.code, self.params)


def _rebuild(kind: type[KehoachError], code: str, params: tuple[tuple[str, str], ...]) -> object:
    return kind(code, **dict(params))


class UnreadableError(KehoachError):
    """The file cannot be had: missing, a directory, no permission."""


class FormatError(KehoachError):
    """The bytes are of no format that is read, or are broken."""


class LimitError(KehoachError):
    """The file goes over a limit on size, entries, nesting, pages or time."""


class CrashError(KehoachError):
    """The program failed at the file: its worker ended, or a fault of ours showed."""


class UsageError(KehoachError):
    """The command's words or the configuration are wrong."""

    exit_code: ClassVar[int] = 2


def reason_of(error: OSError) -> str:
    """Return why the system refused: the code of our own words for it, else the system's words.

    >>> reason_of(FileNotFoundError(errno.ENOENT, "No such file or directory"))
    'reason-ENOENT'
    """
    code = f"{REASON}{errno.errorcode.get(error.errno or 0)}"
    return code if code in messages() else error.strerror or str(error)


def place(error: BaseException) -> str:
    """Return where an exception arose, as `file:line` without folders."""
    return list(_frames(error))[-1]


def _frames(error: BaseException) -> Iterator[str]:
    step = error.__traceback__
    while step:
        yield f"{Path(step.tb_frame.f_code.co_filename).name}:{step.tb_lineno}"
        step = step.tb_next
