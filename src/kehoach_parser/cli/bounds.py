"""The bound on the time that the work on one file takes; `batch.memory` bounds its memory."""

import _thread
import signal
import threading
import time
from collections.abc import Callable
from functools import partial
from types import FrameType
from typing import Final, TypeVar

from kehoach_parser.errors import LimitError

Result = TypeVar("Result")
_SETTLE: Final = 0.01  # seconds in which an interrupt arrives that was sent


def within_time(work: Callable[[], Result], seconds: float, name: str) -> Result:
    """Return what the work on the file `name` gives; `LimitError` where it takes longer.

    A timer interrupts the main thread as Ctrl-C would; regexes and Python code notice that at
    once, a long call into a library when it comes back. The timer starts and ends where its
    interrupt is caught: a search for garbage may hold the thread up longer than `seconds`.
    """
    late, lock = threading.Event(), threading.Lock()

    def interrupt() -> None:
        with lock:
            if not timer.finished.is_set():
                late.set()
                _thread.interrupt_main()

    timer = threading.Timer(seconds, interrupt)
    timer.daemon = True
    ignored = signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    if ignored:
        signal.signal(signal.SIGINT, partial(_only_if, late))
    try:
        timer.start()
        result = work()
        with lock:
            timer.cancel()
        if late.is_set():  # it fired while the work came to its end
            time.sleep(_SETTLE)
    except KeyboardInterrupt:
        if not late.is_set():
            raise
        raise LimitError("file-timeout", name=name, seconds=f"{seconds:g}") from None
    else:
        return result
    finally:
        timer.cancel()
        if ignored:
            signal.signal(signal.SIGINT, signal.SIG_IGN)


def _only_if(late: threading.Event, number: int, frame: FrameType | None) -> None:
    """Let the timer's interrupt through where Ctrl-C is ignored (a script's `… &`, `nohup`)."""
    if late.is_set():
        signal.default_int_handler(number, frame)
