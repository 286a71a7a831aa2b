"""Where results go: standard output, a file, or a folder; a file is whole or not there."""

import os
import secrets
from collections.abc import Iterable, Sequence
from pathlib import Path

from kehoach_parser.cli import console
from kehoach_parser.errors import UsageError, reason_of


def is_folder(output: str, inputs: int) -> bool:
    """Return whether `-o` means a folder: it is one, ends in a separator, or serves several."""
    separators = ("/", os.sep)
    return inputs > 1 or output.endswith(separators) or Path(output).is_dir()


def destinations(
    output: str, inputs: list[str], suffix: str, names: Sequence[str] = ()
) -> list[Path]:
    """Return the file that each input's result goes to (`suffix`: `json`, `jsonl`, `xlsx`, …).

    `names` are what results are called in a folder; without them the inputs' own.
    Raises `UsageError` where two results would share a file, one would replace an input, or the
    folder's name is a file's.
    """
    if not is_folder(output, len(inputs)):
        targets = [Path(output)]
    elif Path(output).is_file():
        raise UsageError("output-not-folder", path=output)
    else:
        own = ("stdin" if name == "-" else Path(name).name for name in inputs)
        targets = [Path(output) / f"{name}.{suffix}" for name in names or own]
    _refuse_shared(inputs, targets)
    refuse_inputs(inputs, targets)
    return targets


def single(output: str, inputs: list[str]) -> Path:
    """Return the one file that all inputs go to. Raises `UsageError` where it is an input."""
    refuse_inputs(inputs, [Path(output)])
    return Path(output)


def _refuse_shared(inputs: list[str], targets: list[Path]) -> None:
    first: dict[str, str] = {}
    for name, target in zip(inputs, targets, strict=True):
        key = os.path.normcase(target)
        if key in first:
            raise UsageError("usage-same-output", first=first[key], second=name, output=target)
        first[key] = name


def refuse_inputs(inputs: Iterable[str | Path], targets: Iterable[Path]) -> None:
    """Raise `UsageError` where a file to write is one that is read, by whatever name."""
    read = {identity(Path(name)) for name in inputs if name != "-"} - {None}
    for target in targets:
        if identity(target) in read:
            raise UsageError("usage-over-input", output=target)


def identity(path: Path) -> tuple[int, int] | None:
    """Return what two names of one file have in common, null where there is none."""
    try:
        found = path.stat()
    except (OSError, ValueError):  # a name with a NUL character is a ValueError
        return None
    return found.st_dev, found.st_ino


def make_folder(path: Path) -> None:
    """Make a folder with those above it."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError("output-failed", path=path, reason=reason_of(error)) from error


def deliver(data: bytes, target: Path | None) -> None:
    """Write a result to its file, to standard output for null."""
    if target is None:
        console.write(data)
    else:
        write_whole(target, data)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file by way of a temporary one beside it, which a rename puts in place.

    A device or a pipe (`/dev/stdout`) is written straight; a link keeps leading where it led.
    """
    try:
        if path.exists() and not path.is_file():  # as named: a pipe has no true name
            with path.open("wb") as stream:
                stream.write(data)
        else:
            _replace(path.resolve(), data)
    except OSError as error:
        raise UsageError("output-failed", path=path, reason=reason_of(error)) from error


def _replace(target: Path, data: bytes) -> None:
    temporary = target.with_name(f".kehoach-{secrets.token_hex(8)}.tmp")
    try:
        with temporary.open("xb") as stream:
            stream.write(data)
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)
