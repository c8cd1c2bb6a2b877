"""Renders every screen in each look, and every page of each document, as PNG.

A look is a theme, what is left of a monitor below its taskbar, how large the text is by our own
A+, and how many dots Windows draws for a point. All of them crossed would take hours: each value
of each is there at least once, and the window that most officers have (light, 1366×697) at every
size. Which they are stands in `LOOKS`. Every look starts from settings of its own, in Noto Sans;
two run at a time.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
FONTS = ROOT / "packaging" / "fonts" / "fonts.conf"
AT_ONCE = 2
FRAME, TASKBAR = 40, 71
"""What a monitor has besides the window: without that a dialog would be cut to it."""


class Look(NamedTuple):
    """How all screens are drawn once; `width` and `height` are dots of the monitor."""

    theme: str
    width: int
    height: int
    text: int = 100
    scale: int = 100

    @property
    def name(self) -> str:
        """The folder of its pictures."""
        drawn = f"-x{self.scale}" if self.scale != 100 else ""
        return f"{self.theme}-{self.width}x{self.height}-{self.text}{drawn}"


OFFICE, LARGE, LOW = (1366, 697), (1920, 1032), (1024, 600)
LOOKS = (
    Look("light", *OFFICE),
    Look("light", *OFFICE, text=150),
    Look("light", *OFFICE, text=200),
    Look("dark", *OFFICE),
    Look("dark", *OFFICE, text=150),
    Look("contrast", *OFFICE),
    Look("light", *LARGE),
    Look("light", *LOW),
    Look("light", *LOW, text=150),
    Look("light", *LARGE, scale=150),
    Look("light", *OFFICE, scale=200),
)


def main() -> int:
    """Run one process for each look, then draw the documents; returns the worst exit code."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "screenshots")
    parser.add_argument("--only", default="", help="looks whose name contains this")
    asked = parser.parse_args()
    out = asked.out.resolve()
    out.mkdir(parents=True, exist_ok=True)
    looks = [look for look in LOOKS if asked.only in look.name]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        codes = list(pool.map(lambda look: shoot(out, look), looks))
    if not asked.only:
        codes.append(draw_documents(out / "documents"))
    print(f"{len(list(out.rglob('*.png')))} pictures in {out}")
    return max(codes, default=1)


def shoot(out: Path, look: Look) -> int:
    """All screens in one look; a monitor keeps its dots at every scale."""
    width, height = (side * 100 // look.scale for side in (look.width, look.height))
    screens = out / f"{look.name}.json"
    screens.write_text(json.dumps({"screens": [monitor(look)]}))
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": f"offscreen:configfile={screens}",
        "QT_SCALE_FACTOR": str(look.scale / 100),
        "FONTCONFIG_FILE": str(FONTS),
        "PYTHONPATH": str(ROOT),
    }
    words = (out / look.name, look.theme, width, height, look.text)
    run = [sys.executable, str(HERE / "shoot.py"), *map(str, words)]
    code = subprocess.run(run, env=environment, check=False).returncode
    screens.unlink()
    print(f"{look.name}: {len(list((out / look.name).glob('*.png')))} pictures", flush=True)
    return code


def monitor(look: Look) -> dict[str, object]:
    """The monitor that leaves this window, as Qt's offscreen platform wants it described."""
    dots = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    size = {"width": look.width + FRAME, "height": look.height + TASKBAR}
    return {"name": "monitor", "x": 0, "y": 0, **size, **dots}


def draw_documents(out: Path) -> int:
    """Every kind of document, page by page."""
    words = [str(HERE / "draw_documents.py"), str(out)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run([sys.executable, *words], env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
