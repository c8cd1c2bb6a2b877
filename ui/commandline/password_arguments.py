"""What the commands password and recover take; a password itself is never an argument."""

from __future__ import annotations

import argparse
from pathlib import Path

from ui.commandline.arguments import acts_of


def password_arguments(parser: argparse.ArgumentParser) -> None:
    """The password of the data file: set, changed, removed."""
    put, change, remove = acts_of(parser, "set", "change", "remove")
    for each in (put, change):
        _new_password(each)
    put.add_argument("--delete-copies", action="store_true")
    change.add_argument("--new-code", action="store_true")
    for each in (put, change, remove):
        _typed(each)


def recover_arguments(parser: argparse.ArgumentParser) -> None:
    """A new password by the recovery code."""
    _new_password(parser)
    parser.add_argument("--keep-code", action="store_true")
    _typed(parser)


def _new_password(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--new-password-file", type=Path)
    parser.add_argument("--sheet", type=Path)
    parser.add_argument("--overwrite", action="store_true")


def _typed(parser: argparse.ArgumentParser) -> None:
    """Catches a password that is typed among the arguments, so that it is not repeated."""
    parser.add_argument("typed", nargs="*", help=argparse.SUPPRESS)
