"""Putting a finished file in its place while other programs look at it."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from time import sleep

PAUSES = (0.1, 0.2, 0.4) if sys.platform == "win32" else ()
"""A virus scanner or OneDrive holds a new file for a moment; Excel holds one for long."""


def replace_file(draft: Path, target: Path, pauses: Sequence[float] | None = None) -> None:
    """Move `draft` to `target` over what lies there; tries again after each pause in seconds.

    The new name outlasts a power cut from then on. Raises `PermissionError` when the target stays
    held.
    """
    for pause in PAUSES if pauses is None else pauses:
        try:
            os.replace(draft, target)
        except PermissionError:
            sleep(pause)
        else:
            break
    else:
        os.replace(draft, target)
    _settle_name(target)


def _settle_name(target: Path) -> None:
    """Have the disk keep that `target` is called so, before anybody hears that it is there."""
    # Windows syncs no folder; what it syncs of a file has its name with it.
    place = target if sys.platform == "win32" else target.parent
    with suppress(OSError):
        number = os.open(place, os.O_RDWR if sys.platform == "win32" else os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
