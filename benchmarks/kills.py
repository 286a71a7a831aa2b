"""Kill `kehoach batch` and its workers at random moments (`kills.py [ROUNDS]`, default 30).

After each round the resumed run must give byte for byte what an undisturbed one gives.
"""

import secrets
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from batch_accidents import fill, killed_round, undisturbed
from batch_office import Office

ROUNDS: Final = 30
DOCUMENTS: Final = 100


def main() -> int:
    """Do the rounds; return how many failed, one at most."""
    rounds = int(sys.argv[1]) if sys.argv[1:] else ROUNDS
    first, failed = secrets.randbelow(10**9), 0
    with tempfile.TemporaryDirectory() as room:
        office = Office(Path(room))
        fill(office, DOCUMENTS)
        expected = undisturbed(office)
        for seed in range(first, first + rounds):
            shutil.rmtree(office.out, ignore_errors=True)
            try:
                killed_round(office, expected, seed)
            except AssertionError as error:
                failed += 1
                print(f"FAULT {error}", flush=True)
    print(f"{rounds} rounds of kills over {DOCUMENTS} documents, {failed} faults")
    return min(failed, 1)


if __name__ == "__main__":
    sys.exit(main())
