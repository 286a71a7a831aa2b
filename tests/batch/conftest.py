"""Workers that fail where a document tells them to, as libraries do where nobody asked them."""

from pathlib import Path

import pytest

from batch_office import Office
from kehoach_parser.batch import process

SPOILED = """
import os, time
from kehoach_parser.batch import worker
sound = worker.parse_bytes
def spoiled(data, **rest):
    if b"CRASH" in data: os.abort()
    if b"HANG" in data: time.sleep(600)
    if b"FAULT" in data: raise ZeroDivisionError
    if b"MEMORY" in data: raise MemoryError
    print("a library that talks", flush=True)
    return sound(data, **rest)
worker.parse_bytes = spoiled
worker.main()
"""


@pytest.fixture
def spoiled(monkeypatch: pytest.MonkeyPatch) -> None:
    boot = "import json, sys; sys.path[:] = json.loads(sys.stdin.buffer.readline());"
    monkeypatch.setattr(process, "_BOOT", f"{boot}exec({SPOILED!r})")
    monkeypatch.setattr(process, "GRACE", 0.2)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)
