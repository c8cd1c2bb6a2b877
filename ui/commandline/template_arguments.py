"""What the command fill-template takes."""

from __future__ import annotations

import argparse
from pathlib import Path

from ui.commandline.figures_arguments import typed_moment


def template_arguments(parser: argparse.ArgumentParser) -> None:
    """The city's workbook, what goes where, and whether it is filled, pasted or kept."""
    parser.add_argument("file", type=Path, nargs="?")
    parser.add_argument("--template", default="")
    parser.add_argument("--sheet", default="")
    parser.add_argument("--map", action="append", default=[])
    parser.add_argument("--out", type=Path)
    parser.add_argument("--overwrite", action="store_true")
    parser.add_argument("--tsv", action="store_true")
    parser.add_argument("--save", default="")
    parser.add_argument("--as-of", type=typed_moment)
    parser.add_argument("--list", action="store_true")
