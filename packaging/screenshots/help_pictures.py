"""Takes the pictures of the help from those of `make screenshots`: few colours, so few bytes.

`python packaging/screenshots/help_pictures.py [--of build/screenshots/light-1366x697-100]`.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).parents[2]
OF = ROOT / "build" / "screenshots" / "light-1366x697-100"
OUT = ROOT / "docs" / "hinh"
COLOURS = 128
NAMES = {
    "overview": "tong-quan",
    "roster": "danh-sach",
    "reconcile-boxes": "doi-soat",
    "import-2": "nhap-danh-sach",
    "reports": "bao-cao",
    "about": "gioi-thieu",
}
"""Our names of screens, and those of the pictures in the guide."""


def main() -> None:
    """Write all that there are; a screen that was not taken stops it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--of", type=Path, default=OF)
    of = parser.parse_args().of
    for name, said in NAMES.items():
        draw_small(of / f"{name}.png", OUT / f"{said}.png")


def draw_small(source: Path, out: Path) -> None:
    """The same picture in `COLOURS` colours."""
    picture = Image.open(source).convert("RGB")
    drawn = picture.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    drawn.save(out, optimize=True)


if __name__ == "__main__":
    main()
