"""What the commands package and open-package take; a password itself is never an argument."""

from __future__ import annotations

import argparse
from pathlib import Path

from ui.commandline.figures_arguments import typed_moment


def package_arguments(parser: argparse.ArgumentParser) -> None:
    """A hand-over package with everything, or one for the city with its figures."""
    parser.add_argument("out", type=Path)
    parser.add_argument("--names", action="store_true")
    parser.add_argument("--password", action="store_true")
    parser.add_argument("--city", action="store_true")
    parser.add_argument("--reason", default="")
    parser.add_argument("--as-of", type=typed_moment)
    parser.add_argument("--new-password-file", type=Path)


def open_package_arguments(parser: argparse.ArgumentParser) -> None:
    """Where the data file of a hand-over package shall lie."""
    parser.add_argument("file", type=Path)
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--password", action="store_true")
