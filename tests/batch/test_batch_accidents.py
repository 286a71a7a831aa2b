"""Kills, full disks, rights taken away: nothing lost, nothing half-written, the same in the end."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from batch_accidents import command, failures, fill, finished, killed_round, tree, undisturbed
from batch_office import Office

ROUNDS = 2  # `benchmarks/kills.py` does as many as it is told to
FULL_DISK = """
out=$1 copy=$2
shift 2
mount -t tmpfs -o size=300k tmpfs "$out"
"$@"
echo $?
cp -r "$out" "$copy-full"
mount -o remount,size=64m "$out"
"$@" --resume --quiet
echo $?
cp -r "$out" "$copy"
"""
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs /proc and Linux's tools")


def test_killed_at_random_moments(office: Office) -> None:
    fill(office, 30)
    expected = undisturbed(office)
    for seed in range(ROUNDS):
        shutil.rmtree(office.out, ignore_errors=True)
        killed_round(office, expected, seed)


def test_a_full_disk_ends_the_run_in_one_line_and_resume_ends_the_work(office: Office) -> None:
    if subprocess.run(["unshare", "-rm", "true"], check=False, capture_output=True).returncode:  # noqa: S607 - found on the path
        pytest.skip("unshare -rm is not permitted here (user namespaces are switched off)")
    fill(office, 40)
    expected = undisturbed(office)
    office.out.mkdir()
    copy = office.out.with_name("copy")
    steps = ["unshare", "-rm", "sh", "-c", FULL_DISK, "sh"]
    done = subprocess.run(  # noqa: S603 - our own command
        [*steps, str(office.out), str(copy), *command(office)],
        capture_output=True, check=True,
    )  # fmt: skip
    assert done.stdout.split() == [b"2", b"1"]
    last = done.stderr.decode().splitlines()[-1]
    assert last.startswith("Lỗi: Không ghi được ")
    assert "đĩa đã đầy" in last
    full = tree(Path(f"{copy}-full"))
    written = {name for name in full if name.endswith(".json") and ".kehoach" not in name}
    assert written
    assert all(full[name] == expected[name] for name in written)
    assert "manifest.jsonl" not in full
    assert tree(copy) == expected


@pytest.fixture
def humble() -> list[str]:
    """Return what goes before a command so that file modes hold for root, too."""
    if sys.platform == "win32" or os.geteuid():
        return []
    if not shutil.which("setpriv"):
        pytest.skip("as root, modes of files hold nobody back: install setpriv (util-linux)")
    rights = "-dac_override,-dac_read_search"
    return ["setpriv", f"--bounding-set={rights}", f"--inh-caps={rights}"]


def test_rights_that_are_taken_away(office: Office, humble: list[str]) -> None:
    fill(office, 20)
    expected = undisturbed(office)
    closed = office.inside / "1" / "k1.txt"
    closed.chmod(0)
    (office.out / "2").mkdir(parents=True)
    (office.out / "2").chmod(0o555)
    done = subprocess.run([*humble, *command(office)], check=False, capture_output=True)  # noqa: S603 - our own command
    assert done.returncode == 1
    assert failures(office) == {
        "1/k1.txt": "file-forbidden", "broken.docx": "zip-broken", "empty.txt": "file-empty",
        **{f"2/k{number}.txt": "output-failed" for number in range(2, 20, 4)},
    }  # fmt: skip
    assert b"1/k1.txt" in done.stderr
    assert b"Traceback" not in done.stderr
    closed.chmod(0o644)
    (office.out / "2").chmod(0o755)
    assert finished(office, "--resume", "--quiet") == (1, "")
    assert tree(office.out) == expected


def test_a_result_that_was_spoiled_is_made_anew(office: Office) -> None:
    fill(office, 8)
    expected = undisturbed(office)
    finished(office)
    (office.out / "0/k0.txt.json").write_bytes(b"{}")
    (office.out / "1/k1.txt.json").unlink()
    journal = office.out / ".kehoach/journal.jsonl"
    journal.write_bytes(journal.read_bytes()[:-30])  # a line that a power cut has torn
    assert "(trong đó 6 giữ từ lần trước), 2 tệp không đọc được" in finished(office, "--resume")[1]
    assert tree(office.out) == expected
