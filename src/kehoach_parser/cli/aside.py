"""A file read by a process of its own, which a bound on memory may end."""

from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

from kehoach_parser.api import printable
from kehoach_parser.batch.many import parse_many
from kehoach_parser.errors import UsageError, reason_of
from kehoach_parser.model import Plan
from kehoach_parser.pipeline import Options


def plan_aside(data: bytes, name: str, options: Options, max_memory: int) -> Plan:
    """Return the plan in a file's content, read in `max_memory` MB.

    Raises as `api.parse`, and `UsageError` where the content cannot be handed over.
    """
    with _copied(data, name) as file:
        [outcome] = parse_many([file], options, jobs=1, max_memory=max_memory)
    if outcome.plan is None:
        raise outcome.error or ValueError(name)
    return outcome.plan


@contextmanager
def _copied(data: bytes, name: str) -> Generator[Path]:
    """Give a file of that name with the content, which nobody else may read, for a while."""
    with ExitStack() as stack:
        try:
            file = Path(stack.enter_context(TemporaryDirectory()), name)
            file.write_bytes(data)
        except OSError as error:
            words = {"path": printable(gettempdir()), "reason": reason_of(error)}
            raise UsageError("output-failed", **words) from error
        yield file
