"""A bound on memory: what is left to say that it was met."""

import os
import subprocess
import sys

import pytest

from kehoach_parser.batch.memory import with_relief

_BOUNDED = """
import resource
from kehoach_parser.batch.memory import MEGABYTE, limit_memory, with_relief

def soft():
    return resource.getrlimit(resource.RLIMIT_AS)[0] // MEGABYTE

def spend():
    held = []
    while True:
        held.append([None] * 1000)

def fault():
    raise SystemError("no result, no exception")

limit_memory(200)
for work in (spend, fault):
    try:
        with_relief(work)
    except MemoryError:
        print(soft())
print(with_relief(soft))
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no limit on a process's memory")
def test_where_memory_runs_out_some_is_allowed_until_the_next_work() -> None:
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", _BOUNDED], capture_output=True, check=True, timeout=60
    )
    assert done.stdout.decode().split() == ["264", "264", "200"]


def test_a_fault_without_a_bound_stays_what_it_is() -> None:
    def fault() -> None:
        raise SystemError

    with pytest.raises(SystemError):
        with_relief(fault)
