"""The order of the stages: what a run leaves behind in the process."""

import gc

import pytest

from kehoach_parser import pipeline
from kehoach_parser.text.document import Document

TEXT = "KẾ HOẠCH\nTrồng cây năm 2026\n\nI. NHIỆM VỤ\n\n1. Các thôn trồng 500 cây xà cừ.\n".encode()


def test_the_garbage_collector_goes_on_after_a_plan() -> None:
    pipeline.run(TEXT, "k.txt")
    assert gc.isenabled()


def test_the_garbage_collector_goes_on_after_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def fault(document: Document) -> None:
        raise ArithmeticError(document.format)

    monkeypatch.setattr(pipeline, "build", fault)
    with pytest.raises(ArithmeticError):
        pipeline.run(TEXT, "k.txt")
    assert gc.isenabled()


def test_who_keeps_the_garbage_collector_off_keeps_it_off() -> None:
    gc.disable()
    try:
        pipeline.run(TEXT, "k.txt")
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_the_stages_leave_no_cycles() -> None:
    pipeline.run(TEXT, "k.txt")
    gc.collect()
    gc.disable()
    try:
        pipeline.run(TEXT, "k.txt")
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_what_the_caller_holds_grows_old_as_ever() -> None:
    """Old at once, its cycles were never looked for: each export left some megabytes behind."""
    gc.unfreeze()  # the command line freezes what it has loaded
    gc.collect()
    held = [object()]
    pipeline.run(TEXT, "k.txt")
    assert not any(item is held for item in gc.get_objects(generation=2))


def test_what_the_caller_froze_stays_frozen() -> None:
    gc.freeze()
    try:
        pipeline.run(TEXT, "k.txt")
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()
