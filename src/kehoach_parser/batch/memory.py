"""How much memory a process may have."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

MEGABYTE: Final = 1 << 20
_RELIEF: Final = 64 * MEGABYTE
"""What a process gets on top of its bound to say that the bound was met."""

_BOUND, _EASED, _FREE = range(3)

_bounds: list[tuple[int, int]] = []
"""The bound of this process, the eased one and none, as `setrlimit` takes them; empty without."""

T = TypeVar("T")
_EXPENDABLE: Final = "800"
"""How readily Linux ends a worker when memory runs out: before its parent and other programs."""


def limit_memory(megabytes: int | None) -> None:
    """Let the process have no more memory; Windows knows no such limit and takes none."""
    if megabytes is None or sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - Windows has none

    most = megabytes * MEGABYTE
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    eased = most + _RELIEF
    if hard != resource.RLIM_INFINITY:
        most, eased = min(most, hard), min(eased, hard)
    _bounds[:] = (most, hard), (eased, hard), (hard, hard)
    _allow(_BOUND)


def with_relief(work: Callable[[], T]) -> T:
    """Return what work gives, with some memory to spare for saying that it was too much.

    Raises `MemoryError` where it was. Without the relief no sentence can be made any more, and
    CPython can loop for ever: it needs memory to unwind the stack of a long function. This one is
    short for that reason.
    """
    _allow(_BOUND)
    try:
        return work()
    except MemoryError:
        _allow(_EASED)
        raise
    except SystemError as error:  # a library's C code that did not look whether it got its memory
        _allow(_EASED)
        if not _bounds:
            raise
        raise MemoryError from error


def unbounded(work: Callable[[], T]) -> T:
    """Return what work gives, whatever memory it takes: Rust code ends a process that gets none.

    So is JSON made, of a plan that has taken more than its JSON will.
    """
    _allow(_FREE)
    try:
        return work()
    finally:
        _allow(_BOUND)


def _allow(number: int) -> None:
    if _bounds and sys.platform != "win32":
        import resource  # noqa: PLC0415 - Windows has none

        resource.setrlimit(resource.RLIMIT_AS, _bounds[number])


def offer_to_die() -> None:
    """Have the system end this process first where memory runs out; only Linux can be told."""
    if sys.platform == "linux":
        try:
            Path("/proc/self/oom_score_adj").write_text(_EXPENDABLE, "ascii")
        except OSError:
            return  # a sandbox without /proc; nothing is lost but the choice
