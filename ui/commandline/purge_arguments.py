"""What the commands purge and person take; imported with the parser, so it brings nothing heavy."""

from __future__ import annotations

import argparse
from pathlib import Path


def purge_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--contest")
    _one_person(what)
    parser.add_argument("--yes", action="store_true")
    parser.add_argument("--backups", action="store_true")


def person_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    _one_person(parser.add_mutually_exclusive_group(required=True))
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--overwrite", action="store_true")


def _one_person(group: argparse._MutuallyExclusiveGroup) -> None:
    group.add_argument("--phone", nargs=1, default=[])
    group.add_argument("--uid", nargs=1, default=[])
