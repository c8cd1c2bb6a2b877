"""What is shown stays within the monitor that it is on, whichever of two."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

CASES = Path(__file__).with_name("on_two_screens.py")
LARGE = {"name": "large", "x": 0, "y": 0, "width": 1920, "height": 1040}
SMALL = {"name": "small", "x": 1920, "y": 0, "width": 1024, "height": 560}
DOTS = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}


def test_windows_and_dialogs_stay_within_the_screen_they_are_on(tmp_path):
    screens = tmp_path / "screens.json"
    screens.write_text(json.dumps({"screens": [LARGE | DOTS, SMALL | DOTS]}))
    words = ("-q", "-p", "no:cacheprovider", "-p", "no:xdist", "--basetemp", tmp_path / "inside")
    environ = {
        name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")
    } | {"QT_QPA_PLATFORM": f"offscreen:configfile={screens}"}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *map(str, words), str(CASES)],
        cwd=Path(__file__).parents[3], env=environ, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-1000:]
