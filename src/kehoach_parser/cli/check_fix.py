"""`--fix` and `--diff`: text files whose characters are made regular, or shown so."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from kehoach_parser.checks.mending import SUFFIXES, difference, is_safe, mended
from kehoach_parser.cli import console
from kehoach_parser.cli.attempt import attempted
from kehoach_parser.cli.check_files import Document
from kehoach_parser.cli.outputs import write_whole
from kehoach_parser.cli.shell import DONE, NO_PLAN
from kehoach_parser.cli.words import word
from kehoach_parser.messages import say
from kehoach_parser.pipeline import Options


class _Mend(NamedTuple):
    """A text file with its text before and after."""

    path: Path
    shown: str
    before: str
    after: str


def shown(documents: list[Document], options: Options) -> int:
    """Print what `--fix` would change; return 1 where it would change anything."""
    code = DONE
    for mend in _mends(documents, options):
        console.write(difference(mend.before, mend.after, mend.shown).encode())
        code = NO_PLAN
    return code


def fixed(documents: list[Document], options: Options) -> None:
    """Write the files that change, each whole or not at all."""
    count = 0
    for mend in _mends(documents, options):
        write_whole(mend.path, mend.after.encode())
        count += 1
    console.tell(word("check-fixed", options.language, count=count))


def _mends(documents: list[Document], options: Options) -> Iterator[_Mend]:
    """Yield what can be mended safely; what cannot is told."""
    for document in documents:
        if document.path.suffix.lower() in SUFFIXES and document.path.is_file():
            found = attempted(partial(_mend, document, options), document.shown, options)
            if isinstance(found, _Mend):
                yield found


def _mend(document: Document, options: Options) -> _Mend | None:
    data = document.path.read_bytes()
    try:
        before = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        _warn("fix-encoding", document, options)
        return None
    after = mended(before, markdown=document.path.suffix.lower() == ".md")
    if after.encode() == data or not data:
        return None
    if not is_safe(data, after.encode(), document.path.name, options):
        _warn("fix-unsafe", document, options)
        return None
    return _Mend(document.path, document.shown, before, after)


def _warn(code: str, document: Document, options: Options) -> None:
    label = word("severity-warning", options.language).capitalize()
    console.complain(label, say(code, (("path", document.shown),), options.language))
