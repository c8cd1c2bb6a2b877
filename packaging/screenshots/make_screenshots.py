"""Renders every screen and every page of each document as PNG: light and dark, 100 % and 150 %."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
FONTS = ROOT / "packaging" / "fonts" / "fonts.conf"
SCREEN = (1366, 768)
LOOKS = [(theme, scale) for theme in ("light", "dark") for scale in (100, 150)]


def main() -> int:
    """Run one process for each look, then draw the documents; returns the worst exit code."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "screenshots")
    out = parser.parse_args().out.resolve()
    out.mkdir(parents=True, exist_ok=True)
    codes = [shoot(out, theme, scale) for theme, scale in LOOKS]
    codes.append(draw_documents(out / "documents"))
    print(f"{len(list(out.rglob('*.png')))} pictures in {out}")
    return max(codes)


def shoot(out: Path, theme: str, scale: int) -> int:
    """All screens in one look; a 1366×768 monitor keeps its pixels at every scale."""
    width, height = (round(side * 100 / scale) for side in SCREEN)
    screens = out / "screen.json"
    screens.write_text(json.dumps({"screens": [monitor()]}))
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": f"offscreen:configfile={screens}",
        "QT_SCALE_FACTOR": str(scale / 100),
        "FONTCONFIG_FILE": str(FONTS),
        "PYTHONPATH": str(ROOT),
    }
    words = [str(HERE / "shoot.py"), str(out / f"{theme}-{scale}"), theme, str(width), str(height)]
    return subprocess.run([sys.executable, *words], env=environment, check=False).returncode


def monitor() -> dict[str, object]:
    """The old monitor of an office, as Qt's offscreen platform wants it described."""
    width, height = SCREEN
    dots = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    return {"name": "monitor", "x": 0, "y": 0, "width": width, "height": height, **dots}


def draw_documents(out: Path) -> int:
    """Every kind of document, page by page."""
    words = [str(HERE / "draw_documents.py"), str(out)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run([sys.executable, *words], env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
