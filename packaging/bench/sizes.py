"""How large the installer and the installed program are, and what takes the room.

`python packaging/bench/sizes.py` reads what `make windows` and `make build` have left.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
INSTALLER_AIM = 42e6
INSTALLED_AIM = 118e6
LISTED = 12


def measure_sizes() -> None:
    """Print the table, or say what is missing."""
    setups = sorted((ROOT / "dist" / "windows").glob("*-Setup.exe"))
    windows = ROOT / "build" / "windows" / "dist" / "TienDo"
    if not setups or not windows.is_dir():
        print("no dist/windows: run make windows to measure the installer")
    else:
        say("installer for Windows", setups[-1].stat().st_size, INSTALLER_AIM)
        say("installed on Windows", total(windows), INSTALLED_AIM)
        say_owners(windows)
    linux = ROOT / "dist" / "TienDo"
    if linux.is_dir():
        say("frozen on Linux (no aim: ICU, unstripped libraries)", total(linux), 0)


def say(words: str, size: float, aim: float) -> None:
    """One line: the size and whether the aim is met."""
    verdict = f"  (aim <= {aim / 1e6:.0f} MB) {'ok' if size <= aim else 'MISSED'}" if aim else ""
    print(f"{words:<56}{size / 1e6:8.1f} MB{verdict}", flush=True)


def say_owners(frozen: Path) -> None:
    """The components that take most, by the product's own list of what belongs to whom."""
    listed = frozen / "_internal" / "licences" / "shipped.json"
    owners = json.loads(listed.read_text(encoding="utf-8"))
    room: Counter[str] = Counter()
    for path in frozen.rglob("*"):
        if path.is_file():
            inside = path.relative_to(frozen).as_posix().removeprefix("_internal/")
            room[owners.get(inside, "our modules and PyInstaller's start")] += path.stat().st_size
    for name, size in room.most_common(LISTED):
        say(f"  {name}", size, 0)


def total(folder: Path) -> int:
    """The bytes of all files below a folder."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in files)


if __name__ == "__main__":
    measure_sizes()
