"""What the command check takes; imported with the parser, so it brings nothing heavy."""

from __future__ import annotations

import argparse


def check_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--mend", action="store_true")
