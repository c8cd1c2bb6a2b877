"""What the command purge takes; imported with the parser, so it brings nothing heavy."""

from __future__ import annotations

import argparse


def purge_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--contest", required=True)
    parser.add_argument("--yes", action="store_true")
