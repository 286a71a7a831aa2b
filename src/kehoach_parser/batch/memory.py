"""How much memory a process may have."""

import sys
from pathlib import Path
from typing import Final

MEGABYTE: Final = 1 << 20
_EXPENDABLE: Final = "800"
"""How readily Linux ends a worker when memory runs out: before its parent and other programs."""


def limit_memory(megabytes: int | None) -> None:
    """Let the process have no more memory; Windows knows no such limit and takes none."""
    if megabytes is None or sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - Windows has none

    most = megabytes * MEGABYTE
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard != resource.RLIM_INFINITY:
        most = min(most, hard)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))


def offer_to_die() -> None:
    """Have the system end this process first where memory runs out; only Linux can be told."""
    if sys.platform == "linux":
        try:
            Path("/proc/self/oom_score_adj").write_text(_EXPENDABLE, "ascii")
        except OSError:
            return  # a sandbox without /proc; nothing is lost but the choice
