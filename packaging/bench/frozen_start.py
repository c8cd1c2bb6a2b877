"""The frozen program's start, against running from source and a bare frozen PySide6 window.

`python packaging/bench/frozen_start.py` measures `dist/TienDo` (made by `make build`): medians,
once with everything in the system's cache and, where this user may drop that, once from the disk.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT), str(HERE)]

FROZEN = ROOT / "dist" / "TienDo" / "TienDo"
BARE = ROOT / "build" / "bench" / "dist" / "bare_window" / "bare_window"
CACHES = Path("/proc/sys/vm/drop_caches")
RUNS = 7
COLD_RUNS = 3

Start = Callable[[], float]


def measure_frozen_start() -> None:
    """Print seconds from the start to the painted window, or say what is missing."""
    if not FROZEN.is_file():
        print(f"no {FROZEN.relative_to(ROOT)}: run make build to measure the frozen start")
        return
    make_bare()
    with tempfile.TemporaryDirectory() as name:
        starts = make_starts(Path(name))
        print(f"{'start to the painted window':<44}" + "".join(f"{word:>16}" for word in starts))
        say("  in the cache", {word: median(start, RUNS) for word, start in starts.items()})
        if os.access(CACHES, os.W_OK):
            cold = {word: median(from_disk(start), COLD_RUNS) for word, start in starts.items()}
            say("  from the disk", cold)


def make_starts(folder: Path) -> dict[str, Start]:
    """The four ways to a painted window, each a function that returns its seconds."""
    from models.office.practice import make_practice

    data = folder / "mau.tiendo"
    make_practice(data).close()
    more = {"XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    source = [sys.executable, str(ROOT / "main.py"), "--data", str(data)]
    return {
        "frozen": lambda: start_ours([str(FROZEN), "--data", str(data)], more),
        "from source": lambda: start_ours(source, more),
        "bare frozen": lambda: start_bare([str(BARE)]),
        "bare source": lambda: start_bare([sys.executable, str(HERE / "bare_window.py")]),
    }


def say(words: str, seconds: dict[str, float]) -> None:
    """One line: the four figures, and ours against the bare frozen window."""
    figures = "".join(f"{each:14.2f} s" for each in seconds.values())
    ratio = seconds["frozen"] / seconds["bare frozen"]
    print(f"{words:<44}{figures}   frozen / bare frozen {ratio:.2f}", flush=True)


def start_ours(words: list[str], more: dict[str, str]) -> float:
    """Run the program until it has painted and shown its data; seconds to the painting."""
    moments = told(words, {**more, "TIENDO_BENCH": repr(time.time()), "TIENDO_PAGE": "roster"})
    return moments["painted"]


def start_bare(words: list[str]) -> float:
    """Run the bare window; seconds to the painting."""
    return told([*words, repr(time.time())], {})["painted"]


def told(words: list[str], more: dict[str, str]) -> dict[str, float]:
    """What a window says about its moments."""
    done = subprocess.run(
        words,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **more},
    )
    pairs = (line.split() for line in done.stdout.splitlines() if line.strip())
    return {pair[0]: float(pair[1]) for pair in pairs}


def median(start: Start, runs: int) -> float:
    """The median of some starts."""
    return statistics.median(start() for _ in range(runs))


def from_disk(start: Start) -> Start:
    """The same start with nothing of it in the system's cache."""

    def cold() -> float:
        os.sync()
        CACHES.write_text("3")
        return start()

    return cold


def make_bare() -> None:
    """Freeze the bare window once, with PyInstaller as it comes."""
    if BARE.is_file():
        return
    place = BARE.parents[2]
    subprocess.run(
        [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR",
         "--distpath", str(place / "dist"), "--workpath", str(place / "work"),
         "--specpath", str(place), str(HERE / "bare_window.py")],
        check=True,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip


if __name__ == "__main__":
    measure_frozen_start()
