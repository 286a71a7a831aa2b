"""Time and memory that the user allows for one file."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from unittest.mock import patch

import pytest

from kehoach_parser.cli.aside import plan_aside
from kehoach_parser.cli.bounds import within_time
from kehoach_parser.errors import LimitError, UsageError
from kehoach_parser.pipeline import DEFAULT

SAMPLE = Path(__file__).parents[2] / "samples" / "ke-hoach-truong-thpt.txt"


def test_work_that_takes_too_long_is_ended() -> None:
    started = time.monotonic()
    with pytest.raises(LimitError, match=r"a\.docx quá 0\.2 giây"):
        _work_within(0.2)
    assert time.monotonic() < started + 5


def test_time_is_bounded_where_ctrl_c_is_ignored() -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with pytest.raises(LimitError, match="giây"):
            _work_within(0.2)
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)


def test_time_that_passes_before_the_work_begins_counts() -> None:
    start = threading.Timer.start

    def held_up(timer: threading.Timer) -> None:
        start(timer)
        _busy()

    with (
        patch.object(threading.Timer, "start", held_up),
        pytest.raises(LimitError, match="giây"),
    ):
        within_time(_busy, 0.05, "a.docx")


def _work_within(seconds: float) -> None:
    within_time(_busy, seconds, "a.docx")


def _busy() -> None:
    end = time.monotonic() + 20
    while time.monotonic() < end:
        sum(range(1000))


def test_work_in_time_gives_its_result_and_goes_on_undisturbed() -> None:
    assert [within_time(lambda: 7, 30, "a.docx") for _ in range(50)] == [7] * 50
    time.sleep(0.05)


def test_work_in_time_does_not_wait_for_its_timer() -> None:
    with patch("time.sleep") as slept:
        within_time(int, 30, "a.docx")
    assert not slept.called


def test_ctrl_c_stays_ctrl_c() -> None:
    def pressed() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        within_time(pressed, 30, "a.docx")


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no limit on a process's memory")
def test_too_little_memory_is_one_line_and_fails_one_file(tmp_path: Path) -> None:
    big = tmp_path / "big.txt"
    big.write_bytes(SAMPLE.read_bytes() * 600)
    files = [str(big), str(SAMPLE)]
    command = [sys.executable, "-m", "kehoach_parser", "parse", "--max-memory", "130", *files]
    done = subprocess.run(command, capture_output=True, check=False, timeout=120)  # noqa: S603
    assert done.returncode == 1
    assert done.stderr.decode().count("\n") == 1
    assert "--max-memory" in done.stderr.decode()
    assert json.loads(done.stdout)["source"]["name"] == SAMPLE.name


def test_without_room_for_a_copy_there_is_one_line_that_says_where(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = str(tmp_path / "gone")
    monkeypatch.setattr("tempfile.tempdir", folder)
    with pytest.raises(UsageError, match="gone"):
        plan_aside(b"", "a.txt", DEFAULT, 200)
