"""The program's window on a file whose password is tried before anything else.

Prints "unlocked <seconds>" for that, beside what the program prints of its start.

`unlocked_start.py DATA` with `TIENDO_BENCH_PASSWORD` for an encrypted file, and empty for a plain
one: both starts import the same here, so that they differ by the password and the cipher alone.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from main import main

if __name__ == "__main__":
    password = os.environ.pop("TIENDO_BENCH_PASSWORD", "")
    if password:
        from models.safekeeping.unlocking import unlock

        begun = time.perf_counter()
        with tempfile.TemporaryDirectory() as tries:
            unlock(Path(sys.argv[1]), password, Path(tries))
        print("unlocked", time.perf_counter() - begun, flush=True)
    sys.exit(main(["--data", sys.argv[1]]))
