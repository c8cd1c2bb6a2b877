"""What the command wording takes."""

from __future__ import annotations

import argparse
from pathlib import Path

from ui.commandline.arguments import acts_of


def wording_arguments(parser: argparse.ArgumentParser) -> None:
    """The words of a kind of document: shown, replaced by a text file, compared, the original."""
    _, show, put, reset, difference, places = acts_of(
        parser, "list", "show", "set", "reset", "diff", "places"
    )
    for each in (show, put, reset, difference, places):
        each.add_argument("kind")
    show.add_argument("--original", action="store_true")
    put.add_argument("file", type=Path)
    put.add_argument("--with-faults", action="store_true")
