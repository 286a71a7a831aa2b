"""Where results go: standard output, a file, or a folder; a file is whole or not there."""

import os
import secrets
from collections.abc import Iterable, Sequence
from pathlib import Path

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
    _refuse_inputs(inputs, targets)
    return targets


def single(output: str, inputs: list[str]) -> Path:
    """Return the one file that all inputs go to. Raises `UsageError` where it is an input."""
    _refuse_inputs(inputs, [Path(output)])
    return Path(output)


def _refuse_shared(inputs: list[str], targets: list[Path]) -> None:
    first: dict[str, str] = {}
    for name, target in zip(inputs, targets, strict=True):
        key = os.path.normcase(target)
        if key in first:
            raise UsageError("usage-same-output", first=first[key], second=name, output=target)
        first[key] = name


def _refuse_inputs(inputs: list[str], targets: Iterable[Path]) -> None:
    for target in targets:
        for name in inputs:
            if name != "-" and target.exists() and Path(name).exists() and target.samefile(name):
                raise UsageError("usage-over-input", output=target)


def make_folder(path: Path) -> None:
    """Make a folder with those above it."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError("output-failed", path=path, reason=reason_of(error)) from error


def write_whole(path: Path, data: bytes) -> None:
    """Write a file by way of a temporary one beside it, which a rename puts in place.

    A device or a pipe (`/dev/stdout`) is written straight; a link keeps leading where it led.
    """
    try:
        target = path.resolve()
        if target.exists() and not target.is_file():
            with target.open("wb") as stream:
                stream.write(data)
        else:
            _replace(target, data)
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
