"""Imports as Python has them: PySide's watch over each of them is not needed, and costs a start."""

from __future__ import annotations

import builtins

import PySide6.QtCore  # noqa: F401  (sets the watch)


def import_unwatched() -> None:
    """Take away the watch for `from __feature__ import …`, which nothing here says.

    It reads the source of every module that is imported, to see whether it speaks of PySide.
    """
    usual = getattr(builtins, "__orig_import__", None)
    if usual is not None:
        builtins.__import__ = usual
